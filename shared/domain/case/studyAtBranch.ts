import type { CaseEventKind } from './caseEvent.ts';
import type { CaseState } from './caseState.ts';
import { duplicateOf } from './headquartersState.ts';
import type { Permission } from './permission.ts';
import { openRequest, openVisit } from './studyState.ts';
import type { CaseStatus } from './vocabulary.ts';

export interface BranchStudyBlocker {
  readonly code: 'duplicate' | 'nothingRequested' | 'noVisitToMake' | 'visitOfHeadquarters';
}

export interface BranchStudyRule {
  readonly from: readonly CaseStatus[];
  readonly permission: Permission;
  readonly event: CaseEventKind;
  readonly guards: readonly ((state: CaseState) => readonly BranchStudyBlocker[])[];
}

/** What was joined to another request goes on there. */
const own = ({ headquarters }: CaseState): readonly BranchStudyBlocker[] =>
  duplicateOf(headquarters) === null ? [] : [{ code: 'duplicate' }];

const asked = ({ study }: CaseState): readonly BranchStudyBlocker[] =>
  openRequest(study) === null ? [{ code: 'nothingRequested' }] : [];

const toVisit = ({ study }: CaseState): readonly BranchStudyBlocker[] => {
  const visit = openVisit(study);
  if (visit === null) return [{ code: 'noVisitToMake' }];
  return visit.plan.by === 'branch' ? [] : [{ code: 'visitOfHeadquarters' }];
};

/** What a branch does for the study of a case, and with one that lapsed. */
export const BRANCH_STUDY_ACTIONS = {
  answerMore: rule('moreItemAnswered', ['underStudy'], [asked]),
  recordVisit: rule('visitRecorded', ['underStudy'], [toVisit]),
  reopenCase: rule('caseReopened', ['lapsed']),
} as const satisfies Record<string, BranchStudyRule>;

function rule(
  event: CaseEventKind,
  from: readonly CaseStatus[],
  guards: BranchStudyRule['guards'] = [],
): BranchStudyRule {
  return { from, permission: 'case.write', event, guards: [own, ...guards] };
}
