import { useTranslation } from 'react-i18next';
import type { ImportCase } from '#shared/contracts/hq/imports.ts';
import { useFindingSentence } from './findingWords.ts';
import type { PlaceNames } from './placeNames.ts';

/** In one line why a case is where it is: the first reason, and how many more there are. */
export function useReasonsInShort(names: PlaceNames): (listed: ImportCase) => string {
  const { t } = useTranslation('import');
  const sentence = useFindingSentence(names);
  return ({ findings, said }) => {
    if (said !== null) {
      const { reason, text } = said;
      return reason === null ? text : `${t(`returnReasons.${reason}`)}: ${text}`;
    }
    const [first] = findings;
    if (first === undefined) return '';
    const more = findings.length - 1;
    return more === 0 ? sentence(first) : `${sentence(first)} ${t('andMore', { count: more })}`;
  };
}
