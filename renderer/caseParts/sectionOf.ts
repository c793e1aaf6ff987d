import { withoutRowIds } from '#shared/domain/answers/answerSet.ts';
import type { Item, Questionnaire } from '#shared/domain/questionnaire/model.ts';
import { sectionKey } from '#shared/domain/questionnaire/sectionKey.ts';

/** The page on which a field stands; undefined for a path that the form does not have. */
export function sectionOf(form: Questionnaire, path: string): string | undefined {
  const wanted = withoutRowIds(path);
  const holds = (items: readonly Item[]): boolean =>
    items.some((item) => (item.kind === 'field' ? item.schemaPath === wanted : holds(item.items)));
  const section = form.sections.find(({ items }) => holds(items));
  return section === undefined ? undefined : sectionKey(section);
}
