import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/components/Button.tsx';
import { Choice } from '#renderer/components/Choice.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { focusField } from '#renderer/components/focus-field.ts';
import { Row } from '#renderer/components/Page.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import type { SettlementSaid } from '#shared/contracts/service.ts';
import type { DeliveryConflict } from '#shared/domain/case/serviceConflicts.ts';
import { DeliveryVerdict } from '#shared/domain/case/serviceEvents.ts';
import type { DeliveryMade } from '#shared/domain/case/serviceState.ts';
import type { Act } from './act.ts';
import { DeliveryLine } from './DeliveryLine.tsx';
import styles from './service.module.css';
import { useServiceForm } from './serviceForms.ts';
import { settleId } from './servicePlaces.ts';

export interface ConflictFormProps {
  readonly conflict: DeliveryConflict;
  readonly act: Act<SettlementSaid>;
  /** Leads to the receipt of a delivery. */
  readonly receipt: (delivery: DeliveryMade) => ReactNode;
}

const OUTCOMES = DeliveryVerdict.shape.outcome.options;

/** Which of the deliveries was really given, and which was not or came back. Nothing is deleted. */
export function ConflictForm({ conflict, act, receipt }: ConflictFormProps) {
  const { t } = useTranslation('service');
  const { itemId, deliveries } = conflict;
  const form = useServiceForm('settle', itemId, {});
  const reason = form.text('reason');
  const [isTried, setTried] = useState(false);
  const outcomeOf = (deliveryId: string) => OUTCOMES.find((each) => each === form.text(deliveryId));
  const fieldOf = (deliveryId: string) => `settle-${deliveryId}`;
  const reasonId = `settle-reason-${itemId}`;
  const unsaid = deliveries.find(({ deliveryId }) => outcomeOf(deliveryId) === undefined);
  const needsReason = reason.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (unsaid !== undefined) {
      focusField(fieldOf(unsaid.deliveryId));
      return;
    }
    if (needsReason) {
      focusField(reasonId);
      return;
    }
    if (act.isBusy) return;
    const verdicts = deliveries.flatMap(({ deliveryId }) => {
      const outcome = outcomeOf(deliveryId);
      return outcome === undefined ? [] : [{ deliveryId, outcome }];
    });
    void form.flush().then(() => act.run({ reason: reason.trim(), verdicts }));
  };
  return (
    <form
      id={settleId(itemId)}
      className={styles.form}
      noValidate
      onSubmit={submit}
      aria-label={t('settle')}
    >
      <ul className={styles.items}>
        {deliveries.map((delivery, index) => (
          <li key={delivery.deliveryId} className={styles.item}>
            <DeliveryLine delivery={delivery} />
            {receipt(delivery)}
            <Choice
              id={fieldOf(delivery.deliveryId)}
              label={t('whatOfIt', { number: index + 1 })}
              isRequired
              value={outcomeOf(delivery.deliveryId) ?? null}
              options={OUTCOMES.map((value) => ({ value, label: t(`found.${value}`) }))}
              onChange={(value) => form.set(delivery.deliveryId, value)}
              error={
                isTried && outcomeOf(delivery.deliveryId) === undefined
                  ? t('needed.outcome')
                  : undefined
              }
            />
          </li>
        ))}
      </ul>
      <Fields>
        <TextArea
          id={reasonId}
          label={t('settleReason')}
          isRequired
          rows={2}
          longest={2000}
          value={reason}
          onChange={(text) => form.set('reason', text)}
          error={isTried && needsReason ? t('needed.settleReason') : undefined}
        />
      </Fields>
      {act.refusal}
      <Row>
        <Button type="submit" kind="main" busy={act.isBusy}>
          {t('settle')}
        </Button>
      </Row>
    </form>
  );
}
