import { assertNever } from '../assertNever.ts';
import type { EventId } from '../identity.ts';
import type { CaseEvent, CaseEventPayload } from './caseEvent.ts';
import {
  type AttachedScan,
  type CaseState,
  type Mark,
  type SignedDeclaration,
  standingDeclaration,
} from './caseState.ts';
import { PAPER_SCAN_EVENT_PAYLOADS } from './paperScanEvents.ts';
import type { Signing } from './signing.ts';

/** A picture of a signed sheet, with the declaration that it is the original of. */
export interface PaperScan extends Mark, CaseEventPayload<'signedPaperScanned'> {
  /** Who removed it and why; null while it stands. */
  readonly removed: (Mark & { readonly reason: string }) | null;
}

export type PaperScanEvent = Extract<CaseEvent, { kind: keyof typeof PAPER_SCAN_EVENT_PAYLOADS }>;

export function isPaperScanEvent(event: CaseEvent): event is PaperScanEvent {
  return Object.hasOwn(PAPER_SCAN_EVENT_PAYLOADS, event.kind);
}

/** The case after the picture of a signed sheet came or went: nothing that was declared changes by it. Pure. */
export function reducePaperScans(state: CaseState, event: PaperScanEvent, mark: Mark): CaseState {
  switch (event.kind) {
    case 'signedPaperScanned':
      return {
        ...state,
        paperScans: [...state.paperScans, { ...mark, ...event.payload, removed: null }],
      };
    case 'signedPaperScanRemoved': {
      const { scanId, reason } = event.payload;
      return {
        ...state,
        paperScans: state.paperScans.map((scan) =>
          scan.scanId === scanId && scan.removed === null
            ? { ...scan, removed: { ...mark, reason } }
            : scan,
        ),
      };
    }
    default:
      return assertNever(event);
  }
}

/** Pictures of sheets that stand, oldest first; of one declaration where it is named. */
export function paperScansOf(state: CaseState, declaration?: EventId): readonly PaperScan[] {
  return state.paperScans.filter(
    (scan) =>
      scan.removed === null && (declaration === undefined || scan.declaration === declaration),
  );
}

/** Every picture of a case whose pages are kept: of documents and of signed sheets. */
export function keptPictures(state: CaseState): readonly (AttachedScan | PaperScan)[] {
  return [...state.scans, ...state.paperScans].filter(({ removed }) => removed === null);
}

export interface PaperDeclaration extends SignedDeclaration {
  readonly original: Extract<Signing, { level: 'paperOriginal' }>;
}

/** The declaration if it was signed by ink on paper, with what it says of its original. */
export function paperDeclaration(declaration: SignedDeclaration | null): PaperDeclaration | null {
  const signing = declaration?.seal.statement.signing;
  return declaration === null || signing?.level !== 'paperOriginal'
    ? null
    : { ...declaration, original: signing };
}

/** The standing declaration whose signed sheet has no picture yet; null where none is wanted. */
export function awaitsPaperScan(state: CaseState): PaperDeclaration | null {
  const declaration = paperDeclaration(standingDeclaration(state));
  return declaration !== null && paperScansOf(state, declaration.eventId).length === 0
    ? declaration
    : null;
}
