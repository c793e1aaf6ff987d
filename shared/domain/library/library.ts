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

const pageName = z.string().regex(/^[a-z][A-Za-z]{1,59}$/);

export const LibraryPage = z.strictObject({
  id: pageName,
  tool: LibraryTool,
  /** Goes up with each change of the text; what a person has read is kept as this number. */
  version: z.int().min(1),
  changedOn: z.iso.date(),
  title: localText,
  /** Steps of a case, letters of sections, and names of fields that lead to this page. */
  steps: z.array(z.string().max(40)),
  sections: z.array(z.string().max(40)),
  fields: z.array(z.string().max(80)),
  /** First and last clause of the policy, or the only ones. */
  clauses: z.array(z.string().regex(/^P\d{1,2}$/)).min(1),
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
      context.addIssue({ code: 'custom', path: ['pages', index, 'id'], message: `twice: ${id}` });
    }
    ids.add(id);
    if (!tools.some((each) => each.id === tool)) {
      context.addIssue({ code: 'custom', path: ['pages', index, 'tool'], message: `no ${tool}` });
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

/** Version of each page as a person last read it. */
export const PagesRead = z.record(pageName, z.int().min(1));
export type PagesRead = z.infer<typeof PagesRead>;

/** Whether a page is new to this person: never read, or changed since. */
export function newsOf(page: LibraryPage, read: PagesRead): 'unread' | 'changed' | null {
  const seen = Object.hasOwn(read, page.id) ? read[page.id] : undefined;
  if (seen === undefined) return 'unread';
  return seen < page.version ? 'changed' : null;
}
