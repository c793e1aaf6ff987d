import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { DayField, dayTyped, typedDay } from '#renderer/caseParts/DayField.tsx';
import { useFormText } from '#renderer/caseParts/study/formText.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Choice } from '#renderer/components/Choice.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { AnswerHeard } from '#shared/domain/case/referral.ts';
import { useInquiryChanged } from './useInquiryChanged.ts';

const LONGEST = 2000;
const HEARD = AnswerHeard.exclude(['headquarters']);

export interface InquiryAnswerFormProps {
  readonly referralId: string;
  readonly onDone: () => void;
}

/** The officer's answer as it was heard at the branch. */
export function InquiryAnswerForm({ referralId, onDone }: InquiryAnswerFormProps) {
  const { t } = useTranslation('waiting');
  const { queries } = useDesk();
  const { today } = useOpenStatus();
  const onChanged = useInquiryChanged();
  const form = useFormText({ answeredOn: typedDay(today) });
  const [tried, setTried] = useState(false);
  const answer = useMutation(
    queries.inquiries.answer.mutationOptions({ onSuccess: onDone, onSettled: onChanged }),
  );
  const answeredBy = form.text('answeredBy').trim();
  const heard = HEARD.safeParse(form.text('heard'));
  const answeredOn = dayTyped(form.text('answeredOn'));
  const text = form.text('text').trim();
  const isDayWrong = answeredOn === null || answeredOn > today;
  const submit = () => {
    setTried(true);
    if (answeredBy === '' || !heard.success || isDayWrong) return;
    if (text === '' || text.length > LONGEST || answer.isPending) return;
    answer.mutate({ referralId, answeredBy, heard: heard.data, answeredOn, text });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap={4}>
        <DeskErrorNote error={answer.error} />
        <Fields>
          <TextField
            label={t('answeredBy')}
            span={6}
            isRequired
            error={tried && answeredBy === '' ? t('needed') : undefined}
            value={form.text('answeredBy')}
            onChange={(written) => form.set('answeredBy', written)}
          />
          <DayField
            label={t('answeredOn')}
            span={6}
            isRequired
            error={
              tried && isDayWrong
                ? t(answeredOn === null ? 'noSuchDay' : 'dayNotComing')
                : undefined
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
            help={t('inquiry.answerHelp')}
            span={12}
            isRequired
            longest={LONGEST}
            error={tried && text === '' ? t('needed') : undefined}
            value={form.text('text')}
            onChange={(written) => form.set('text', written)}
          />
        </Fields>
        <Row>
          <Button type="submit" kind="main" busy={answer.isPending}>
            {t('saveAnswer')}
          </Button>
          <Button kind="quiet" onPress={onDone}>
            {t('cancel')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
