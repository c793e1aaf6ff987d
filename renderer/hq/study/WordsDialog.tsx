import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { SentenceDialog } from '#renderer/components/SentenceDialog.tsx';
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
  const { caseId, title, help, label, longest, confirm, onClose } = props;
  const act = useStudyAction(props.act);
  return (
    <SentenceDialog
      title={title}
      sentence={{ label, longest, missing: t('study:needed') }}
      words={{ close: t('hqStudy:close'), confirm, cancel: t('hqStudy:cancel') }}
      isBusy={act.isPending}
      refusal={<HqErrorNote error={act.error} />}
      onSay={(words) => act.mutate({ caseId, words }, { onSuccess: onClose })}
      onClose={onClose}
    >
      {help !== undefined && <p>{help}</p>}
    </SentenceDialog>
  );
}
