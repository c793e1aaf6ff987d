import { setImmediate as nextTurn } from 'node:timers/promises';
import { listMatchVersions, putMatchPage } from '#db/desk/matchIndex.ts';
import { writeDesk } from '#db/desk/store.ts';
import type { OpenDesk } from '#electron/services/openDesk.ts';
import { bytesOfBase64Url, hexOf } from '#shared/protocol/bytes.ts';
import { readStatement } from '#shared/protocol/sync/hubStatement.ts';
import {
  MATCH_PAGE_BYTES,
  MATCH_PAGE_LIMITS,
  type MatchIndexPage,
  type MatchItem,
  type MatchQuestion,
  matchIndexPath,
  readMatchItems,
} from '#shared/protocol/sync/matchIndexPage.ts';
import { type Caller, type HubAddress, signedHeader } from './hubClient.ts';

const PATIENCE_MS = 60_000;
/** Parts and blocks of one transaction. */
const AT_ONCE = 20;

export interface MatchPull {
  readonly desk: OpenDesk;
  readonly hub: HubAddress & { readonly hubId: string };
  readonly clockSkewMs: number;
  readonly isOpen: () => boolean;
  readonly signal: AbortSignal;
}

/**
 * Reads what changed of the match index, page by page; cut off, it goes on where it stopped. The version that
 * is whole stays in force until another is.
 * @returns whether it is up to date now
 */
export async function pullMatchIndex(run: MatchPull): Promise<boolean> {
  for (;;) {
    if (!run.isOpen()) return false;
    const read = await ask(run, standing(run));
    if (read === null || !run.isOpen()) return false;
    const { page, items } = read;
    if (page.version === 0) return true;
    if (!(await take(run, page, items))) return false;
    if (!page.more) return true;
  }
}

/** A version that is coming goes on; else what follows on the one in force. */
function standing({ desk }: MatchPull): MatchQuestion {
  const latest = listMatchVersions(desk.store.reader).at(-1);
  return { version: latest?.version ?? 0, after: latest?.through ?? 0 };
}

async function ask(
  { desk, hub, clockSkewMs, signal }: MatchPull,
  question: MatchQuestion,
): Promise<{ readonly page: MatchIndexPage; readonly items: readonly MatchItem[] } | null> {
  const { store, device } = desk;
  const caller: Caller = {
    crypto: store.crypto,
    clock: store.clock,
    deviceId: device.deviceId,
    privateKey: device.privateKey,
    clockSkewMs,
  };
  const path = matchIndexPath(question);
  let bytes: Uint8Array;
  try {
    const response = await fetch(hub.url + path, {
      redirect: 'manual',
      credentials: 'omit',
      headers: signedHeader(caller, 'GET', path),
      signal: AbortSignal.any([AbortSignal.timeout(PATIENCE_MS), signal]),
    });
    const isPage = response.headers.get('content-type') === 'application/octet-stream';
    const length = Number(response.headers.get('content-length') ?? 0);
    if (response.status !== 200 || !isPage || length > MATCH_PAGE_BYTES) {
      await response.body?.cancel();
      return null;
    }
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch {
    return null;
  }
  return readPage(desk, hub, question, bytes);
}

/** Null for what headquarters did not sign for this laptop, or is no answer to the question. */
function readPage(
  { store, device }: OpenDesk,
  hub: HubAddress & { readonly hubId: string },
  question: MatchQuestion,
  bytes: Uint8Array,
) {
  const end = bytes.indexOf(10);
  if (end < 0 || end > MATCH_PAGE_LIMITS.headCharacters || bytes.length > MATCH_PAGE_BYTES) {
    return null;
  }
  const head = new TextDecoder().decode(bytes.subarray(0, end));
  const reading = readStatement(store.crypto, hub.hubPublicKey, head);
  if (reading.kind !== 'ours' || reading.statement.format !== 'rifada.matchIndexPage') return null;
  const page = reading.statement;
  const body = bytes.subarray(end + 1);
  const expected = page.version === question.version ? question.after : 0;
  if (
    page.hubId !== hub.hubId ||
    page.deviceId !== device.deviceId ||
    page.after !== expected ||
    hexOf(store.crypto.sha256(body)) !== page.digest
  ) {
    return null;
  }
  const items = readMatchItems(body, page.items);
  return items === null ? null : { page, items };
}

/** The cursor moves with the last slice: what was cut off comes again, and changes nothing twice. */
async function take(
  { desk, isOpen }: MatchPull,
  page: MatchIndexPage,
  items: readonly MatchItem[],
): Promise<boolean> {
  const { store, matchIndex } = desk;
  const before = listMatchVersions(store.reader).find(({ version }) => version === page.version);
  for (let from = 0; from === 0 || from < items.length; from += AT_ONCE) {
    const some = items.slice(from, from + AT_ONCE);
    const isLast = from + AT_ONCE >= items.length;
    const of = (kind: MatchItem['kind']) => some.filter((item) => item.kind === kind);
    const written = writeDesk(store, (writer) =>
      putMatchPage(
        writer,
        {
          version: page.version,
          key: bytesOfBase64Url(page.key),
          blocks: page.blocks,
          through: isLast ? page.through : page.after,
          whole: isLast && !page.more,
        },
        { parts: of('part'), blocks: of('block') },
        new Date(store.clock.now()).toISOString(),
      ),
    );
    if (!written.ok) return false;
    // At once: what was in force may be gone with it.
    if (before?.whole !== true) matchIndex.refresh();
    for (const { number, bytes } of of('part')) matchIndex.put(page.version, number, bytes);
    await nextTurn();
    if (!isOpen()) return false;
  }
  return true;
}
