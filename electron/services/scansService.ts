import { isFromElsewhere } from '#db/desk/feedEvents.ts';
import { findHubLink } from '#db/desk/hubLink.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import { fetchAttachment } from '#electron/sync/hubClient.ts';
import type { Appended } from '#shared/contracts/base.ts';
import type { scansContract } from '#shared/contracts/scans.ts';
import type { DocumentKey } from '#shared/domain/case/caseEvent.ts';
import { scansOf } from '#shared/domain/case/caseState.ts';
import { keptPictures } from '#shared/domain/case/paperScans.ts';
import type { ScanBasis } from '#shared/domain/documents/documentRules.ts';
import type { Sha256Hex } from '#shared/domain/identity.ts';
import { isPageAsSaid } from '#shared/domain/scans/givenFile.ts';
import { MOST_SCANS, ScanId } from '#shared/domain/scans/scan.ts';
import { versionKey } from '#shared/domain/texts/textLibrary.ts';
import { base64UrlOf, bytesOfBase64Url, hexOf } from '#shared/protocol/bytes.ts';
import { append, assertMay, type CaseAtHand, caseAtHand, caseState } from './caseWork.ts';
import type { ContractInput } from './contractInput.ts';
import type { OpenDesk } from './openDesk.ts';
import {
  assertWritable,
  contentAt,
  destroyPages,
  putOnRecord,
  refusalOfDisk,
  trying,
} from './scanFiles.ts';
import { placesOf, type ScanUpload } from './scanUploads.ts';

type Input<Name extends keyof typeof scansContract> = ContractInput<(typeof scansContract)[Name]>;

/** @throws DeskError `scanNotAllowed`, `actionNotAllowed`, `inputInvalid` */
export function beginScan(desk: OpenDesk, input: Input<'begin'>): { scanId: ScanId } {
  const { caseId, documentKey, source, pages } = input;
  const at = caseAtHand(desk, caseId);
  // Whether the signature may fall is asked when it is put on record.
  assertMay(at, 'attachScan', { voidSignature: true });
  basisOf(at, documentKey);
  assertWritable(desk);
  if (scansOf(at.state, documentKey).length >= MOST_SCANS) throw new DeskError('inputInvalid');
  const scanId = ScanId.parse(desk.store.ids.uuid());
  desk.uploads.add({ caseId, scanId, subject: { kind: 'document', documentKey }, source, pages });
  return { scanId };
}

/**
 * @throws DeskError `scanInterrupted` for bytes out of turn; `scanRefused` for a page that is not what
 * was announced, or no plain picture; `diskFull`. What was begun is then gone.
 */
export function sendScan(desk: OpenDesk, input: Input<'send'>): { received: number } {
  const { caseId, scanId, page, offset } = input;
  const upload = desk.uploads.get(caseId, scanId);
  const announced = upload.pages[page];
  if (announced === undefined || page !== upload.written || offset !== upload.received) {
    return dropping(desk, scanId, 'scanInterrupted');
  }
  const data = bytesOf(input.data);
  if (data === null || offset + data.length > announced.bytes) {
    return dropping(desk, scanId, 'scanRefused');
  }
  if (offset === 0) upload.buffer = new Uint8Array(announced.bytes);
  upload.buffer.set(data, offset);
  upload.received += data.length;
  if (upload.received === announced.bytes) writePage(desk, upload);
  return { received: offset + data.length };
}

function writePage(desk: OpenDesk, upload: ScanUpload): void {
  const { store } = desk;
  const { scanId, buffer: bytes, written } = upload;
  const page = upload.pages[written];
  const place = placesOf(upload)[written];
  if (page === undefined || place === undefined) throw new TypeError('no such page');
  const isTrue = isPageAsSaid(bytes, page) && hexOf(store.crypto.sha256(bytes)) === page.hash;
  if (!isTrue) dropping(desk, scanId, 'scanRefused');
  try {
    store.attachments.write(place, bytes);
  } catch (error) {
    desk.uploads.drop(scanId);
    throw refusalOfDisk(error);
  }
  upload.written += 1;
  upload.received = 0;
  upload.buffer = new Uint8Array();
}

