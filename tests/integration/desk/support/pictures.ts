import { nodeCrypto } from '#ports/nodeCrypto.ts';
import { standingDeclaration } from '#shared/domain/case/caseState.ts';
import type { CaseId, EventId } from '#shared/domain/identity.ts';
import { CHUNK, type ScanId, ScanPage } from '#shared/domain/scans/scan.ts';
import { base64UrlOf, hexOf } from '#shared/protocol/bytes.ts';
import { jpegOf } from '#tests/fixtures/scanFiles.ts';
import type { DeskClient } from './testDesk.ts';
import { readCase, sign } from './widowCase.ts';

export interface Picture {
  readonly bytes: Uint8Array;
  readonly page: ScanPage;
}

/** A picture as the desk keeps it. @param coded bytes of its coded part */
export function pictureOf(width: number, height: number, coded: number): Picture {
  return pictureOfBytes(jpegOf({ width, height, coded }), width, height);
}

export function pictureOfBytes(bytes: Uint8Array, width: number, height: number): Picture {
  const hash = hexOf(nodeCrypto.sha256(bytes));
  const page = ScanPage.parse({ hash, bytes: bytes.length, width, height, mime: 'image/jpeg' });
  return { bytes, page };
}

/** Hands over every page of a picture that was announced, piece by piece. */
export async function sendPages(
  client: DeskClient,
  { caseId, scanId }: { readonly caseId: CaseId; readonly scanId: ScanId },
  pictures: readonly Picture[],
): Promise<void> {
  for (const [page, { bytes }] of pictures.entries()) {
    for (let offset = 0; offset < bytes.length; offset += CHUNK) {
      const data = base64UrlOf(bytes.subarray(offset, offset + CHUNK));
      await client.scans.send({ caseId, scanId, page, offset, data });
    }
  }
}

export const SHELF = 'خزانة 2، ملف 14';

/** Prints the sheet, and signs on it by ink. */
export async function signOnPaper(client: DeskClient, caseId: CaseId): Promise<EventId> {
  await client.papers.print({ caseId, paper: 'N3', language: 'ar' });
  const signing = { level: 'paperOriginal', by: 'handwriting', shelf: SHELF } as const;
  await sign(client, caseId, { signing });
  const declaration = standingDeclaration((await readCase(client, caseId)).state);
  if (declaration === null) throw new Error('nothing is signed');
  return declaration.eventId;
}

/** Binds a picture of the signed sheet to its seal. */
export async function bindPaper(
  client: DeskClient,
  { caseId, declaration }: { readonly caseId: CaseId; readonly declaration: EventId },
  pictures: readonly Picture[],
  shelf = SHELF,
): Promise<ScanId> {
  const pages = pictures.map(({ page }) => page);
  const begun = await client.signedPaper.begin({ caseId, declaration, source: 'file', pages });
  await sendPages(client, { caseId, ...begun }, pictures);
  await client.signedPaper.attach({ caseId, ...begun, shelf });
  return begun.scanId;
}
