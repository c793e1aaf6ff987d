import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useFormText } from '#renderer/caseParts/study/formText.ts';
import { useFocusAtOpening } from '#renderer/caseParts/study/useFocusAtOpening.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Row } from '#renderer/components/Page.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { ASK_DOCUMENTS, AskFields, readAsk, startOfAsk } from './AskFields.tsx';
import styles from './study.module.css';
import { useStudyAction } from './useStudy.ts';
import type { DeedFormProps } from './VisitForm.tsx';

/** What the branch is asked for, by when and where, with a word of the officer's (N2). */
export function MoreForm({ at, onDone }: DeedFormProps) {
  const { t } = useTranslation('hqStudy');
  const { client } = useHq();
  const { caseId } = at.state;
  const form = useFormText(startOfAsk(at));
  useFocusAtOpening(ASK_DOCUMENTS);
  const [tried, setTried] = useState(false);
  const ask = useStudyAction(client.study.requestMore);
  return (
    <form
      className={styles.form}
      noValidate
      aria-label={t('moreTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        const list = readAsk(form, at.file.today);
        if (list === null || ask.isPending) return;
        const text = form.text('text').trim();
        ask.mutate({ caseId, ...list, text: text === '' ? null : text }, { onSuccess: onDone });
      }}
    >
      <AskFields at={at} form={form} tried={tried} />
      <TextArea
        label={t('moreText')}
        rows={2}
        longest={2000}
        value={form.text('text')}
        onChange={(text) => form.set('text', text)}
      />
      <HqErrorNote error={ask.error} />
      <Row>
        <Button type="submit" kind="main" busy={ask.isPending}>
          {t('ask')}
        </Button>
        <Button kind="quiet" onPress={onDone}>
          {t('cancel')}
        </Button>
      </Row>
    </form>
  );
}
