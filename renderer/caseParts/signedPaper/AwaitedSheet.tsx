import { ScanLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { StepProps } from '#renderer/caseParts/step.ts';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { SIGNED_PAPER_ID } from './signedPaperPlace.ts';

/** Over the steps of a case: its declaration was signed by ink, and the sheet has no picture yet. */
export function AwaitedSheet({ go }: Pick<StepProps, 'go'>) {
  const { t } = useTranslation('signedPaper');
  return (
    <Note tone="review" slim icon={ScanLine}>
      {t('banner')}{' '}
      <LinkButton onPress={() => go('declaration', { at: SIGNED_PAPER_ID })}>
        {t('bannerGo')}
      </LinkButton>
    </Note>
  );
}
