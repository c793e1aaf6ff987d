import type { CaseEvent } from './caseEvent.ts';
import type { CaseState, Mark } from './caseState.ts';
import type { StandingMerge } from './headquartersState.ts';
import { MERGE_EVENT_PAYLOADS } from './mergeEvents.ts';

export type MergeEvent = Extract<CaseEvent, { kind: keyof typeof MERGE_EVENT_PAYLOADS }>;

export function isMergeEvent(event: CaseEvent): event is MergeEvent {
  return Object.hasOwn(MERGE_EVENT_PAYLOADS, event.kind);
}

/**
 * The case after two persons were joined, or parted again. Everything else of the case goes its own way
 * meanwhile, so that parting brings back just what joining changed. Pure.
 */
export function reduceMerge(state: CaseState, event: MergeEvent, mark: Mark): CaseState {
  const { headquarters } = state;
  const { mergeId, fileNo } = event.payload;
  const others = headquarters.merges.filter((merge) => merge.mergeId !== mergeId);
  const merges: readonly StandingMerge[] =
    event.kind === 'personMerged' ? [...others, { ...mark, ...event.payload }] : others;
  return { ...state, headquarters: { ...headquarters, fileNo, merges } };
}
