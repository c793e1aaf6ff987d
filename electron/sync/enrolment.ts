import { appendEvents } from '#db/desk/appendEvents.ts';
import {
  adoptBranch,
  dropHubLink,
  findHubLink,
  type HubLink,
  putHubLink,
} from '#db/desk/hubLink.ts';
import { type WriteResult, writeDesk } from '#db/desk/store.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { OpenDesk } from '#electron/services/openDesk.ts';
import { refusalOfStore } from '#electron/services/storeRefusal.ts';
import { base64UrlOf, bytesOfBase64Url, equalBytes, hexOf } from '#shared/protocol/bytes.ts';
import { canonicalText } from '#shared/protocol/chain.ts';
import {
  type EnrolmentGrant,
  EnrolmentRequest,
  enrolmentCode,
  SignedEnrolmentRequest,
  signEnrolmentRequest,
} from '#shared/protocol/sync/enrolment.ts';
import { readSelfSigned } from '#shared/protocol/sync/hubStatement.ts';
import { askEnrolmentState, postEnrolment } from './hubClient.ts';

/** Stands for headquarters' key in the code of a request that goes as a file, before that key is known. */
const NO_HUB_KEY = new Uint8Array(32);

/**
 * Asks headquarters at this address to take the laptop in, and pins the key with which it answers; the
 * code, compared by two people, proves that nobody stands between.
 * @throws DeskError `hubAddressInvalid`, `hubUnreachable`, `hubNotOurs`, `alreadyEnrolled`
 */
export async function enrol(desk: OpenDesk, typed: string): Promise<void> {
  const { store } = desk;
  if (findHubLink(store.reader)?.state === 'enrolled') throw new DeskError('alreadyEnrolled');
  const url = hubUrlOf(typed);
  const request = newRequest(desk);
  const reply = await postEnrolment(url, request);
  if (reply.kind === 'offline') throw new DeskError('hubUnreachable');
  const reading = readSelfSigned(store.crypto, reply.text);
  if (reading === null || reading.statement.format !== 'rifada.enrolmentState') {
    throw new DeskError(reply.status >= 500 ? 'hubUnreachable' : 'hubNotOurs');
  }
  const { hubId } = reading.statement;
  saved(
    writeDesk(store, (writer) =>
      putHubLink(writer, {
        ...asking(desk, url, request),
        hubId,
        hubPublicKey: reading.hubPublicKey,
      }),
    ),
  );
}

/** The request as a file; asked for again, it is the same one. @throws DeskError `alreadyEnrolled` */
export function requestFile(desk: OpenDesk): { fileName: string; content: string } {
  const { store, device } = desk;
  const link = findHubLink(store.reader);
  if (link?.state === 'enrolled') throw new DeskError('alreadyEnrolled');
  const content =
    link?.state === 'asking' && link.url === null && link.request !== null
      ? link.request
      : newRequest(desk);
  saved(writeDesk(store, (writer) => putHubLink(writer, asking(desk, null, content))));
  return { fileName: `rifada-${device.branchCode}-${device.lane}.enrol.json`, content };
}

/**
 * Headquarters' answer from a stick. The code is read out by headquarters, so that an answer of
 * somebody else is not taken.
 * @throws DeskError `enrolmentAnswerInvalid`, `notEnrolled`
 */
export function takeAnswer(desk: OpenDesk, content: string, typedCode: string): void {
  const { store, device } = desk;
  const link = findHubLink(store.reader);
  if (link?.state !== 'asking' || link.request === null) throw new DeskError('notEnrolled');
  const reading = readSelfSigned(store.crypto, content.trim());
  if (reading === null || reading.statement.format !== 'rifada.grant') {
    throw new DeskError('enrolmentAnswerInvalid');
  }
  const { requestId } = requestIn(link.request);
  const code = enrolmentCode(store.crypto, {
    requestId,
    devicePublicKey: device.publicKey,
    hubPublicKey: reading.hubPublicKey,
  });
  if (plain(code) !== plain(typedCode)) throw new DeskError('enrolmentAnswerInvalid');
  if (!adopt(desk, link, reading.statement)) throw new DeskError('enrolmentAnswerInvalid');
}

/** Asks how the request stands; answers whether the laptop is taken in now. */
export async function askForAnswer(
  desk: OpenDesk,
  link: HubLink,
  isOpen: () => boolean,
  signal: AbortSignal,
): Promise<boolean> {
  const { url, hubPublicKey, request } = link;
  if (url === null || hubPublicKey === null || request === null) return false;
  const { requestId } = requestIn(request);
  const hub = { url, hubPublicKey };
  const reply = await askEnrolmentState(hub, desk.store.crypto, requestId, signal);
  if (!isOpen() || reply.kind !== 'statement') return false;
  const { statement } = reply;
  if (statement.format === 'rifada.grant') return adopt(desk, link, statement);
  if (statement.format === 'rifada.enrolmentState' && statement.state === 'refused') {
    writeDesk(desk.store, (writer) => putHubLink(writer, { ...link, state: 'refused' }));
  }
  return false;
}

