import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { writeHub } from '#db/hub/connection.ts';
import { listReady } from '#db/hub/decisionLists.ts';
import { findHubCase } from '#hq/cases/hubCase.ts';
import { lockAndReadCases, writeCaseEvents } from '#hq/cases/writeCaseEvents.ts';
import { releaseDueDecisions, riyadhToday } from '#hq/decisions/releaseDecisions.ts';
import { CaseInSession, OpenSession } from '#shared/contracts/hq/committee.ts';
import { CaseDecision } from '#shared/contracts/hq/decisions.ts';
import { StudyFile } from '#shared/contracts/hq/study.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { DecisionId } from '#shared/domain/case/decision.ts';
import { standingItems } from '#shared/domain/case/headquartersState.ts';
import { itemServices } from '#shared/domain/case/serviceState.ts';
import { type CaseId, type IsoDay } from '#shared/domain/identity.ts';
import {
  accepted,
  type Colleague,
  colleague,
  createCommittee,
  deferred,
  makeReady,
  rejected,
  type TestCommittee,
} from './support/committee.ts';
import { ALL_SUBMITTED, createFilledSender, type FilledSender } from './support/filledSender.ts';
import { createTestHub, HQ_PASSWORD, type TestHub } from './support/testHub.ts';

let hub: TestHub;
let sender: FilledSender;
let cases: CaseId[];
let first: TestCommittee;
let others: TestCommittee;
let officer: Colleague;
let director: Colleague;
beforeAll(async () => {
  hub = await createTestHub();
  sender = await createFilledSender(hub, {
    cases: 16,
    seed: 'appeals',
    branchCode: 'MKH01',
    mix: ALL_SUBMITTED,
  });
  await sender.sendAll();
  cases = [...(await makeReady(hub))];
  first = await createCommittee(hub, 'first');
  others = await createCommittee(hub, 'others');
  officer = await colleague(hub, 'officer', ['relationsOfficer']);
  director = await colleague(hub, 'director', ['director']);
});
afterAll(async () => {
  sender.close();
  await hub.close();
});

const nextCase = (): CaseId => {
  const caseId = cases.shift();
  if (caseId === undefined) throw new Error('no case is left');
  return caseId;
};

async function stateOf(caseId: CaseId): Promise<CaseState> {
  const { context } = hub.hub;
  const found = await findHubCase(context.db, context.hubId, caseId);
  if (found?.state == null) throw new Error('the case is not here');
  return found.state;
}

const look = async (caseId: CaseId) =>
  CaseDecision.parse((await officer.api('GET', `/cases/${caseId}/decision`)).body);

/** The day of the answer comes, and the branch tells the last decision. @returns the day of the notice */
async function tell(caseId: CaseId): Promise<IsoDay> {
  const { submission } = await stateOf(caseId);
  const day = submission?.replyNotBefore ?? '';
  if (riyadhToday(hub.hub.context) < day) hub.setNow(`${day}T08:00:00.000Z`);
  await releaseDueDecisions(hub.hub.context);
  await officer.signIn();
  const { headquarters } = await stateOf(caseId);
  const untold = headquarters.decisions.find(({ told }) => told === null);
  const toldOn = riyadhToday(hub.hub.context);
  await append(caseId, {
    kind: 'decisionTold',
    payload: {
      decisionId: DecisionId.parse(untold?.decisionId),
      channel: 'phone',
      toldOn,
      toldTo: null,
    },
  });
  return toldOn;
}

async function append(
  caseId: CaseId,
  event: object,
  actorId: string = hub.hub.context.hubId,
): Promise<void> {
  const { context } = hub.hub;
  await writeHub(context.db, async (writer) => {
    const found = await lockAndReadCases(writer, context, [caseId]);
    const placed = { ...event, caseId, actorId } as never;
    await writeCaseEvents(writer, context, found, [placed]);
  });
}

function appeal(caseId: CaseId, change: object) {
  return officer.api('POST', `/cases/${caseId}/appeals`, {
    channel: 'phone',
    grounds: 'أسكن في نطاق الفرع، وهذا عقد الإيجار.',
    newDocuments: 'عقد إيجار',
    lateReason: null,
    ...change,
  });
}

async function appealed(caseId: CaseId): Promise<void> {
  const toldOn = await tell(caseId);
  const { appealable } = await look(caseId);
  if ('refusal' in appealable) throw new Error(appealable.refusal);
  const { decisionId, itemIds } = appealable;
  const answer = await appeal(caseId, { decisionId, itemIds, filedOn: toldOn });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
}

