import { useTranslation } from 'react-i18next';
import type { Verdict as VerdictLook } from '#renderer/components/VerdictChip.tsx';
import type { Verdict } from '#shared/domain/case/vocabulary.ts';
import type { ComputedVerdict } from '#shared/domain/matching/matrixRow.ts';
import type { ReasonParams } from '#shared/domain/matching/reasonCodes.ts';
import { writtenMoney } from './answerText.ts';

/** How each verdict of the matrix is drawn. */
export const LOOK_OF_VERDICT = {
  match: 'match',
  matchWithTolerance: 'near',
  review: 'review',
  mismatch: 'mismatch',
  notPresented: 'absent',
  illegible: 'unreadable',
  notApplicable: 'notApplicable',
} as const satisfies Record<Verdict, VerdictLook>;

/** Why a rule came to its verdict, as a sentence in the language of the screen. */
export function useReasonSentence(): (
  reason: Pick<ComputedVerdict, 'reasonCode' | 'params'>,
) => string {
  const { t } = useTranslation(['matching', 'common', 'documents']);
  return ({ reasonCode, params }) => {
    const money = (halalas: number) => `${writtenMoney(halalas)} ${t('common:riyal')}`;
    const names = (list: readonly string[]) =>
      list.length === 0 ? t('documents:nobody') : list.join(t('documents:listSeparator'));
    return t(`matching:reason.${reasonCode}`, { ...plain(params, money, names) });
  };
}

/** The parameters as words: sums in riyals, people in a row. */
function plain(
  params: ReasonParams,
  money: (halalas: number) => string,
  names: (list: readonly string[]) => string,
): Readonly<Record<string, string | number>> {
  const { differenceHalalas, allowedHalalas, onlyInDocument, onlyStated, ...rest } = params;
  return {
    ...rest,
    ...(differenceHalalas === undefined ? {} : { differenceHalalas: money(differenceHalalas) }),
    ...(allowedHalalas === undefined ? {} : { allowedHalalas: money(allowedHalalas) }),
    ...(onlyInDocument === undefined ? {} : { onlyInDocument: names(onlyInDocument) }),
    ...(onlyStated === undefined ? {} : { onlyStated: names(onlyStated) }),
  };
}
