import { z } from 'zod';
import { listDeskPeople } from '#db/desk/people.ts';
import { listPublishedVersions } from '#db/desk/publishedReference.ts';
import { readSetting, setSetting } from '#db/desk/settings.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { libraryContract, PageChange } from '#shared/contracts/library.ts';
import { comparePages } from '#shared/domain/library/comparePages.ts';
import { findLibraryPage, PagesRead, type Reading } from '#shared/domain/library/library.ts';
import type { ContractInput } from './contractInput.ts';
import type { OpenDesk } from './openDesk.ts';
import { written } from './storeRefusal.ts';

/** What a person has read, and which version of a page they had read before that. */
const Kept = z.strictObject({ pages: PagesRead, before: PagesRead });
type Kept = z.infer<typeof Kept>;

interface DeskReading extends Reading {
  readonly pages: PagesRead;
  readonly added: string[];
}

/** What the person at the desk has read of the library; nothing before they first open a page. */
export function pagesRead(desk: OpenDesk): DeskReading {
  return readingOf(desk, keptOf(desk));
}

/** Keeps that this person has read the page as it stands today. @throws DeskError `inputInvalid` for a page that is not there */
export function markPageRead(
  desk: OpenDesk,
  { page: id }: ContractInput<typeof libraryContract.markRead>,
): DeskReading {
  const page = findLibraryPage(desk.reference.library, id);
  if (page === null) throw new DeskError('inputInvalid');
  const kept = keptOf(desk);
  const seen = kept.pages[id];
  if (seen === page.version || !desk.store.writable) return readingOf(desk, kept);
  const next: Kept = {
    pages: { ...kept.pages, [id]: page.version },
    before: seen === undefined ? kept.before : { ...kept.before, [id]: seen },
  };
  written(setSetting(desk.store, settingOf(desk), next));
  return readingOf(desk, next);
}

/** What a page says otherwise than in the version of it that this person read before. */
export function pageChanges(
  desk: OpenDesk,
  { page: id }: ContractInput<typeof libraryContract.changes>,
): { changes: PageChange[] } {
  const { library, libraries } = desk.reference;
  const page = findLibraryPage(library, id);
  const { pages, before } = keptOf(desk);
  const seen = pages[id] === page?.version ? before[id] : pages[id];
  const earlier = libraries
    .flatMap((each) => each.pages)
    .find((each) => each.id === id && each.version === seen);
  if (page === null || earlier === undefined) return { changes: [] };
  return {
    changes: comparePages(earlier, page).map(({ kind, before: stood, after: stands }) => ({
      kind,
      before: stood,
      after: stands,
    })),
  };
}

function readingOf(desk: OpenDesk, { pages }: Kept): DeskReading {
  return { pages, added: addedPages(desk).filter((id) => !Object.hasOwn(pages, id)) };
}

/** Pages in force that came with a version that was published after the person began here. */
function addedPages({ store, reference, person }: OpenDesk): readonly string[] {
  const begun = listDeskPeople(store.reader).find(({ actorId }) => actorId === person.actorId);
  if (begun === undefined) return [];
  const publishedAt = new Map(
    listPublishedVersions(store.reader)
      .filter(({ kind }) => kind === 'library')
      .map(({ version, publishedAt: at }) => [version, at]),
  );
  const known = new Set<string>();
  const added = new Set<string>();
  for (const { version, pages } of reference.libraries) {
    const at = publishedAt.get(version);
    const isNews = at !== undefined && at >= begun.addedAt;
    for (const { id } of pages) {
      if (isNews && !known.has(id)) added.add(id);
      known.add(id);
    }
  }
  return reference.library.pages.map(({ id }) => id).filter((id) => added.has(id));
}

function keptOf(desk: OpenDesk): Kept {
  const setting = readSetting(desk.store.reader, settingOf(desk));
  const kept = Kept.safeParse(setting);
  if (kept.success) return kept.data;
  // As it was kept before there was anything that changes.
  const pages = PagesRead.safeParse(setting);
  return { pages: pages.success ? pages.data : {}, before: {} };
}

function settingOf({ person }: OpenDesk): string {
  return `library.read.${person.actorId}`;
}
