import { z } from 'zod';
import { DocumentKey } from '#shared/domain/case/caseEvent.ts';
import { Base64Url } from '#shared/domain/identity.ts';
import { CHUNK, MOST_PAGES, ScanId, ScanPage, ScanSource } from '#shared/domain/scans/scan.ts';
import { Appended, CaseInput, ChangeInput, permitted } from './base.ts';

const pageNumber = z
  .int()
  .min(0)
  .max(MOST_PAGES - 1);
/** Base64url of at most `CHUNK` bytes. */
const chunk = Base64Url.min(1).max(Math.ceil((CHUNK * 4) / 3));

/** Pictures of documents, only where headquarters recorded a legal basis for their type. */
export const scansContract = {
  /**
   * Announces a scan page by page; nothing of it is on record before `attach`. Refused with
   * `scanNotAllowed` where the rules of this case name no basis for this document.
   */
  begin: permitted('case.write')
    .input(
      CaseInput.extend({
        documentKey: DocumentKey,
        source: ScanSource,
        pages: z.array(ScanPage).min(1).max(MOST_PAGES),
      }),
    )
    .output(z.strictObject({ scanId: ScanId })),
  /**
   * Hands over the next bytes of a page, in order. With its last ones the page is looked at again,
   * whatever the sender did, and lies encrypted on the disk when this returns.
   */
  send: permitted('case.write')
    .input(
      CaseInput.extend({
        scanId: ScanId,
        page: pageNumber,
        offset: z.int().min(0),
        data: chunk,
      }),
    )
    .output(z.strictObject({ received: z.int() })),
  /** Puts a scan on record whose pages were all handed over. */
  attach: permitted('case.write')
    .input(ChangeInput.extend({ scanId: ScanId }))
    .output(Appended),
  /** Drops a scan that was begun; harmless when it is not there. */
  cancel: permitted('case.write')
    .input(CaseInput.extend({ scanId: ScanId }))
    .output(z.strictObject({})),
  /** Destroys the pictures of a scan; the event stays, with the reason. */
  remove: permitted('case.write')
    .input(ChangeInput.extend({ scanId: ScanId, reason: z.string().trim().max(2000) }))
    .output(Appended),
  /**
   * A page of a standing scan; `scanMissing` or `scanDamaged` where its file is not as it was written,
   * `scanElsewhere` where another laptop took it and headquarters cannot be asked now.
   */
  read: permitted('case.read')
    .input(CaseInput.extend({ scanId: ScanId, page: pageNumber }))
    .output(z.strictObject({ data: Base64Url })),
};