describe('an appeal', () => {
  it('is decided by others, overturns, and both decisions stay on the case', async () => {
    const caseId = nextCase();
    await first.decide(caseId, rejected);
    await appealed(caseId);
    expect((await stateOf(caseId)).status).toBe('appealed');
    // Its receipt is numbered, copy by copy.
    const appealId = (await look(caseId)).appeals[0]?.appealId ?? '';
    const receipt = (of: string) =>
      officer.api('POST', `/cases/${caseId}/appeals/${of}/receipt`, { language: 'ar' });
    expect((await receipt(appealId)).body).toEqual({ copy: 1 });
    expect((await receipt(appealId)).body).toEqual({ copy: 2 });
    expect((await receipt(crypto.randomUUID())).body).toMatchObject({ code: 'notFound' });
    expect((await stateOf(caseId)).papers.at(-1)).toMatchObject({ paper: 'N9', subject: appealId });
    // Those who made the first decision have no voice on it.
    const { ofCase, session } = await first.sit(caseId);
    const mine = CaseInSession.parse((await first.chair.api('GET', ofCase)).body);
    expect(mine.appeal?.grounds).toContain('عقد الإيجار');
    expect(new Set(mine.members.map(({ noVoice }) => noVoice))).toEqual(
      new Set(['memberOfFirstDecision']),
    );
    const none = await first.chair.api('POST', `${ofCase}/motions`, {
      items: mine.items.map(rejected),
    });
    expect(none.body).toMatchObject({ code: 'noQuorum' });
    await first.chair.api('POST', `${session}/close`, {});
    const decided = await others.decide(caseId, accepted);
    expect(decided.case.subject).toBe('appeal');
    await releaseDueDecisions(hub.hub.context);
    await tell(caseId);
    const shown = await look(caseId);
    expect(shown.decisions.map(({ content }) => content.reviewOf)).toEqual([
      null,
      shown.decisions[0]?.content.decisionId,
    ]);
    expect(shown.decisions[1]?.appealUntil).toBeNull();
    expect(shown.appealable).toEqual({ refusal: 'appealTwice' });
    const state = await stateOf(caseId);
    expect(state.status).toBe('notified');
    expect(itemServices(state.headquarters, state.service).length).toBe(shown.items.length);
  });

  it('that is upheld is the last word', async () => {
    const caseId = nextCase();
    await first.decide(caseId, rejected);
    await appealed(caseId);
    await others.decide(caseId, rejected);
    await tell(caseId);
    const { appealable } = await look(caseId);
    expect(appealable).toEqual({ refusal: 'appealFinal' });
  });

  it('is refused in words before the notice, twice, of nothing that was rejected, after a withdrawal, and too late without a reason', async () => {
    const caseId = nextCase();
    await first.decide(caseId, rejected);
    expect((await look(caseId)).appealable).toEqual({ refusal: 'appealNotTold' });
    const toldOn = await tell(caseId);
    const { appealable } = await look(caseId);
    if ('refusal' in appealable) throw new Error(appealable.refusal);
    const { decisionId, itemIds } = appealable;
    const elsewhere = { decisionId, itemIds: ['elsewhere'], filedOn: toldOn };
    expect((await appeal(caseId, elsewhere)).body).toMatchObject({ code: 'appealNothingRejected' });
    const early = { decisionId, itemIds, filedOn: '2026-11-01' };
    expect((await appeal(caseId, early)).body).toMatchObject({ code: 'appealEarly' });
    const late = { decisionId, itemIds, filedOn: '2027-06-01' };
    expect((await appeal(caseId, late)).body).toMatchObject({ code: 'appealLate' });
    hub.setNow('2027-06-01T08:00:00.000Z');
    await officer.signIn();
    const why = { ...late, lateReason: 'كان في المستشفى' };
    expect((await appeal(caseId, why)).status).toBe(200);
    expect((await appeal(caseId, why)).body).toMatchObject({ code: 'appealTwice' });

    const all = nextCase();
    await first.decide(all, accepted);
    await tell(all);
    expect((await look(all)).appealable).toEqual({ refusal: 'appealNothingRejected' });
    await append(all, {
      kind: 'requestWithdrawn',
      payload: { channel: 'phone', withdrawnOn: '2027-06-01', reason: null, dataTold: true },
    });
    expect((await look(all)).appealable).toEqual({ refusal: 'appealWithdrawn' });
  });

  it('opens a case again that was closed since nobody had appealed', async () => {
    const caseId = nextCase();
    await first.decide(caseId, rejected);
    await tell(caseId);
    await append(caseId, {
      kind: 'caseClosed',
      payload: { reason: 'appealPeriodOver', closedOn: riyadhToday(hub.hub.context) },
    });
    expect((await stateOf(caseId)).stage).toBe('closed');
    const { appealable } = await look(caseId);
    if ('refusal' in appealable) throw new Error(appealable.refusal);
    const said = { ...appealable, filedOn: riyadhToday(hub.hub.context) };
    const { number: _number, ...input } = said;
    expect((await appeal(caseId, input)).status).toBe(200);
    expect((await stateOf(caseId)).stage).toBe('notified');
  });
});

