import type { CommitteeErrorCode } from '#shared/contracts/hq/committeeErrors.ts';
import {
  type DecisionSubject,
  decidersOf,
  decisionSubject,
} from '#shared/domain/case/appealState.ts';
import type { CaseEventKind } from '#shared/domain/case/caseEvent.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import {
  type HeadquartersBlocker,
  headquartersActionState,
} from '#shared/domain/case/headquartersActions.ts';
import type { IsoDay } from '#shared/domain/identity.ts';
import type { HubCase } from '../cases/hubCase.ts';

/** Blockers of a decision, the gravest first. */
const HINDRANCES: readonly (readonly [HeadquartersBlocker, CommitteeErrorCode])[] = [
  ['duplicate', 'caseMerged'],
  ['setAside', 'caseSetAside'],
  ['returnOpen', 'caseReturned'],
  ['referralOpen', 'caseReferred'],
  ['firstNotReleased', 'firstNotReleased'],
  ['alreadyDecided', 'caseDecided'],
];

/** Why the committee cannot decide on this case now; null where it can. */
export function hindranceOf(state: CaseState, today: IsoDay): CommitteeErrorCode | null {
  if (state.stage === 'withdrawn') return 'caseWithdrawn';
  const { blockers, inPlace } = headquartersActionState(state, 'decideCase', today);
  const found = HINDRANCES.find(([blocker]) => blockers.includes(blocker));
  if (found !== undefined) return found[1];
  if (inPlace) return null;
  return openReturnAsked(state) ? 'caseReturned' : 'caseNotReady';
}

/** It lies open at its branch again, for a correction. */
function openReturnAsked({ headquarters }: CaseState): boolean {
  return headquarters.returns.at(-1)?.settled === null;
}

/** What changes what a committee looks at; everything else of a case may go on while it is on the agenda. */
const OF_SUBSTANCE: ReadonlySet<CaseEventKind> = new Set([
  'answersChanged',
  'documentRecorded',
  'verdictRecorded',
  'scanAttached',
  'scanRemoved',
  'declarationSigned',
  'caseSubmitted',
  'caseImported',
  'caseReturned',
  'returnAnswered',
  'appealFiled',
  'deferralAnswered',
  'personMerged',
  'personSeparated',
  'studyReported',
  'visitRecorded',
  'moreItemAnswered',
] satisfies CaseEventKind[]);

/** How many events of substance a case has: any more, and it is no longer what was voted on. */
export function basisOf({ events }: Pick<HubCase, 'events'>): number {
  return events.filter(({ kind }) => OF_SUBSTANCE.has(kind)).length;
}

/** Nobody, but on an appeal those who made the decision that it is about. */
export function firstDecidersOf(
  state: CaseState,
  subject: DecisionSubject | null = decisionSubject(state),
): ReadonlySet<string> {
  return subject?.kind === 'appeal' ? decidersOf(state, subject.appeal.decisionId) : new Set();
}
