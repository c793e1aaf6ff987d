import { BEFORE_FIRST } from '#shared/protocol/chain.ts';
import type { ReceivedEntry } from '#shared/protocol/sync/feedEntry.ts';
import type { DeskReader, DeskWriter } from './connection.ts';

/** What headquarters sent does not hang together: nothing of it was taken. */
export class FeedFault extends Error {
  readonly position: number;

  constructor(reason: string, position: number) {
    super(`${reason} at ${position}`);
    this.name = 'FeedFault';
    this.position = position;
  }
}

/** How far the journal of another device is held. */
export interface FeedChain {
  readonly chainId: number;
  readonly seq: number;
  readonly headerHash: string;
}

/** The chain of this device and epoch; begun where it is new. */
export function chainOf(writer: DeskWriter, deviceId: string, epoch: number): FeedChain {
  const known = findChain(writer, deviceId, epoch);
  if (known !== null) return known;
  writer
    .statement('INSERT INTO feed_chain (device_id, epoch, seq, header_hash) VALUES (?, ?, 0, ?)')
    .run(deviceId, epoch, BEFORE_FIRST);
  const made = findChain(writer, deviceId, epoch);
  if (made === null) throw new TypeError('a chain that was neither there nor made');
  return made;
}

function findChain(db: DeskReader, deviceId: string, epoch: number): FeedChain | null {
  return (
    db
      .statement<FeedChain>(
        `SELECT chain_id AS chainId, seq, header_hash AS headerHash FROM feed_chain
         WHERE device_id = ? AND epoch = ?`,
      )
      .get(deviceId, epoch) ?? null
  );
}

export function moveChain(writer: DeskWriter, { chainId, seq, headerHash }: FeedChain): void {
  writer
    .statement('UPDATE feed_chain SET seq = ?, header_hash = ? WHERE chain_id = ?')
    .run(seq, headerHash, chainId);
}

/**
 * Whether the entry goes on from what is held: `next`, or `held` where it came before. A laptop's
 * journal comes whole, each header naming the hash of the one before; of headquarters' own only what
 * concerns the branch comes, so that there only neighbours can be compared.
 * @throws FeedFault where it does neither
 */
export function placeInChain(
  chain: FeedChain,
  { header, headerHash, position }: ReceivedEntry,
  hasGaps: boolean,
  heldHash: (seq: number) => string | null,
): 'next' | 'held' {
  if (header.seq <= chain.seq) {
    const held = header.seq === chain.seq ? chain.headerHash : heldHash(header.seq);
    // What headquarters left out before, for the branch was another's, is not asked for again.
    if (held === null && hasGaps) return 'held';
    if (held !== headerHash) throw new FeedFault('another event in the same place', position);
    return 'held';
  }
  const isNeighbour = header.seq === chain.seq + 1;
  if (!isNeighbour && !hasGaps) throw new FeedFault('a gap in a journal', position);
  if (isNeighbour && header.previousHash !== chain.headerHash) {
    throw new FeedFault('a broken chain', position);
  }
  return 'next';
}
