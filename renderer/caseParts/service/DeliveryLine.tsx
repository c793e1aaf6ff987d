import { useTranslation } from 'react-i18next';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Money } from '#renderer/components/Money.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { isolated } from '#renderer/language/isolated.ts';
import type { DeliveryMade } from '#shared/domain/case/serviceState.ts';
import { writtenMoney } from '../answerText.ts';
import { Words } from '../summaryValue.tsx';

/** When, how much, to whom, by whom and where. */
export function DeliveryLine({ delivery }: { readonly delivery: DeliveryMade }) {
  const { t } = useTranslation(['service', 'common']);
  return (
    <>
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
      <span>
        {t('service:by', { name: isolated(delivery.deliverer) })} ·{' '}
        {t(`service:placeOf.${delivery.place}`)}
      </span>
    </>
  );
}
