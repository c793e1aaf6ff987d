import type { AttachmentPlace } from '#db/desk/attachments.ts';
import { storeProblemOf } from '#db/desk/storeError.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { Appended } from '#shared/contracts/base.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import type { ScanId, ScanPage } from '#shared/domain/scans/scan.ts';
import type { OpenDesk } from './openDesk.ts';
import { placesOf, type ScanUpload } from './scanUploads.ts';
import { refusalOfStore } from './storeRefusal.ts';

/** Puts a picture on record whose pages were all handed over. @throws DeskError `scanInterrupted` while some are missing */
export function putOnRecord(desk: OpenDesk, upload: ScanUpload, record: () => Appended): Appended {
  if (upload.written < upload.pages.length) throw new DeskError('scanInterrupted');
  const appended = record();
  desk.uploads.forget(upload.scanId);
  // It is on record: a name that cannot be changed now is settled at the next opening.
  trying(() => desk.store.attachments.keep(placesOf(upload)));
  return appended;
}

/**
 * Destroys the pages of a picture by the event that `record` appends; refused, they stay as they were.
 * @throws DeskError `diskFull`, `diskFailed`
 */
export function destroyPages(
  desk: OpenDesk,
  scan: {
    readonly caseId: CaseId;
    readonly scanId: ScanId;
    readonly pages: readonly ScanPage[];
  },
  record: () => Appended,
): Appended {
  assertWritable(desk);
  const places = placesOf(scan);
  const { attachments } = desk.store;
  try {
    attachments.release(places);
  } catch (error) {
    trying(() => attachments.keep(places));
    throw refusalOfDisk(error);
  }
  let appended: Appended;
  try {
    appended = record();
  } catch (error) {
    trying(() => attachments.keep(places));
    throw error;
  }
  trying(() => attachments.destroy(places));
  return appended;
}

export function contentAt(desk: OpenDesk, place: AttachmentPlace) {
  try {
    return desk.store.attachments.read(place);
  } catch (error) {
    throw refusalOfDisk(error);
  }
}

export function assertWritable({ store }: OpenDesk): void {
  if (!store.writable) throw refusalOfStore('readOnly');
}

export function refusalOfDisk(error: unknown): unknown {
  const problem = storeProblemOf(error);
  return problem === null ? error : refusalOfStore(problem);
}

/** For what is settled at the next opening when the disk refuses it now. */
export function trying(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (storeProblemOf(error) === null) throw error;
  }
}
