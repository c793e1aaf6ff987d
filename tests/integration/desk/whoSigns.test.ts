import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import type { Answer } from '#shared/domain/answers/answer.ts';
import { standingDeclaration } from '#shared/domain/case/caseState.ts';
import { Seal } from '#shared/domain/case/seal.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { verifyExport } from '#shared/protocol/verifyExport.ts';
import { AGENT, GUARDIAN } from '#tests/fixtures/actingApplicants.ts';
import { type Applicant, applicantAnswers } from '#tests/fixtures/applicants.ts';
import { refusalOf } from './support/refusal.ts';
import { createTestDesk, foundBranch, type TestDesk } from './support/testDesk.ts';
import {
  completeMatching,
  decideTheRest,
  fillPage,
  IN_HANDWRITING,
  interview,
  layAgreeingDocuments,
  MARK,
  openCase,
  readCase,
  setAnswer,
  sign,
  submit,
  welcome,
} from './support/widowCase.ts';

const TODAY = '2026-11-23';
type Readings = Readonly<Record<string, Readonly<Record<string, Answer>>>>;

const BY_THUMB = { level: 'handwrittenOnScreen', by: 'thumb', mark: MARK } as const;
const WITNESS = {
  name: 'صالح محمد الزهراني',
  identity: { kind: 'idNumber', idNumber: '1123456780' },
  mark: MARK,
} as const;
const ON_PAPER = { level: 'paperOriginal', by: 'handwriting', shelf: 'خزانة 2، ملف 14' } as const;

