import { CircleCheck, CircleX, Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useRejectionReasons } from '#renderer/access/hq/settings.ts';
import { writtenMoney } from '#renderer/caseParts/answerText.ts';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { Badge } from '#renderer/components/Badge.tsx';
import { type Fact, Facts } from '#renderer/components/Facts.tsx';
import { Money } from '#renderer/components/Money.tsx';
import type { SupportItemDecision } from '#shared/domain/case/decision.ts';

const LOOKS = {
  accepted: { tone: 'ok', icon: CircleCheck },
  rejected: { tone: 'stop', icon: CircleX },
  deferred: { tone: 'review', icon: Clock },
} as const;

/** What was decided of one item, as it will be told. */
export function DecidedItem({ item }: { readonly item: SupportItemDecision }) {
  const { t } = useTranslation(['hqCommittee', 'common']);
  const { tone, icon } = LOOKS[item.outcome];
  const reasons = useRejectionReasons();
  return (
    <>
      <div>
        <Badge tone={tone} icon={icon}>
          {t(`hqCommittee:outcome.${item.outcome}`)}
        </Badge>
      </div>
      <Facts layout="columns" facts={factsOf()} />
    </>
  );

  function factsOf(): readonly Fact[] {
    switch (item.outcome) {
      case 'accepted':
        return [
          ...(item.amount === null
            ? []
            : [
                {
                  id: 'amount',
                  term: t(
                    item.period.kind === 'monthly'
                      ? 'hqCommittee:amountMonthly'
                      : 'hqCommittee:amount',
                  ),
                  value: <Money text={writtenMoney(item.amount)} currency={t('common:riyal')} />,
                },
              ]),
          ...(item.quantity === null
            ? []
            : [{ id: 'quantity', term: t('hqCommittee:quantity'), value: item.quantity }]),
          {
            id: 'period',
            term: t('hqCommittee:period'),
            value:
              item.period.kind === 'once'
                ? t('hqCommittee:once')
                : t('hqCommittee:forMonths', { count: item.period.months }),
          },
          {
            id: 'funding',
            term: t('hqCommittee:fundingSource'),
            value: t(`hqCommittee:funding.${item.fundingSource}`),
          },
          ...(item.conditions === null
            ? []
            : [
                {
                  id: 'conditions',
                  term: t('hqCommittee:conditions'),
                  value: <Words>{item.conditions}</Words>,
                },
              ]),
        ];
      case 'rejected':
        return [
          {
            id: 'code',
            term: t('hqCommittee:code'),
            value: reasons.wordsOf(item.code),
          },
          { id: 'reason', term: t('hqCommittee:reason'), value: <Words>{item.reason}</Words> },
        ];
      case 'deferred':
        return [
          { id: 'reason', term: t('hqCommittee:reason'), value: <Words>{item.reason}</Words> },
          { id: 'awaited', term: t('hqCommittee:awaited'), value: <Words>{item.awaited}</Words> },
        ];
    }
  }
}
