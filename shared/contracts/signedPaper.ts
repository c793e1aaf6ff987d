import { z } from 'zod';
import { EventId } from '#shared/domain/identity.ts';
import { MOST_PAGES, ScanId, ScanPage, ScanSource } from '#shared/domain/scans/scan.ts';
import { Appended, CaseInput, permitted } from './base.ts';

/**
 * The sheet that was signed by ink: its picture, bound to the seal that it is the original of. Its bytes are handed
 * over and read through `scans`, as those of every picture; a legal basis is not asked for (ADR 0047).
 */
export const signedPaperContract = {
  /**
   * Announces a picture of the sheet of this declaration. Refused with `paperSealChanged` where that declaration
   * does not stand in this case, `paperScanTwice` where the case holds these very pages, and
   * `paperOfAnotherCase` where another request does.
   */
  begin: permitted('case.write')
    .input(
      CaseInput.extend({
        declaration: EventId,
        source: ScanSource,
        pages: z.array(ScanPage).min(1).max(MOST_PAGES),
      }),
    )
    .output(z.strictObject({ scanId: ScanId })),
  /** Binds a picture whose pages were all handed over, with the place of the original: `shelfRequired` without. */
  attach: permitted('case.write')
    .input(CaseInput.extend({ scanId: ScanId, shelf: z.string().max(120) }))
    .output(Appended),
  /** Destroys a picture; the event stays, with the reason. The sheet itself stays where it lies. */
  remove: permitted('case.write')
    .input(CaseInput.extend({ scanId: ScanId, reason: z.string().trim().max(2000) }))
    .output(Appended),
};
