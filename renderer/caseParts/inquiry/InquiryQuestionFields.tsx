import { useTranslation } from 'react-i18next';
import {
  AppointmentFields,
  type AppointmentFieldsProps,
  typedAppointment,
} from '#renderer/caseParts/AppointmentFields.tsx';
import type { FormText } from '#renderer/caseParts/study/formText.ts';
import { Fields } from '#renderer/components/Field.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import type { Appointment } from '#shared/domain/case/referral.ts';
import { INQUIRY_REASONS } from '#shared/domain/contacts/inquiryReferral.ts';
import type { IsoDay } from '#shared/domain/identity.ts';

const LONGEST = 2000;

export interface TypedInquiry {
  readonly reason: (typeof INQUIRY_REASONS)[number];
  readonly question: string;
  readonly appointment: Appointment | null;
}

/** What stands in the fields; null while something of it is wanting. */
export function typedInquiry(form: FormText, today: IsoDay): TypedInquiry | null {
  const reason = INQUIRY_REASONS.find((each) => each === form.text('reason'));
  const question = form.text('question').trim();
  const appointed = typedAppointment(form, today);
  if (reason === undefined || question === '' || question.length > LONGEST) return null;
  return appointed.isWhole ? { reason, question, appointment: appointed.appointment } : null;
}

/** Reason, question and appointment of a question to the social-research officer (P33). */
export function InquiryQuestionFields({ form, today, tried }: AppointmentFieldsProps) {
  const { t } = useTranslation('waiting');
  const reason = INQUIRY_REASONS.find((each) => each === form.text('reason')) ?? null;
  return (
    <>
      <Fields>
        <Select
          label={t('reasonLabel')}
          span={12}
          isRequired
          error={tried && reason === null ? t('needed') : undefined}
          placeholder={t('chooseReason')}
          nothingFound={t('chooseReason')}
          value={reason}
          options={INQUIRY_REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
          onChange={(value) => form.set('reason', value)}
        />
        <TextArea
          label={t('question')}
          help={t('questionHelp')}
          span={12}
          isRequired
          longest={LONGEST}
          error={tried && form.text('question').trim() === '' ? t('needed') : undefined}
          value={form.text('question')}
          onChange={(text) => form.set('question', text)}
        />
      </Fields>
      <AppointmentFields form={form} today={today} tried={tried} />
    </>
  );
}
