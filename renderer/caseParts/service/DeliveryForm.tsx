import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField, dayTyped } from '#renderer/caseParts/DayField.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { focusField } from '#renderer/components/focus-field.ts';
import { IdentifierField, MoneyField, NumberField } from '#renderer/components/NumericFields.tsx';
import { Row } from '#renderer/components/Page.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import type { DeliverySaid } from '#shared/contracts/service.ts';
import type { ItemService } from '#shared/domain/case/serviceState.ts';
import type { Act } from './act.ts';
import {
  type DeliveryDays,
  type DeliveryDraft,
  type DeliveryNeed,
  deliveryOf,
  freshDelivery,
  PLACES,
  RECEIVERS,
  type ReceiverKnown,
  readDelivery,
} from './deliveryDraft.ts';
import styles from './service.module.css';
import { useServiceForm } from './serviceForms.ts';
import { deliveryId } from './servicePlaces.ts';

export interface DeliveryFormProps {
  readonly service: ItemService;
  readonly applicant: ReceiverKnown;
  readonly days: DeliveryDays;
  readonly place: DeliverySaid['place'];
  readonly act: Act<DeliverySaid>;
}

/** One delivery of one item: how much, on which day, to whom, and their document looked at again (P37). */
export function DeliveryForm({ service, applicant, days, place, act }: DeliveryFormProps) {
  const { t } = useTranslation(['service', 'common', 'interview']);
  const fresh = freshDelivery(service, { today: days.today, place, applicant });
  const form = useServiceForm('delivery', service.item.itemId, { ...fresh });
  const draft = deliveryOf(form, fresh);
  const [tried, setTried] = useState(false);
  const { itemId } = service.item;
  const id = (need: DeliveryNeed) => `delivery-${itemId}-${need}`;
  const { documentKey } = applicant;
  const reading = readDelivery(draft, itemId, { documentKey, days });
  const needs = tried && 'needs' in reading ? reading.needs : [];
  const missing = (need: DeliveryNeed) =>
    needs.includes(need) ? t(`service:needed.${need}`) : undefined;
  const outside = needs.includes('day') ? t('service:needed.dayOutside') : undefined;
  const change = (part: Partial<DeliveryDraft>) => {
    for (const [name, text] of Object.entries(part)) form.set(name, text);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if ('needs' in reading) {
      const [first] = reading.needs;
      if (first !== undefined) focusField(id(first));
      return;
    }
    const { delivery } = reading;
    if (!act.isBusy) void form.flush().then(() => act.run(delivery));
  };
  return (
    <form
      id={deliveryId(itemId)}
      className={styles.form}
      noValidate
      onSubmit={submit}
      aria-label={t('service:delivery')}
    >
      <Fields>
        {service.approvedAmount !== null && (
          <MoneyField
            id={id('amount')}
            label={t('service:amount')}
            currency={t('common:riyal')}
            span={6}
            value={draft.amount}
            onChange={(amount) => change({ amount })}
            error={missing('amount')}
          />
        )}
        {service.approvedQuantity !== null && (
          <NumberField
            id={service.approvedAmount === null ? id('amount') : `${id('amount')}-quantity`}
            label={t('service:quantity')}
            span={6}
            value={draft.quantity}
            onChange={(quantity) => change({ quantity })}
            error={service.approvedAmount === null ? missing('amount') : undefined}
          />
        )}
        <DayField
          id={id('day')}
          label={t('service:deliveredOn')}
          isRequired
          span={6}
          value={draft.day}
          onChange={(day) => change({ day })}
          error={dayTyped(draft.day) === null ? missing('day') : outside}
        />
        <Select
          label={t('service:place')}
          isRequired
          span={6}
          value={draft.place}
          options={PLACES.map((value) => ({ value, label: t(`service:placeOf.${value}`) }))}
          onChange={(value) =>
            change({ place: PLACES.find((each) => each === value) ?? draft.place })
          }
          placeholder={t('interview:choose')}
          nothingFound={t('interview:nothingFound')}
        />
        {draft.place === 'transfer' && (
          <TextField
            id={id('reference')}
            label={t('service:transferReference')}
            isRequired
            dir="ltr"
            value={draft.reference}
            onChange={(reference) => change({ reference })}
            error={missing('reference')}
          />
        )}
        <TextField
          id={id('receiver')}
          label={t('service:receiver')}
          isRequired
          span={6}
          value={draft.receiver}
          onChange={(receiver) => change({ receiver })}
          error={missing('receiver')}
        />
        <Select
          label={t('service:receiverAs')}
          isRequired
          span={6}
          value={draft.as}
          options={RECEIVERS.map((value) => ({ value, label: t(`service:as.${value}`) }))}
          onChange={(value) => change({ as: RECEIVERS.find((each) => each === value) ?? draft.as })}
          placeholder={t('interview:choose')}
          nothingFound={t('interview:nothingFound')}
        />
        <IdentifierField
          id={id('identity')}
          label={t('service:identityNumber')}
          help={t('service:identityHelp')}
          isRequired
          span={6}
          value={draft.identity}
          onChange={(identity) => change({ identity })}
          error={missing('identity')}
        />
        <DayField
          id={id('validUntil')}
          label={t('service:validUntil')}
          isRequired
          span={6}
          value={draft.validUntil}
          onChange={(validUntil) => change({ validUntil })}
          error={missing('validUntil')}
        />
      </Fields>
      {act.refusal}
      <Row>
        <Button type="submit" kind="main" busy={act.isBusy}>
          {t('service:deliver')}
        </Button>
      </Row>
    </form>
  );
}
