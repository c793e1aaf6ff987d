import type { DeskClient } from '#renderer/transport/deskClient.ts';
import type { Appended } from '#shared/contracts/base.ts';
import type { DocumentKey } from '#shared/domain/case/caseEvent.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { CHUNK, type ScanSource } from '#shared/domain/scans/scan.ts';
import { base64UrlOf } from '#shared/protocol/bytes.ts';
import type { DrawnPage } from './drawnPage.ts';

export interface ScanToKeep {
  readonly caseId: CaseId;
  readonly documentKey: DocumentKey;
  readonly source: ScanSource;
  readonly pages: readonly DrawnPage[];
  readonly voidSignature: boolean;
}

/** Hands a scan over to the desk piece by piece and puts it on record; a refusal leaves nothing behind. */
export async function keepScan({ scans }: DeskClient, scan: ScanToKeep): Promise<Appended> {
  const { caseId, documentKey, source, pages, voidSignature } = scan;
  const { scanId } = await scans.begin({
    caseId,
    documentKey,
    source,
    pages: pages.map(({ page }) => page),
  });
  try {
    for (const [page, { bytes }] of pages.entries()) {
      for (let offset = 0; offset < bytes.length; offset += CHUNK) {
        const data = base64UrlOf(bytes.subarray(offset, offset + CHUNK));
        await scans.send({ caseId, scanId, page, offset, data });
      }
    }
    return await scans.attach({ caseId, scanId, voidSignature });
  } catch (error) {
    await scans.cancel({ caseId, scanId }).catch(() => undefined);
    throw error;
  }
}
