import type { z } from 'zod';
import { countOpenInquiries } from '#db/hub/inquiries.ts';
import { findHqPerson, listHqPeople, listNamesOf } from '#db/hub/people.ts';
import {
  countOpenReferrals,
  countStudyCases,
  findStudyCase,
  listStudyCases,
  type StudyCaseRow,
} from '#db/hub/studyCases.ts';
import { type hqStudyContract, StudyCase, StudyFile } from '#shared/contracts/hq/study.ts';
import { addDays } from '#shared/domain/calendar/dateArithmetic.ts';
import { isoDate } from '#shared/domain/calendar/dayNumber.ts';
import { awaitedItem } from '#shared/domain/case/awaitedList.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { frozenValidities } from '#shared/domain/case/frozenValidity.ts';
import { documentsAtStudy } from '#shared/domain/case/seenPapers.ts';
import { ReportId, RequestId, VisitId } from '#shared/domain/case/studyEvents.ts';
import { hasConflict, openRequest, openVisit } from '#shared/domain/case/studyState.ts';
import { dayNumberOf } from '#shared/domain/documents/days.ts';
import { rolesMay } from '#shared/domain/hub/hqPermission.ts';
import type { ActorId, CaseId } from '#shared/domain/identity.ts';
import { findHubCase } from '../cases/hubCase.ts';
import type { HubContext } from '../context.ts';
import { askedItems, coversItems } from '../decisions/askedItems.ts';
import { riyadhToday } from '../decisions/releaseDecisions.ts';
import { HqError } from '../dispatcher/hqError.ts';
import { assertMay, assessed, type CaseAtHand, onStudyCase } from './onStudyCase.ts';

type Input<Name extends keyof typeof hqStudyContract> = z.output<
  NonNullable<(typeof hqStudyContract)[Name]['~orpc']['inputSchema']>
>;

const MOST_LISTED = 100;

export async function listStudies(
  { db }: HubContext,
  actorId: ActorId,
  { view, offset }: Input<'list'>,
) {
  const [rows, counts, referrals, inquiries] = await Promise.all([
    listStudyCases(db, view, actorId, { offset, limit: MOST_LISTED + 1 }),
    countStudyCases(db, actorId),
    countOpenReferrals(db),
    countOpenInquiries(db),
  ]);
  return {
    cases: rows.slice(0, MOST_LISTED).map(listed),
    next: rows.length > MOST_LISTED ? offset + MOST_LISTED : null,
    counts,
    referrals: referrals + inquiries,
  };
}

/** @throws HqError `notFound` */
export async function openStudy(hub: HubContext, caseId: CaseId): Promise<StudyFile> {
  const [row, held, people] = await Promise.all([
    findStudyCase(hub.db, caseId),
    findHubCase(hub.db, hub.hubId, caseId),
    listHqPeople(hub.db),
  ]);
  if (row === null || held?.state == null) throw new HqError('notFound');
  const { state } = held;
  const actors = [...new Set(held.events.map(({ actorId }) => actorId as string))];
  const devices = [...new Set(held.events.map(({ deviceId }) => deviceId as string))];
  return StudyFile.parse({
    case: listed(row),
    events: held.events,
    people: Object.fromEntries(await listNamesOf(hub.db, actors, devices)),
    items: askedItems(state, hub.reference.rulesOf(state).questionnaire),
    today: riyadhToday(hub),
    officers: people
      .filter(({ active, roles }) => active && rolesMay(roles, 'study.write'))
      .filter(({ personId }) => !hasConflict(state.study, personId))
      .map(({ personId, displayName }) => ({ personId, name: displayName })),
  });
}

/** @throws HqError `officerUnfit`, `officerConflicted` */
export async function assignStudy(
  hub: HubContext,
  actorId: ActorId,
  { caseId, officerId }: Input<'assign'>,
): Promise<StudyFile> {
  const officerName = await officerNameOf(hub, officerId);
  await onStudyCase(hub, caseId, 'assignStudy', ({ state }) => {
    if (hasConflict(state.study, officerId)) throw new HqError('officerConflicted');
    const payload = { officerId, officerName };
    return [{ kind: 'studyAssigned', caseId, actorId, payload }];
  });
  return openStudy(hub, caseId);
}

