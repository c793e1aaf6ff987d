import type { CaseState } from '#shared/domain/case/caseState.ts';
import { duplicateOf } from '#shared/domain/case/headquartersState.ts';
import { HqError } from '../dispatcher/hqError.ts';

/**
 * A request that only repeats another of the same person is decided and served there. Asked beside the table
 * of actions, so that whoever decides on a case that was merged meanwhile hears why it cannot be.
 * @throws HqError `caseRepeats`
 */
export function assertOwnRequest({ headquarters }: CaseState): void {
  if (duplicateOf(headquarters) !== null) throw new HqError('caseRepeats');
}
