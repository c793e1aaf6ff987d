import type { z } from 'zod';
import type { IsoDay } from '../identity.ts';
import type { Mark, Submission } from './caseState.ts';
import {
  type DecisionContent,
  type DecisionId,
  type SupportItemDecision,
  standingItemsOf,
} from './decision.ts';
import type { HEADQUARTERS_EVENT_PAYLOADS, ImportFinding } from './headquartersEvents.ts';
import type { MERGE_EVENT_PAYLOADS } from './mergeEvents.ts';

type Payload<Kind extends keyof typeof HEADQUARTERS_EVENT_PAYLOADS> = z.infer<
  (typeof HEADQUARTERS_EVENT_PAYLOADS)[Kind]
>;

/** A case that came back to its branch, and what became of it. */
export interface ReturnToBranch extends Mark, Payload<'caseReturned'> {
  /** Answered in words, or corrected and submitted anew; null while the branch owes it. */
  readonly settled: (Mark & { readonly text: string | null }) | null;
}

export interface DecisionOnCase {
  readonly decisionId: DecisionId;
  /** At a branch known from here on, without what it says. */
  readonly reached: Mark;
  /** What it says; at a branch null until it was released. */
  readonly content: DecisionContent | null;
  readonly made: (Mark & Omit<Payload<'decisionMade'>, 'decision'>) | null;
  readonly released:
    | (Mark & { readonly releasedOn: IsoDay; readonly override: string | null })
    | null;
  readonly told: (Mark & Omit<Payload<'decisionTold'>, 'decisionId'>) | null;
}

/** Its person was found to be another person of the registry, and that has not been taken back. */
export interface StandingMerge extends Mark, z.infer<typeof MERGE_EVENT_PAYLOADS.personMerged> {}

/** What happened to a case at headquarters, as far as it is known where it is read. */
export interface AtHeadquarters {
  /** The last import; a case that was corrected after it is imported anew. */
  readonly imported: (Mark & Payload<'caseImported'>) | null;
  /** Given at the first import; another only where its person was joined with another, or parted again. */
  readonly fileNo: string | null;
  /** Why it is held; null while it is not. */
  readonly held: (Mark & { readonly findings: readonly ImportFinding[] }) | null;
  /** Oldest first; at most the last one is unsettled. */
  readonly returns: readonly ReturnToBranch[];
  /** Submissions that a return has ended, oldest first. */
  readonly earlierSubmissions: readonly Submission[];
  readonly setAside: (Mark & { readonly reason: string }) | null;
  /** Oldest first; the last one is in force. */
  readonly decisions: readonly DecisionOnCase[];
  /** Oldest first. */
  readonly merges: readonly StandingMerge[];
}

export const NOT_AT_HEADQUARTERS: AtHeadquarters = {
  imported: null,
  fileNo: null,
  held: null,
  returns: [],
  earlierSubmissions: [],
  setAside: null,
  decisions: [],
  merges: [],
};

/** The return that the branch still owes an answer; null where none is open. */
export function openReturn({ returns }: AtHeadquarters): ReturnToBranch | null {
  const last = returns.at(-1);
  return last && last.settled === null ? last : null;
}

/** The decision in force; null before the first. */
export function standingDecision({ decisions }: AtHeadquarters): DecisionOnCase | null {
  return decisions.at(-1) ?? null;
}

/** What stands of every item that was decided, as far as it is known where it is read. */
export function standingItems({ decisions }: AtHeadquarters): readonly SupportItemDecision[] {
  return standingItemsOf(decisions.flatMap(({ content }) => (content === null ? [] : [content])));
}

/** The same of what was let go: nothing is given out before its day. */
export function releasedItems({ decisions }: AtHeadquarters): readonly SupportItemDecision[] {
  return standingItemsOf(
    decisions.flatMap(({ content, released }) =>
      content === null || released === null ? [] : [content],
    ),
  );
}

/** The decision to be told next: the oldest that is released and that the person has not heard. */
export function decisionToTell({ decisions }: AtHeadquarters): DecisionOnCase | null {
  return decisions.find(({ released, told }) => released !== null && told === null) ?? null;
}

/** Whether any item stands accepted. */
export function isAccepted(headquarters: AtHeadquarters): boolean {
  return standingItems(headquarters).some(({ outcome }) => outcome === 'accepted');
}

/** The request that this one only repeats; null where it is one of its own. */
export function duplicateOf({ merges }: AtHeadquarters): StandingMerge['duplicateOf'] {
  return merges.findLast((merge) => merge.duplicateOf !== null)?.duplicateOf ?? null;
}
