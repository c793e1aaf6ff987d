import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '#renderer/access/reference.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { SupportItemDecision } from '#shared/domain/case/decision.ts';
import type { Evaluation } from '#shared/domain/questionnaire/evaluation.ts';
import { writtenMoney } from './answerText.ts';
import { Words } from './summaryValue.tsx';

/** What a support item of the request is called. */
export function useSupportName(evaluation: Evaluation): (itemId: string) => string {
  const { t } = useTranslation('headquarters');
  const language = useLanguage();
  return (itemId) => {
    const type = evaluation.paths.get(`supportItems/${itemId}/type`);
    const choice = type?.field.choices.find(({ name }) => name === type.value);
    return choice?.label[language] ?? t('decision.unnamed');
  };
}

/** What was decided of an item, as terms and values: amount, period, conditions, reason. */
export function useDecisionDetail(): (
  item: SupportItemDecision,
) => readonly { readonly id: string; readonly term: string | null; readonly value: ReactNode }[] {
  const { t } = useTranslation(['headquarters', 'common']);
  const language = useLanguage();
  const { rejectionReasons } = useSettings();
  const reasonOf = (code: string) =>
    rejectionReasons.find((each) => each.code === code)?.words[language] ?? code;
  return (item) => {
    const reason =
      item.reason === null
        ? []
        : [
            {
              id: 'reason',
              term: t('headquarters:decision.reason'),
              value: <Words>{item.reason}</Words>,
            },
          ];
    switch (item.outcome) {
      case 'accepted':
        return [
          ...(item.amount === null
            ? []
            : [
                {
                  id: 'amount',
                  term: t('headquarters:decision.amount'),
                  value: (
                    <>
                      <Bdi>{writtenMoney(item.amount)}</Bdi> {t('common:riyal')}{' '}
                      {item.period.kind === 'monthly' && t('headquarters:decision.monthly')}
                    </>
                  ),
                },
              ]),
          ...(item.quantity === null
            ? []
            : [
                {
                  id: 'quantity',
                  term: t('headquarters:decision.quantity'),
                  value: <Bdi>{item.quantity}</Bdi>,
                },
              ]),
          {
            id: 'period',
            term: null,
            value:
              item.period.kind === 'once'
                ? t('headquarters:decision.once')
                : t('headquarters:decision.months', { count: item.period.months }),
          },
          ...(item.conditions === null
            ? []
            : [
                {
                  id: 'conditions',
                  term: t('headquarters:decision.conditions'),
                  value: <Words>{item.conditions}</Words>,
                },
              ]),
          ...reason,
        ];
      case 'rejected':
        return [{ id: 'code', term: null, value: reasonOf(item.code) }, ...reason];
      case 'deferred':
        return [
          ...reason,
          {
            id: 'awaited',
            term: t('headquarters:decision.awaited'),
            value: <Words>{item.awaited}</Words>,
          },
          ...(item.until === null
            ? []
            : [
                {
                  id: 'until',
                  term: t('headquarters:decision.until'),
                  value: <DayText day={item.until} />,
                },
              ]),
        ];
    }
  };
}
