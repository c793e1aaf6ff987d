import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import { verifyExport } from '#shared/protocol/verifyExport.ts';
import { refusalOf } from './support/refusal.ts';
import { createTestDesk, foundBranch, type TestDesk } from './support/testDesk.ts';
import {
  matchedCase,
  openCase,
  readCase,
  sign,
  submit,
  textsInForce,
} from './support/widowCase.ts';

describe('the two-week promise (policy, section 5)', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await createTestDesk('2025-02-20T06:00:00.000Z');
    await foundBranch(desk);
  });
  afterAll(() => desk.close());

  it.each([
    ['2025-02-24', '2025-03-10'],
    ['2025-02-20', '2025-03-06'],
    ['2025-03-18', '2025-04-01'],
    ['2025-12-25', '2026-01-08'],
    ['2026-06-08', '2026-06-22'],
    ['2028-02-20', '2028-03-05'],
  ])('submitted on %s there is no answer before %s', async (dayZero, replyNotBefore) => {
    desk.setNow(`${dayZero}T09:00:00.000Z`);
    const caseId = await openCase(desk.client);
    const promise = await desk.client.submission.promise({ caseId });
    expect(promise).toMatchObject({ dayZero, replyNotBefore });
    expect(promise.contactFrom >= replyNotBefore).toBe(true);
  });

  it('begins contact after the feast when the day falls into it', async () => {
    desk.setNow('2025-03-18T09:00:00.000Z');
    const { contactFrom } = await desk.client.submission.promise({
      caseId: await openCase(desk.client),
    });
    expect(contactFrom > '2025-04-01').toBe(true);
  });

  it('counts the day in Riyadh, also just before its midnight', async () => {
    const caseId = await openCase(desk.client);
    desk.setNow('2025-02-24T20:59:59.999Z');
    expect((await desk.client.submission.promise({ caseId })).dayZero).toBe('2025-02-24');
    desk.setNow('2025-02-24T21:00:00.000Z');
    expect((await desk.client.submission.promise({ caseId })).dayZero).toBe('2025-02-25');
  });

  it('is told anew when the day turned between telling and submitting', async () => {
    desk.setNow('2026-11-23T20:55:00.000Z');
    const caseId = await matchedCase(desk.client, '2026-11-23');
    await sign(desk.client, caseId);
    const { statement } = await textsInForce(desk.client);
    const told = await desk.client.submission.promise({ caseId });
    const submitTold = (toldReplyNotBefore: string, version = statement.version) =>
      desk.client.submission.submit({
        caseId,
        statement: { id: statement.id, version },
        language: 'ar',
        toldAndUnderstood: true,
        toldReplyNotBefore,
      });
    desk.setNow('2026-11-23T21:01:00.000Z');
    expect((await refusalOf(submitTold(told.replyNotBefore))).code).toBe('statementOutdated');
    expect((await readCase(desk.client, caseId)).state.status).toBe('signed');
    const { replyNotBefore } = await desk.client.submission.promise({ caseId });
    expect(replyNotBefore).toBe('2026-12-08');
    expect((await refusalOf(submitTold(replyNotBefore, 2))).code).toBe('statementOutdated');
    await submitTold(replyNotBefore);
    const { state } = await readCase(desk.client, caseId);
    expect(state.submission).toMatchObject({ dayZero: '2026-11-24', replyNotBefore: '2026-12-08' });
  });

  it('never counts from a day before the signature, when the clock was set back', async () => {
    desk.setNow('2026-11-24T09:00:00.000Z');
    const caseId = await matchedCase(desk.client, '2026-11-24');
    await sign(desk.client, caseId);
    desk.setNow('2026-11-20T09:00:00.000Z');
    const promise = await submit(desk.client, caseId);
    expect(promise).toMatchObject({ dayZero: '2026-11-24', replyNotBefore: '2026-12-08' });
    const exported = await desk.client.cases.export({ caseId });
    expect(verifyExport(nodeCrypto, exported).findings).toEqual([]);
  });
});
