import type { OpenDesk } from '#electron/services/openDesk.ts';
import type { DeviceId } from '#shared/domain/identity.ts';
import { hexOf } from '#shared/protocol/bytes.ts';
import { readStatement, type Statement } from '#shared/protocol/sync/hubStatement.ts';
import { type Caller, type HubAddress, signedHeader } from './hubClient.ts';

const PATIENCE_MS = 60_000;
const LONGEST_HEAD = 4_096;

export interface PageQuestion {
  readonly desk: OpenDesk;
  readonly hub: HubAddress & { readonly hubId: string };
  readonly clockSkewMs: number;
  readonly signal: AbortSignal;
}

/** What stands in the first line of every page. */
interface PageHead {
  readonly hubId: string;
  readonly deviceId: DeviceId;
  readonly digest: string;
}

/**
 * Asks headquarters for a page: a first line that it signed for this laptop, and bytes whose hash stands in it.
 * @returns null for everything else, a captive portal's page or one that is longer than `mostBytes`
 */
export async function askSignedPage<Head extends Statement & PageHead>(
  { desk, hub, clockSkewMs, signal }: PageQuestion,
  path: string,
  mostBytes: number,
  isHead: (statement: Statement) => statement is Head,
): Promise<{ readonly head: Head; readonly body: Uint8Array } | null> {
  const { store, device } = desk;
  const caller: Caller = {
    crypto: store.crypto,
    clock: store.clock,
    deviceId: device.deviceId,
    privateKey: device.privateKey,
    clockSkewMs,
  };
  const bytes = await fetchPage(
    hub.url + path,
    signedHeader(caller, 'GET', path),
    mostBytes,
    signal,
  );
  if (bytes === null) return null;
  const end = bytes.indexOf(10);
  if (end < 0 || end > LONGEST_HEAD || bytes.length > mostBytes) return null;
  const line = new TextDecoder().decode(bytes.subarray(0, end));
  const reading = readStatement(store.crypto, hub.hubPublicKey, line);
  if (reading.kind !== 'ours' || !isHead(reading.statement)) return null;
  const head = reading.statement;
  const body = bytes.subarray(end + 1);
  const isForUs = head.hubId === hub.hubId && head.deviceId === device.deviceId;
  return isForUs && hexOf(store.crypto.sha256(body)) === head.digest ? { head, body } : null;
}

async function fetchPage(
  url: string,
  headers: Readonly<Record<string, string>>,
  mostBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array | null> {
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      credentials: 'omit',
      headers,
      signal: AbortSignal.any([AbortSignal.timeout(PATIENCE_MS), signal]),
    });
    const isPage = response.headers.get('content-type') === 'application/octet-stream';
    const length = Number(response.headers.get('content-length') ?? 0);
    if (response.status !== 200 || !isPage || length > mostBytes) {
      await response.body?.cancel();
      return null;
    }
    return new Uint8Array(await response.arrayBuffer());
  } catch {
    return null;
  }
}
