import { findPageHash, listCasePages } from '#db/hub/attachmentPages.ts';
import { findAttachment, readChunks } from '#db/hub/attachments.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { ScanId } from '#shared/domain/scans/scan.ts';
import { base64UrlOf, bytesOfHex, concatBytes } from '#shared/protocol/bytes.ts';
import type { HubContext } from '../context.ts';
import { HqError } from '../dispatcher/hqError.ts';

export async function scanPagesOf(hub: HubContext, { caseId }: { readonly caseId: CaseId }) {
  const pages = await listCasePages(hub.db, caseId);
  return { pages: pages.map((page) => ({ ...page, scanId: ScanId.parse(page.scanId) })) };
}

/** @throws HqError `notFound` for no standing scan; `scanNotHere` while the page is on its way */
export async function readScanPage(
  hub: HubContext,
  place: { readonly caseId: CaseId; readonly scanId: ScanId; readonly page: number },
) {
  const hash = await findPageHash(hub.db, place);
  if (hash === null) throw new HqError('notFound');
  const held = await findAttachment(hub.db, bytesOfHex(hash));
  if (held?.complete !== true) throw new HqError('scanNotHere');
  const pieces: Uint8Array[] = [];
  for await (const piece of readChunks(hub.db, bytesOfHex(hash))) pieces.push(piece);
  return { mime: 'image/jpeg' as const, data: base64UrlOf(concatBytes(...pieces)) };
}