/** A case of nobody is taken with the same word. @throws HqError `studyOfOther`, `officerConflicted` */
export async function beginStudy(
  hub: HubContext,
  actorId: ActorId,
  { caseId }: Input<'begin'>,
): Promise<StudyFile> {
  const officerName = await officerNameOf(hub, actorId);
  await onStudyCase(hub, caseId, 'assignStudy', ({ state, today }) => {
    const { study } = state;
    if (hasConflict(study, actorId)) throw new HqError('officerConflicted');
    const begun = {
      kind: 'studyBegun' as const,
      caseId,
      actorId,
      payload: { officerId: actorId, noConflict: true as const },
    };
    if (study.officer === null) {
      const payload = { officerId: actorId, officerName };
      return [{ kind: 'studyAssigned', caseId, actorId, payload }, begun];
    }
    assertMine(state, actorId);
    assertMay(state, 'beginStudy', today);
    return [begun];
  });
  return openStudy(hub, caseId);
}

/** The case is nobody's from here on, and this officer is not given it again. */
export async function declareConflict(
  hub: HubContext,
  actorId: ActorId,
  { caseId, reason }: Input<'declareConflict'>,
): Promise<StudyFile> {
  await onStudyCase(hub, caseId, 'declareConflict', ({ state }) => {
    assertMine(state, actorId);
    const payload = { officerId: actorId, reason };
    return [{ kind: 'studyConflictDeclared', caseId, actorId, payload }];
  });
  return openStudy(hub, caseId);
}

export async function addStudyNote(
  hub: HubContext,
  actorId: ActorId,
  { caseId, text }: Input<'addNote'>,
): Promise<StudyFile> {
  const authorName = await officerNameOf(hub, actorId);
  await onStudyCase(hub, caseId, 'addStudyNote', ({ state }) => {
    if (hasConflict(state.study, actorId)) throw new HqError('officerConflicted');
    return [{ kind: 'studyNoteAdded', caseId, actorId, payload: { authorName, text } }];
  });
  return openStudy(hub, caseId);
}

/** @throws HqError `dayPast` */
export async function scheduleVisit(
  hub: HubContext,
  actorId: ActorId,
  { caseId, plan }: Input<'scheduleVisit'>,
): Promise<StudyFile> {
  await onStudyCase(hub, caseId, 'scheduleVisit', ({ state, today }) => {
    assertMine(state, actorId);
    if (plan.on < today) throw new HqError('dayPast');
    const visitId = VisitId.parse(hub.ids.uuid());
    return [{ kind: 'visitScheduled', caseId, actorId, payload: { visitId, plan } }];
  });
  return openStudy(hub, caseId);
}

export async function cancelVisit(
  hub: HubContext,
  actorId: ActorId,
  { caseId, visitId, reason }: Input<'cancelVisit'>,
): Promise<StudyFile> {
  await onStudyCase(hub, caseId, 'cancelVisit', ({ state }) => {
    assertMine(state, actorId);
    if (openVisit(state.study)?.visitId !== visitId) throw new HqError('studyNoVisit');
    return [{ kind: 'visitCancelled', caseId, actorId, payload: { visitId, reason } }];
  });
  return openStudy(hub, caseId);
}

/** @throws HqError `dayToCome`, `inputInvalid` */
export async function recordVisit(
  hub: HubContext,
  actorId: ActorId,
  { caseId, ...record }: Input<'recordVisit'>,
): Promise<StudyFile> {
  await onStudyCase(hub, caseId, 'recordVisit', ({ state, today }) => {
    const visit = openVisit(state.study);
    if (visit?.visitId !== record.visitId) throw new HqError('studyNoVisit');
    if (record.visitedOn > today) throw new HqError('dayToCome');
    const isWhole = record.outcome !== 'done' || record.findings !== null;
    if (!isWhole || record.answers.length > visit.plan.questions.length) {
      throw new HqError('inputInvalid');
    }
    return [{ kind: 'visitRecorded', caseId, actorId, payload: record }];
  });
  return openStudy(hub, caseId);
}

/** @throws HqError `dayPast`, `documentNotOfCase` */
export async function requestMore(
  hub: HubContext,
  actorId: ActorId,
  { caseId, text, ...list }: Input<'requestMore'>,
): Promise<StudyFile> {
  await onStudyCase(hub, caseId, 'requestMore', (at) => {
    assertMine(at.state, actorId);
    const requestId = RequestId.parse(hub.ids.uuid());
    const payload = { ...awaitedListOf(hub, at, list), requestId, text };
    return [{ kind: 'moreRequested', caseId, actorId, payload }];
  });
  return openStudy(hub, caseId);
}

export async function withdrawMore(
  hub: HubContext,
  actorId: ActorId,
  { caseId, requestId, reason }: Input<'withdrawMore'>,
): Promise<StudyFile> {
  await onStudyCase(hub, caseId, 'withdrawMore', ({ state }) => {
    assertMine(state, actorId);
    if (openRequest(state.study)?.requestId !== requestId) throw new HqError('studyNoRequest');
    return [{ kind: 'moreWithdrawn', caseId, actorId, payload: { requestId, reason } }];
  });
  return openStudy(hub, caseId);
}

