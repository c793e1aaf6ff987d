import { keptPictures } from '#shared/domain/case/paperScans.ts';
import type { AttachmentPlace } from './attachments.ts';
import { readCase } from './journal.ts';
import type { DeskStore } from './store.ts';
import { storeProblemOf } from './storeError.ts';

export interface Settled {
  /** Their event is committed: they stay. */
  readonly kept: number;
  /** No event names them, or one removed them: they are gone. */
  readonly destroyed: number;
}

/**
 * Ends what a crash cut off between the files of a scan and its event: the journal decides. Looks
 * only at files in transit, which are few. What the disk refuses now is tried again at the next opening.
 */
export function settleAttachments(store: DeskStore): Settled {
  if (!store.writable) return { kept: 0, destroyed: 0 };
  const { attachments } = store;
  try {
    const places = attachments.inTransit();
    const named = places.filter((place) => standsInJournal(store, place));
    const orphans = places.filter((place) => !named.includes(place));
    if (named.length > 0) attachments.keep(named);
    if (orphans.length > 0) attachments.destroy(orphans);
    return { kept: named.length, destroyed: orphans.length };
  } catch (error) {
    if (storeProblemOf(error) === null) throw error;
    return { kept: 0, destroyed: 0 };
  }
}

/** Whether the journal names this page of a scan, and has not removed it. */
export function standsInJournal(store: DeskStore, place: AttachmentPlace): boolean {
  const { caseId, scanId, page, hash } = place;
  const state = readCase(store, caseId);
  return (
    state !== null &&
    keptPictures(state).some((scan) => scan.scanId === scanId && scan.pages[page]?.hash === hash)
  );
}
