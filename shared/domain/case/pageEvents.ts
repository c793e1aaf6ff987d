import type { CaseEventKind } from './caseEvent.ts';

/** Events that name the pages of a picture: what they name is kept, copied and sent to headquarters. */
export const NAMES_PAGES = [
  'scanAttached',
  'signedPaperScanned',
] as const satisfies CaseEventKind[];

/** Events after which the pages of a picture are destroyed wherever they lie. */
export const DESTROYS_PAGES = [
  'scanRemoved',
  'signedPaperScanRemoved',
] as const satisfies CaseEventKind[];
