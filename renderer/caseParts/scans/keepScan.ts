import type { DeskClient } from '#renderer/transport/deskClient.ts';
import type { Appended } from '#shared/contracts/base.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { CHUNK, type ScanId, type ScanPage } from '#shared/domain/scans/scan.ts';
import { base64UrlOf } from '#shared/protocol/bytes.ts';
import type { DrawnPage } from './drawnPage.ts';

export interface ScanToKeep {
  readonly caseId: CaseId;
  readonly pages: readonly DrawnPage[];
  /** Announces it, as a scan of a document or of a signed sheet. */
  readonly begin: (pages: ScanPage[]) => Promise<{ readonly scanId: ScanId }>;
  /** Puts it on record once all of it is there. */
  readonly attach: (scanId: ScanId) => Promise<Appended>;
}

/** Hands a scan over to the desk piece by piece and puts it on record; a refusal leaves nothing behind. */
export async function keepScan({ scans }: DeskClient, scan: ScanToKeep): Promise<Appended> {
  const { caseId, pages } = scan;
  const { scanId } = await scan.begin(pages.map(({ page }) => page));
  try {
    for (const [page, { bytes }] of pages.entries()) {
      for (let offset = 0; offset < bytes.length; offset += CHUNK) {
        const data = base64UrlOf(bytes.subarray(offset, offset + CHUNK));
        await scans.send({ caseId, scanId, page, offset, data });
      }
    }
    return await scan.attach(scanId);
  } catch (error) {
    await scans.cancel({ caseId, scanId }).catch(() => undefined);
    throw error;
  }
}
