import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/components/Button.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { focusField } from '#renderer/components/focus-field.ts';
import { Row } from '#renderer/components/Page.tsx';
import type { ItemSchedule } from '#shared/domain/case/serviceEvents.ts';
import type { IsoDay } from '#shared/domain/identity.ts';
import { DayField, dayTyped, typedDay } from '../DayField.tsx';
import type { Act } from './act.ts';
import styles from './service.module.css';

export interface ScheduleFormProps {
  readonly itemId: string;
  readonly isMonthly: boolean;
  readonly firstOn: IsoDay;
  readonly act: Act<ItemSchedule>;
}

/** From when on an item is delivered; a monthly one falls due on the same day of each month. */
export function ScheduleForm({ itemId, isMonthly, firstOn, act }: ScheduleFormProps) {
  const { t } = useTranslation('service');
  const [day, setDay] = useState(() => typedDay(firstOn));
  const [isTried, setTried] = useState(false);
  const typed = dayTyped(day);
  const id = `schedule-${itemId}`;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (typed === null) focusField(id);
    else if (!act.isBusy) act.run({ itemId, firstOn: typed });
  };
  return (
    <form className={styles.form} noValidate onSubmit={submit} aria-label={t('schedule')}>
      <Fields>
        <DayField
          id={id}
          label={t(isMonthly ? 'firstMonth' : 'onDay')}
          isRequired
          span={6}
          value={day}
          onChange={setDay}
          error={isTried && typed === null ? t('needed.scheduleDay') : undefined}
        />
      </Fields>
      {act.refusal}
      <Row>
        <Button type="submit" busy={act.isBusy}>
          {t('schedule')}
        </Button>
      </Row>
    </form>
  );
}
