import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCaseAction } from '#renderer/access/caseFile.ts';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import type { StepProps } from '#renderer/caseParts/step.ts';
import { Button } from '#renderer/components/Button.tsx';
import { useLeftWords } from './leftWords.ts';

/** Back, how far the matrix has come, and the way to the declaration with what still keeps from it. */
export function StepFoot({ open, go }: Pick<StepProps, 'open' | 'go'>) {
  const { t } = useTranslation('documents');
  const { queries } = useDesk();
  const complete = useCaseAction(queries.documents.completeMatching.mutationOptions());
  const { decided, total } = open.assessment.facts.matching;
  const left = useLeftWords(open);
  const { completeMatching } = open.actions;
  const isWaiting = open.state.matchingCompleted === null && !completeMatching.allowed;
  const finish = async () => {
    if (completeMatching.allowed) await complete.mutateAsync({ caseId: open.state.caseId });
    go('declaration');
  };
  return (
    <>
      <Button onPress={() => go('interview')}>{t('back')}</Button>
      <span>{t('progress', { decided, count: total })}</span>
      <DeskErrorNote error={complete.error} />
      <Button
        kind="main"
        arrow={ArrowRight}
        reasonFirst
        busy={complete.isPending}
        blockedReason={isWaiting ? (left ?? t('interviewOpen')) : undefined}
        onPress={() => void finish().catch(() => undefined)}
      >
        {t('toDeclaration')}
      </Button>
    </>
  );
}
