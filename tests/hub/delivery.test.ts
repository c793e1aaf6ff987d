import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeEndedCases } from '#hq/delivery/closeByTheClock.ts';
import { hqDeliveryContract, ServiceCase } from '#shared/contracts/hq/delivery.ts';
import { replayCase } from '#shared/domain/case/reduceCase.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { acceptAndTell, importWaiting } from './support/acceptedCases.ts';
import { type Clerk, createClerk } from './support/clerks.ts';
import { ALL_SUBMITTED, createFilledSender, type FilledSender } from './support/filledSender.ts';
import { outputOf } from './support/outputOf.ts';
import { createTestHub, HQ_PASSWORD, type TestHub } from './support/testHub.ts';

const MONTH = 150_000;
const IBAN = 'SA0380000000608010167519';
const List = outputOf(hqDeliveryContract.list);

let hub: TestHub;
let sender: FilledSender;
let officer: Clerk;
let cases: readonly CaseId[];
let served: CaseId;
beforeAll(async () => {
  hub = await createTestHub();
  sender = await createFilledSender(hub, {
    cases: 6,
    seed: 'delivery',
    branchCode: 'MKH01',
    mix: ALL_SUBMITTED,
  });
  await sender.sendAll();
  cases = await importWaiting(hub);
  officer = await createClerk(hub, 'delivery', ['deliveryOfficer']);
});
afterAll(async () => {
  sender.close();
  await hub.close();
});

let used = 0;
async function accepted(months: number, conditions?: string) {
  const caseId = cases[used];
  used += 1;
  if (caseId === undefined) throw new Error('no case is left');
  const itemId = await acceptAndTell(hub, caseId, {
    amount: MONTH,
    months,
    ...(conditions === undefined ? {} : { conditions }),
  });
  return { caseId, itemId };
}

const list = async (query: string) =>
  List.parse((await officer.call('GET', `/deliveries?${query}`)).body);
const post = (caseId: string, path: string, body: object = {}) =>
  officer.call('POST', `/cases/${caseId}/${path}`, { caseId, ...body });
const register = (caseId: string, change: object = {}) =>
  post(caseId, 'registration', {
    account: { iban: IBAN, by: 'document' },
    conditionsMet: true,
    note: null,
    ...change,
  });

async function stateOf(caseId: string) {
  const { events } = ServiceCase.parse(
    (await officer.call('GET', `/cases/${caseId}/service`)).body,
  );
  const state = replayCase(events);
  if (state === null) throw new Error('no case');
  return state;
}

async function delivery(caseId: string, itemId: string, change: object = {}) {
  const state = await stateOf(caseId);
  const value = (path: string) => {
    const answer = state.answers.values[path];
    const text = answer !== undefined && 'value' in answer ? answer.value : '';
    return typeof text === 'string' ? text : '';
  };
  const number = value('idNumber') || value('gccIdNumber') || value('passportNo');
  return post(caseId, 'deliveries', {
    delivery: {
      itemId,
      amount: MONTH,
      quantity: null,
      deliveredOn: '2026-11-23',
      place: 'headquarters',
      receiver: {
        name: value('nameFirst'),
        as: 'applicant',
        identity: { documentKey: 'D1', number, validUntil: '2030-01-01' },
      },
      proof: { kind: 'signedReceipt' },
      ...change,
    },
  });
}

