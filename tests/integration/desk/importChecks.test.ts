import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeCrypto } from '#ports/nodeCrypto.ts';
import type { CaseEvent } from '#shared/domain/case/caseEvent.ts';
import type { ImportFinding } from '#shared/domain/case/headquartersEvents.ts';
import { reduceCase } from '#shared/domain/case/reduceCase.ts';
import { contentHashOf, makeSeal } from '#shared/domain/case/sealing.ts';
import { parseDocumentRules } from '#shared/domain/documents/documentRules.ts';
import { DeviceId, EventId } from '#shared/domain/identity.ts';
import {
  checkCase,
  type EventToCheck,
  type ImportSurroundings,
} from '#shared/domain/import/checkCase.ts';
import { parseMatchingRules } from '#shared/domain/matching/matchingRules.ts';
import { parseQuestionnaire } from '#shared/domain/questionnaire/parseQuestionnaire.ts';
import { type CaseTerms, FIRST_TERMS } from '#shared/domain/settings/caseTerms.ts';
import { Settings } from '#shared/domain/settings/settings.ts';
import { pictureOf } from './support/pictures.ts';
import { createTestDesk, foundBranch, type TestDesk } from './support/testDesk.ts';
import { matchedCase, sign, submit } from './support/widowCase.ts';

const TODAY = '2026-11-23';
const HUB = '019a0000-0000-7000-8000-0000000000aa';

const KEYS = { device: nodeCrypto.generateKeyPair(), actor: nodeCrypto.generateKeyPair() };

function resource(path: string): unknown {
  return JSON.parse(
    readFileSync(fileURLToPath(new URL(`../../../resources/${path}`, import.meta.url)), 'utf8'),
  );
}

const RULES = {
  questionnaire: parseQuestionnaire(resource('questionnaires/support-request.v1.json')),
  documentRules: parseDocumentRules(resource('documents/document-rules.v1.json')),
  matchingRules: parseMatchingRules(resource('matching/matching-rules.v1.json')),
};

const SETTINGS = Settings.parse(resource('settings/settings.v1.json'));

const SURROUNDINGS: ImportSurroundings = {
  crypto: nodeCrypto,
  hubId: HUB,
  rulesOf: ({ questionnaire }) => (questionnaire.version === 1 ? RULES : null),
  missingOf: ({ questionnaire }) => (questionnaire.version === 1 ? [] : [questionnaire]),
  settingsOf: ({ version }) => (version === 1 ? SETTINGS : null),
  keysOf: () => ({ device: [KEYS.device.publicKey], actor: [KEYS.actor.publicKey] }),
};

