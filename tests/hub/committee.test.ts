import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSessionEvents } from '#db/hub/committeeSessions.ts';
import { writeHub } from '#db/hub/connection.ts';
import { lockAndReadCases, writeCaseEvents } from '#hq/cases/writeCaseEvents.ts';
import { CaseInSession, Minutes, OpenSession } from '#shared/contracts/hq/committee.ts';
import { reduceSession } from '#shared/domain/committee/reduceSession.ts';
import { CommitteeSession } from '#shared/domain/committee/session.ts';
import {
  SESSION_EVENT_PAYLOADS,
  type SessionEvent,
} from '#shared/domain/committee/sessionEvents.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { type Colleague, colleague, makeReady } from './support/committee.ts';
import { ALL_SUBMITTED, createFilledSender, type FilledSender } from './support/filledSender.ts';
import { createTestHub, type TestHub } from './support/testHub.ts';

let hub: TestHub;
let sender: FilledSender;
let cases: CaseId[];
let chair: Colleague;
let members: readonly Colleague[];
let reader: Colleague;
beforeAll(async () => {
  hub = await createTestHub();
  sender = await createFilledSender(hub, {
    cases: 12,
    seed: 'committee',
    branchCode: 'MKH01',
    mix: ALL_SUBMITTED,
  });
  await sender.sendAll();
  cases = [...(await makeReady(hub))];
  chair = await colleague(hub, 'chair', ['committeeChair']);
  members = [
    await colleague(hub, 'first', ['committeeMember']),
    await colleague(hub, 'second', ['committeeMember']),
    await colleague(hub, 'third', ['committeeMember']),
  ];
  reader = await colleague(hub, 'officer', ['researchOfficer']);
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
const everybody = () => [chair, ...members].map(({ personId }) => personId);

async function plan(): Promise<OpenSession> {
  const answer = await chair.api('POST', '/committee/sessions', {
    heldOn: '2026-11-24',
    startsAt: '10:00',
    place: { kind: 'room', where: 'قاعة الاجتماعات' },
    members: everybody(),
    chairId: chair.personId,
  });
  return OpenSession.parse(answer.body);
}

/** A session that goes on with these cases and these people. */
async function sit(
  caseIds: readonly CaseId[],
  present: readonly string[] = everybody(),
): Promise<string> {
  const { session } = await plan();
  const at = `/committee/sessions/${session.sessionId}`;
  await done(chair, `${at}/agenda`, { cases: caseIds, version: session.version });
  await done(chair, `${at}/begin`, { present });
  return session.sessionId;
}

const of = (sessionId: string, caseId: string) =>
  `/committee/sessions/${sessionId}/cases/${caseId}`;

async function done(who: Colleague, path: string, body: object): Promise<unknown> {
  const answer = await who.api('POST', path, body);
  if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

async function refused(who: Colleague, path: string, body: object): Promise<unknown> {
  const answer = await who.api('POST', path, body);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  return (answer.body as { code?: unknown }).code;
}

async function look(sessionId: string, caseId: string): Promise<CaseInSession> {
  return CaseInSession.parse((await chair.api('GET', of(sessionId, caseId))).body);
}

async function rejectAll(sessionId: string, caseId: string): Promise<CaseInSession> {
  const { items } = await look(sessionId, caseId);
  return CaseInSession.parse(
    await done(chair, `${of(sessionId, caseId)}/motions`, {
      items: items.map(({ itemId }) => ({
        ...{ itemId, outcome: 'rejected', code: 'outOfArea', reason: 'خارج نطاق الفرع' },
      })),
    }),
  );
}

async function allVote(sessionId: string, caseId: string, votes: Record<string, string>) {
  const { agenda } = await look(sessionId, caseId);
  for (const { motionId } of agenda.motions.filter(({ isReplaced }) => !isReplaced)) {
    await done(chair, `${of(sessionId, caseId)}/votes`, {
      motionId,
      votes: Object.entries(votes).map(([memberId, vote]) => ({ memberId, vote })),
    });
  }
}

const allFor = () => Object.fromEntries(everybody().map((id) => [id, 'for']));

describe('a session of the committee', () => {
  it('goes from its plan over agenda, votes and decisions to minutes that only an addendum follows', async () => {
    const [first, second] = [nextCase(), nextCase()];
    const sessionId = await sit([first, second]);
    const before = await look(sessionId, first);
    expect(before.report?.items.length).toBe(before.items.length);
    const clerk = await colleague(hub, 'clerk', ['importClerk']);
    const seen = await clerk.api('GET', of(sessionId, first));
    expect(seen.body).toMatchObject({ code: 'notPermitted' });
    await rejectAll(sessionId, first);
    await allVote(sessionId, first, allFor());
    const decided = CaseInSession.parse(await done(chair, `${of(sessionId, first)}/decision`, {}));
    expect(decided.agenda.decided?.decisionNumber).toMatch(/^D-2026-\d{6}$/u);
    const closed = OpenSession.parse(
      await done(chair, `/committee/sessions/${sessionId}/close`, {}),
    );
    expect(closed.session.minutesNumber).toMatch(/^M-2026-\d{4}$/u);
    // What was not decided waits for another session.
    expect(closed.cases.map(({ session }) => session)).toEqual([null, null]);
    const again = await refused(chair, `${of(sessionId, second)}/motions`, {
      items: [{ itemId: 'x', outcome: 'rejected', code: 'outOfArea', reason: 'سبب' }],
    });
    expect(again).toBe('sessionNotOpen');
    await done(chair, `/committee/sessions/${sessionId}/minutes`, { text: 'يُصحَّح اسم القاعة.' });
    const path = `/committee/sessions/${sessionId}/minutes`;
    expect((await reader.api('GET', path)).body).toMatchObject({ code: 'notPermitted' });
    const minutes = Minutes.parse((await members[0]?.api('GET', path))?.body);
    expect(minutes.session.addenda).toHaveLength(1);
    expect(minutes.cases[0]?.items.length).toBe(before.items.length);
    const copies = [
      await done(chair, `${path}/copies`, { language: 'ar' }),
      await done(chair, `${path}/copies`, { language: 'en' }),
    ];
    expect(copies).toEqual([{ copy: 1 }, { copy: 2 }]);
    cases.push(second);
  });

  it('is the same made anew from the journal', async () => {
    const rows = await hub.hub.context.db.query<{ content: unknown }>(
      'SELECT content FROM committee_session ORDER BY session_id',
    );
    const events = await readSessionEvents(hub.hub.context.db, Object.keys(SESSION_EVENT_PAYLOADS));
    const anew = new Map<string, CommitteeSession | null>();
    for (const { at, ...event } of events) {
      const payload = JSON.parse(event.payload) as SessionEvent['payload'];
      const told = { ...event, at: new Date(at).toISOString(), payload } as SessionEvent;
      const { sessionId } = told.payload;
      anew.set(sessionId, reduceSession(anew.get(sessionId) ?? null, told));
    }
    const sorted = [...anew.values()].sort((a, b) =>
      (a?.sessionId ?? '') < (b?.sessionId ?? '') ? -1 : 1,
    );
    expect(rows.map(({ content }) => CommitteeSession.parse(content))).toEqual(sorted);
  });
});

describe('what a session refuses', () => {
  it('without a quorum: its opening, and votes once so many have stepped back', async () => {
    const caseId = nextCase();
    const { session } = await plan();
    const at = `/committee/sessions/${session.sessionId}`;
    await done(chair, `${at}/agenda`, { cases: [caseId], version: session.version });
    const two = everybody().slice(0, 2);
    expect(await refused(chair, `${at}/begin`, { present: two })).toBe('noQuorum');
    await done(chair, `${at}/begin`, { present: everybody().slice(0, 3) });
    await rejectAll(session.sessionId, caseId);
    await done(chair, `${of(session.sessionId, caseId)}/recusals`, {
      memberId: members[0]?.personId,
      reason: 'قرابة',
    });
    const { agenda } = await look(session.sessionId, caseId);
    const vote = { motionId: agenda.motions[0]?.motionId, vote: 'for' };
    expect(await refused(chair, `${of(session.sessionId, caseId)}/vote`, vote)).toBe('noQuorum');
    expect(await refused(chair, `${of(session.sessionId, caseId)}/decision`, {})).toMatch(
      /votesMissing|noQuorum/u,
    );
    await done(chair, `${at}/close`, {});
    cases.push(caseId);
  });

  it('votes of whoever is absent, recused, no member, or has voted', async () => {
    const caseId = nextCase();
    const sessionId = await sit([caseId], everybody().slice(0, 3));
    await rejectAll(sessionId, caseId);
    const path = of(sessionId, caseId);
    const { agenda } = await look(sessionId, caseId);
    const motionId = agenda.motions[0]?.motionId;
    const [first, , third] = members;
    if (!first || !third) throw new Error('members');
    const vote = { motionId, vote: 'against' };
    expect(await refused(third, `${path}/vote`, vote)).toBe('memberAbsent');
    expect(await refused(reader, `${path}/vote`, vote)).toBe('notPermitted');
    await done(chair, `/committee/sessions/${sessionId}/attendance`, { present: everybody() });
    await done(first, `${path}/recusal`, { reason: 'مقدّم الطلب ابن عمي' });
    expect(await refused(first, `${path}/vote`, vote)).toBe('memberRecused');
    await done(third, `${path}/vote`, vote);
    expect(await refused(third, `${path}/vote`, vote)).toBe('alreadyVoted');
    expect(await refused(third, `${path}/recusal`, { reason: 'قرابة' })).toBe('alreadyVoted');
    const stranger = hub.hub.context.hubId;
    expect(
      await refused(chair, `${path}/votes`, {
        motionId,
        votes: [{ memberId: stranger, vote: 'for' }],
      }),
    ).toBe('notAMember');
    expect(await refused(chair, `${path}/decision`, {})).toBe('votesMissing');
    await done(chair, `/committee/sessions/${sessionId}/close`, {});
    cases.push(caseId);
  });

  it('a motion above what was asked for, on another item, without a reason that is offered, or one that was not carried', async () => {
    const caseId = nextCase();
    const sessionId = await sit([caseId]);
    const path = of(sessionId, caseId);
    const { items } = await look(sessionId, caseId);
    const asked = items.find(({ amount, quantity }) => amount !== null || quantity !== null);
    if (asked === undefined) throw new Error('nothing is counted in this case');
    const accept = {
      itemId: asked.itemId,
      outcome: 'accepted',
      amount: asked.amount === null ? null : asked.amount + 1,
      quantity: asked.quantity === null ? null : asked.quantity + 1,
      period: { kind: 'once' },
      fundingSource: 'zakat',
      conditions: null,
      reason: null,
    };
    expect(await refused(chair, `${path}/motions`, { items: [accept] })).toBe('amountAboveAsked');
    const codeless = { itemId: asked.itemId, outcome: 'rejected', reason: 'سبب' };
    expect(await refused(chair, `${path}/motions`, { items: [codeless] })).toBe('inputInvalid');
    const elsewhere = { ...codeless, itemId: 'elsewhere', code: 'outOfArea' };
    expect(await refused(chair, `${path}/motions`, { items: [elsewhere] })).toBe('itemsNotCovered');
    await rejectAll(sessionId, caseId);
    const against = Object.fromEntries(everybody().map((id) => [id, 'against']));
    await allVote(sessionId, caseId, against);
    expect(await refused(chair, `${path}/decision`, {})).toBe('notCarried');
    // Another motion on the item: votes on the one before lapse, and it takes none any more.
    const old = (await look(sessionId, caseId)).agenda.motions[0]?.motionId;
    await rejectAll(sessionId, caseId);
    expect(await refused(chair, `${path}/vote`, { motionId: old, vote: 'for' })).toBe(
      'motionReplaced',
    );
    await done(chair, `/committee/sessions/${sessionId}/close`, {});
    cases.push(caseId);
  });

  it('a tie that the chair’s own vote does not settle', async () => {
    const caseId = nextCase();
    const sessionId = await sit([caseId]);
    await rejectAll(sessionId, caseId);
    const [c, one, two, three] = everybody();
    const tie = {
      [c ?? '']: 'abstain',
      [one ?? '']: 'for',
      [two ?? '']: 'against',
      [three ?? '']: 'abstain',
    };
    await allVote(sessionId, caseId, tie);
    expect(await refused(chair, `${of(sessionId, caseId)}/decision`, {})).toBe('notCarried');
    await rejectAll(sessionId, caseId);
    await allVote(sessionId, caseId, { ...tie, [c ?? '']: 'for', [three ?? '']: 'against' });
    const decided = await done(chair, `${of(sessionId, caseId)}/decision`, {});
    expect(CaseInSession.parse(decided).agenda.decided).not.toBeNull();
    expect(await refused(chair, `${of(sessionId, caseId)}/decision`, {})).toBe('caseDecided');
    await done(chair, `/committee/sessions/${sessionId}/close`, {});
  });

  it('a decision on a case that was returned, set aside, joined to another or changed meanwhile', async () => {
    const fates = [
      [
        'caseReturned',
        {
          kind: 'caseReturned',
          payload: {
            returnId: hub.hub.context.ids.uuid(),
            reason: 'unclear',
            text: 'يُرجى التوضيح',
            wants: 'answer',
            about: { documents: [], rows: [], paths: [] },
          },
        },
      ],
      ['caseSetAside', { kind: 'caseSetAside', payload: { reason: 'ليس لنا' } }],
      [
        'caseMerged',
        {
          kind: 'personMerged',
          payload: {
            mergeId: hub.hub.context.ids.uuid(),
            fileNo: 'F-1',
            otherFileNo: null,
            kept: false,
            duplicateOf: { caseId: hub.hub.context.ids.uuid(), reference: null },
          },
        },
      ],
      [
        'caseChanged',
        {
          kind: 'studyReported',
          payload: null,
        },
      ],
    ] as const;
    for (const [code, event] of fates) {
      const caseId = nextCase();
      const sessionId = await sit([caseId]);
      await rejectAll(sessionId, caseId);
      await allVote(sessionId, caseId, allFor());
      await writeHub(hub.hub.context.db, async (writer) => {
        const found = await lockAndReadCases(writer, hub.hub.context, [caseId]);
        const report = found.get(caseId)?.state?.study.reports[0];
        const { eventId: _event, at: _at, actorId: _actor, ...again } = report ?? {};
        const payload = event.payload ?? {
          report: { ...again, reportId: hub.hub.context.ids.uuid() },
        };
        await writeCaseEvents(writer, hub.hub.context, found, [
          { ...event, payload, caseId, actorId: chair.personId } as never,
        ]);
      });
      expect(await refused(chair, `${of(sessionId, caseId)}/decision`, {})).toBe(code);
      await done(chair, `/committee/sessions/${sessionId}/close`, {});
    }
  });
});

describe('two browsers at once', () => {
  it('never write over each other: agenda, form and vote', async () => {
    const caseId = nextCase();
    const { session } = await plan();
    const at = `/committee/sessions/${session.sessionId}`;
    const both = await Promise.all(
      [1, 2].map(() =>
        chair.api('POST', `${at}/agenda`, { cases: [caseId], version: session.version }),
      ),
    );
    expect(both.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, 409]);
    const other = await plan();
    expect(
      await refused(chair, `/committee/sessions/${other.session.sessionId}/agenda`, {
        cases: [caseId],
        version: other.session.version,
      }),
    ).toBe('onAnotherAgenda');
    await done(chair, `${at}/begin`, { present: everybody() });
    const path = of(session.sessionId, caseId);
    const { items } = await look(session.sessionId, caseId);
    const typed = items.map(({ itemId }) => ({
      ...{ itemId, outcome: null, amount: '100', quantity: '', monthly: false, months: '' },
      ...{ fundingSource: null, conditions: '', code: null, reason: '', awaited: '', until: '' },
    }));
    await done(chair, `${path}/draft`, { items: typed, base: 0 });
    expect(await refused(chair, `${path}/draft`, { items: typed, base: 0 })).toBe('formChanged');
    await done(chair, `${path}/draft`, { items: typed, base: 1 });
    // It is there after the hub was started again.
    await hub.restart();
    expect((await look(session.sessionId, caseId)).draft?.version).toBe(2);
    await rejectAll(session.sessionId, caseId);
    const { agenda } = await look(session.sessionId, caseId);
    const vote = { motionId: agenda.motions[0]?.motionId, vote: 'for' };
    const votes = await Promise.all([1, 2].map(() => chair.api('POST', `${path}/vote`, vote)));
    expect(votes.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, 409]);
    await done(chair, `${at}/close`, {});
  });
});
