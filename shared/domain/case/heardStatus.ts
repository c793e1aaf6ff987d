import type { CaseStatus } from './vocabulary.ts';

/** What a case is from its decision until the person was told of it. */
export const UNTOLD_STATUSES = [
  'accepted',
  'rejected',
  'deferred',
] as const satisfies readonly CaseStatus[];

/** The status as those hear it who neither decide nor tell: with the committee still (P35). */
export function heardStatus(status: CaseStatus): CaseStatus {
  const untold: readonly CaseStatus[] = UNTOLD_STATUSES;
  return untold.includes(status) ? 'readyForCommittee' : status;
}
