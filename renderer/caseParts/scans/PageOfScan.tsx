import { useMemo } from 'react';
import { bytesOfBase64Url } from '#shared/protocol/bytes.ts';
import { ScanViewer, type ScanViewerProps } from './ScanViewer.tsx';

/** A page never changes; and nothing of it stays in memory when it is no longer shown. */
export const SHOWN_ONCE = {
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
  retry: false,
} as const;

export interface PageOfScanProps extends Omit<ScanViewerProps, 'bytes'> {
  /** As the desk or headquarters answered with it; undefined while it is fetched. */
  readonly answer: { readonly data: string } | undefined;
}

/** A page of a scan on record, at a desk and at headquarters. */
export function PageOfScan({ answer, ...viewer }: PageOfScanProps) {
  const bytes = useMemo(
    () => (answer === undefined ? undefined : Uint8Array.from(bytesOfBase64Url(answer.data))),
    [answer],
  );
  return <ScanViewer {...viewer} bytes={bytes} />;
}