/** @throws DeskError `scanInterrupted` while pages are missing; `signatureWouldBeVoided` */
export function attachScan(desk: OpenDesk, input: Input<'attach'>): Appended {
  const { caseId, scanId } = input;
  const upload = desk.uploads.get(caseId, scanId);
  const { subject, source, pages } = upload;
  if (subject.kind !== 'document') throw new DeskError('scanInterrupted');
  const at = caseAtHand(desk, caseId);
  assertMay(at, 'attachScan', input);
  const { documentKey } = subject;
  const basis = basisOf(at, documentKey);
  const rules = at.state.documentRules;
  return putOnRecord(desk, upload, () =>
    append(desk, caseId, [
      {
        kind: 'scanAttached',
        caseId,
        actorId: desk.person.actorId,
        formVersion: versionKey(rules),
        payload: {
          scanId,
          documentKey,
          source,
          pages: [...pages],
          basis: { rules, legalBasis: basis.legalBasis },
        },
      },
    ]),
  );
}

export function cancelScan(desk: OpenDesk, { scanId }: Input<'cancel'>): Record<string, never> {
  trying(() => desk.uploads.drop(scanId));
  return {};
}

/** @throws DeskError `reasonRequired`, `inputInvalid` for a scan that does not stand */
export function removeScan(desk: OpenDesk, input: Input<'remove'>): Appended {
  const { caseId, scanId, reason } = input;
  const at = caseAtHand(desk, caseId);
  assertMay(at, 'removeScan', input);
  const scan = at.state.scans.find((each) => each.scanId === scanId && each.removed === null);
  if (scan === undefined) throw new DeskError('inputInvalid');
  if (reason === '') throw new DeskError('reasonRequired');
  return destroyPages(desk, { ...scan, caseId }, () =>
    append(desk, caseId, [
      {
        kind: 'scanRemoved',
        caseId,
        actorId: desk.person.actorId,
        formVersion: null,
        payload: { scanId, reason },
      },
    ]),
  );
}

/**
 * A page of a standing scan, of a document or of a signed sheet. What another laptop of the branch took is asked of headquarters when somebody
 * opens it, and is not kept here.
 * @throws DeskError `scanMissing`, `scanElsewhere`, `scanDamaged`, `inputInvalid` for a page that does not stand
 */
export async function readScan(desk: OpenDesk, input: Input<'read'>): Promise<{ data: string }> {
  const { caseId, scanId, page } = input;
  const scan = keptPictures(caseState(desk, caseId)).find((each) => each.scanId === scanId);
  const place = scan === undefined ? undefined : placesOf({ ...scan, caseId })[page];
  const named = scan?.pages[page];
  if (scan === undefined || place === undefined || named === undefined) {
    throw new DeskError('inputInvalid');
  }
  const content = contentAt(desk, place);
  if (content.ok) return { data: base64UrlOf(content.bytes) };
  if (content.problem !== 'missing') throw new DeskError('scanDamaged');
  const isOfAnother = isFromElsewhere(desk.store.reader, caseId, scan.eventId);
  const fetched = await askHeadquarters(desk, named);
  if (fetched !== null) return { data: base64UrlOf(fetched) };
  throw new DeskError(isOfAnother ? 'scanElsewhere' : 'scanMissing');
}

function askHeadquarters(
  { store, device }: OpenDesk,
  page: { readonly hash: Sha256Hex; readonly bytes: number },
): Promise<Uint8Array | null> {
  const link = findHubLink(store.reader);
  if (link?.state !== 'enrolled' || link.url === null || link.hubPublicKey === null) {
    return Promise.resolve(null);
  }
  const { url, hubPublicKey, clockSkewMs } = link;
  const { crypto, clock } = store;
  const { deviceId, privateKey } = device;
  const caller = { crypto, clock, deviceId, privateKey, clockSkewMs: clockSkewMs ?? 0 };
  return fetchAttachment({ url, hubPublicKey }, caller, page);
}

/** The basis in the rules that the case began with. @throws DeskError `scanNotAllowed` */
function basisOf({ assessment }: CaseAtHand, documentKey: DocumentKey): ScanBasis {
  const found = assessment.documents.find(({ needed }) => needed.documentKey === documentKey);
  const scan = found?.needed.scan;
  if (scan?.policy !== 'scanAllowed') throw new DeskError('scanNotAllowed');
  return scan.basis;
}

function dropping(desk: OpenDesk, scanId: ScanId, code: 'scanInterrupted' | 'scanRefused'): never {
  desk.uploads.drop(scanId);
  throw new DeskError(code);
}

function bytesOf(data: string): Uint8Array | null {
  try {
    return bytesOfBase64Url(data);
  } catch {
    return null;
  }
}