describe('an appeal before the director', () => {
  const decide = (by: Colleague, caseId: CaseId, appealId: string, items: readonly object[]) =>
    by.api('POST', `/cases/${caseId}/appeals/${appealId}/decision`, { items });

  it('is decided alone, item by item, and is the last word', async () => {
    const caseId = nextCase();
    await first.decide(caseId, rejected);
    await appealed(caseId);
    await director.signIn();
    const { review, items } = await look(caseId);
    expect(review?.firstDeciders.length).toBe(first.members.length);
    const appealId = review?.appealId ?? '';
    // Nobody else decides alone, nothing is put off, and every item that it is about is decided.
    expect((await decide(first.chair, caseId, appealId, items.map(accepted))).body).toMatchObject({
      code: 'notPermitted',
    });
    const later = await decide(director, caseId, appealId, items.map(deferred));
    expect(later.body).toMatchObject({ code: 'inputInvalid' });
    const none = await decide(director, caseId, appealId, [rejected({ itemId: 'elsewhere' })]);
    expect(none.body).toMatchObject({ code: 'itemsNotCovered' });
    const above = items.map((item) => ({
      ...accepted(item),
      ...(item.amount === null ? { quantity: 99_999 } : { amount: item.amount + 1 }),
    }));
    expect((await decide(director, caseId, appealId, above)).status).toBe(422);
    // Not beside a session that has it.
    const { session } = await first.sit(caseId);
    expect((await decide(director, caseId, appealId, items.map(accepted))).body).toMatchObject({
      code: 'onAnotherAgenda',
    });
    await first.chair.api('POST', `${session}/close`, {});

    const decided = await decide(director, caseId, appealId, items.map(accepted));
    expect(decided.status, JSON.stringify(decided.body)).toBe(200);
    const again = await decide(director, caseId, appealId, items.map(rejected));
    expect(again.body).toMatchObject({ code: 'appealNotOpen' });
    await tell(caseId);
    const shown = await look(caseId);
    expect(shown.decisions[1]).toMatchObject({ session: null, appealUntil: null });
    expect(shown.appealable).toEqual({ refusal: 'appealTwice' });
    const { headquarters } = await stateOf(caseId);
    expect(standingItems(headquarters).map(({ outcome }) => outcome)).toEqual(
      items.map(() => 'accepted'),
    );
  });

  it('is not theirs where they made the first decision', async () => {
    const caseId = nextCase();
    const { items } = await look(caseId);
    const decision = {
      decisionId: DecisionId.parse(hub.hub.context.ids.uuid()),
      ...{ number: 'D-2026-900001', decidedOn: '2026-11-23', appealDays: 30, reviewOf: null },
      items: items.map(rejected),
    };
    await append(caseId, { kind: 'decisionMade', payload: { decision } }, director.personId);
    await append(caseId, {
      kind: 'decisionReached',
      payload: { decisionId: decision.decisionId },
    });
    await appealed(caseId);
    await director.signIn();
    const { review } = await look(caseId);
    const answer = await decide(director, caseId, review?.appealId ?? '', items.map(accepted));
    expect(answer.body).toMatchObject({ code: 'memberOfFirstDecision' });
  });
});

