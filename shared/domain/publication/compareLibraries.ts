import { comparePages } from '../library/comparePages.ts';
import { LibraryDraft } from '../library/libraryDraft.ts';
import { compareSources, type SourceChange, sourceText } from './compareSources.ts';
import type { PublishedKind } from './publishedDocument.ts';

/** What a document that is to be published changes: pages of the library paragraph by paragraph. */
export function compareDocuments(
  kind: PublishedKind,
  before: unknown,
  after: unknown,
): readonly SourceChange[] {
  if (kind !== 'library') return compareSources(before, after);
  const old = LibraryDraft.safeParse(before);
  const now = LibraryDraft.safeParse(after);
  return old.success && now.success
    ? compareLibraries(old.data, now.data)
    : compareSources(before, after);
}

type Page = LibraryDraft['pages'][number];

function compareLibraries(before: LibraryDraft, after: LibraryDraft): readonly SourceChange[] {
  const old = new Map(before.pages.map((page) => [page.id, page]));
  const now = new Map(after.pages.map((page) => [page.id, page]));
  const whole = (kind: 'added' | 'removed', { id, title }: Page): SourceChange => ({
    path: `pages.${id}`,
    kind,
    label: title,
    before: null,
    after: null,
  });
  return [
    ...compareSources(headOf(before), headOf(after)),
    ...[...now.values()].flatMap((page) => {
      const earlier = old.get(page.id);
      return earlier === undefined ? [whole('added', page)] : pageChanges(earlier, page);
    }),
    ...[...old.values()].filter(({ id }) => !now.has(id)).map((page) => whole('removed', page)),
  ];
}

function headOf({ notice, tools }: LibraryDraft) {
  return { notice, tools };
}

function pageChanges(before: Page, after: Page): readonly SourceChange[] {
  const inside = (path: string) => `pages.${after.id}.${path}`;
  return [
    ...compareSources(placingOf(before), placingOf(after)).map((change) => ({
      ...change,
      path: inside(change.path),
      label: after.title,
    })),
    ...comparePages(before, after).flatMap(({ kind, part, line, before: stood, after: stands }) =>
      LANGUAGES.filter((language) => stood?.[language] !== stands?.[language]).map((language) => ({
        path: inside(
          line === null
            ? `parts.${part}.heading.${language}`
            : `parts.${part}.lines.${line}.${language}`,
        ),
        kind,
        label: after.title,
        before: sourceText(stood?.[language]),
        after: sourceText(stands?.[language]),
      })),
    ),
  ];
}

const LANGUAGES = ['ar', 'en'] as const;

/** All of a page but its paragraphs, and its number, which goes with them. */
function placingOf({ title, tool, steps, sections, fields, clauses }: Page) {
  return { title, tool, steps, sections, fields, clauses };
}
