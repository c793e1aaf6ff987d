import type { DeviceId, Sha256Hex } from '#shared/domain/identity.ts';
import type { Clock, Crypto } from '#shared/ports.ts';
import { hexOf } from '#shared/protocol/bytes.ts';
import {
  DEVICE_REQUEST_HEADER,
  type DeviceRequest,
  signDeviceRequest,
} from '#shared/protocol/sync/deviceRequest.ts';
import {
  readStatement,
  STATEMENT_HEADER,
  type Statement,
} from '#shared/protocol/sync/hubStatement.ts';
import { type MatchLookup, matchLookupPath } from '#shared/protocol/sync/matchIndexPage.ts';

/** What came back from the address of headquarters. Only `statement` is headquarters speaking. */
export type HubReply =
  | { readonly kind: 'statement'; readonly statement: Statement }
  /** Nobody there: no network, no such name, no answer in time. */
  | { readonly kind: 'offline' }
  /** Somebody answered as if all were well, and it was not headquarters: a captive portal. */
  | { readonly kind: 'notOurs' }
  /** What stands before headquarters says that it cannot reach it. */
  | { readonly kind: 'away' }
  /** Of headquarters' form, by a key that is not the one that was pinned. */
  | { readonly kind: 'otherKey' };

export interface HubAddress {
  readonly url: string;
  /** Raw Ed25519. */
  readonly hubPublicKey: Uint8Array;
}

export interface Caller {
  readonly crypto: Crypto;
  readonly clock: Clock;
  readonly deviceId: DeviceId;
  readonly privateKey: Uint8Array;
  /** This laptop's clock less headquarters', in milliseconds. */
  readonly clockSkewMs: number;
}

const BATCH_PATIENCE_MS = 120_000;
const QUESTION_PATIENCE_MS = 15_000;
/** Somebody stands before the empty place. */
const PAGE_PATIENCE_MS = 30_000;
const LONGEST_ANSWER = 256 * 1024;

/** Sends a packed batch, which carries its own signature. */
export function postBatch(
  hub: HubAddress,
  crypto: Crypto,
  packed: Uint8Array,
  signal: AbortSignal,
): Promise<HubReply> {
  return call(hub, crypto, '/sync/batches', BATCH_PATIENCE_MS, signal, {
    method: 'POST',
    body: Uint8Array.from(packed),
    headers: { 'content-type': 'application/gzip' },
  });
}

/** How much of an attachment headquarters holds. */
export function askAttachment(
  hub: HubAddress,
  caller: Caller,
  hash: Sha256Hex,
  signal: AbortSignal,
): Promise<HubReply> {
  const path = `/sync/attachments/${hash}`;
  return call(hub, caller.crypto, path, QUESTION_PATIENCE_MS, signal, {
    method: 'HEAD',
    headers: signedHeader(caller, 'HEAD', path),
  });
}

/** A page that another laptop of the branch took; null where it cannot be had now, for whatever reason. */
export async function fetchAttachment(
  hub: HubAddress,
  caller: Caller,
  { hash, bytes }: { readonly hash: Sha256Hex; readonly bytes: number },
): Promise<Uint8Array | null> {
  const path = `/sync/attachments/${hash}`;
  try {
    const response = await fetch(hub.url + path, {
      redirect: 'manual',
      credentials: 'omit',
      headers: signedHeader(caller, 'GET', path),
      signal: AbortSignal.timeout(PAGE_PATIENCE_MS),
    });
    if (response.status !== 200 || Number(response.headers.get('content-length')) !== bytes) {
      await response.body?.cancel();
      return null;
    }
    const received = new Uint8Array(await response.arrayBuffer());
    return hexOf(caller.crypto.sha256(received)) === hash ? received : null;
  } catch {
    return null;
  }
}