describe('what was decided and not let go', () => {
  it('is heard by those who decide or tell, and by nobody else before its day', async () => {
    hub.setNow('2026-11-23T08:00:00.000Z');
    await hub.api('POST', '/session', { userName: 'admin', password: HQ_PASSWORD });
    const researcher = await colleague(hub, 'researcher', ['researchOfficer']);
    const clerk = await colleague(hub, 'clerk', ['importClerk']);
    await officer.signIn();
    const caseId = nextCase();
    await first.decide(caseId, rejected);
    const heardBy = async (who: Colleague) =>
      CaseDecision.parse((await who.api('GET', `/cases/${caseId}/decision`)).body);
    for (const who of [officer, first.chair, ...first.members]) {
      await who.signIn();
      expect((await heardBy(who)).decisions.length).toBe(1);
    }
    const Registered = z.object({
      people: z.array(z.looseObject({ latestReference: z.string(), latestStatus: z.string() })),
    });
    const Listed = z.object({ cases: z.array(z.looseObject({ caseId: z.string() })) });
    for (const who of [researcher, clerk]) {
      const heard = await heardBy(who);
      expect(heard.decisions).toEqual([]);
      expect(heard.case.status).toBe('readyForCommittee');
      const { body } = await who.api('GET', '/decisions?stand=waitsForDay');
      const listed = Listed.parse(body).cases.find((each) => each.caseId === caseId);
      expect(listed).toMatchObject({ status: 'readyForCommittee' });
      const study = StudyFile.parse((await who.api('GET', `/study/${caseId}`)).body);
      expect(study.case.status).toBe('readyForCommittee');
      expect(study.events.map(({ kind }) => kind)).not.toContain('decisionMade');
      // Nor does the registry say it, neither in its lists nor by asking for it.
      const of = async (status: string) =>
        Registered.parse((await who.api('GET', `/registry?status=${status}&limit=100`)).body)
          .people;
      const withCommittee = await of('readyForCommittee');
      expect(new Set(withCommittee.map((each) => each.latestStatus))).toEqual(
        new Set(['readyForCommittee']),
      );
      expect(await of('rejected')).toEqual(withCommittee);
    }
    // Drafts, motions and votes are of those who sit in sessions.
    const other = nextCase();
    const { ofCase, session } = await first.sit(other);
    const sitting = CaseInSession.parse((await first.chair.api('GET', ofCase)).body);
    await first.chair.api('POST', `${ofCase}/motions`, { items: sitting.items.map(rejected) });
    const motionsFor = async (who: Colleague) =>
      OpenSession.parse((await who.api('GET', session)).body).session.agenda[0]?.motions.length;
    expect(await motionsFor(first.chair)).toBe(sitting.items.length);
    expect(await motionsFor(officer)).toBe(0);
    for (const path of [ofCase, `${session}/minutes`]) {
      expect((await officer.api('GET', path)).body).toMatchObject({ code: 'notPermitted' });
      const member = await first.members[1]?.api('GET', path);
      expect(member?.body).not.toMatchObject({ code: 'notPermitted' });
    }
    await first.chair.api('POST', `${session}/close`, {});

    await tell(caseId);
    for (const who of [researcher, clerk]) {
      await who.signIn();
      expect((await heardBy(who)).decisions.length).toBe(1);
    }
  });
});

describe('what was deferred', () => {
  it('comes back once what was asked is there, and only it is decided; the rest stands and is served', async () => {
    const caseId = nextCase();
    const asked = (await look(caseId)).items;
    // Deferred alone where nothing else was asked for.
    const keep = asked.length > 1 ? asked[0]?.itemId : undefined;
    await first.decide(caseId, (item) => (item.itemId === keep ? accepted(item) : deferred(item)));
    const before = await hub.hub.context.db.query<{ stand: string }>(
      'SELECT stand FROM hub_case WHERE case_id = $1',
      [caseId],
    );
    expect(before[0]?.stand).toBe('waitsForDay');
    await tell(caseId);
    const { deferred: waiting } = await look(caseId);
    const [one] = waiting;
    if (one === undefined) throw new Error('nothing was deferred');
    const { db } = hub.hub.context;
    const isReady = async (today: string) =>
      (await listReady(db, today, 200)).some((row) => row.caseId === caseId);
    expect(await isReady('2026-12-31')).toBe(false);
    // Its last day brings it back by itself.
    expect(await isReady('2027-02-01')).toBe(true);
    const answer = await officer.api('POST', `/cases/${caseId}/deferral-answers`, {
      decisionId: one.decisionId,
      itemIds: waiting.map(({ itemId }) => itemId),
      text: 'أُحضر التقرير',
    });
    expect(answer.status).toBe(200);
    expect(await isReady('2026-12-31')).toBe(true);
    const decided = await first.decide(caseId, accepted);
    expect(decided.case.subject).toBe('deferred');
    expect(decided.items.map(({ itemId }) => itemId)).toEqual(waiting.map(({ itemId }) => itemId));
    await tell(caseId);
    const { headquarters } = await stateOf(caseId);
    expect(standingItems(headquarters).map(({ outcome }) => outcome)).toEqual(
      asked.map(() => 'accepted'),
    );
  });

  it('is not decided before the first decision was let go', async () => {
    const caseId = nextCase();
    hub.setNow('2026-11-23T08:00:00.000Z');
    await officer.signIn();
    await hub.api('POST', '/session', { userName: 'admin', password: HQ_PASSWORD });
    await first.decide(caseId, deferred);
    await expect(first.decide(caseId, accepted)).rejects.toThrow('firstNotReleased');
  });
});
