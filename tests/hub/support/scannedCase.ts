import type { CaseId } from '#shared/domain/identity.ts';
import type { ScanId } from '#shared/domain/scans/scan.ts';
import { type Picture, sendPages } from '../../integration/desk/support/pictures.ts';
import {
  createTestDesk,
  type DeskClient,
  type TestDesk,
} from '../../integration/desk/support/testDesk.ts';
import { matchedCase } from '../../integration/desk/support/widowCase.ts';
import { enrolOver } from './enrolledDesk.ts';
import type { TestHub } from './testHub.ts';

export { type Picture, pictureOf } from '../../integration/desk/support/pictures.ts';

/** A bill: the training office has a basis for pictures of it. */
const BILL = 'D8';
const TODAY = '2026-11-23';

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
  await sendPages(client, { caseId, scanId }, pictures);
  await client.scans.attach({ caseId, scanId, voidSignature: false });
  return scanId;
}
