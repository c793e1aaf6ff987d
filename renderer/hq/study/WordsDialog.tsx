import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import type { StudyFile } from '#shared/contracts/hq/study.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { useStudyAction } from './useStudy.ts';

export interface WordsDialogProps {
  readonly caseId: CaseId;
  readonly title: string;
  /** What follows from it. */
  readonly help?: string;
  readonly label: string;
  readonly confirm: string;
  readonly longest?: number;
  readonly act: (input: { readonly caseId: CaseId; readonly words: string }) => Promise<StudyFile>;
  readonly onClose: () => void;
}

/** A step that needs a sentence; a refusal stays in it with all that was written. */
export function WordsDialog(props: WordsDialogProps) {
  const { t } = useTranslation(['hqStudy', 'study']);
  const [words, setWords] = useState('');
  const [isMissing, setMissing] = useState(false);
  const act = useStudyAction(props.act);
  const submit = () => {
    const said = words.trim();
    if (said === '') setMissing(true);
    else act.mutate({ caseId: props.caseId, words: said }, { onSuccess: props.onClose });
  };
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={props.title}
      closeLabel={t('hqStudy:close')}
      foot={
        <>
          <Button kind="main" busy={act.isPending} onPress={submit}>
            {props.confirm}
          </Button>
          <Button onPress={props.onClose}>{t('hqStudy:cancel')}</Button>
        </>
      }
    >
      <Stack gap={3}>
        {props.help !== undefined && <p>{props.help}</p>}
        <TextArea
          label={props.label}
          isRequired
          rows={3}
          longest={props.longest ?? 2000}
          value={words}
          onChange={(text) => {
            setWords(text);
            setMissing(false);
          }}
          error={isMissing ? t('study:needed') : undefined}
        />
        <HqErrorNote error={act.error} />
      </Stack>
    </Dialog>
  );
}
