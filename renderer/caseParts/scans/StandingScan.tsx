import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import type { ScanId, ScanPage } from '#shared/domain/scans/scan.ts';
import { PageOfScan, SHOWN_ONCE } from './PageOfScan.tsx';

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
      ...SHOWN_ONCE,
    }),
  );
  return (
    <>
      <DeskErrorNote error={error} />
      <PageOfScan
        name={name}
        answer={data}
        page={page}
        count={scan.pages.length}
        onPage={setPage}
      />
    </>
  );
}
