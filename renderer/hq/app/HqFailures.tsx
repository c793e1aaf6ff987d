import i18next from 'i18next';
import type { ReactNode } from 'react';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { FailureBoundary } from '#renderer/components/FailureBoundary.tsx';
import { isScreenGone } from '#renderer/transport/hqClient.ts';
import { useReloadOnceBack } from './useReloadOnceBack.ts';

export interface HqFailuresProps {
  readonly children: ReactNode;
  readonly resetKey?: string;
}

/** What fails inside is said in the sentences of headquarters. */
export function HqFailures(props: HqFailuresProps) {
  return (
    <FailureBoundary
      {...props}
      note={(error) => <FailureNote error={error} />}
      retryLabel={i18next.t('retry')}
    />
  );
}

function FailureNote({ error }: { readonly error: unknown }) {
  useReloadOnceBack(isScreenGone(error));
  return <HqErrorNote error={error} />;
}
