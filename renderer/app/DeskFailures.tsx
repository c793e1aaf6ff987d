import i18next from 'i18next';
import type { ReactNode } from 'react';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { FailureBoundary } from '#renderer/components/FailureBoundary.tsx';

export interface DeskFailuresProps {
  readonly children: ReactNode;
  readonly resetKey?: string;
}

/** What fails inside is said in the desk's sentences. */
export function DeskFailures(props: DeskFailuresProps) {
  return (
    <FailureBoundary
      {...props}
      note={(error) => <DeskErrorNote error={error} />}
      retryLabel={i18next.t('retry')}
    />
  );
}