describe('who signs', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await createTestDesk(`${TODAY}T08:00:00.000Z`);
    await foundBranch(desk);
  });
  afterAll(() => desk.close());

  /** Every paper of the case is on the desk and decided; the matching is still open. */
  async function laid(applicant: Applicant, changed: Readings = {}): Promise<CaseId> {
    const { client } = desk;
    const caseId = await openCase(client);
    await welcome(client, caseId);
    await interview(client, caseId, applicantAnswers(applicant, TODAY));
    await client.interview.complete({ caseId });
    await layAgreeingDocuments(client, caseId, TODAY, changed);
    await decideTheRest(client, caseId);
    return caseId;
  }

  async function matched(applicant: Applicant): Promise<CaseId> {
    const caseId = await laid(applicant);
    await completeMatching(desk.client, caseId);
    return caseId;
  }

  async function statementOf(caseId: CaseId) {
    const { state } = await readCase(desk.client, caseId);
    return standingDeclaration(state)?.seal.statement;
  }

  async function findingsOf(caseId: CaseId, change: (seal: Seal) => unknown = () => undefined) {
    const file = structuredClone(await desk.client.cases.export({ caseId }));
    const event = file.events.findLast(({ header }) => header.kind === 'declarationSigned');
    if (!event?.payload) throw new Error('nothing is signed');
    const seal = Seal.parse(event.payload['seal']);
    event.payload['seal'] = change(seal) ?? seal;
    return verifyExport(nodeCrypto, file).findings.map(({ code }) => code);
  }

  describe.each([
    ['orphan', 'D14', 'holderName', 'holderIdNumber', GUARDIAN],
    ['represented', 'D21', 'agentName', 'agentIdNumber', AGENT],
  ] as const)('%s by %s (M22)', (applicant, deed, nameReading, idReading, person) => {
    it('is matched and signed by the person of the deed, and the export holds', async () => {
      const caseId = await matched(applicant);
      const { assessment } = await readCase(desk.client, caseId);
      const principal = deed === 'D21' ? ['M22c@D21', 'M22d@D21'] : [];
      for (const row of [`M22a@${deed}`, `M22b@${deed}`, ...principal]) {
        const found = assessment.matrix.find((each) => each.row.rowKey === row);
        expect(found?.standing?.verdict).toBe('match');
      }
      await sign(desk.client, caseId);
      expect((await statementOf(caseId))?.signer).toMatchObject({
        ...person,
        kind: applicant === 'orphan' ? 'guardian' : 'agent',
        deed: { documentKey: deed },
      });
      expect(await findingsOf(caseId)).toEqual([]);
      const codes = await findingsOf(caseId, (seal) => ({
        ...seal,
        statement: {
          ...seal.statement,
          signer: { ...seal.statement.signer, name: 'رجل آخر لا صك له' },
        },
      }));
      expect(codes).toContain('signerNotOfCase');
    });

    it.each([
      ['name', 'M22b', { [nameReading]: { value: 'فهد ناصر الدوسري' } }],
      ['id', 'M22a', { [idReading]: { value: '1012345672' } }],
    ] as const)('is stopped by another %s in the deed', async (_what, row, readings) => {
      const caseId = await laid(applicant, { [deed]: readings });
      const rowKey = `${row}@${deed}`;
      await desk.client.documents.decide({
        caseId,
        rowKey,
        verdict: 'mismatch',
        reason: 'الصك باسم غيره',
      });
      const refusal = await refusalOf(desk.client.documents.completeMatching({ caseId }));
      expect(refusal.code).toBe('actionNotAllowed');
      expect(refusal.data.blockers).toContainEqual({ code: 'rowBlocks', rowKey });
    });
  });

  it.each([
    ['M22c', { holderIdNumber: { value: '1123456780' } }],
    ['M22d', { holderName: { value: 'فهد ناصر الدوسري' } }],
  ] as const)('an agent of somebody else is stopped at %s', async (row, readings) => {
    const caseId = await laid('represented', { D21: readings });
    const rowKey = `${row}@D21`;
    const { assessment } = await readCase(desk.client, caseId);
    const found = assessment.matrix.find((each) => each.row.rowKey === rowKey);
    expect(found?.row.computed?.verdict).toBe('mismatch');
    await desk.client.documents.decide({
      caseId,
      rowKey,
      verdict: 'mismatch',
      reason: 'الوكالة من غير صاحب الطلب',
    });
    const refusal = await refusalOf(desk.client.documents.completeMatching({ caseId }));
    expect(refusal.data.blockers).toContainEqual({ code: 'rowBlocks', rowKey });
  });

  it.each([
    [
      'represented',
      'D21',
      { expiryDate: { value: { calendar: 'gregorian', year: 2026, month: 11, day: 1 } } },
      'authorityLapsed',
    ],
    ['represented', 'D21', { scope: { value: 'receivingSupport' } }, 'authorityNotCovering'],
    ['orphan', 'D14', { standing: { value: 'revoked' } }, 'authorityRevoked'],
  ] as const)('%s: the deed %s says why it gives no right', async (who, key, readings, code) => {
    const caseId = await laid(who, { [key]: readings });
    const refusal = await refusalOf(desk.client.documents.completeMatching({ caseId }));
    expect(refusal.data.blockers).toContainEqual({ code, documentKey: key });
    expect((await refusalOf(sign(desk.client, caseId))).code).toBe('actionNotAllowed');
  });

  it('does not submit by a deed that lapsed after the signature', async () => {
    const ends = { value: { calendar: 'gregorian', year: 2026, month: 11, day: 24 } } as const;
    const caseId = await laid('represented', { D21: { expiryDate: ends } });
    await completeMatching(desk.client, caseId);
    await sign(desk.client, caseId);
    desk.setNow('2026-11-26T08:00:00.000Z');
    try {
      const refusal = await refusalOf(submit(desk.client, caseId));
      expect(refusal.data.blockers).toContainEqual({
        code: 'authorityLapsed',
        documentKey: 'D21',
      });
    } finally {
      desk.setNow(`${TODAY}T08:00:00.000Z`);
    }
  });

  describe('a thumb', () => {
    it('needs a witness who is neither the signer nor the reader, and who signs', async () => {
      const caseId = await matched('elderlyCitizen');
      const attempt = async (witness: Parameters<typeof sign>[2]) =>
        (await refusalOf(sign(desk.client, caseId, { signing: BY_THUMB, ...witness }))).code;
      expect(await attempt({ witness: null })).toBe('witnessRequired');
      expect(await attempt({ witness: { ...WITNESS, name: ' ' } })).toBe('witnessRequired');
      const own = { kind: 'idNumber', idNumber: '1012345672' } as const;
      expect(await attempt({ witness: { ...WITNESS, identity: own } })).toBe('witnessUnfit');
      const { state } = await readCase(desk.client, caseId);
      const reader = { kind: 'employee', actorId: state.opened.actorId } as const;
      expect(await attempt({ witness: { ...WITNESS, identity: reader } })).toBe('witnessUnfit');
      expect(await attempt({ witness: { ...WITNESS, mark: null } })).toBe('signatureBlank');
      await sign(desk.client, caseId, { signing: BY_THUMB, witness: WITNESS });
      expect((await statementOf(caseId))?.witness).toMatchObject({ name: WITNESS.name });
      expect(await findingsOf(caseId)).toEqual([]);
    });

    it('is found without its witness by whoever checks the export', async () => {
      const caseId = await matched('elderlyCitizen');
      await sign(desk.client, caseId, { signing: BY_THUMB, witness: WITNESS });
      const codes = await findingsOf(caseId, (seal) => ({
        ...seal,
        statement: { ...seal.statement, witness: null },
        marks: { ...seal.marks, witness: null },
      }));
      expect(codes).toContain('witnessMissing');
    });
  });

  it('takes paper only that was printed of the data as they stand, with its place', async () => {
    const { client } = desk;
    const caseId = await matched('elderlyCitizen');
    const onPaper = async (shelf: string = ON_PAPER.shelf) =>
      (await refusalOf(sign(client, caseId, { signing: { ...ON_PAPER, shelf } }))).code;
    expect(await onPaper()).toBe('paperOutdated');
    await client.papers.print({ caseId, paper: 'N3', language: 'ar' });
    expect(await onPaper('  ')).toBe('shelfRequired');
    await fillPage(client, caseId, 'C', [setAnswer('street', { value: 'شارع آخر' })], false);
    await decideTheRest(client, caseId);
    await completeMatching(client, caseId);
    expect(await onPaper()).toBe('paperOutdated');
    const { copy } = await client.papers.print({ caseId, paper: 'N3', language: 'ar' });
    await sign(client, caseId, { signing: ON_PAPER });
    expect((await statementOf(caseId))?.signing).toEqual({ ...ON_PAPER, copy });
    expect(await findingsOf(caseId)).toEqual([]);
    const codes = await findingsOf(caseId, (seal) => ({
      ...seal,
      statement: { ...seal.statement, signing: { ...ON_PAPER, copy: copy + 5 } },
    }));
    expect(codes).toContain('paperNotPrinted');
  });

  it('asks for the interpreter where the interview was held in another language', async () => {
    const caseId = await matched('urduSpeaker');
    const attempt = async (interpreter: Parameters<typeof sign>[2]) =>
      (await refusalOf(sign(desk.client, caseId, { language: 'ur', ...interpreter }))).code;
    const given = { name: 'سليم أحمد', affirmed: true, mark: null };
    expect(await attempt({ interpreter: null })).toBe('interpreterRequired');
    expect(await attempt({ interpreter: { ...given, affirmed: false } })).toBe(
      'interpreterRequired',
    );
    await sign(desk.client, caseId, { ...IN_HANDWRITING, language: 'ur', interpreter: given });
    const statement = await statementOf(caseId);
    expect(statement?.declaration).toMatchObject({
      language: 'ur',
      reviewedByNativeSpeaker: false,
    });
    expect(statement?.declaration.arabic).toContain('أقر أنا الموقع أدناه');
    expect(statement?.interpreter).toMatchObject({ name: given.name, language: 'ur' });
    expect(await findingsOf(caseId)).toEqual([]);
  });
});
