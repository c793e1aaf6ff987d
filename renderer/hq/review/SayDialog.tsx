import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { SentenceDialog } from '#renderer/components/SentenceDialog.tsx';
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
  const act = useReviewAction(props.act);
  return (
    <SentenceDialog
      title={props.title}
      sentence={
        props.isQuestion === true
          ? { label: t('question'), missing: t('questionMissing') }
          : { label: t('reason'), help: t('reasonHelp'), missing: t('reasonMissing') }
      }
      words={{ close: t('close'), confirm: props.confirmLabel, cancel: t('cancel') }}
      isBusy={act.isPending}
      refusal={<HqErrorNote error={act.error} />}
      onSay={(words) => act.mutate(words, { onSuccess: props.onDone })}
      onClose={props.onClose}
    >
      <p>{props.text}</p>
      {props.children}
    </SentenceDialog>
  );
}
