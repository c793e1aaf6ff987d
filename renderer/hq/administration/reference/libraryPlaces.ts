import { useTranslation } from 'react-i18next';

const PAGE_PARTS = [
  'title',
  'tool',
  'version',
  'changedOn',
  'id',
  'steps',
  'sections',
  'fields',
  'clauses',
  'parts',
] as const;

/** Where in the library something stands: `pages.validity.parts.0.lines.2.ar`. */
export function useLibraryPlace(): (path: string) => string {
  const { t } = useTranslation('reference');
  return (path) => {
    const steps = path.split('.');
    const language = steps.at(-1);
    const place = placeOf(steps);
    return language === 'ar' || language === 'en'
      ? t(`library.place.${language}`, { place })
      : place;
  };

  function placeOf([top, , ...inside]: readonly string[]): string {
    if (top === 'notice') return t('library.place.notice');
    if (top === 'tools') return t('library.place.tools');
    const [name, part, within, line] = inside;
    if (name === 'parts' && part !== undefined) {
      const number = Number(part) + 1;
      if (within === 'heading') return t('library.place.heading', { part: number });
      if (line === undefined) return t('library.place.lines', { part: number });
      return t('library.place.line', { part: number, line: Number(line) + 1 });
    }
    const known = PAGE_PARTS.find((each) => each === name);
    if (known !== undefined) return t(`library.place.${known}`);
    return t('library.place.page');
  }
}
