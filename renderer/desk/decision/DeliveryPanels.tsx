import { CircleCheck, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { writtenMoney } from '#renderer/caseParts/answerText.ts';
import { useSupportName } from '#renderer/caseParts/decisionWords.tsx';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { type Fact, Facts } from '#renderer/components/Facts.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Money } from '#renderer/components/Money.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { applicantOf } from '#shared/domain/case/applicantIdentity.ts';
import { type ItemService, itemServices, leftOf } from '#shared/domain/case/serviceState.ts';
import { DeliveryForm } from './DeliveryForm.tsx';
import styles from './decision.module.css';

/** Every accepted item with what was delivered of it, and the next delivery (P37). */
export function DeliveryPanels({ open }: { readonly open: OpenCase }) {
  const { t } = useTranslation('service');
  const nameOf = useSupportName(open.assessment.evaluation);
  const { state } = open;
  if (state.service.registration === null && state.service.deliveries.length === 0) return null;
  const services = itemServices(state.headquarters, state.service);
  const applicant = applicantOf(state);
  const identityKey =
    open.assessment.documents.find(({ needed }) => needed.identity)?.needed.documentKey ?? 'D1';
  return (
    <>
      {services.map((service) => (
        <Panel key={service.item.itemId} title={`${t('delivery')}: ${nameOf(service.item.itemId)}`}>
          <Stack gap={4}>
            <Progress service={service} />
            {service.isOver && <Note tone="stop">{t('over')}</Note>}
            <Made open={open} itemId={service.item.itemId} />
            {service.isComplete ? (
              <Note tone="ok" icon={CircleCheck}>
                {t('completeItem')}
              </Note>
            ) : (
              open.actions.deliverService.allowed && (
                <DeliveryForm
                  // A new part begins anew, with what is left now.
                  key={state.service.deliveries.length}
                  open={open}
                  service={service}
                  applicant={{
                    name: applicant.name,
                    identity: applicant.idNumber ?? '',
                    documentKey: identityKey,
                  }}
                />
              )
            )}
          </Stack>
        </Panel>
      ))}
    </>
  );
}

function Progress({ service }: { readonly service: ItemService }) {
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
  return <Facts layout="columns" facts={facts} />;
}

function Made({ open, itemId }: { readonly open: OpenCase; readonly itemId: string }) {
  const { t } = useTranslation(['service', 'common']);
  const made = open.state.service.deliveries.filter((each) => each.itemId === itemId);
  if (made.length === 0) return null;
  return (
    <ul className={styles.items} aria-label={t('service:deliveries')}>
      {made.map((delivery) => (
        <li key={delivery.deliveryId} className={styles.item}>
          <span>
            <DayText day={delivery.deliveredOn} />
            {delivery.amount !== null && (
              <>
                {' · '}
                <Money text={writtenMoney(delivery.amount)} currency={t('common:riyal')} />
              </>
            )}
            {delivery.quantity !== null && (
              <>
                {' · '}
                <Bdi>{delivery.quantity}</Bdi>
              </>
            )}
            {' · '}
            <Words>{delivery.receiver.name}</Words>
          </span>
          <span>{t('service:by', { name: delivery.deliverer })}</span>
          <div>
            <a
              className={buttonClass('plain', 'sm')}
              href={`#/case/${open.state.caseId}/N7?at=${JSON.stringify(delivery.deliveryId)}`}
            >
              <Icon of={Printer} />
              <span>{t('service:printReceipt')}</span>
            </a>
          </div>
        </li>
      ))}
    </ul>
  );
}
