import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import type { ScanId, ScanPage } from '#shared/domain/scans/scan.ts';
import { bytesOfBase64Url } from '#shared/protocol/bytes.ts';
import { ScanViewer } from './ScanViewer.tsx';

/** A scan on record, of whatever it is. */
export interface KeptScan {
  readonly scanId: ScanId;
  readonly pages: readonly ScanPage[];
}

export interface StandingScanProps {
  readonly caseId: CaseId;
  readonly scan: KeptScan;
  readonly name: string;
}

/** A scan on record, a page at a time; a page whose file is away or damaged is said in words. */
export function StandingScan({ caseId, scan, name }: StandingScanProps) {
  const { queries } = useDesk();
  const [page, setPage] = useState(0);
  const { data, error } = useQuery(
    queries.scans.read.queryOptions({
      input: { caseId, scanId: scan.scanId, page },
      // A page never changes; and nothing of it stays in memory when it is no longer shown.
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
      retry: false,
    }),
  );
  const bytes = useMemo(
    () => (data === undefined ? undefined : Uint8Array.from(bytesOfBase64Url(data.data))),
    [data],
  );
  return (
    <>
      <DeskErrorNote error={error} />
      <ScanViewer
        name={name}
        bytes={bytes}
        page={page}
        count={scan.pages.length}
        onPage={setPage}
      />
    </>
  );
}
