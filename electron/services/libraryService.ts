import { readSetting, setSetting } from '#db/desk/settings.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { libraryContract } from '#shared/contracts/library.ts';
import { findLibraryPage, PagesRead } from '#shared/domain/library/library.ts';
import type { ContractInput } from './contractInput.ts';
import type { OpenDesk } from './openDesk.ts';
import { written } from './storeRefusal.ts';

/** What the person at the desk has read of the library; nothing before they first open a page. */
export function pagesRead(desk: OpenDesk): { pages: PagesRead } {
  const kept = PagesRead.safeParse(readSetting(desk.store.reader, settingOf(desk)));
  return { pages: kept.success ? kept.data : {} };
}

/** Keeps that this person has read the page as it stands today. @throws DeskError `inputInvalid` for a page that is not there */
export function markPageRead(
  desk: OpenDesk,
  { page: id }: ContractInput<typeof libraryContract.markRead>,
): { pages: PagesRead } {
  const page = findLibraryPage(desk.reference.library, id);
  if (page === null) throw new DeskError('inputInvalid');
  const { pages } = pagesRead(desk);
  if (pages[id] === page.version || !desk.store.writable) return { pages };
  const read = { ...pages, [id]: page.version };
  written(setSetting(desk.store, settingOf(desk), read));
  return { pages: read };
}

function settingOf({ person }: OpenDesk): string {
  return `library.read.${person.actorId}`;
}
