import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote, useDeskErrorSentence } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { HeardAnswerFields, heardAnswer } from '#renderer/caseParts/HeardAnswerFields.tsx';
import { KeptLine } from '#renderer/caseParts/KeptLine.tsx';
import type { KeptFields } from '#renderer/caseParts/useKeptFields.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { useInquiryChanged } from './useInquiryChanged.ts';

export interface InquiryAnswerFormProps {
  readonly referralId: string;
  readonly form: KeptFields;
  readonly onDone: () => void;
}

/** The officer's answer as it was heard at the branch. */
export function InquiryAnswerForm({ referralId, form, onDone }: InquiryAnswerFormProps) {
  const { t } = useTranslation('waiting');
  const { queries } = useDesk();
  const { today } = useOpenStatus();
  const onChanged = useInquiryChanged();
  const [tried, setTried] = useState(false);
  const answer = useMutation(
    queries.inquiries.answer.mutationOptions({
      onSuccess: () => {
        form.forget();
        onDone();
      },
      onSettled: onChanged,
    }),
  );
  const submit = async () => {
    setTried(true);
    const heard = heardAnswer(form, today);
    if (heard === null || answer.isPending) return;
    await form.flush();
    answer.mutate({ referralId, ...heard });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap={4}>
        <DeskErrorNote error={answer.error} />
        <HeardAnswerFields form={form} today={today} tried={tried} help={t('inquiry.answerHelp')} />
        <Row>
          <Button type="submit" kind="main" busy={answer.isPending}>
            {t('saveAnswer')}
          </Button>
          <Button kind="quiet" onPress={onDone}>
            {t('cancel')}
          </Button>
          <KeptLine parts={[form]} useSentence={useDeskErrorSentence} />
        </Row>
      </Stack>
    </form>
  );
}
