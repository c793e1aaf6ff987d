import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { StudyFile } from '#shared/contracts/hq/study.ts';
import { replayCase } from '#shared/domain/case/reduceCase.ts';
import { graceFor, isReferralOpen } from '#shared/domain/case/reduceReferral.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import type { TestDesk } from '../integration/desk/support/testDesk.ts';
import { openCase, readCase, setAnswer } from '../integration/desk/support/widowCase.ts';
import { pulled, sent } from './support/branchLaptops.ts';
import { createEnrolledDesk } from './support/enrolledDesk.ts';
import { createTestHub, HQ_PASSWORD, type TestHub } from './support/testHub.ts';

const Refusal = z.looseObject({ code: z.string() });
const List = z.looseObject({
  referrals: z.array(z.looseObject({ referralId: z.string(), question: z.string() })),
  open: z.int(),
});
const NOTHING = { documents: [], rows: [], paths: [] };

let hub: TestHub;
const desks: TestDesk[] = [];
beforeAll(async () => {
  hub = await createTestHub();
  await hub.api('POST', '/people', {
    userName: 'huda',
    displayName: 'هدى الزهراني',
    password: HQ_PASSWORD,
    roles: ['researchOfficer'],
  });
});
afterAll(() => hub.close());
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});

async function referredCase(question: string) {
  await hub.api('POST', '/session', { userName: 'admin', password: HQ_PASSWORD });
  const desk = await createEnrolledDesk(hub);
  desks.push(desk);
  const caseId = await openCase(desk.client, [
    setAnswer('nameFirst', { value: 'ريم' }),
    setAnswer('residencyType', { value: 'citizen' }),
  ]);
  const { referralId } = await desk.client.referral.refer({
    caseId,
    reason: 'documentNotInForce',
    step: 'documents',
    question,
    appointment: null,
    about: NOTHING,
  });
  await sent(desk);
  await hub.hub.context.caseProjector.settled();
  await hub.api('POST', '/session', { userName: 'huda', password: HQ_PASSWORD });
  return { desk, caseId, referralId };
}

const list = async () => List.parse((await hub.api('GET', '/referrals?view=open')).body);
const answer = (caseId: CaseId, referralId: string, body: object) =>
  hub.api('POST', `/cases/${caseId}/referrals/${referralId}/answer`, {
    caseId,
    referralId,
    text: 'تُمهل شهرًا',
    seenAnswers: 0,
    ...body,
  });
const stateAtBranch = async (desk: TestDesk, caseId: CaseId) =>
  (await readCase(desk.client, caseId)).state;
async function stateAtHub(caseId: CaseId) {
  const { events } = StudyFile.parse((await hub.api('GET', `/study/${caseId}`)).body);
  const state = replayCase(events);
  if (state === null) throw new Error('no case');
  return state;
}

it('a question of a branch is in the officer’s list, and the answer with its grace goes down to the branch', async () => {
  const { desk, caseId, referralId } = await referredCase('انتهت هويتها أمس');
  expect((await list()).referrals.map((each) => each.question)).toContain('انتهت هويتها أمس');
  const { open } = await list();
  expect((await stateAtHub(caseId)).status).toBe('referred');
  const past = { kind: 'grace', documents: ['D1'], until: '2026-11-22' };
  expect(Refusal.parse((await answer(caseId, referralId, { outcome: past })).body).code).toBe(
    'dayPast',
  );
  const grace = { kind: 'grace', documents: ['D1'], until: '2026-12-23' };
  expect((await answer(caseId, referralId, { outcome: grace })).status).toBe(200);
  expect((await list()).open).toBe(open - 1);
  await pulled(hub, desk);
  const state = await stateAtBranch(desk, caseId);
  expect(state.status).toBe('draft');
  expect(graceFor(state, 'D1')).toMatchObject({ until: '2026-12-23' });
  expect(state.referrals[0]?.thread.at(-1)).toMatchObject({
    kind: 'answer',
    answeredBy: 'هدى الزهراني',
    heard: 'headquarters',
  });
  const again = await answer(caseId, referralId, { outcome: { kind: 'goOn' } });
  expect(Refusal.parse(again.body).code).toBe('referralClosed');
});

it('answered at both sides at once, both answers are kept and both sides see the same', async () => {
  const { desk, caseId, referralId } = await referredCase('هل يكفي صك الولاية؟');
  await desk.client.referral.answer({
    caseId,
    referralId,
    answeredBy: 'سلمى القرني',
    heard: 'phone',
    answeredOn: '2026-11-23',
    text: 'يكفي الصك',
    outcome: { kind: 'goOn' },
    voidSignature: false,
  });
  expect((await answer(caseId, referralId, { outcome: { kind: 'goOn' } })).status).toBe(200);
  await sent(desk);
  await pulled(hub, desk);
  await hub.hub.context.caseProjector.settled();
  const branch = await stateAtBranch(desk, caseId);
  expect(await stateAtHub(caseId)).toEqual(branch);
  const [referral] = branch.referrals;
  expect(referral?.thread.map(({ kind }) => kind)).toEqual(['question', 'answer', 'answer']);
  expect(referral !== undefined && isReferralOpen(referral)).toBe(false);
});

it('is raised at headquarters too, and the branch has its slip', async () => {
  const { desk, caseId } = await referredCase('سؤال أول');
  const referred = await hub.api('POST', `/cases/${caseId}/referrals`, {
    caseId,
    reason: 'procedureUnclear',
    question: 'من يوقّع عنها؟',
    appointment: null,
    documents: [],
  });
  expect(referred.status, JSON.stringify(referred.body)).toBe(200);
  const unknown = await hub.api('POST', `/cases/${caseId}/referrals`, {
    caseId,
    reason: 'procedureUnclear',
    question: 'من يوقّع عنها؟',
    appointment: null,
    documents: ['D24'],
  });
  expect(Refusal.parse(unknown.body).code).toBe('documentNotOfCase');
  await pulled(hub, desk);
  const state = await stateAtBranch(desk, caseId);
  expect(state.referrals.at(-1)?.thread[0]?.text).toBe('من يوقّع عنها؟');
  const subject = state.referrals.at(-1)?.referralId;
  const printed = await desk.client.papers.print({
    caseId,
    paper: 'N4',
    language: 'ar',
    ...(subject === undefined ? {} : { subject }),
  });
  expect(printed.copy).toBe(1);
});
