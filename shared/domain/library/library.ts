import { z } from 'zod';
import { VersionedName } from '../case/caseEvent.ts';

const localText = z.strictObject({
  ar: z.string().trim().min(1).max(4000),
  en: z.string().trim().min(1).max(4000),
});

/** The four reference tools of the employee (policy P26-P29), and the questions that people ask. */
export const LibraryTool = z.enum([
  'bylaws',
  'researchGuide',
  'supportPolicyGuide',
  'requestForm',
  'questions',
]);
export type LibraryTool = z.infer<typeof LibraryTool>;

export const PageName = z.string().regex(/^[a-z][A-Za-z0-9]{1,59}$/);

export const LibraryPage = z.strictObject({
  id: PageName,
  tool: LibraryTool,
  /** Goes up with each change of the text; what a person has read is kept as this number. */
  version: z.int().min(1),
  changedOn: z.iso.date(),
  title: localText,
  /** Steps of a case, letters of sections, and names of fields that lead to this page. */
  steps: z.array(z.string().max(40)),
  sections: z.array(z.string().max(40)),
  fields: z.array(z.string().max(80)),
  /** First and last clause of the policy, or the only ones; none where the policy says nothing of it. */
  clauses: z.array(z.string().regex(/^P\d{1,2}$/)).max(40),
  parts: z
    .array(
      z.strictObject({ heading: localText.nullable(), lines: z.array(localText).min(1).max(40) }),
    )
    .min(1)
    .max(40),
});
export type LibraryPage = z.infer<typeof LibraryPage>;

/** The offline library: `resources/library/library.v1.json`, or what headquarters published since. */
export const Library = VersionedName.extend({
  /** What the reader must know of the standing of these texts. */
  notice: localText,
  tools: z.array(z.strictObject({ id: LibraryTool, title: localText })).length(5),
  pages: z.array(LibraryPage).max(2000),
}).superRefine(({ pages, tools }, context) => {
  const ids = new Set<string>();
  for (const [index, { id, tool }] of pages.entries()) {
    if (ids.has(id)) {
      context.addIssue({
        code: 'custom',
        path: ['pages', index, 'id'],
        message: 'givenTwice',
        params: { detail: id },
      });
    }
    ids.add(id);
    if (!tools.some((each) => each.id === tool)) {
      context.addIssue({
        code: 'custom',
        path: ['pages', index, 'tool'],
        message: 'notAllowed',
        params: { detail: tools.map((each) => each.id).join(', ') },
      });
    }
  }
});
export type Library = z.infer<typeof Library>;

/** @throws ZodError when the source is no library */
export function parseLibrary(source: unknown): Library {
  return Library.parse(source);
}

export function findLibraryPage(library: Library, id: string): LibraryPage | null {
  return library.pages.find((page) => page.id === id) ?? null;
}

/** The pages that help with a step of a case, in the order of the library. */
export function pagesOfStep(library: Library, step: string): readonly LibraryPage[] {
  return library.pages.filter((page) => page.steps.includes(step));
}

/** The page that speaks of this field; else the one on its section. */
export function pageOfField(
  library: Library,
  field: string,
  section: string | null,
): LibraryPage | null {
  return (
    library.pages.find((page) => page.fields.includes(field)) ??
    library.pages.find((page) => section !== null && page.sections.includes(section)) ??
    null
  );
}

/** Of each page the version that a person has read. */
export const PagesRead = z.record(PageName, z.int().min(1));
export type PagesRead = z.infer<typeof PagesRead>;

/** What a person has read of the library, and what came to it since they are here. */
export interface Reading {
  readonly pages: PagesRead;
  /** Pages that headquarters added since the person is here, and that they have not opened. */
  readonly added: readonly string[];
}

export type PageNews = 'unread' | 'added' | 'changed';

/** Whether a page is new to this person; null where it was read as it stands. */
export function newsOf(page: LibraryPage, { pages, added }: Reading): PageNews | null {
  const seen = Object.hasOwn(pages, page.id) ? pages[page.id] : undefined;
  if (seen === undefined) return added.includes(page.id) ? 'added' : 'unread';
  return seen < page.version ? 'changed' : null;
}

/** What is news to a person: what was added or changed, not what they never opened. */
export function newPages(library: Library, reading: Reading): readonly LibraryPage[] {
  return library.pages.filter((page) => {
    const news = newsOf(page, reading);
    return news === 'added' || news === 'changed';
  });
}

/** Of each page that was ever in force the latest. @param libraries in any order */
export function latestPages(libraries: readonly Library[]): ReadonlyMap<string, LibraryPage> {
  const latest = new Map<string, LibraryPage>();
  for (const page of libraries.flatMap(({ pages }) => pages)) {
    const known = latest.get(page.id);
    if (known === undefined || known.version < page.version) latest.set(page.id, page);
  }
  return latest;
}
