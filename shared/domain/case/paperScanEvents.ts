import { z } from 'zod';
import { EventId, Sha256Hex } from '../identity.ts';
import { MOST_PAGES, ScanId, ScanPage, ScanSource } from '../scans/scan.ts';
import { ShelfPlace } from './signing.ts';

/** The sheet that was signed by ink (policy, section 6, level 2): its picture, bound to one seal, and its place. */
export const PAPER_SCAN_EVENT_PAYLOADS = {
  signedPaperScanned: z.strictObject({
    scanId: ScanId,
    /** The event of the declaration that was signed on this sheet. */
    declaration: EventId,
    /** SHA-256 over that seal's statement: another content needs another sheet. */
    sealHash: Sha256Hex,
    source: ScanSource,
    pages: z.array(ScanPage).min(1).max(MOST_PAGES),
    /** Where the original lies when the picture is bound. */
    shelf: ShelfPlace,
  }),
  /** The picture of another sheet, or one that cannot be read, is destroyed; the event stays, with the reason. */
  signedPaperScanRemoved: z.strictObject({
    scanId: ScanId,
    reason: z.string().trim().min(1).max(2000),
  }),
} as const;