/** A widow's case as the desk itself made it, in hands that change it and hold the branch's keys. */
describe('the checks of an import', () => {
  let desk: TestDesk;
  let events: readonly CaseEvent[];

  beforeAll(async () => {
    desk = await createTestDesk(`${TODAY}T08:00:00.000Z`);
    await foundBranch(desk);
    const caseId = await matchedCase(desk.client, TODAY);
    await sign(desk.client, caseId);
    await submit(desk.client, caseId);
    events = resealed((await desk.client.cases.get({ caseId })).events);
  });
  afterAll(() => desk.close());

  function checked(change: (events: CaseEvent[]) => readonly CaseEvent[]) {
    return checkCase(SURROUNDINGS, change(structuredClone([...events])).map(toCheck));
  }

  function codesOf(change: (events: CaseEvent[]) => readonly CaseEvent[]) {
    return [...new Set(checked(change).findings.map(({ code }) => code))];
  }

  it('find nothing in a case as the desk makes it', () => {
    const { state, findings } = checked((all) => all);
    expect(findings).toEqual([]);
    expect(state?.stage).toBe('submitted');
  });

  it('see an answer that was changed under its seal', () => {
    const codes = codesOf((all) =>
      all.map((event) =>
        event.kind === 'answersChanged'
          ? withPayload(event, {
              ...event.payload,
              patches: event.payload.patches.map((patch) =>
                patch.op === 'set' && patch.path === 'notes'
                  ? { ...patch, answer: { value: 'x' } }
                  : patch.op === 'set' && patch.path === 'nameFirst'
                    ? { ...patch, answer: { value: 'سعاد' } }
                    : patch,
              ),
            })
          : event,
      ),
    );
    expect(codes).toContain('sealWrong');
  });

  it('see the picture of a sheet that is bound to no seal signed on paper', () => {
    const { findings } = checked((all) => {
      const declaration = all.find(({ kind }) => kind === 'declarationSigned')?.eventId;
      const payload = {
        scanId: '018f0000-0000-4000-8000-0000000000c1',
        declaration,
        sealHash: 'a'.repeat(64),
        source: 'file',
        pages: [pictureOf(900, 700, 500).page],
        shelf: 'خزانة 2',
      };
      return [...all, following(all, { kind: 'signedPaperScanned', payload })];
    });
    expect(findings).toContainEqual({ code: 'sealWrong', at: 'paperOfNoSeal', other: null });
  });

  it('see a required answer that is missing although all of it was signed', () => {
    const { findings } = checked((all) =>
      resealed(
        all.map((event) =>
          event.kind === 'answersChanged'
            ? withPayload(event, {
                ...event.payload,
                patches: event.payload.patches.map((patch) =>
                  patch.op === 'set' && patch.path === 'maritalStatus'
                    ? { ...patch, answer: null }
                    : patch,
                ),
              })
            : event,
        ),
      ),
    );
    expect(findings).toContainEqual({ code: 'answerProblem', at: 'maritalStatus', other: null });
  });

  it('see a row without its verdict, and a document that was never laid on the desk', () => {
    const withoutVerdict = codesOf((all) => {
      const at = all.findIndex(({ kind }) => kind === 'verdictRecorded');
      return resealed(all.toSpliced(at, 1));
    });
    expect(withoutVerdict).toEqual(['verdictMissing']);
    const withoutPaper = codesOf((all) => {
      const at = all.findIndex(({ kind }) => kind === 'documentRecorded');
      return resealed(all.toSpliced(at, 1));
    });
    expect(withoutPaper).toContain('documentInvalid');
  });

  it('see a validity that was frozen otherwise than the paper says', () => {
    const codes = codesOf((all) =>
      all.map((event) => {
        if (event.kind !== 'caseSubmitted') return event;
        const [first, ...rest] = event.payload.validAtSubmission;
        if (!first) throw new Error('nothing frozen');
        return withPayload(event, {
          ...event.payload,
          validAtSubmission: [{ ...first, validUntil: '2031-01-01' }, ...rest],
        });
      }),
    );
    expect(codes).toEqual(['documentInvalid']);
  });

  it('see a promise of thirteen days', () => {
    const codes = codesOf((all) =>
      all.map((event) =>
        event.kind === 'caseSubmitted'
          ? withPayload(event, { ...event.payload, replyNotBefore: '2026-12-06' })
          : event,
      ),
    );
    expect(codes).toEqual(['promiseWrong']);
  });

  it('see a step that was left out', () => {
    const codes = codesOf((all) => all.filter(({ kind }) => kind !== 'privacyNoticeShown'));
    expect(codes).toEqual(['eventOutOfPlace']);
  });

  it('see a seal by a key that headquarters does not hold', () => {
    const strange = nodeCrypto.generateKeyPair().publicKey;
    const { findings } = checkCase(
      { ...SURROUNDINGS, keysOf: () => ({ device: [strange], actor: [] }) },
      events.map(toCheck),
    );
    expect(findings).toEqual([
      { code: 'sealWrong', at: 'deviceSignatureWrong', other: null },
      { code: 'sealWrong', at: 'actorKeyUnknown', other: null },
    ]);
  });

  it('take nothing that a laptop says in the name of headquarters', () => {
    const imported = { kind: 'caseImported', payload: { fileNo: 'FILE-000001', by: 'rule' } };
    const { state, findings } = checked((all) => [...all, following(all, imported)]);
    expect(findings).toEqual([{ code: 'eventOutOfPlace', at: 'caseImported', other: null }]);
    expect(state?.stage).toBe('submitted');
    const byHub = { ...imported, deviceId: HUB };
    expect(checked((all) => [...all, following(all, byHub)]).state?.stage).toBe('imported');
  });

  it('tell a change apart from a change after the import', () => {
    const change = {
      kind: 'answersChanged',
      payload: {
        section: 'B',
        patches: [{ op: 'set', path: 'nameFirst', base: null, answer: { value: 'هند' } }],
      },
    };
    const imported = {
      kind: 'caseImported',
      deviceId: HUB,
      payload: { fileNo: 'FILE-000001', by: 'rule' },
    };
    expect(codesOf((all) => [...all, following(all, change)])).toEqual(['changedApart']);
    const after = codesOf((all) => {
      const taken = [...all, following(all, imported)];
      return [...taken, following(taken, change)];
    });
    expect(after).toContain('changedAfterImport');
  });

  it('want a person to look at what came back corrected, and forget what was before', () => {
    const returned = {
      kind: 'caseReturned',
      deviceId: HUB,
      payload: {
        returnId: '019a0000-0000-7000-8000-0000000000ff',
        reason: 'dataWrong',
        text: 'الاسم غير صحيح',
        wants: 'correction',
        about: { documents: [], rows: [], paths: ['nameFirst'] },
      },
    };
    const findings = codesOf((all) => {
      const wrong = all.map((event) =>
        event.kind === 'caseSubmitted'
          ? withPayload(event, { ...event.payload, replyNotBefore: '2026-12-06' })
          : event,
      );
      const back = [...wrong, following(wrong, returned)];
      const anew = all.filter(({ kind }) =>
        ['matchingCompleted', 'declarationSigned', 'caseSubmitted'].includes(kind),
      );
      return resealed(anew.reduce((so, event) => [...so, following(so, event)], back));
    });
    expect(findings).toEqual(['changedAfterReturn']);
  });

  it('hold a case to the terms of the settings that it began with', () => {
    const began = (change: Partial<CaseTerms>) =>
      checked((all) =>
        resealed(
          all.map((event) =>
            event.kind === 'caseOpened'
              ? withPayload(event, {
                  ...event.payload,
                  terms: { ...(event.payload.terms ?? FIRST_TERMS), ...change },
                })
              : event,
          ),
        ),
      ).findings;
    expect(began({})).toEqual([]);
    expect(began({ appealDays: 3 })).toEqual([
      { code: 'promiseWrong', at: 'termsOfAnother', other: null },
    ]);
    expect(began({ settings: { id: 'settings', version: 9 } })).toEqual([
      { code: 'formUnknown', at: 'settings@9', other: null },
    ]);
    expect(began({ replyDays: 30 }).map(({ at }) => at)).toEqual([
      'replyTooEarly',
      'termsOfAnother',
    ]);
  });

  it('say which form is not at headquarters, and which event cannot be read', () => {
    const missingOf: ImportSurroundings['missingOf'] = ({ questionnaire }) => [questionnaire];
    const { findings } = checkCase(
      { ...SURROUNDINGS, rulesOf: () => null, missingOf },
      events.map(toCheck),
    );
    expect(findings).toEqual([{ code: 'formUnknown', at: 'support-request@1', other: null }]);
    const withheld = events
      .map(toCheck)
      .map((event, at) => (at === 3 ? { ...event, payload: null } : event));
    expect(checkCase(SURROUNDINGS, withheld).findings.map(({ code }) => code)).toEqual([
      'eventUnreadable',
    ]);
    const later = events
      .map(toCheck)
      .map((event) =>
        event.header.kind === 'opinionGiven' || event.header.kind === 'caseSubmitted'
          ? { ...event, header: { ...event.header, kind: 'ofALaterVersion' } }
          : event,
      );
    expect(checkCase(SURROUNDINGS, later).findings).toEqual([
      { code: 'eventUnreadable', at: 'ofALaterVersion', other: null } satisfies ImportFinding,
    ]);
  });
});

