import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { useReviewAction } from './useReviewAction.ts';

export interface SayDialogProps {
  readonly title: string;
  /** What follows from it. */
  readonly text: string;
  readonly confirmLabel: string;
  /** A question to the branch; else the reason. */
  readonly isQuestion?: boolean;
  readonly children?: ReactNode;
  readonly act: (words: string) => Promise<unknown>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Something that is said of who is who, in words that stay; a refusal stays in the dialog. */
export function SayDialog(props: SayDialogProps) {
  const { t } = useTranslation('review');
  const [words, setWords] = useState('');
  const [isMissing, setMissing] = useState(false);
  const act = useReviewAction(props.act);
  const isQuestion = props.isQuestion === true;
  const submit = () => {
    if (words.trim() === '') setMissing(true);
    else act.mutate(words.trim(), { onSuccess: props.onDone });
  };
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={props.title}
      closeLabel={t('close')}
      foot={
        <>
          <Button kind="main" busy={act.isPending} onPress={submit}>
            {props.confirmLabel}
          </Button>
          <Button onPress={props.onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <Stack gap={3}>
        <p>{props.text}</p>
        {props.children}
        <TextArea
          label={t(isQuestion ? 'question' : 'reason')}
          {...(isQuestion ? {} : { help: t('reasonHelp') })}
          isRequired
          rows={3}
          longest={2000}
          value={words}
          onChange={(text) => {
            setWords(text);
            setMissing(false);
          }}
          {...(isMissing ? { error: t(isQuestion ? 'questionMissing' : 'reasonMissing') } : {})}
        />
        <HqErrorNote error={act.error} />
      </Stack>
    </Dialog>
  );
}
