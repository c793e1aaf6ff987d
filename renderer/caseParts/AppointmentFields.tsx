import { useTranslation } from 'react-i18next';
import { Checkbox } from '#renderer/components/Checkbox.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { Appointment } from '#shared/domain/case/referral.ts';
import type { IsoDay } from '#shared/domain/identity.ts';
import { DayField, dayTyped } from './DayField.tsx';
import type { FormText } from './study/formText.ts';

/** What the fields hold: none settled, one that holds, or one that is not whole yet. */
export type TypedAppointment =
  | { readonly isWhole: true; readonly appointment: Appointment | null }
  | { readonly isWhole: false };

export function typedAppointment(form: FormText, today: IsoDay): TypedAppointment {
  if (form.text('hasAppointment') !== 'yes') return { isWhole: true, appointment: null };
  const on = dayTyped(form.text('appointmentOn'));
  const at = form.text('appointmentAt').trim();
  const read = Appointment.safeParse({
    on,
    at: at === '' ? null : at,
    place: form.text('appointmentPlace').trim(),
  });
  return read.success && read.data.on >= today
    ? { isWhole: true, appointment: read.data }
    : { isWhole: false };
}

export interface AppointmentFieldsProps {
  readonly form: FormText;
  readonly today: IsoDay;
  /** Sending was tried: what is wanting is said. */
  readonly tried: boolean;
}

/** When and where the person meets the social-research officer, where that is settled. */
export function AppointmentFields({ form, today, tried }: AppointmentFieldsProps) {
  const { t } = useTranslation('waiting');
  const has = form.text('hasAppointment') === 'yes';
  const on = dayTyped(form.text('appointmentOn'));
  const at = form.text('appointmentAt').trim();
  const isTimeWrong = at !== '' && !Appointment.shape.at.safeParse(at).success;
  return (
    <>
      <Checkbox
        label={t('withAppointment')}
        isChecked={has}
        onChange={(isChecked) => form.set('hasAppointment', isChecked ? 'yes' : '')}
      />
      {has && (
        <Fields>
          <DayField
            label={t('appointmentOn')}
            span={6}
            isRequired
            error={
              tried && (on === null || on < today)
                ? t(on === null ? 'noSuchDay' : 'dayNotOver')
                : undefined
            }
            value={form.text('appointmentOn')}
            onChange={(day) => form.set('appointmentOn', day)}
          />
          <TextField
            label={t('appointmentAt')}
            help={t('appointmentAtHelp')}
            span={2}
            dir="ltr"
            error={tried && isTimeWrong ? t('timeWrong') : undefined}
            value={form.text('appointmentAt')}
            onChange={(text) => form.set('appointmentAt', text)}
          />
          <TextField
            label={t('appointmentPlace')}
            span={4}
            value={form.text('appointmentPlace')}
            onChange={(text) => form.set('appointmentPlace', text)}
          />
        </Fields>
      )}
    </>
  );
}