/** Whom an entry of the match index means. */
export function askMatchLookup(
  hub: HubAddress,
  caller: Caller,
  lookup: MatchLookup,
  signal: AbortSignal,
): Promise<HubReply> {
  const path = matchLookupPath(lookup);
  return call(hub, caller.crypto, path, QUESTION_PATIENCE_MS, signal, {
    headers: signedHeader(caller, 'GET', path),
  });
}

export interface AttachmentChunk {
  readonly hash: Sha256Hex;
  readonly firstByte: number;
  /** Of the whole attachment. */
  readonly size: number;
  readonly bytes: Uint8Array;
}

export function putChunk(
  hub: HubAddress,
  caller: Caller,
  { hash, firstByte, size, bytes }: AttachmentChunk,
  signal: AbortSignal,
): Promise<HubReply> {
  const path = `/sync/attachments/${hash}`;
  return call(hub, caller.crypto, path, BATCH_PATIENCE_MS, signal, {
    method: 'PUT',
    body: Uint8Array.from(bytes),
    headers: {
      ...signedHeader(caller, 'PUT', path),
      'content-type': 'application/octet-stream',
      'content-range': `bytes ${firstByte}-${firstByte + bytes.length - 1}/${size}`,
    },
  });
}

/** Who asks, as a header of HTTP. */
export function signedHeader(
  caller: Caller,
  method: DeviceRequest['method'],
  path: string,
): Record<string, string> {
  const now = caller.clock.now();
  const request = signDeviceRequest(caller.crypto, caller.privateKey, {
    at: new Date(now - caller.clockSkewMs).toISOString(),
    deviceId: caller.deviceId,
    deviceTime: new Date(now).toISOString(),
    method,
    path,
  });
  return { [DEVICE_REQUEST_HEADER]: request };
}

export function askEnrolmentState(
  hub: HubAddress,
  crypto: Crypto,
  requestId: string,
  signal: AbortSignal,
): Promise<HubReply> {
  return call(hub, crypto, `/sync/enrolments/${requestId}`, QUESTION_PATIENCE_MS, signal, {});
}

export type TextReply =
  | { readonly kind: 'text'; readonly status: number; readonly text: string }
  | { readonly kind: 'offline' };

/** The bare answer, for the first contact, when no key is pinned yet. */
export function postEnrolment(url: string, request: string): Promise<TextReply> {
  return fetchText(url, '/sync/enrolments', QUESTION_PATIENCE_MS, null, {
    method: 'POST',
    body: request,
    headers: { 'content-type': 'application/json' },
  });
}

async function call(
  { url, hubPublicKey }: HubAddress,
  crypto: Crypto,
  path: string,
  patienceMs: number,
  signal: AbortSignal,
  init: RequestInit,
): Promise<HubReply> {
  const reply = await fetchText(url, path, patienceMs, signal, init);
  if (reply.kind === 'offline') return reply;
  const reading = readStatement(crypto, hubPublicKey, reply.text);
  if (reading.kind === 'ours') return { kind: 'statement', statement: reading.statement };
  if (reading.kind === 'otherKey') return { kind: 'otherKey' };
  return { kind: reply.status >= 500 ? 'away' : 'notOurs' };
}

async function fetchText(
  url: string,
  path: string,
  patienceMs: number,
  signal: AbortSignal | null,
  init: RequestInit,
): Promise<TextReply> {
  const patience = AbortSignal.timeout(patienceMs);
  try {
    const response = await fetch(url + path, {
      ...init,
      // A portal sends elsewhere; headquarters never does.
      redirect: 'manual',
      credentials: 'omit',
      signal: signal === null ? patience : AbortSignal.any([patience, signal]),
    });
    const length = Number(response.headers.get('content-length') ?? 0);
    if (length > LONGEST_ANSWER) {
      await response.body?.cancel();
      return { kind: 'text', status: response.status, text: '' };
    }
    const text =
      init.method === 'HEAD'
        ? (response.headers.get(STATEMENT_HEADER) ?? '')
        : await response.text();
    return { kind: 'text', status: response.status, text };
  } catch {
    return { kind: 'offline' };
  }
}
