import { useTranslation } from 'react-i18next';
import { writtenMoney } from '#renderer/caseParts/answerText.ts';
import { useSupportName } from '#renderer/caseParts/decisionWords.tsx';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { PrintSection, PrintSignatures } from '#renderer/components/PrintPage.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import { type DeliveryMade, itemServices } from '#shared/domain/case/serviceState.ts';
import { riyalsInArabic } from '#shared/domain/words/arabicNumber.ts';
import { riyalsInEnglish } from '#shared/domain/words/englishNumber.ts';
import { PaperFacts } from './PaperFacts.tsx';
import { type PaperProps, PaperSheet } from './PaperSheet.tsx';
import styles from './papers.module.css';
import { WaitingFacts } from './WaitingFacts.tsx';

export interface DeliveryReceiptProps extends PaperProps {
  readonly delivery: DeliveryMade;
}

/** N7: item, amount in figures and words, deliverer, receiver and the identity that was seen, signatures. */
export function DeliveryReceipt({ open, copy, delivery }: DeliveryReceiptProps) {
  const { t } = useTranslation(['papers', 'service', 'common']);
  const language = useLanguage();
  const nameOf = useSupportName(open.assessment.evaluation);
  const { amount, quantity, receiver, proof } = delivery;
  const inWords = language === 'ar' ? riyalsInArabic : riyalsInEnglish;
  return (
    <PaperSheet
      open={open}
      copy={copy}
      paper="N7"
      title={t('papers:name.N7')}
      subtitle={t('service:receipt.subtitle', { item: nameOf(delivery.itemId) })}
    >
      <WaitingFacts open={open} actorId={delivery.actorId} />
      <PrintSection title={t('service:delivery')}>
        <PaperFacts
          facts={[
            ...(amount === null
              ? []
              : [
                  {
                    id: 'figures',
                    term: t('service:receipt.figures'),
                    value: (
                      <>
                        <Bdi>{writtenMoney(amount)}</Bdi> {t('common:riyal')}
                      </>
                    ),
                  },
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
              value: <Bdi>{receiver.identity.number}</Bdi>,
            },
            { id: 'left', term: t('service:receipt.left'), value: leftAfter() },
          ]}
        />
      </PrintSection>
      <p className={styles.follow}>
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
    </PaperSheet>
  );

  /** As it stood when this part was handed over, whatever came after. */
  function leftAfter() {
    const { headquarters, service } = open.state;
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
    return halalas > 0 ? (
      <>
        <Bdi>{writtenMoney(halalas)}</Bdi> {t('common:riyal')}
      </>
    ) : (
      <Bdi>{things}</Bdi>
    );
  }
}
