import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Crypto } from '#shared/ports.ts';
import {
  FEED_LIMITS,
  type FeedCursor,
  type FeedPage,
  feedPath,
} from '#shared/protocol/sync/feedPage.ts';
import { readStatement, type Statement } from '#shared/protocol/sync/hubStatement.ts';
import { type Caller, type HubAddress, type HubReply, signedHeader } from './hubClient.ts';

const unzip = promisify(gunzip);
const PATIENCE_MS = 120_000;
/** What is unpacked at once: each piece is a way to another thread and back. */
const PIECE = 1024 * 1024;
const LONGEST_REFUSAL = 256 * 1024;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A page whose first line headquarters signed, and whose further lines are those that it signed for. */
export interface SignedPage {
  readonly kind: 'page';
  readonly page: FeedPage;
  readonly lines: readonly string[];
  /** As they came over the wire. */
  readonly bytes: number;
}

export type FeedReply = SignedPage | HubReply;

/** Asks for what follows a cursor. @param epoch the present life of this laptop's journal */
export async function askFeed(
  hub: HubAddress & { readonly hubId: string },
  caller: Caller,
  question: { readonly after: FeedCursor; readonly epoch: number },
  signal: AbortSignal,
): Promise<FeedReply> {
  const path = feedPath(question.after, question.epoch);
  let status: number;
  let isPage: boolean;
  let bytes: Uint8Array | null;
  try {
    const response = await fetch(hub.url + path, {
      redirect: 'manual',
      credentials: 'omit',
      headers: signedHeader(caller, 'GET', path),
      signal: AbortSignal.any([AbortSignal.timeout(PATIENCE_MS), signal]),
    });
    status = response.status;
    isPage = status === 200 && response.headers.get('content-type') === 'application/gzip';
    bytes = await bodyOf(response, isPage ? FEED_LIMITS.packedBytes : LONGEST_REFUSAL);
  } catch {
    return { kind: 'offline' };
  }
  const text = bytes === null ? null : isPage ? await unpacked(bytes) : textOf(bytes);
  if (text === null || bytes === null) return notOurs(status);
  const expected = { ...question, hubId: hub.hubId, deviceId: caller.deviceId };
  const reading = isPage
    ? readFeedPage(caller.crypto, hub.hubPublicKey, text, expected)
    : readStatement(caller.crypto, hub.hubPublicKey, text);
  switch (reading.kind) {
    case 'page':
      return { ...reading, bytes: bytes.length };
    case 'ours':
      return { kind: 'statement', statement: reading.statement };
    case 'otherKey':
      return { kind: 'otherKey' };
    case 'notOurs':
      return notOurs(status);
  }
}

export type FeedReading =
  | Omit<SignedPage, 'bytes'>
  | { readonly kind: 'ours'; readonly statement: Statement }
  | { readonly kind: 'otherKey' | 'notOurs' };

/** A page's text against the key that was pinned, and against what was asked. */
export function readFeedPage(
  crypto: Crypto,
  hubPublicKey: Uint8Array,
  text: string,
  expected: {
    readonly after: FeedCursor;
    readonly hubId: string;
    readonly deviceId: string;
  },
): FeedReading {
  const end = text.indexOf('\n');
  if (end < 0 || end > FEED_LIMITS.headCharacters) return { kind: 'notOurs' };
  const reading = readStatement(crypto, hubPublicKey, text.slice(0, end));
  if (reading.kind !== 'ours') return { kind: reading.kind };
  const { statement } = reading;
  if (statement.format !== 'rifada.feedPage') return reading;
  const body = text.slice(end + 1);
  const isAnswer =
    statement.hubId === expected.hubId &&
    statement.deviceId === expected.deviceId &&
    statement.after === expected.after &&
    crypto.sha256Text(body) === statement.digest;
  if (!isAnswer) return { kind: 'otherKey' };
  const lines = body === '' ? [] : body.slice(0, -1).split('\n');
  return { kind: 'page', page: statement, lines };
}

function notOurs(status: number): HubReply {
  return { kind: status >= 500 ? 'away' : 'notOurs' };
}

/** Null where it is larger than it may be; reading stops there. */
async function bodyOf(response: Response, most: number): Promise<Uint8Array | null> {
  const body = response.body as ReadableStream<Uint8Array> | null;
  const reader = body?.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const part = (await reader?.read())?.value;
    if (part === undefined) return Buffer.concat(parts);
    length += part.length;
    if (length > most) {
      await reader?.cancel();
      return null;
    }
    parts.push(part);
  }
}

async function unpacked(bytes: Uint8Array): Promise<string | null> {
  try {
    return textOf(
      await unzip(bytes, { maxOutputLength: FEED_LIMITS.unpackedBytes, chunkSize: PIECE }),
    );
  } catch {
    return null;
  }
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}
