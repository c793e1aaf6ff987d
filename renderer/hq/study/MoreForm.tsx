import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { HqKeptLine } from '#renderer/access/hq/HqKeptLine.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useKeptForm } from '#renderer/access/hq/keptForm.ts';
import { SaveForm } from '#renderer/caseParts/study/SaveForm.tsx';
import { useFocusAtOpening } from '#renderer/caseParts/study/useFocusAtOpening.ts';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { ASK_DOCUMENTS, AskFields, readAsk, startOfAsk } from './AskFields.tsx';
import { useStudyAction } from './useStudy.ts';
import type { DeedFormProps } from './VisitForm.tsx';

/** What the branch is asked for, by when and where, with a word of the officer's (N2). */
export function MoreForm({ at, onDone }: DeedFormProps) {
  const { t } = useTranslation('hqStudy');
  const { client } = useHq();
  const { caseId } = at.state;
  const form = useKeptForm(`requestMore.${caseId}`, startOfAsk(at));
  useFocusAtOpening(ASK_DOCUMENTS);
  const [tried, setTried] = useState(false);
  const ask = useStudyAction(client.study.requestMore);
  return (
    <SaveForm
      label={t('moreTitle')}
      refusal={<HqErrorNote error={ask.error} />}
      kept={<HqKeptLine form={form} />}
      words={{ save: t('ask'), cancel: t('cancel') }}
      isBusy={ask.isPending}
      onCancel={onDone}
      onSave={() => {
        setTried(true);
        const list = readAsk(form, at.file.today);
        if (list === null || ask.isPending) return;
        const text = form.text('text').trim();
        ask.mutate(
          { caseId, ...list, text: text === '' ? null : text },
          {
            onSuccess: () => {
              form.forget();
              onDone();
            },
          },
        );
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
    </SaveForm>
  );
}
