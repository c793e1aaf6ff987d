import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OpenCase, useCaseAction } from '#renderer/access/caseFile.ts';
import { DeskErrorNote, useDeskErrorSentence } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { KeptLine } from '#renderer/caseParts/KeptLine.tsx';
import { useFormDraft } from '#renderer/caseParts/useFormDraft.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Row } from '#renderer/components/Page.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import type { Referral } from '#shared/domain/case/caseState.ts';
import styles from './waiting.module.css';

export interface SentenceFormProps {
  readonly open: OpenCase;
  readonly referral: Referral;
  readonly kind: 'question' | 'withdraw';
  readonly onDone: () => void;
}

const LONGEST = 2000;

/** Another question on a referral, or why its question is withdrawn. */
export function SentenceForm({ open, referral, kind, onDone }: SentenceFormProps) {
  const { t } = useTranslation('waiting');
  const { queries } = useDesk();
  const { referralId } = referral;
  const { caseId } = open.state;
  const form = useFormDraft(open, `question/${referralId}`, {});
  const ask = useCaseAction(queries.referral.addQuestion.mutationOptions());
  const withdraw = useCaseAction(queries.referral.withdraw.mutationOptions());
  const [tried, setTried] = useState(false);
  const text = form.text(kind).trim();
  const send = async () => {
    if (text === '' || text.length > LONGEST) return;
    await form.flush();
    if (kind === 'question') await ask.mutateAsync({ caseId, referralId, question: text });
    else await withdraw.mutateAsync({ caseId, referralId, reason: text });
    onDone();
  };
  const busy = ask.isPending || withdraw.isPending;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!busy) void send().catch(() => undefined);
      }}
    >
      <DeskErrorNote error={ask.error ?? withdraw.error} />
      <TextArea
        label={t(kind === 'question' ? 'question' : 'withdrawReason')}
        isRequired
        longest={LONGEST}
        error={tried && text === '' ? t('needed') : undefined}
        value={form.text(kind)}
        onChange={(written) => form.set(kind, written)}
      />
      <Row>
        <Button type="submit" kind="main" busy={busy}>
          {t(kind === 'question' ? 'saveQuestion' : 'saveWithdraw')}
        </Button>
        <Button kind="quiet" onPress={onDone}>
          {t('cancel')}
        </Button>
        <KeptLine parts={[form]} useSentence={useDeskErrorSentence} />
      </Row>
    </form>
  );
}
