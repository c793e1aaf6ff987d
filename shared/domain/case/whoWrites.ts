import { HEADQUARTERS_EVENT_PAYLOADS } from './headquartersEvents.ts';

/** Written by a branch although it is about a case's way at headquarters. */
const ALSO_BY_BRANCH: ReadonlySet<string> = new Set(['returnAnswered', 'decisionTold']);

/**
 * Whether only headquarters' own journal may say this. A laptop that says so has forged it, whatever
 * its signature: nobody imports or decides their own case.
 */
export function isHeadquartersAlone(kind: string): boolean {
  return Object.hasOwn(HEADQUARTERS_EVENT_PAYLOADS, kind) && !ALSO_BY_BRANCH.has(kind);
}
