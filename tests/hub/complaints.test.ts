import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { HqComplaint } from '#shared/contracts/hq/complaints.ts';
import type { TestDesk } from '../integration/desk/support/testDesk.ts';
import { sent } from './support/branchLaptops.ts';
import { type Clerk, createClerk } from './support/clerks.ts';
import { createEnrolledDesk } from './support/enrolledDesk.ts';
import { synced } from './support/synced.ts';
import { createTestHub, HQ_PASSWORD, type TestHub } from './support/testHub.ts';

let hub: TestHub;
let officer: Clerk;
let director: Clerk;
const desks: TestDesk[] = [];
beforeAll(async () => {
  hub = await createTestHub();
  officer = await createClerk(hub, 'officer', ['relationsOfficer']);
  await hub.api('POST', '/people', {
    userName: 'director',
    displayName: 'عبدالله الشريف',
    password: HQ_PASSWORD,
    roles: ['director'],
  });
  director = await createClerk(hub, 'director', ['director']);
});
afterAll(() => hub.close());
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});

const List = z.object({ complaints: z.array(HqComplaint), open: z.int(), overdue: z.int() });
const list = async (clerk: Clerk, view = 'open') =>
  List.parse((await clerk.call('GET', `/complaints?view=${view}`)).body);
const say = (clerk: Clerk, complaintId: string, path: string, body: object) =>
  clerk.call('POST', `/complaints/${complaintId}/${path}`, { complaintId, ...body });

describe('a complaint that a branch recorded', () => {
  it('is seen with its clock at headquarters, answered, appealed, answered by the director, and each answer comes down', async () => {
    const desk = await createEnrolledDesk(hub);
    desks.push(desk);
    const { complaintId, number, dueBy } = await desk.client.complaints.record({
      channel: 'phone',
      about: 'delay',
      text: 'لم يصلني رد منذ شهر',
      who: { beneficiaryId: null, name: 'أم سعد', phone: '0501112223' },
      caseId: null,
      against: null,
    });
    await sent(desk);
    const { complaints, open, overdue } = await list(officer);
    expect([open, overdue]).toEqual([1, 0]);
    expect(complaints).toMatchObject([
      { complaintId, number, dueBy, name: 'أم سعد', isOverdue: false, answer: null },
    ]);

    expect((await say(officer, complaintId, 'appeal', { reason: 'سابق' })).body).toMatchObject({
      code: 'actionNotAllowed',
    });
    expect((await say(officer, complaintId, 'answer', { answer: ' ' })).status).toBe(400);
    const answers = await Promise.all([
      say(officer, complaintId, 'answer', { answer: 'نعتذر، وقد صدر الرد اليوم' }),
      say(officer, complaintId, 'answer', { answer: 'جواب ثانٍ' }),
    ]);
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      200, 409,
    ]);
    expect((await list(officer)).open).toBe(0);
    await synced(hub, desk);
    const atDesk = await desk.client.complaints.get({ complaintId });
    expect(atDesk.answer).not.toBeNull();

    await say(officer, complaintId, 'appeal', { reason: 'لم يصدر شيء' });
    expect((await say(officer, complaintId, 'answer', { answer: 'مرة أخرى' })).body).toMatchObject({
      code: 'actionNotAllowed',
    });
    const last = await say(director, complaintId, 'answer', { answer: 'صدر القرار وسُلّم' });
    expect(last.body).toMatchObject({ answer: { text: 'صدر القرار وسُلّم' } });
    await synced(hub, desk);
    expect((await desk.client.complaints.get({ complaintId })).answer).toBe('صدر القرار وسُلّم');
    expect((await say(officer, complaintId, 'appeal', { reason: 'ثانية' })).body).toMatchObject({
      code: 'actionNotAllowed',
    });
  });
});

describe('a complaint that reached headquarters', () => {
  it('is never shown to the person whom it names, nor answered by them', async () => {
    const people = z
      .object({ people: z.array(z.object({ personId: z.string(), userName: z.string() })) })
      .parse((await hub.api('GET', '/people')).body).people;
    const named = people.find(({ userName }) => userName === 'officer')?.personId;
    const recorded = await director.call('POST', '/complaints', {
      channel: 'letters',
      about: 'conduct',
      text: 'لم يحسن الجواب بالهاتف',
      name: 'أبو فهد',
      phone: null,
      against: named,
    });
    const { complaintId, number } = HqComplaint.parse(recorded.body);
    expect(number).toMatch(/^HQ-00-C2026-000001-.$/u);
    expect((await list(officer)).complaints).toEqual([]);
    expect((await officer.call('GET', `/complaints/${complaintId}`)).body).toMatchObject({
      code: 'notFound',
    });
    expect((await say(officer, complaintId, 'answer', { answer: 'لم يحدث' })).body).toMatchObject({
      code: 'notFound',
    });
    hub.setNow('2027-02-01T08:00:00.000Z');
    await director.call('POST', '/session', { userName: 'director', password: HQ_PASSWORD });
    const late = await list(director);
    expect(late.complaints).toMatchObject([{ complaintId, isOverdue: true }]);
    expect(late.overdue).toBe(1);
    hub.setNow('2026-11-23T08:00:00.000Z');
  });

  it('is not shown to whoever has no right to the register', async () => {
    const clerk = await createClerk(hub, 'clerk', ['importClerk']);
    expect((await clerk.call('GET', '/complaints')).body).toMatchObject({ code: 'notPermitted' });
  });
});
