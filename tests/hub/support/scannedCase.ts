import { nodeCrypto } from '#ports/nodeCrypto.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { CHUNK, type ScanId, ScanPage } from '#shared/domain/scans/scan.ts';
import { base64UrlOf, hexOf } from '#shared/protocol/bytes.ts';
import { jpegOf } from '#tests/fixtures/scanFiles.ts';
import {
  createTestDesk,
  type DeskClient,
  type TestDesk,
} from '../../integration/desk/support/testDesk.ts';
import { matchedCase } from '../../integration/desk/support/widowCase.ts';
import { enrolOver } from './enrolledDesk.ts';
import type { TestHub } from './testHub.ts';

/** A bill: the training office has a basis for pictures of it. */
const BILL = 'D8';
const TODAY = '2026-11-23';

export interface Picture {
  readonly bytes: Uint8Array;
  readonly page: ScanPage;
}

/** A picture as the desk keeps it. @param coded bytes of its coded part */
export function pictureOf(width: number, height: number, coded: number): Picture {
  const bytes = jpegOf({ width, height, coded });
  const hash = hexOf(nodeCrypto.sha256(bytes));
  const page = ScanPage.parse({ hash, bytes: bytes.length, width, height, mime: 'image/jpeg' });
  return { bytes, page };
}

/** An office that has a basis for scans, taken in by headquarters, with a case that waits for a bill. */
export async function createScanningDesk(
  hub: TestHub,
  url = hub.origin,
): Promise<TestDesk & { readonly caseId: CaseId }> {
  const desk = await createTestDesk();
  await desk.client.session.found({ kind: 'training', language: 'ar' });
  await enrolOver(desk, hub, url);
  const caseId = await matchedCase(desk.client, TODAY);
  return Object.defineProperty(desk, 'caseId', { value: caseId }) as TestDesk & {
    readonly caseId: CaseId;
  };
}

export async function attachScan(
  client: DeskClient,
  caseId: CaseId,
  pictures: readonly Picture[],
): Promise<ScanId> {
  const pages = pictures.map(({ page }) => page);
  const { scanId } = await client.scans.begin({ caseId, documentKey: BILL, source: 'file', pages });
  for (const [page, { bytes }] of pictures.entries()) {
    for (let offset = 0; offset < bytes.length; offset += CHUNK) {
      const data = base64UrlOf(bytes.subarray(offset, offset + CHUNK));
      await client.scans.send({ caseId, scanId, page, offset, data });
    }
  }
  await client.scans.attach({ caseId, scanId, voidSignature: false });
  return scanId;
}
