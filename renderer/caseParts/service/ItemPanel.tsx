import { CircleAlert, CircleCheck, CircleDashed, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '#renderer/components/Badge.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { type Fact, Facts } from '#renderer/components/Facts.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Money } from '#renderer/components/Money.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import type { DeliverySaid, SettlementSaid } from '#shared/contracts/service.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { deliveryConflicts } from '#shared/domain/case/serviceConflicts.ts';
import type { ItemSchedule } from '#shared/domain/case/serviceEvents.ts';
import { type ScheduledItem, scheduledItems } from '#shared/domain/case/serviceSchedule.ts';
import { type DeliveryMade, leftOf, servedFrom } from '#shared/domain/case/serviceState.ts';
import type { IsoDay } from '#shared/domain/identity.ts';
import { writtenMoney } from '../answerText.ts';
import { Words } from '../summaryValue.tsx';
import type { Act } from './act.ts';
import { ConflictForm } from './ConflictForm.tsx';
import { DeliveryForm } from './DeliveryForm.tsx';
import { DeliveryLine } from './DeliveryLine.tsx';
import type { ReceiverKnown } from './deliveryDraft.ts';
import { ScheduleForm } from './ScheduleForm.tsx';
import styles from './service.module.css';

/** Where a case is delivered from, and what whoever looks at it may do; null for what they may not. */
export interface ServiceWork {
  readonly state: CaseState;
  readonly today: IsoDay;
  readonly place: 'branch' | 'headquarters';
  readonly applicant: ReceiverKnown;
  readonly nameOf: (itemId: string) => string;
  readonly receiptHref: (delivery: DeliveryMade) => string;
  readonly deliver: Act<DeliverySaid> | null;
  readonly schedule: Act<ItemSchedule> | null;
  readonly settle: Act<SettlementSaid> | null;
}

/** Every accepted item with what was delivered of it, what falls due, and the next delivery (P37). */
export function ItemPanels({ work }: { readonly work: ServiceWork }) {
  const { state } = work;
  if (state.service.registration === null && state.service.deliveries.length === 0) return null;
  const scheduled = scheduledItems(state);
  const known = new Set(scheduled.map(({ service }) => service.item.itemId));
  const strays = deliveryConflicts(state.headquarters, state.service).filter(
    ({ itemId }) => !known.has(itemId),
  );
  return (
    <>
      {scheduled.map((item) => (
        <ItemPanel key={item.service.item.itemId} work={work} item={item} />
      ))}
      {strays.map((conflict) => (
        <StrayPanel key={conflict.itemId} work={work} itemId={conflict.itemId} />
      ))}
    </>
  );
}

interface ItemPanelProps {
  readonly work: ServiceWork;
  readonly item: ScheduledItem;
}

function ItemPanel({ work, item }: ItemPanelProps) {
  const { t } = useTranslation('service');
  const { service, next } = item;
  const { itemId } = service.item;
  return (
    <Panel title={`${t('delivery')}: ${work.nameOf(itemId)}`}>
      <Stack gap={4}>
        <Progress item={item} />
        <Months item={item} today={work.today} />
        <Conflict work={work} itemId={itemId} />
        <Made work={work} itemId={itemId} />
        {service.isComplete ? (
          <Note tone="ok" icon={CircleCheck}>
            {t('completeItem')}
          </Note>
        ) : (
          <>
            {work.schedule !== null && next?.number === 1 && (
              <ScheduleForm
                key={item.firstOn}
                itemId={itemId}
                isMonthly={service.item.period.kind === 'monthly'}
                firstOn={item.firstOn ?? work.today}
                act={work.schedule}
              />
            )}
            {work.deliver !== null && (
              <DeliveryForm
                // A new part begins anew, with what is left now.
                key={`${work.state.service.deliveries.length} ${service.deliveredAmount}`}
                service={service}
                applicant={work.applicant}
                days={{ earliest: servedFrom(work.state) ?? work.today, today: work.today }}
                place={work.place}
                act={work.deliver}
              />
            )}
          </>
        )}
      </Stack>
    </Panel>
  );
}

/** Deliveries of something that the decision in force does not accept. */
function StrayPanel({ work, itemId }: { readonly work: ServiceWork; readonly itemId: string }) {
  const { t } = useTranslation('service');
  return (
    <Panel title={`${t('delivery')}: ${work.nameOf(itemId)}`}>
      <Stack gap={4}>
        <Conflict work={work} itemId={itemId} />
        <Made work={work} itemId={itemId} />
      </Stack>
    </Panel>
  );
}

function Conflict({ work, itemId }: { readonly work: ServiceWork; readonly itemId: string }) {
  const { t } = useTranslation('service');
  const { headquarters, service } = work.state;
  const conflict = deliveryConflicts(headquarters, service).find((each) => each.itemId === itemId);
  if (conflict === undefined) return null;
  return (
    <>
      <Note tone="stop">{t(`conflict.${conflict.kind}`)}</Note>
      {work.settle !== null && (
        <ConflictForm
          key={conflict.deliveries.map(({ deliveryId }) => deliveryId).join()}
          conflict={conflict}
          act={work.settle}
        />
      )}
    </>
  );
}

function Progress({ item: { service, next } }: { readonly item: ScheduledItem }) {
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
function Months({ item, today }: { readonly item: ScheduledItem; readonly today: IsoDay }) {
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

function Made({ work, itemId }: { readonly work: ServiceWork; readonly itemId: string }) {
  const { t } = useTranslation(['service', 'common']);
  const made = work.state.service.deliveries.filter((each) => each.itemId === itemId);
  if (made.length === 0) return null;
  return (
    <ul className={styles.items} aria-label={t('service:deliveries')}>
      {made.map((delivery) => (
        <li key={delivery.deliveryId} className={styles.item}>
          <DeliveryLine delivery={delivery} />
          {delivery.found !== null && (
            <Note tone={delivery.found.outcome === 'given' ? 'ok' : 'review'} slim>
              {t(`service:found.${delivery.found.outcome}`)} ·{' '}
              <Words>{delivery.found.reason}</Words>
            </Note>
          )}
          <div>
            <a className={buttonClass('plain', 'sm')} href={work.receiptHref(delivery)}>
              <Icon of={Printer} />
              <span>{t('service:printReceipt')}</span>
            </a>
          </div>
        </li>
      ))}
    </ul>
  );
}