function toCheck({ payload, ...header }: CaseEvent): EventToCheck {
  return { header, payload };
}

function withPayload(event: CaseEvent, payload: unknown): CaseEvent {
  return { ...event, payload } as CaseEvent;
}

let made = 0;

/** An event behind the last one, as the same laptop would have written it unless said otherwise. */
function following(
  all: readonly CaseEvent[],
  event: {
    readonly kind: string;
    readonly payload: unknown;
    readonly deviceId?: string;
  },
): CaseEvent {
  const last = all.at(-1);
  if (!last) throw new Error('no event');
  made += 1;
  return {
    ...last,
    eventId: EventId.parse(`019a0000-0000-7000-8000-${String(made).padStart(12, '0')}`),
    at: new Date(Date.parse(last.at) + 1000).toISOString(),
    deviceId: DeviceId.parse(event.deviceId ?? last.deviceId),
    kind: event.kind,
    payload: event.payload,
  } as CaseEvent;
}

/** Seals every declaration anew over the data as they now are: the forger holds the keys. */
function resealed(events: readonly CaseEvent[]): readonly CaseEvent[] {
  let state: ReturnType<typeof reduceCase> | null = null;
  return events.map((event) => {
    let given = event;
    if (event.kind === 'declarationSigned' && state !== null) {
      const { seal } = event.payload;
      const statement = {
        ...seal.statement,
        contentHash: contentHashOf(nodeCrypto, state),
        signedAt: event.at,
      };
      const keys = { device: KEYS.device.privateKey, actor: KEYS.actor.privateKey };
      given = { ...event, payload: { seal: makeSeal(nodeCrypto, statement, seal.marks, keys) } };
    }
    state = reduceCase(state, given);
    return given;
  });
}
