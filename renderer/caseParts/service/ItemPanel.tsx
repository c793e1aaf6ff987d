import { CircleCheck, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '#renderer/components/button-class.ts';
import { Icon } from '#renderer/components/Icon.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import type { DeliverySaid, SettlementSaid } from '#shared/contracts/service.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { type DeliveryConflict, deliveryConflicts } from '#shared/domain/case/serviceConflicts.ts';
import type { ItemSchedule } from '#shared/domain/case/serviceEvents.ts';
import { type ScheduledItem, scheduledItems } from '#shared/domain/case/serviceSchedule.ts';
import { type DeliveryMade, servedFrom } from '#shared/domain/case/serviceState.ts';
import type { IsoDay } from '#shared/domain/identity.ts';
import { Words } from '../summaryValue.tsx';
import type { Act } from './act.ts';
import { ConflictForm } from './ConflictForm.tsx';
import { DeliveryForm } from './DeliveryForm.tsx';
import { DeliveryLine } from './DeliveryLine.tsx';
import type { ReceiverKnown } from './deliveryDraft.ts';
import { Months, Progress } from './ItemProgress.tsx';
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
          conflictOf(work, itemId) === undefined && (
            <Note tone="ok" icon={CircleCheck}>
              {t('completeItem')}
            </Note>
          )
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

function conflictOf({ state }: ServiceWork, itemId: string): DeliveryConflict | undefined {
  return deliveryConflicts(state.headquarters, state.service).find(
    (each) => each.itemId === itemId,
  );
}

function Conflict({ work, itemId }: { readonly work: ServiceWork; readonly itemId: string }) {
  const { t } = useTranslation('service');
  const conflict = conflictOf(work, itemId);
  if (conflict === undefined) return null;
  return (
    <>
      <Note tone="stop">{t(`conflict.${conflict.kind}`)}</Note>
      {work.settle !== null && (
        <ConflictForm
          key={conflict.deliveries.map(({ deliveryId }) => deliveryId).join()}
          conflict={conflict}
          act={work.settle}
          receipt={(delivery) => <ReceiptLink work={work} delivery={delivery} />}
        />
      )}
    </>
  );
}

function Made({ work, itemId }: { readonly work: ServiceWork; readonly itemId: string }) {
  const { t } = useTranslation(['service', 'common']);
  // Those that are to be settled stand in the form for it already.
  const inForm = work.settle === null ? [] : (conflictOf(work, itemId)?.deliveries ?? []);
  const made = work.state.service.deliveries.filter(
    (each) => each.itemId === itemId && !inForm.includes(each),
  );
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
          <ReceiptLink work={work} delivery={delivery} />
        </li>
      ))}
    </ul>
  );
}

function ReceiptLink({
  work,
  delivery,
}: {
  readonly work: ServiceWork;
  readonly delivery: DeliveryMade;
}) {
  const { t } = useTranslation('service');
  return (
    <div>
      <a className={buttonClass('plain', 'sm')} href={work.receiptHref(delivery)}>
        <Icon of={Printer} />
        <span>{t('printReceipt')}</span>
      </a>
    </div>
  );
}
