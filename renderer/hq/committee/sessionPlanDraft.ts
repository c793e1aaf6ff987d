import { dayTyped, typedDay } from '#renderer/caseParts/DayField.tsx';
import { toWesternDigits } from '#renderer/components/western-digits.ts';
import type { CommitteeSession } from '#shared/domain/committee/session.ts';
import { ActorId, type IsoDay } from '#shared/domain/identity.ts';

/** What is typed of a session before it is planned. */
export interface PlanDraft {
  readonly day: string;
  readonly startsAt: string;
  readonly placeKind: 'room' | 'remote';
  readonly where: string;
  readonly members: readonly string[];
  readonly chairId: string | null;
}

export type PlanProblem =
  | 'dayNeeded'
  | 'dayOver'
  | 'timeWrong'
  | 'whereMissing'
  | 'membersMissing'
  | 'membersFew'
  | 'chairMissing';

export const PLAN_FIELD = {
  dayNeeded: 'day',
  dayOver: 'day',
  timeWrong: 'startsAt',
  whereMissing: 'where',
  membersMissing: 'members',
  membersFew: 'members',
  chairMissing: 'chairId',
} as const satisfies Record<PlanProblem, keyof PlanDraft>;

export const EMPTY_PLAN: PlanDraft = {
  day: '',
  startsAt: '10:00',
  placeKind: 'room',
  where: '',
  members: [],
  chairId: null,
};

export function planDraftOf(session: CommitteeSession): PlanDraft {
  const { heldOn, startsAt, place, members, chairId } = session;
  return {
    day: typedDay(heldOn),
    startsAt,
    placeKind: place.kind,
    where: place.where,
    members: members.map(({ personId }) => personId),
    chairId,
  };
}

/** The plan that the draft says, or what is wrong with it. */
export function readPlan(draft: PlanDraft, today: IsoDay, quorum: number) {
  const heldOn = dayTyped(draft.day);
  const startsAt = toWesternDigits(draft.startsAt).trim();
  const where = draft.where.trim();
  const problems: PlanProblem[] = [];
  if (heldOn === null) problems.push('dayNeeded');
  else if (heldOn < today) problems.push('dayOver');
  if (!TIME.test(startsAt)) problems.push('timeWrong');
  if (where === '') problems.push('whereMissing');
  if (draft.members.length === 0) problems.push('membersMissing');
  else if (draft.members.length < quorum) problems.push('membersFew');
  const { chairId } = draft;
  if (chairId === null || !draft.members.includes(chairId)) problems.push('chairMissing');
  if (problems.length > 0 || heldOn === null || chairId === null) return { problems };
  return {
    plan: {
      heldOn,
      startsAt,
      place: { kind: draft.placeKind, where },
      members: draft.members.map((id) => ActorId.parse(id)),
      chairId: ActorId.parse(chairId),
    },
  };
}

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/u;
