import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import { standingDeclaration } from '#shared/domain/case/caseState.ts';
import { reduceCase, replayCase } from '#shared/domain/case/reduceCase.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { verifyExport } from '#shared/protocol/verifyExport.ts';
import { widowAnswersOn } from '#tests/fixtures/widowDocuments.ts';
import { createTestDesk, foundBranch, type TestDesk } from './support/testDesk.ts';
import {
  decideTheRest,
  interview,
  layDocuments,
  openCase,
  readCase,
  sign,
  submit,
  welcome,
} from './support/widowCase.ts';

const TODAY = '2026-11-23';

describe("a widow's case from the first run to submission", () => {
  let desk: TestDesk;
  let caseId: CaseId;

  beforeAll(async () => {
    desk = await createTestDesk(`${TODAY}T08:00:00.000Z`);
  });
  afterAll(() => desk.close());

  it('begins on a laptop that nobody has founded', async () => {
    expect(await desk.client.session.status()).toMatchObject({ phase: 'firstRun', today: TODAY });
    const status = await foundBranch(desk);
    expect(status.branch.code).toBe('MKH01');
    expect(status.branch.lane).toMatch(/^[A-Z0-9]{2}$/);
    expect(status.readOnly).toBe(false);
  });

  it('opens with a reference and with what the desk knows', async () => {
    caseId = await openCase(desk.client);
    const { state } = await readCase(desk.client, caseId);
    expect(state.reference).toMatch(/^MKH01-[A-Z0-9]{2}-2026-000001-[A-Z0-9]$/);
    expect(state.answers.values['channel']).toEqual({ value: 'interview' });
    expect(state.answers.values['requestDate']).toEqual({
      value: { calendar: 'gregorian', year: 2026, month: 11, day: 23 },
    });
  });

  it('is welcomed and interviewed', async () => {
    await welcome(desk.client, caseId);
    await interview(desk.client, caseId, widowAnswersOn(TODAY));
    const { assessment } = await readCase(desk.client, caseId);
    expect(assessment.facts.interview).toEqual({ missing: [], problems: [] });
    await desk.client.interview.complete({ caseId });
  });

  it('is matched with its documents', async () => {
    await layDocuments(desk.client, caseId, TODAY);
    await decideTheRest(desk.client, caseId);
    const { assessment } = await readCase(desk.client, caseId);
    expect(assessment.facts.documents).toEqual({
      unrecorded: [],
      missing: [],
      originalNotSighted: [],
      forOfficer: [],
      invalid: [],
    });
    expect(assessment.facts.matching).toMatchObject({
      undecided: [],
      needReason: [],
      blocking: [],
    });
    await desk.client.documents.completeMatching({ caseId });
  });

  it('is signed, and the seal stands', async () => {
    await sign(desk.client, caseId);
    const { state } = await readCase(desk.client, caseId);
    const declaration = standingDeclaration(state);
    expect(declaration?.seal.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}( [0-9A-HJKMNP-TV-Z]{4}){2}$/);
    expect(declaration?.seal.statement).toMatchObject({
      signer: { name: 'نورة عبد الله سعد السبيعي' },
      signedOnGregorian: TODAY,
      signedOnHijri: '1448-06-13',
    });
  });

  it('is submitted with its promise', async () => {
    const promise = await submit(desk.client, caseId);
    expect(promise).toEqual({
      dayZero: '2026-11-23',
      replyNotBefore: '2026-12-07',
      contactFrom: '2026-12-07',
    });
    const { state } = await readCase(desk.client, caseId);
    expect(state.status).toBe('submitted');
    expect(state.submission?.validAtSubmission.every(({ verdict }) => verdict === 'valid')).toBe(
      true,
    );
    expect(await desk.client.submission.promise({ caseId })).toEqual(promise);
  });

  it('prints numbered copies', async () => {
    const print = () => desk.client.papers.print({ caseId, paper: 'N1', language: 'ar' });
    expect((await print()).copy).toBe(1);
    expect((await print()).copy).toBe(2);
  });

  it('stands in what waits for headquarters', async () => {
    const today = await desk.client.today.get();
    expect(today.drafts).toEqual([]);
    expect(today.waiting.map((each) => each.caseId)).toEqual([caseId]);
    expect(today.replyDue).toEqual([]);
    const safety = await desk.client.safety.get();
    expect(safety).toMatchObject({ casesWaiting: 1, drafts: 0, readOnly: false });
    desk.setNow('2026-12-07T00:00:00.000Z');
    expect((await desk.client.today.get()).replyDue.map((each) => each.caseId)).toEqual([caseId]);
  });

  it('exports what verifies', async () => {
    const exported = await desk.client.cases.export({ caseId });
    const verdict = verifyExport(nodeCrypto, structuredClone(exported));
    expect(verdict.findings).toEqual([]);
    expect(verdict.declarations).toHaveLength(1);
  });

  it('replays to the same case from every prefix', async () => {
    const { events } = await desk.client.cases.get({ caseId });
    const whole = replayCase(events);
    for (let length = 1; length < events.length; length += 1) {
      let state = replayCase(events.slice(0, length));
      for (const event of events.slice(length)) {
        state = reduceCase(state, event);
      }
      expect(state).toEqual(whole);
    }
  });

  it('had no failure that nobody foresaw', () => {
    expect(desk.log.failures).toEqual([]);
  });
});
