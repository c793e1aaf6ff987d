import type { AttachmentPlace, Attachments } from '#db/desk/attachments.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { DocumentKey } from '#shared/domain/case/caseEvent.ts';
import type { CaseId, EventId } from '#shared/domain/identity.ts';
import type { ScanId, ScanPage, ScanSource } from '#shared/domain/scans/scan.ts';

/** What a picture is of: a document that was laid on the desk, or the sheet on which a declaration was signed. */
export type ScanSubject =
  | { readonly kind: 'document'; readonly documentKey: DocumentKey }
  | { readonly kind: 'signedPaper'; readonly declaration: EventId };

/** A scan on its way in: announced, and handed over page by page. */
export interface ScanUpload {
  readonly caseId: CaseId;
  readonly scanId: ScanId;
  readonly subject: ScanSubject;
  readonly source: ScanSource;
  readonly pages: readonly ScanPage[];
  /** Pages that lie on the disk. */
  written: number;
  /** Of the page that is being handed over. */
  buffer: Uint8Array;
  received: number;
}

export interface ScanUploads {
  add(begun: Omit<ScanUpload, 'written' | 'buffer' | 'received'>): void;
  /** @throws DeskError `scanInterrupted` when nothing of the kind was begun since the desk was opened */
  get(caseId: CaseId, scanId: ScanId): ScanUpload;
  /** It is on record now. */
  forget(scanId: ScanId): void;
  /** What was written of it is destroyed. */
  drop(scanId: ScanId): void;
}

/** Windows of one person; a scan that is begun beyond these takes the place of the oldest. */
const MOST_UPLOADS = 4;

export function createScanUploads(attachments: Attachments): ScanUploads {
  const uploads = new Map<ScanId, ScanUpload>();
  function drop(scanId: ScanId): void {
    const upload = uploads.get(scanId);
    if (upload === undefined) return;
    uploads.delete(scanId);
    attachments.destroy(placesOf(upload).slice(0, upload.written));
  }
  return {
    add: (begun) => {
      const oldest = uploads.keys().next();
      if (uploads.size >= MOST_UPLOADS && !oldest.done) drop(oldest.value);
      uploads.set(begun.scanId, { ...begun, written: 0, buffer: new Uint8Array(), received: 0 });
    },
    get: (caseId, scanId) => {
      const upload = uploads.get(scanId);
      if (upload === undefined || upload.caseId !== caseId) throw new DeskError('scanInterrupted');
      return upload;
    },
    forget: (scanId) => void uploads.delete(scanId),
    drop,
  };
}

/** Where the pages of a scan lie, in order. */
export function placesOf(scan: {
  readonly caseId: CaseId;
  readonly scanId: ScanId;
  readonly pages: readonly ScanPage[];
}): readonly AttachmentPlace[] {
  const { caseId, scanId } = scan;
  return scan.pages.map(({ hash }, page) => ({ caseId, scanId, page, hash }));
}
