import { useTranslation } from 'react-i18next';
import { useSupportName } from '#renderer/caseParts/decisionWords.tsx';
import { DeliveryReceiptBody } from '#renderer/caseParts/service/DeliveryReceiptBody.tsx';
import type { DeliveryMade } from '#shared/domain/case/serviceState.ts';
import { type PaperProps, PaperSheet } from './PaperSheet.tsx';
import { WaitingFacts } from './WaitingFacts.tsx';

export interface DeliveryReceiptProps extends PaperProps {
  readonly delivery: DeliveryMade;
}

/** N7 as the desk prints it. */
export function DeliveryReceipt({ open, copy, delivery }: DeliveryReceiptProps) {
  const { t } = useTranslation(['papers', 'service']);
  const nameOf = useSupportName(open.assessment.evaluation);
  return (
    <PaperSheet
      open={open}
      copy={copy}
      paper="N7"
      title={t('papers:name.N7')}
      subtitle={t('service:receipt.subtitle', { item: nameOf(delivery.itemId) })}
    >
      <WaitingFacts open={open} actorId={delivery.actorId} />
      <DeliveryReceiptBody state={open.state} delivery={delivery} />
    </PaperSheet>
  );
}
