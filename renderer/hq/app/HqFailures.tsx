import i18next from 'i18next';
import type { ReactNode } from 'react';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { FailureBoundary } from '#renderer/components/FailureBoundary.tsx';

export interface HqFailuresProps {
  readonly children: ReactNode;
  readonly resetKey?: string;
}

/** What fails inside is said in the sentences of headquarters. */
export function HqFailures(props: HqFailuresProps) {
  return (
    <FailureBoundary
      {...props}
      note={(error) => <HqErrorNote error={error} />}
      retryLabel={i18next.t('retry')}
    />
  );
}