describe('registration and delivery at headquarters', () => {
  it('waits for the registration, then for each month, and ends with the opinion', async () => {
    const { caseId, itemId } = await accepted(3, 'عقد الإيجار موثق');
    const before = await list('view=toRegister');
    expect(before.rows.map((row) => row.caseId)).toContain(caseId);
    expect(before.total).toBe(before.rows.length);

    expect((await register(caseId, { conditionsMet: false })).body).toMatchObject({
      code: 'conditionsOpen',
    });
    expect(
      (await register(caseId, { account: { iban: 'SA0380000000608010167518', by: 'document' } }))
        .body,
    ).toMatchObject({ code: 'ibanInvalid' });
    expect((await delivery(caseId, itemId)).body).toMatchObject({ code: 'actionNotAllowed' });
    expect((await register(caseId)).body).toEqual({ status: 'registered' });
    expect((await register(caseId)).body).toMatchObject({ code: 'actionNotAllowed' });

    await post(caseId, 'schedule', { schedules: [{ itemId, firstOn: '2026-10-31' }] });
    const due = await list('view=due');
    const own = due.rows.filter((row) => row.caseId === caseId);
    expect(own.map((row) => row.due)).toMatchObject([
      { number: 1, parts: 3, dueOn: '2026-10-31', isOverdue: true, amount: MONTH },
      { number: 2, dueOn: '2026-11-30', isOverdue: false },
    ]);
    expect(due.overdue).toBe(1);
    const december = await list('view=due&month=2026-12');
    expect(december.rows.filter((row) => row.caseId === caseId)).toHaveLength(1);
    expect(december.months).toContainEqual({ month: '2026-12', parts: 1, amount: MONTH });

    // Part of the first month, then the rest of it with the second.
    expect((await delivery(caseId, itemId, { amount: 50_000 })).status).toBe(200);
    const [first] = (await list('view=due')).rows.filter((row) => row.caseId === caseId);
    expect(first?.due).toMatchObject({ number: 1, amount: MONTH - 50_000 });
    expect((await delivery(caseId, itemId, { amount: 3 * MONTH })).body).toMatchObject({
      code: 'aboveApproval',
    });
    expect((await delivery(caseId, itemId, { deliveredOn: '2026-11-24' })).body).toMatchObject({
      code: 'inputInvalid',
    });
    expect((await delivery(caseId, itemId, { amount: 3 * MONTH - 50_000 })).body).toEqual({
      status: 'serviceDelivered',
    });
    expect((await list('view=due')).rows.some((row) => row.caseId === caseId)).toBe(false);
    expect((await post(caseId, 'closing')).body).toMatchObject({ code: 'actionNotAllowed' });
    served = caseId;
  });

  it('refuses a document that has run out and a number that is not the applicant’s', async () => {
    const { caseId, itemId } = await accepted(1);
    await register(caseId);
    const identity = (number: string, validUntil: string) => ({
      receiver: {
        name: 'فاطمة',
        as: 'agent',
        identity: { documentKey: 'D1', number, validUntil },
      },
    });
    expect((await delivery(caseId, itemId, identity('1', '2026-11-22'))).body).toMatchObject({
      code: 'identityExpired',
    });
    const known = (await stateOf(caseId)).answers.values['idNumber'];
    const other = await delivery(caseId, itemId, {
      receiver: {
        name: 'فاطمة',
        as: 'applicant',
        identity: { documentKey: 'D1', number: '1000000008', validUntil: '2030-01-01' },
      },
    });
    if (known !== undefined) expect(other.body).toMatchObject({ code: 'identityDiffers' });
    else expect(other.status).toBe(200);
  });

  it('is withdrawn with a reason while nothing was delivered, with a numbered paper', async () => {
    const { caseId } = await accepted(2);
    const said = { channel: 'phone', withdrawnOn: '2026-11-23', reason: 'وجد عملًا' };
    expect(
      (await post(caseId, 'papers', { paper: 'N8', subject: null, language: 'ar' })).status,
    ).toBe(404);
    expect(
      (await post(caseId, 'withdrawal', { ...said, withdrawnOn: '2026-11-24' })).body,
    ).toMatchObject({ code: 'inputInvalid' });
    expect((await post(caseId, 'withdrawal', said)).body).toEqual({ status: 'withdrawn' });
    const print = () => post(caseId, 'papers', { paper: 'N8', subject: null, language: 'ar' });
    expect([(await print()).body, (await print()).body]).toEqual([{ copy: 1 }, { copy: 2 }]);
    expect((await list('view=toRegister')).rows.some((row) => row.caseId === caseId)).toBe(false);
  });

  it('is nobody’s who has no right to it', async () => {
    const reader = await createClerk(hub, 'member', ['committeeMember']);
    expect((await reader.call('GET', '/deliveries?view=due')).body).toMatchObject({
      code: 'notPermitted',
    });
  });

  it('asks for the opinion three days later, and ends by itself when it cannot be had', async () => {
    hub.setNow('2026-11-26T08:00:00.000Z');
    await officer.call('POST', '/session', { userName: 'delivery', password: HQ_PASSWORD });
    expect((await list('view=opinion')).rows.map((row) => row.caseId)).toEqual([served]);
    for (const triedOn of ['2026-11-25', '2026-11-26', '2026-11-26']) {
      expect(await closeEndedCases(hub.hub.context)).toBe(0);
      await post(served, 'not-reached', { channel: 'phone', triedOn });
    }
    expect(await closeEndedCases(hub.hub.context)).toBe(1);
    expect((await stateOf(served)).service.closed?.reason).toBe('notReached');
    expect((await post(served, 'closing')).body).toMatchObject({ code: 'actionNotAllowed' });
  });
});
