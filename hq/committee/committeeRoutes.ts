import type { HubContext } from '../context.ts';
import { sessionAsMayHear } from '../decisions/decisionConfidence.ts';
import { riyadhToday } from '../decisions/releaseDecisions.ts';
import { actorOf } from '../dispatcher/actorOf.ts';
import { hqImplementer } from '../dispatcher/implementer.ts';
import { printMinutes } from '../papers/countedCopies.ts';
import { openCaseInSession } from './caseInSession.ts';
import { decideInSession } from './decideInSession.ts';
import { minutesOf } from './minutes.ts';
import { committeePeople, openSession, quorumOf, readyCases, sessionsOf } from './sessionLists.ts';
import {
  addToMinutes,
  beginSession,
  callOffSession,
  changeAttendance,
  closeSession,
  planSession,
  replanSession,
  setAgenda,
} from './sessionPlans.ts';
import { castVotes, keepDraft, putMotions, recuse } from './votes.ts';

/** A procedure for everything that the committee does in its sessions. */
export function committeeRoutes(hub: HubContext) {
  const { committee } = hqImplementer;
  return {
    list: committee.list.handler(({ input }) => sessionsOf(hub, input)),
    people: committee.people.handler(() => committeePeople(hub)),
    terms: committee.terms.handler(() => ({ today: riyadhToday(hub), quorum: quorumOf(hub) })),
    ready: committee.ready.handler(() => readyCases(hub)),
    open: committee.open.handler(async ({ context, input }) =>
      sessionAsMayHear(context, await openSession(hub, input.sessionId)),
    ),
    plan: committee.plan.handler(({ context, input }) => planSession(hub, actorOf(context), input)),
    replan: committee.replan.handler(({ context, input }) =>
      replanSession(hub, actorOf(context), input),
    ),
    callOff: committee.callOff.handler(({ context, input }) =>
      callOffSession(hub, actorOf(context), input),
    ),
    setAgenda: committee.setAgenda.handler(({ context, input }) =>
      setAgenda(hub, actorOf(context), input),
    ),
    begin: committee.begin.handler(({ context, input }) =>
      beginSession(hub, actorOf(context), input),
    ),
    attendance: committee.attendance.handler(({ context, input }) =>
      changeAttendance(hub, actorOf(context), input),
    ),
    close: committee.close.handler(({ context, input }) =>
      closeSession(hub, actorOf(context), input),
    ),
    addToMinutes: committee.addToMinutes.handler(({ context, input }) =>
      addToMinutes(hub, actorOf(context), input),
    ),
    minutes: committee.minutes.handler(({ input }) => minutesOf(hub, input.sessionId)),
    printMinutes: committee.printMinutes.handler(({ context, input }) =>
      printMinutes(hub, actorOf(context), input),
    ),
    openCase: committee.openCase.handler(({ input }) => openCaseInSession(hub, input)),
    recuse: committee.recuse.handler(({ context, input }) => {
      const memberId = actorOf(context);
      return recuse(hub, memberId, { ...input, memberId });
    }),
    recordRecusal: committee.recordRecusal.handler(({ context, input }) =>
      recuse(hub, actorOf(context), input),
    ),
    saveDraft: committee.saveDraft.handler(({ context, input }) =>
      keepDraft(hub, actorOf(context), input),
    ),
    put: committee.put.handler(({ context, input }) => putMotions(hub, actorOf(context), input)),
    vote: committee.vote.handler(({ context, input: { vote, ...input } }) => {
      const memberId = actorOf(context);
      return castVotes(hub, memberId, { ...input, votes: [{ memberId, vote }] });
    }),
    recordVotes: committee.recordVotes.handler(({ context, input }) =>
      castVotes(hub, actorOf(context), input),
    ),
    decide: committee.decide.handler(({ context, input }) =>
      decideInSession(hub, actorOf(context), input),
    ),
  };
}
