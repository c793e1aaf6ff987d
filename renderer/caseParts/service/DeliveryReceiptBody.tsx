import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { PrintSection, PrintSignatures } from '#renderer/components/PrintPage.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { type DeliveryMade, itemServices } from '#shared/domain/case/serviceState.ts';
import { riyalsInArabic } from '#shared/domain/words/arabicNumber.ts';
import { riyalsInEnglish } from '#shared/domain/words/englishNumber.ts';
import { writtenMoney } from '../answerText.ts';
import { PaperFacts } from '../PaperFacts.tsx';
import { Words } from '../summaryValue.tsx';

export interface DeliveryReceiptBodyProps {
  readonly state: CaseState;
  readonly delivery: DeliveryMade;
}

/** N7: amount in figures and words, deliverer, receiver and the identity that was seen, signatures. */
export function DeliveryReceiptBody({ state, delivery }: DeliveryReceiptBodyProps) {
  const { t } = useTranslation(['service', 'common']);
  const language = useLanguage();
  const { amount, quantity, receiver, proof } = delivery;
  const inWords = language === 'ar' ? riyalsInArabic : riyalsInEnglish;
  const money = (halalas: number) => (
    <>
      <Bdi>{writtenMoney(halalas)}</Bdi> {t('common:riyal')}
    </>
  );
  return (
    <>
      <PrintSection title={t('service:delivery')}>
        <PaperFacts
          facts={[
            ...(amount === null
              ? []
              : [
                  { id: 'figures', term: t('service:receipt.figures'), value: money(amount) },
                  {
                    id: 'words',
                    term: t('service:receipt.words'),
                    value: <strong>{inWords(amount)}</strong>,
                    isWide: true,
                  },
                ]),
            ...(quantity === null
              ? []
              : [
                  {
                    id: 'quantity',
                    term: t('service:receipt.quantity'),
                    value: <Bdi>{quantity}</Bdi>,
                  },
                ]),
            {
              id: 'day',
              term: t('service:receipt.day'),
              value: <DayText day={delivery.deliveredOn} />,
            },
            {
              id: 'place',
              term: t('service:receipt.place'),
              value: t(`service:placeOf.${delivery.place}`),
            },
            {
              id: 'deliverer',
              term: t('service:receipt.deliverer'),
              value: <Words>{delivery.deliverer}</Words>,
            },
            {
              id: 'receiver',
              term: t('service:receipt.receiver'),
              value: (
                <>
                  <Words>{receiver.name}</Words> ({t(`service:as.${receiver.as}`)})
                </>
              ),
            },
            {
              id: 'identity',
              term: t('service:receipt.identity'),
              value: (
                <>
                  <Bdi>{receiver.identity.number}</Bdi>
                  {receiver.identity.validUntil !== null && (
                    <>
                      {' · '}
                      {t('service:receipt.validUntil')}{' '}
                      <DayText day={receiver.identity.validUntil} />
                    </>
                  )}
                </>
              ),
              isWide: true,
            },
            { id: 'left', term: t('service:receipt.left'), value: leftAfter() },
          ]}
        />
      </PrintSection>
      <p>
        {proof.kind === 'transfer'
          ? t('service:receipt.transferSaid', { reference: proof.reference })
          : t('service:receipt.said')}
      </p>
      <PrintSignatures
        places={[
          { id: 'receiver', label: t('service:receipt.signReceiver') },
          { id: 'deliverer', label: t('service:receipt.signDeliverer') },
        ]}
      />
    </>
  );

  /** As it stood when this part was handed over, whatever came after. */
  function leftAfter(): ReactNode {
    const { headquarters, service } = state;
    const through = service.deliveries.findIndex(
      ({ deliveryId }) => deliveryId === delivery.deliveryId,
    );
    const then = itemServices(headquarters, {
      ...service,
      deliveries: service.deliveries.slice(0, through + 1),
    }).find(({ item }) => item.itemId === delivery.itemId);
    const halalas = Math.max(0, (then?.approvedAmount ?? 0) - (then?.deliveredAmount ?? 0));
    const things = Math.max(0, (then?.approvedQuantity ?? 0) - (then?.deliveredQuantity ?? 0));
    if (halalas === 0 && things === 0) return t('service:receipt.nothingLeft');
    return halalas > 0 ? money(halalas) : <Bdi>{things}</Bdi>;
  }
}
