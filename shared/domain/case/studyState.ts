import type { z } from 'zod';
import type { ActorId, EventId, IsoDay } from '../identity.ts';
import type { AwaitedItem } from './awaited.ts';
import type { CaseState, Mark } from './caseState.ts';
import type { STUDY_EVENT_PAYLOADS, StudyReport, VisitId, VisitPlan } from './studyEvents.ts';
import type { CaseStatus } from './vocabulary.ts';

type Payload<Kind extends keyof typeof STUDY_EVENT_PAYLOADS> = z.infer<
  (typeof STUDY_EVENT_PAYLOADS)[Kind]
>;

export interface FieldVisit {
  readonly visitId: VisitId;
  readonly scheduled: Mark;
  readonly plan: VisitPlan;
  /** What was recorded of it; branch and headquarters may both have, and nothing is lost. */
  readonly records: readonly (Mark & Omit<Payload<'visitRecorded'>, 'visitId'>)[];
  readonly cancelled: (Mark & { readonly reason: string }) | null;
}

export interface MoreRequest extends Mark, Payload<'moreRequested'> {
  /** The last answer to each item. */
  readonly answers: Readonly<
    Record<string, Mark & Omit<Payload<'moreItemAnswered'>, 'requestId' | 'itemId'>>
  >;
  readonly withdrawn: (Mark & { readonly reason: string }) | null;
}

export interface Lapse extends Mark, Payload<'caseLapsed'> {
  /** Where the case was, and returns to. */
  readonly from: CaseStatus;
  readonly reopened: (Mark & Payload<'caseReopened'>) | null;
}

/** The study of a case, as far as it is known where it is read; a branch has neither notes nor reports. */
export interface AtStudy {
  readonly officer: (Mark & Payload<'studyAssigned'>) | null;
  /** The officer in charge has declared that no interest of theirs stands against it. */
  readonly begun: Mark | null;
  readonly conflicts: readonly (Mark & Payload<'studyConflictDeclared'>)[];
  readonly notes: readonly (Mark & Payload<'studyNoteAdded'>)[];
  /** Oldest first. */
  readonly visits: readonly FieldVisit[];
  /** Oldest first; at most the last one is open. */
  readonly requests: readonly MoreRequest[];
  readonly reminders: readonly (Mark & Payload<'awaitedReminded'>)[];
  /** Oldest first; the last one is in force. */
  readonly reports: readonly (Mark & StudyReport)[];
  readonly resumed: readonly (Mark & Payload<'studyResumed'>)[];
  /** Oldest first. */
  readonly lapses: readonly Lapse[];
}

export const NO_STUDY: AtStudy = {
  officer: null,
  begun: null,
  conflicts: [],
  notes: [],
  visits: [],
  requests: [],
  reminders: [],
  reports: [],
  resumed: [],
  lapses: [],
};

/** The visit that is still to be made; null where none is. */
export function openVisit({ visits }: AtStudy): FieldVisit | null {
  return (
    visits.find(({ records, cancelled }) => records.length === 0 && cancelled === null) ?? null
  );
}

/** What has not been answered of a request. */
export function unansweredItems({ items, answers }: MoreRequest): readonly AwaitedItem[] {
  return items.filter(({ itemId }) => !Object.hasOwn(answers, itemId));
}

/** The request that still waits for something; null where none does. */
export function openRequest({ requests }: AtStudy): MoreRequest | null {
  return (
    requests.find((request) => request.withdrawn === null && unansweredItems(request).length > 0) ??
    null
  );
}

/** The report in force; null before the first. At a branch always null. */
export function standingReport({ reports }: AtStudy): (Mark & StudyReport) | null {
  return reports.at(-1) ?? null;
}

/** The lapse under which the case lies; null while it is open. */
export function openLapse({ stage, study }: CaseState): Lapse | null {
  return stage === 'lapsed' ? (study.lapses.at(-1) ?? null) : null;
}

/** What a case waits for from the person, by when, and since which event. */
export interface Awaiting {
  readonly kind: 'incomplete' | 'more';
  /** With which reminders and the lapse are counted. */
  readonly began: EventId;
  readonly since: Mark['at'];
  readonly dueOn: IsoDay;
  readonly place: string;
  readonly items: readonly AwaitedItem[];
}

/** Before its submission a case may be left incomplete; after it headquarters may ask for more. */
export function awaitingOf(state: CaseState): Awaiting | null {
  const { incompleteness, submission, study } = state;
  const request = openRequest(study);
  const reopened = study.lapses.at(-1)?.reopened ?? null;
  if (submission === null) {
    if (incompleteness === null) return null;
    const { items, received, dueOn, place } = incompleteness;
    const left = items.filter(({ itemId }) => !Object.hasOwn(received, itemId));
    if (left.length === 0) return null;
    return countedFrom({ kind: 'incomplete', dueOn, place, items: left }, incompleteness, reopened);
  }
  if (request === null) return null;
  const { dueOn, place } = request;
  return countedFrom(
    { kind: 'more', dueOn, place, items: unansweredItems(request) },
    request,
    reopened,
  );
}

/** A case that was opened again has its whole time anew. */
function countedFrom(
  awaiting: Omit<Awaiting, 'began' | 'since'>,
  mark: Mark,
  reopened: (Mark & { readonly dueOn: IsoDay | null }) | null,
): Awaiting {
  const isLater = reopened !== null && reopened.at > mark.at;
  const from = isLater ? reopened : mark;
  const dueOn = isLater ? (reopened.dueOn ?? awaiting.dueOn) : awaiting.dueOn;
  return { ...awaiting, dueOn, began: from.eventId, since: from.at };
}

/** Whether this person has said that an interest of theirs stands against studying the case. */
export function hasConflict({ conflicts }: AtStudy, officerId: ActorId): boolean {
  return conflicts.some((each) => each.officerId === officerId);
}

/** The list that the paper of missing items (N2) shows, and by which event it stands. */
export interface AwaitedPaper extends Mark {
  readonly awaiting: Awaiting;
  /** What the officer says beside the list. */
  readonly text: string | null;
}

/** What is awaited of the person now, as it is told on paper; null where nothing ever was. */
export function awaitedPaper(state: CaseState): AwaitedPaper | null {
  const awaiting = awaitingOf(state);
  if (awaiting === null) {
    const { incompleteness } = state;
    if (incompleteness === null) return null;
    const { items, dueOn, place, eventId, at, actorId } = incompleteness;
    return {
      ...{ eventId, at, actorId, text: null },
      awaiting: { kind: 'incomplete', began: eventId, since: at, dueOn, place, items },
    };
  }
  const request = awaiting.kind === 'incomplete' ? null : openRequest(state.study);
  const list = awaiting.kind === 'incomplete' ? state.incompleteness : request;
  if (list === null) return null;
  const { eventId, at, actorId } = list;
  return { eventId, at, actorId, awaiting, text: request?.text ?? null };
}
