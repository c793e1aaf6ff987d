import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '#renderer/components/Badge.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { type Fact, Facts } from '#renderer/components/Facts.tsx';
import { Money } from '#renderer/components/Money.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import type { ScheduledItem } from '#shared/domain/case/serviceSchedule.ts';
import { leftOf } from '#shared/domain/case/serviceState.ts';
import type { IsoDay } from '#shared/domain/identity.ts';
import { writtenMoney } from '../answerText.ts';
import styles from './service.module.css';

/** Approved, given and left of an item, and the day of its next part. */
export function Progress({ item: { service, next } }: { readonly item: ScheduledItem }) {
  const { t } = useTranslation(['service', 'common']);
  const left = leftOf(service);
  const facts: Fact[] = [];
  if (service.approvedAmount !== null) {
    for (const [id, halalas] of [
      ['approved', service.approvedAmount],
      ['given', service.deliveredAmount],
      ['left', left.amount ?? 0],
    ] as const) {
      facts.push({
        id,
        term: t(`service:${id}`),
        value: <Money text={writtenMoney(halalas)} currency={t('common:riyal')} />,
      });
    }
  }
  if (service.approvedQuantity !== null) {
    facts.push({
      id: 'quantity',
      term: t('service:left'),
      value: (
        <Bdi>
          {left.quantity ?? 0} / {service.approvedQuantity}
        </Bdi>
      ),
    });
  }
  if (next !== null) {
    facts.push({ id: 'next', term: t('service:nextDue'), value: <DayText day={next.dueOn} /> });
  }
  return <Facts layout="columns" facts={facts} />;
}

const MOST_MONTHS = 24;

/** The months of a monthly item: given, overdue, to come. */
export function Months({ item, today }: { readonly item: ScheduledItem; readonly today: IsoDay }) {
  const { t } = useTranslation('service');
  const { instalments } = item;
  if (instalments.length < 2) return null;
  return (
    <ul className={styles.months} aria-label={t('months')}>
      {instalments.slice(0, MOST_MONTHS).map(({ number, dueOn, isGiven }) => (
        <li key={number}>
          <Month state={isGiven ? 'given' : dueOn < today ? 'overdue' : 'toCome'} dueOn={dueOn} />
        </li>
      ))}
    </ul>
  );
}

const MONTH_LOOKS = {
  given: { tone: 'ok', icon: CircleCheck },
  overdue: { tone: 'stop', icon: CircleAlert },
  toCome: { tone: 'neutral', icon: CircleDashed },
} as const;

interface MonthProps {
  readonly state: keyof typeof MONTH_LOOKS;
  readonly dueOn: IsoDay;
}

function Month({ state, dueOn }: MonthProps) {
  const { t } = useTranslation('service');
  return (
    <Badge {...MONTH_LOOKS[state]}>
      <Bdi>{dueOn.slice(0, 7)}</Bdi> · {t(`month.${state}`)}
    </Badge>
  );
}
