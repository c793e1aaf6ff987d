import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { HqKeptLine } from '#renderer/access/hq/HqKeptLine.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useKeptForm } from '#renderer/access/hq/keptForm.ts';
import { useDocumentName } from '#renderer/caseParts/documentName.ts';
import { Button } from '#renderer/components/Button.tsx';
import { CheckboxGroup } from '#renderer/components/Checkbox.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { ReferralReason } from '#shared/domain/case/referral.ts';
import type { StudyAtHand } from './studyCase.ts';
import { useStudyAction } from './useStudy.ts';

const LONGEST = 2000;

/** A question to the social-research officer, raised at headquarters (P33). */
export function ReferDialog({
  at,
  onClose,
}: {
  readonly at: StudyAtHand;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['hqStudy', 'waiting', 'study']);
  const { client } = useHq();
  const documentName = useDocumentName();
  const { caseId } = at.state;
  const form = useKeptForm(`referral.${caseId}`);
  const [tried, setTried] = useState(false);
  const refer = useStudyAction(client.referrals.refer);
  const reason = ReferralReason.safeParse(form.text('reason'));
  const question = form.text('question').trim();
  const documents = form.text('documents').split(' ').filter(Boolean);
  const submit = () => {
    setTried(true);
    if (!reason.success || question === '' || question.length > LONGEST) return;
    refer.mutate(
      { caseId, reason: reason.data, question, appointment: null, documents },
      {
        onSuccess: () => {
          form.forget();
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('hqStudy:referTitle')}
      closeLabel={t('hqStudy:close')}
      foot={
        <>
          <Button kind="main" busy={refer.isPending} onPress={submit}>
            {t('hqStudy:send')}
          </Button>
          <Button onPress={onClose}>{t('hqStudy:cancel')}</Button>
        </>
      }
    >
      <Stack gap={3}>
        <p>{t('waiting:referHelp')}</p>
        <Select
          label={t('hqStudy:referReason')}
          isRequired
          placeholder={t('waiting:chooseReason')}
          nothingFound={t('waiting:chooseReason')}
          error={tried && !reason.success ? t('study:needed') : undefined}
          value={reason.data ?? null}
          options={ReferralReason.options.map((value) => ({
            value,
            label: t(`waiting:reason.${value}`),
          }))}
          onChange={(value) => form.set('reason', value)}
        />
        <TextArea
          label={t('hqStudy:questionText')}
          isRequired
          rows={3}
          longest={LONGEST}
          error={tried && question === '' ? t('study:needed') : undefined}
          value={form.text('question')}
          onChange={(text) => form.set('question', text)}
        />
        <CheckboxGroup
          label={t('hqStudy:referAbout')}
          columns={2}
          values={documents}
          options={at.documents.map(({ needed }) => ({
            value: needed.documentKey,
            label: documentName(needed),
          }))}
          onChange={(values) => form.set('documents', values.join(' '))}
        />
        <HqErrorNote error={refer.error} />
        <HqKeptLine form={form} />
      </Stack>
    </Dialog>
  );
}
