import { useTranslation } from 'react-i18next';
import { Choice } from '#renderer/components/Choice.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { AnswerHeard } from '#shared/domain/case/referral.ts';
import type { IsoDay } from '#shared/domain/identity.ts';
import { DayField, dayTyped } from './DayField.tsx';
import type { FormText } from './study/formText.ts';

const LONGEST = 2000;
/** What headquarters answers itself comes down by sync. */
const HEARD = AnswerHeard.exclude(['headquarters']);

/** The officer's answer as it was heard at the branch; null while something of it is wanting. */
export function heardAnswer(form: FormText, today: IsoDay) {
  const answeredBy = form.text('answeredBy').trim();
  const heard = HEARD.safeParse(form.text('heard'));
  const answeredOn = dayTyped(form.text('answeredOn'));
  const text = form.text('text').trim();
  const isWhole = answeredBy !== '' && text !== '' && text.length <= LONGEST;
  if (!isWhole || !heard.success || answeredOn === null || answeredOn > today) return null;
  return { answeredBy, heard: heard.data, answeredOn, text };
}

export interface HeardAnswerFieldsProps {
  readonly form: FormText;
  readonly today: IsoDay;
  /** Saving was tried: what is wanting is said. */
  readonly tried: boolean;
  /** What becomes of the answer's words. */
  readonly help?: string;
}

/** Who answered, when, how it was heard, and in what words. */
export function HeardAnswerFields({ form, today, tried, help }: HeardAnswerFieldsProps) {
  const { t } = useTranslation('waiting');
  const heard = HEARD.safeParse(form.text('heard'));
  const answeredOn = dayTyped(form.text('answeredOn'));
  const isDayWrong = answeredOn === null || answeredOn > today;
  const needed = (name: string) =>
    tried && form.text(name).trim() === '' ? t('needed') : undefined;
  return (
    <Fields>
      <TextField
        label={t('answeredBy')}
        span={6}
        isRequired
        error={needed('answeredBy')}
        value={form.text('answeredBy')}
        onChange={(written) => form.set('answeredBy', written)}
      />
      <DayField
        label={t('answeredOn')}
        span={6}
        isRequired
        error={
          tried && isDayWrong ? t(answeredOn === null ? 'noSuchDay' : 'dayNotComing') : undefined
        }
        value={form.text('answeredOn')}
        onChange={(day) => form.set('answeredOn', day)}
      />
      <Choice
        label={t('heardLabel')}
        span={12}
        isRequired
        error={tried && !heard.success ? t('needed') : undefined}
        value={heard.data ?? null}
        options={HEARD.options.map((value) => ({ value, label: t(`heard.${value}`) }))}
        onChange={(value) => form.set('heard', value)}
      />
      <TextArea
        label={t('answerText')}
        {...(help === undefined ? {} : { help })}
        span={12}
        isRequired
        longest={LONGEST}
        error={needed('text')}
        value={form.text('text')}
        onChange={(written) => form.set('text', written)}
      />
    </Fields>
  );
}
