import { type DocumentFault, faultAt } from '../publication/documentFault.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import { saysTheSame } from './comparePages.ts';
import type { Library, LibraryPage } from './library.ts';

export interface LibraryBeside {
  readonly questionnaire: Questionnaire;
  readonly library: Library;
  /** Of each page that was ever in force the latest. */
  readonly latestPages: ReadonlyMap<string, LibraryPage>;
}

/**
 * A page whose words are others than they were takes a number that nobody has read yet; and a page leads
 * from questions that the form has, or that the library in force named already, as open cases may.
 */
export function checkPages(library: Library, beside: LibraryBeside): readonly DocumentFault[] {
  const known = fieldsKnown(beside);
  return library.pages.flatMap((page) => [
    ...numberFaults(page, beside.latestPages.get(page.id)),
    ...page.fields
      .filter((field) => !known.has(field))
      .map((field) => faultAt(`pages.${page.id}.fields`, 'noSuchField', field)),
  ]);
}

function numberFaults(
  page: LibraryPage,
  latest: LibraryPage | undefined,
): readonly DocumentFault[] {
  if (latest === undefined || page.version > latest.version) return [];
  if (page.version === latest.version && saysTheSame(page, latest)) return [];
  return [faultAt(`pages.${page.id}.version`, 'pageNumberNotNew', String(latest.version + 1))];
}

/** By the last part of their paths, as pages name them. */
function fieldsKnown({ questionnaire, library }: LibraryBeside): ReadonlySet<string> {
  return new Set([
    ...[...questionnaire.fieldByName.keys()].flatMap((path) => path.split('/').at(-1) ?? []),
    ...library.pages.flatMap(({ fields }) => fields),
  ]);
}
