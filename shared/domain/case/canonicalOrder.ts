import { compareEvents } from '../../protocol/eventOrder.ts';
import type { CaseEvent } from './caseEvent.ts';
import type { CaseState } from './caseState.ts';
import { replayCase } from './reduceCase.ts';

/**
 * Events of one case in the one order in which every laptop and headquarters read them, whoever wrote
 * them and in whatever order they came. What does not follow counts for nothing: a second opening, and
 * what a clock puts before the first. Without its opening there is nothing to read yet.
 */
export function inCanonicalOrder(events: readonly CaseEvent[]): readonly CaseEvent[] {
  const sorted = events.toSorted(compareEvents);
  const opening = sorted.findIndex(({ kind }) => kind === 'caseOpened');
  if (opening < 0) return [];
  return sorted.filter(
    ({ kind }, index) => index === opening || (index > opening && kind !== 'caseOpened'),
  );
}

/** The case as it stands after all these events; null where its opening is not among them. */
export function replayMerged(events: readonly CaseEvent[]): CaseState | null {
  return replayCase(inCanonicalOrder(events));
}