/** @throws DeskError `alreadyEnrolled` */
export function cancelEnrolment({ store }: OpenDesk): void {
  if (findHubLink(store.reader)?.state === 'enrolled') throw new DeskError('alreadyEnrolled');
  saved(writeDesk(store, dropHubLink));
}

/** @throws DeskError `notEnrolled`, `hubAddressInvalid` */
export function setAddress({ store }: OpenDesk, typed: string): void {
  const link = findHubLink(store.reader);
  if (link?.state !== 'enrolled') throw new DeskError('notEnrolled');
  const url = hubUrlOf(typed);
  saved(writeDesk(store, (writer) => putHubLink(writer, { ...link, url })));
}

/** The code that this laptop shows for the request that is under way. */
export function codeOf({ store, device }: OpenDesk, link: HubLink): string {
  return enrolmentCode(store.crypto, {
    requestId: link.request === null ? '' : requestIn(link.request).requestId,
    devicePublicKey: device.publicKey,
    hubPublicKey: link.hubPublicKey ?? NO_HUB_KEY,
  });
}

/** The event, the laptop's own row and the pinned key, in one transaction. */
function adopt(desk: OpenDesk, link: HubLink, grant: EnrolmentGrant): boolean {
  const { store, device, person } = desk;
  if (link.request === null || grant.requestId !== requestIn(link.request).requestId) return false;
  if (grant.deviceId !== device.deviceId) return false;
  if (grant.deviceKeyHash !== hexOf(store.crypto.sha256(device.publicKey))) return false;
  const hubPublicKey = bytesOfBase64Url(grant.hubPublicKey);
  if (link.hubPublicKey !== null && !equalBytes(link.hubPublicKey, hubPublicKey)) return false;
  const { branchOfficeId, branchCode, branchName, hubId } = grant;
  // A request of an earlier epoch asked for that epoch's lane: a desk that was restored keeps its own.
  const lane = requestIn(link.request).epoch === device.epoch ? grant.lane : device.lane;
  const branch = { branchOfficeId, branchCode, branchName, lane };
  const result = appendEvents(store, {
    events: [
      {
        kind: 'deskEnrolled',
        caseId: null,
        actorId: person.actorId,
        payload: { ...branch, hubId, hubPublicKey: grant.hubPublicKey },
      },
    ],
    apply: (writer) => {
      adoptBranch(writer, branch);
      const enrolledAt = new Date(store.clock.now()).toISOString();
      const state = 'enrolled' as const;
      const stickRecipients = grant.stickRecipients ?? null;
      const pinned = { hubId, hubPublicKey, stickRecipients, enrolledAt };
      putHubLink(writer, { ...link, ...pinned, request: null, state });
    },
  });
  if (!result.committed) throw refusalOfStore(result.problem);
  return true;
}

function newRequest({ store, device, person }: OpenDesk): string {
  const request = EnrolmentRequest.parse({
    format: 'rifada.enrolment.1',
    requestId: store.ids.uuid(),
    deviceId: device.deviceId,
    epoch: device.epoch,
    devicePublicKey: base64UrlOf(device.publicKey),
    branchOfficeId: device.branchOfficeId,
    branchCode: device.branchCode,
    branchName: device.branchName,
    lane: device.lane,
    personName: person.displayName,
    madeAt: new Date(store.clock.now()).toISOString(),
  });
  return canonicalText(signEnrolmentRequest(store.crypto, device.privateKey, request));
}

function asking({ store }: OpenDesk, url: string | null, request: string): HubLink {
  return {
    url,
    request,
    hubId: null,
    hubPublicKey: null,
    state: 'asking',
    askedAt: new Date(store.clock.now()).toISOString(),
    enrolledAt: null,
    lastBatch: 0,
    clockSkewMs: null,
    lastContactAt: null,
    stickRecipients: null,
  };
}

function requestIn(text: string): EnrolmentRequest {
  return SignedEnrolmentRequest.parse(JSON.parse(text)).request;
}

const OWN_MACHINE = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/u;

/** `https://…`, without what follows the host; plain HTTP reaches this machine alone. */
function hubUrlOf(typed: string): string {
  const url = URL.parse(/^https?:\/\//iu.test(typed) ? typed : `https://${typed}`);
  const isSafe = url?.protocol === 'https:' || (url !== null && OWN_MACHINE.test(url.hostname));
  if (url === null || !isSafe || url.username !== '' || url.hostname === '') {
    throw new DeskError('hubAddressInvalid');
  }
  return url.origin;
}

function plain(code: string): string {
  return code.toUpperCase().replace(/[\s-]/gu, '').replaceAll('O', '0').replace(/[IL]/gu, '1');
}

function saved(result: WriteResult<void>): void {
  if (!result.ok) throw refusalOfStore(result.problem);
}