/** @throws HqError `itemAnswered` */
export async function answerMore(
  hub: HubContext,
  actorId: ActorId,
  { caseId, ...answer }: Input<'answerMore'>,
): Promise<StudyFile> {
  await onStudyCase(hub, caseId, 'answerMore', ({ state }) => {
    const request = openRequest(state.study);
    const item = request?.items.find(({ itemId }) => itemId === answer.itemId);
    if (request === null || request.requestId !== answer.requestId || item === undefined) {
      throw new HqError('studyNoRequest');
    }
    if (Object.hasOwn(request.answers, item.itemId)) throw new HqError('itemAnswered');
    if (answer.outcome === 'cannot' && answer.text === null) throw new HqError('inputInvalid');
    const paper = item.subject.kind === 'document' ? answer.paper : null;
    return [{ kind: 'moreItemAnswered', caseId, actorId, payload: { ...answer, paper } }];
  });
  return openStudy(hub, caseId);
}

/** @throws HqError `itemsNotCovered` */
export async function reportStudy(
  hub: HubContext,
  actorId: ActorId,
  { caseId, findings, items }: Input<'report'>,
): Promise<StudyFile> {
  await onStudyCase(hub, caseId, 'reportStudy', ({ state, today }) => {
    assertMine(state, actorId);
    const rules = hub.reference.rulesOf(state);
    if (!coversItems(askedItems(state, rules.questionnaire), items)) {
      throw new HqError('itemsNotCovered');
    }
    const reportId = ReportId.parse(hub.ids.uuid());
    const officerName = state.study.officer?.officerName ?? '';
    const documents = documentsAtStudy(state, { ...rules, today });
    const report = {
      ...{ reportId, officerId: actorId, officerName, reportedOn: today, findings, items },
      validAtDecision: frozenValidities({ documents }),
    };
    return [
      { kind: 'studyReported', caseId, actorId, payload: { report } },
      { kind: 'studyCompleted', caseId, actorId, payload: { reportId } },
    ];
  });
  return openStudy(hub, caseId);
}

export async function resumeStudy(
  hub: HubContext,
  actorId: ActorId,
  { caseId, reason }: Input<'resume'>,
): Promise<StudyFile> {
  await onStudyCase(hub, caseId, 'resumeStudy', () => [
    { kind: 'studyResumed', caseId, actorId, payload: { reason } },
  ]);
  return openStudy(hub, caseId);
}

/** The case goes on where it was, with its whole time anew. */
export async function reopenCase(
  hub: HubContext,
  actorId: ActorId,
  { caseId, reason }: Input<'reopen'>,
): Promise<StudyFile> {
  await onStudyCase(hub, caseId, 'reopenCase', ({ state, today }) => {
    const dueOn = isoDate(addDays(dayNumberOf(today), state.terms.lapseReminderDays[0]));
    return [
      { kind: 'caseReopened', caseId, actorId, payload: { reason, reopenedOn: today, dueOn } },
    ];
  });
  return openStudy(hub, caseId);
}

/** A list with each thing named from the rules of the case. @throws HqError `dayPast`, `documentNotOfCase` */
export function awaitedListOf(
  hub: HubContext,
  at: CaseAtHand,
  { items, dueOn, place }: Pick<Input<'requestMore'>, 'items' | 'dueOn' | 'place'>,
) {
  if (dueOn < at.today) throw new HqError('dayPast');
  const assessment = assessed(hub, at);
  return {
    items: items.map((wish) => {
      const item = awaitedItem(assessment, wish, hub.ids.uuid(), 'askedByOfficer');
      if (item === null) throw new HqError('documentNotOfCase');
      return item;
    }),
    dueOn,
    place,
  };
}

/** Only the officer in charge writes in the study. @throws HqError `studyOfOther`, `officerConflicted` */
function assertMine({ study }: CaseState, actorId: ActorId): void {
  if (hasConflict(study, actorId)) throw new HqError('officerConflicted');
  if (study.officer?.officerId !== actorId) throw new HqError('studyOfOther');
}

async function officerNameOf(hub: HubContext, personId: ActorId): Promise<string> {
  const person = await findHqPerson(hub.db, personId);
  if (person === null || !person.active || !rolesMay(person.roles, 'study.write')) {
    throw new HqError('officerUnfit');
  }
  return person.displayName;
}

function listed(row: StudyCaseRow): StudyCase {
  return StudyCase.parse({ ...row, submittedAt: row.submittedAt?.toISOString() ?? null });
}
