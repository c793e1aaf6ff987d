import { describe, expect, test } from 'vitest';
import { paperDocuments, type Validity } from '#renderer/desk/papers/paperDocuments.ts';
import documentSource from '#resources/documents/document-rules.v1.json' with { type: 'json' };
import formSource from '#resources/questionnaires/support-request.v1.json' with { type: 'json' };
import type { AssessedDocument } from '#shared/domain/case/assessCase.ts';
import { parseDocumentRules } from '#shared/domain/documents/documentRules.ts';
import { documentValidity } from '#shared/domain/documents/documentValidity.ts';
import { neededDocuments } from '#shared/domain/documents/neededDocuments.ts';
import { ActorId, EventId, Instant, IsoDay } from '#shared/domain/identity.ts';
import { parseQuestionnaire } from '#shared/domain/questionnaire/parseQuestionnaire.ts';
import { widowAnswersOn, widowDocuments } from '#tests/fixtures/widowDocuments.ts';

const TODAY = IsoDay.parse('2026-11-23');
const MARK = {
  eventId: EventId.parse('019aaf3e-0000-7000-8000-000000000001'),
  at: Instant.parse('2026-11-23T08:00:00.000Z'),
  actorId: ActorId.parse('019aaf3e-0000-7000-8000-000000000002'),
};

function assessed(): readonly AssessedDocument[] {
  const form = parseQuestionnaire(formSource);
  const papers = widowDocuments(TODAY);
  return neededDocuments(
    parseDocumentRules(documentSource),
    form,
    widowAnswersOn(TODAY),
    TODAY,
  ).map((needed) => {
    const paper = papers[needed.documentKey];
    const recorded =
      paper === undefined ? null : { ...MARK, ...paper, documentKey: needed.documentKey };
    return {
      needed,
      recorded,
      validity: documentValidity(needed.validity, recorded ?? undefined, TODAY),
      byOfficer: null,
    };
  });
}

function rowsOf(options: {
  readonly masked: boolean;
  readonly frozen: readonly Validity[] | null;
}) {
  return new Map(
    paperDocuments(assessed(), { language: 'ar', ...options }).map((row) => [row.id, row]),
  );
}

describe('documents on a paper', () => {
  test('show the last four of every number on the receipt, and no whole one', () => {
    const rows = rowsOf({ masked: true, frozen: null });
    expect(rows.get('D1')?.number).toBe('******5672');
    expect(rows.get('D19')?.number).toBe('******7519');
    for (const { number } of rows.values()) expect(number ?? '').toMatch(/^(\*+.{0,4})?$/);
  });

  test('are whole on the declaration, an IBAN in groups', () => {
    const rows = rowsOf({ masked: false, frozen: null });
    expect(rows.get('D1')?.number).toBe('1012345672');
    expect(rows.get('D19')?.number).toBe('SA03 8000 0000 6080 1016 7519');
  });

  test('take the number of the paper before that of its holder', () => {
    const rows = rowsOf({ masked: false, frozen: null });
    expect(rows.get('D8')?.number).toBe('10512345678');
    expect(rows.get('D12')?.number).toBe('44021987');
  });

  test('say until when an id is valid, and when a statement was issued', () => {
    const rows = rowsOf({ masked: true, frozen: null });
    expect(rows.get('D1')?.validity).toEqual({ kind: 'until', day: '2029-05-13' });
    expect(rows.get('D9')?.validity).toMatchObject({
      kind: 'issued',
      date: { year: 2026, month: 10 },
    });
    expect(rows.get('D12')?.validity).toEqual({ kind: 'valid' });
  });

  test('take their validity from the day of submission, whatever today finds', () => {
    const frozen: readonly Validity[] = [
      {
        documentKey: 'D1',
        verdict: 'expired',
        validUntil: IsoDay.parse('2026-11-01'),
        byOfficer: null,
      },
      {
        documentKey: 'D9',
        verdict: 'tooOld',
        validUntil: IsoDay.parse('2026-11-01'),
        byOfficer: null,
      },
    ];
    const rows = rowsOf({ masked: true, frozen });
    expect(rows.get('D1')?.validity).toEqual({ kind: 'expired', day: '2026-11-01' });
    expect(rows.get('D9')?.validity).toEqual({ kind: 'tooOld' });
  });

  test('name the member whose it is', () => {
    const grown = [...rowsOf({ masked: true, frozen: null }).values()].find(({ id }) =>
      id.startsWith('D6/'),
    );
    expect(grown?.subject).toBe('سعود فهد خالد المطيري');
  });

  test('leave out what nobody spoke of', () => {
    const [first, ...others] = assessed();
    if (first === undefined) throw new Error('no documents');
    const rows = paperDocuments([{ ...first, recorded: null }, ...others], {
      language: 'ar',
      masked: true,
      frozen: null,
    });
    expect(rows.map(({ id }) => id)).not.toContain(first.needed.documentKey);
  });

  test('say that an original was not seen', () => {
    const [first] = assessed();
    if (first?.recorded === null || first === undefined) throw new Error('no document');
    const unseen = { ...first, recorded: { ...first.recorded, originalSighted: false } };
    const [row] = paperDocuments([unseen], { language: 'ar', masked: true, frozen: null });
    expect(row?.presented).toBe('withoutOriginal');
  });
});
