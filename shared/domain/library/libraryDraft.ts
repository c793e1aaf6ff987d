import { z } from 'zod';
import { assertNever } from '../assertNever.ts';
import { saysTheSame } from './comparePages.ts';
import { type Library, type LibraryPage, LibraryTool, PageName } from './library.ts';

/** Longer than anything that may be published: what was typed is kept, and said to be too long. */
const words = z.strictObject({ ar: z.string().max(20_000), en: z.string().max(20_000) });

/** A page while it is being written: any of its words may be missing still. */
export const PageDraft = z.strictObject({
  id: PageName,
  tool: LibraryTool,
  title: words,
  steps: z.array(z.string().max(40)).max(20),
  sections: z.array(z.string().max(40)).max(40),
  fields: z.array(z.string().max(80)).max(400),
  clauses: z.array(z.string().max(20)).max(60),
  parts: z
    .array(z.strictObject({ heading: words.nullable(), lines: z.array(words).max(400) }))
    .max(60),
});
export type PageDraft = z.infer<typeof PageDraft>;

/** A library while it is being written, as far as pages can be put into it. */
export const LibraryDraft = z.looseObject({
  notice: words,
  tools: z.array(z.strictObject({ id: LibraryTool, title: words })),
  pages: z.array(PageDraft.extend({ version: z.int().min(1), changedOn: z.string() })).max(2000),
});
export type LibraryDraft = z.infer<typeof LibraryDraft>;

/** One thing that somebody does to the library that is being written. */
export const LibraryChange = z.discriminatedUnion('kind', [
  /** Puts this page in, in the place of the one of its name or at the end. */
  z.strictObject({ kind: z.literal('page'), page: PageDraft }),
  z.strictObject({ kind: z.literal('remove'), id: PageName }),
  /** Takes back what was done to a page: it is again as it is in force, or is not there. */
  z.strictObject({ kind: z.literal('restore'), id: PageName }),
  z.strictObject({ kind: z.literal('notice'), notice: words }),
]);
export type LibraryChange = z.infer<typeof LibraryChange>;

export interface Earlier {
  readonly inForce: Library;
  /** Of each page that was ever in force the latest. */
  readonly latest: ReadonlyMap<string, LibraryPage>;
  readonly today: string;
}

/**
 * The library after a change. Numbers are given here: a page whose words are those in force keeps its
 * number, any other takes the next one of its name, so that whoever read it is told.
 */
export function changedLibrary(
  draft: LibraryDraft,
  change: LibraryChange,
  earlier: Earlier,
): LibraryDraft {
  const { pages } = draft;
  switch (change.kind) {
    case 'notice':
      return { ...draft, notice: change.notice };
    case 'remove':
      return { ...draft, pages: pages.filter(({ id }) => id !== change.id) };
    case 'page':
      return { ...draft, pages: put(pages, numbered(change.page, earlier), earlier.inForce) };
    case 'restore': {
      const before = earlier.inForce.pages.find(({ id }) => id === change.id);
      const others = pages.filter(({ id }) => id !== change.id);
      return {
        ...draft,
        pages: before === undefined ? others : put(pages, before, earlier.inForce),
      };
    }
    default:
      return assertNever(change);
  }
}

type Pages = LibraryDraft['pages'];

function put(pages: Pages, page: Pages[number], inForce: Library): Pages {
  if (pages.some(({ id }) => id === page.id)) {
    return pages.map((each) => (each.id === page.id ? page : each));
  }
  // One that was taken out comes back to its place: behind the nearest that stood before it.
  const stood = inForce.pages.findIndex(({ id }) => id === page.id);
  if (stood === -1) return [...pages, page];
  const before = new Set(inForce.pages.slice(0, stood).map(({ id }) => id));
  const behind = pages.findLastIndex(({ id }) => before.has(id));
  return pages.toSpliced(behind + 1, 0, page);
}

function numbered(page: PageDraft, { inForce, latest, today }: Earlier): Pages[number] {
  const now = inForce.pages.find(({ id }) => id === page.id);
  if (now !== undefined && saysTheSame(now, page)) {
    return { ...page, version: now.version, changedOn: now.changedOn };
  }
  return { ...page, version: (latest.get(page.id)?.version ?? 0) + 1, changedOn: today };
}

export type PageState = 'added' | 'changed' | 'removed' | null;

/** What was done to a page; null where it is as it is in force. */
export function pageState(before: PageDraft | undefined, after: PageDraft | undefined): PageState {
  if (after === undefined) return before === undefined ? null : 'removed';
  if (before === undefined) return 'added';
  return saysTheSame(before, after) && placingOf(before) === placingOf(after) ? null : 'changed';
}

/** Where a page stands and what leads to it. */
function placingOf({ tool, steps, sections, fields, clauses }: PageDraft): string {
  return JSON.stringify([tool, steps, sections, fields, clauses]);
}
