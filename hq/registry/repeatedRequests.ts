import type { CaseState } from '#shared/domain/case/caseState.ts';
import { duplicateOf } from '#shared/domain/case/headquartersState.ts';
import type { CaseStatus } from '#shared/domain/case/vocabulary.ts';

/** Past these nothing is left to stop. */
const OVER: ReadonlySet<CaseStatus> = new Set([
  'serviceDelivered',
  'closed',
  'withdrawn',
  'lapsed',
]);

/** Whether a request may be taken for a repetition of another of the same person. */
export function mayRepeat(state: CaseState): boolean {
  return (
    state.submission !== null &&
    state.service.deliveries.length === 0 &&
    !OVER.has(state.stage) &&
    duplicateOf(state.headquarters) === null
  );
}
