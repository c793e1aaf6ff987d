import { MessageCircleQuestion } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCaseAction } from '#renderer/access/caseFile.ts';
import { DeskErrorNote, useDeskErrorSentence } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { AppointmentFields, typedAppointment } from '#renderer/caseParts/AppointmentFields.tsx';
import { KeptLine } from '#renderer/caseParts/KeptLine.tsx';
import type { StepProps } from '#renderer/caseParts/step.ts';
import { useFormDraft } from '#renderer/caseParts/useFormDraft.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { Row } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { ReferralReason, type ReferralStep } from '#shared/domain/case/referral.ts';
import { aboutOptions, NOTHING, reasonFor, subjectOf } from './referralSubject.ts';
import { useSubjectName } from './useSubjectName.ts';
import styles from './waiting.module.css';

export interface ReferFormProps extends StepProps {
  readonly step: ReferralStep;
  /** A document's or a row's key that the question is about; null for none. */
  readonly about: string | null;
}

const LONGEST_QUESTION = 2000;

/** The question to the social-research officer (P33); kept while it is written. */
export function ReferForm({ open, go, step, about }: ReferFormProps) {
  const { t } = useTranslation(['waiting', 'common']);
  const { queries } = useDesk();
  const { today } = useOpenStatus();
  const nameOf = useSubjectName(open);
  const form = useFormDraft(open, 'refer', {
    about: about ?? NOTHING,
    reason: reasonFor(open.assessment, about),
  });
  const refer = useCaseAction(queries.referral.refer.mutationOptions());
  const [tried, setTried] = useState(false);
  const subject = form.text('about');
  const reason = ReferralReason.safeParse(form.text('reason'));
  const question = form.text('question').trim();
  const appointed = typedAppointment(form, today);
  const send = async () => {
    if (!reason.success || question === '' || question.length > LONGEST_QUESTION) return;
    if (!appointed.isWhole) return;
    await form.flush();
    const { referralId } = await refer.mutateAsync({
      caseId: open.state.caseId,
      step,
      reason: reason.data,
      question,
      appointment: appointed.appointment,
      about: subjectOf(subject),
    });
    go('waiting', { at: referralId });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!refer.isPending) void send().catch(() => undefined);
      }}
    >
      <Panel
        title={t('waiting:newReferral')}
        note={t('waiting:referHelp')}
        foot={
          <Row>
            <Button type="submit" kind="main" icon={MessageCircleQuestion} busy={refer.isPending}>
              {t('waiting:send')}
            </Button>
            <KeptLine parts={[form]} useSentence={useDeskErrorSentence} />
          </Row>
        }
      >
        <div className={styles.form}>
          <DeskErrorNote error={refer.error} />
          <Fields>
            <Select
              label={t('waiting:reasonLabel')}
              span={12}
              isRequired
              error={tried && !reason.success ? t('waiting:needed') : undefined}
              placeholder={t('waiting:chooseReason')}
              nothingFound={t('waiting:chooseReason')}
              value={reason.data ?? null}
              options={ReferralReason.options.map((value) => ({
                value,
                label: t(`waiting:reason.${value}`),
              }))}
              onChange={(value) => form.set('reason', value)}
            />
            <Select
              label={t('waiting:about')}
              span={12}
              placeholder={t('waiting:aboutNone')}
              nothingFound={t('waiting:aboutNone')}
              value={subject === '' ? NOTHING : subject}
              options={aboutOptions(open, about).map((value) => ({ value, label: nameOf(value) }))}
              onChange={(value) => form.set('about', value)}
            />
            <TextArea
              label={t('waiting:question')}
              help={t('waiting:questionHelp')}
              span={12}
              isRequired
              longest={LONGEST_QUESTION}
              error={tried && question === '' ? t('waiting:needed') : undefined}
              value={form.text('question')}
              onChange={(text) => form.set('question', text)}
            />
          </Fields>
          <AppointmentFields form={form} today={today} tried={tried} />
        </div>
      </Panel>
    </form>
  );
}
