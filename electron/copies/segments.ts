import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { CopyCipher } from '#db/desk/copyCipher.ts';
import { readJournal } from '#db/desk/journal.ts';
import type { DeskStore } from '#db/desk/store.ts';
import { EventHeader } from '#shared/domain/case/caseEvent.ts';
import type { Crypto } from '#shared/ports.ts';
import { type ChainRow, type ChainTail, linkFault } from '#shared/protocol/chain.ts';
import { CopySegment } from '#shared/protocol/copy/copyManifest.ts';
import { readEventLine } from '#shared/protocol/sync/batch.ts';
import { batchEventLine } from '#shared/protocol/sync/batchEvent.ts';
import { unpacked } from './copyFile.ts';
import type { CopyPlace } from './copyFolder.ts';
import { CopyFailure } from './copyProblem.ts';
import { writeDurably } from './durableFiles.ts';
import type { Pace } from './pace.ts';

const pack = promisify(gzip);

/** A segment ends before it would hold more than this. */
const MOST_EVENTS = 1_000;
const MOST_CHARACTERS = 1024 * 1024;
/** One line may be as long as the longest event; with it a segment stays below this. */
const LONGEST_SEGMENT = 64 * 1024 * 1024;
/** Read at once from the database: a few milliseconds. */
const ROWS = 25;

const NAME = /^journal-\d{9}-\d{9}\.segment$/;

export function isSegmentName(name: string): boolean {
  return NAME.test(name);
}

export function segmentNameOf({ first, last }: Pick<CopySegment, 'first' | 'last'>): string {
  const digits = (position: number) => String(position).padStart(9, '0');
  return `journal-${digits(first)}-${digits(last)}.segment`;
}

/** Where a new segment begins and how far it may reach. */
export interface Stretch {
  /** The position before its first event. */
  readonly after: number;
  readonly before: ChainTail | null;
  readonly through: number;
}

/**
 * Writes the next events of the journal as one file and waits for the disk.
 * @throws CopyFailure, WorkStopped, or the file system's error
 */
export async function writeSegment(
  store: DeskStore,
  place: CopyPlace,
  stretch: Stretch,
  pace: Pace,
): Promise<CopySegment> {
  const { before, through } = stretch;
  const lines: string[] = [];
  let characters = 0;
  let opened = 0;
  let position = stretch.after;
  let after: ChainTail | null = before;
  gather: while (position < through && lines.length < MOST_EVENTS) {
    await pace();
    const most = Math.min(ROWS, through - position, MOST_EVENTS - lines.length);
    const rows = readJournal(store.reader, position, most);
    if (rows.length === 0) break;
    for (const row of rows) {
      const line = batchEventLine(row, false);
      if (lines.length > 0 && characters + line.length > MOST_CHARACTERS) break gather;
      lines.push(line);
      characters += line.length;
      position = row.position;
      const { epoch, seq, kind } = row.header;
      if (kind === 'caseOpened') opened += 1;
      after = { epoch, seq, headerHash: row.headerHash };
    }
  }
  const segment = CopySegment.parse({
    first: stretch.after + 1,
    last: position,
    opened,
    before,
    after,
  });
  // Joining and packing begin a slice of their own.
  await nextTurn();
  const packed = await pack(lines.join('\n'));
  await pace();
  const sealed = store.copyCipher.seal(sealName(segment), packed);
  await writeDurably(join(place.folder, segmentNameOf(segment)), sealed);
  return segment;
}

/**
 * The events of a segment, each proved by its hashes and its link to the one before, the last by what
 * the copy says of it.
 * @throws CopyFailure `copyDamaged` with the name of the file
 */
export async function* readSegment(
  cipher: CopyCipher,
  crypto: Crypto,
  place: CopyPlace,
  segment: CopySegment,
): AsyncGenerator<ChainRow> {
  const name = segmentNameOf(segment);
  const sealed = await readFile(join(place.folder, name)).catch((error: unknown) => {
    if (isMissing(error)) throw new CopyFailure('copyDamaged', name);
    throw error;
  });
  const packed = cipher.open(sealName(segment), sealed);
  const text = packed === null ? null : await unpacked(packed, LONGEST_SEGMENT);
  const lines = text?.toString('utf8').split('\n') ?? [];
  if (lines.length !== segment.last - segment.first + 1) throw new CopyFailure('copyDamaged', name);
  let tail: ChainTail | null = segment.before;
  let opened = 0;
  for (const line of lines) {
    const event = readEventLine(crypto, line);
    const header = typeof event === 'string' ? null : EventHeader.safeParse(event.header);
    if (typeof event === 'string' || !header?.success || linkFault(header.data, tail) !== null) {
      throw new CopyFailure('copyDamaged', name);
    }
    const { headerHash, salt, payload } = event;
    if (header.data.kind === 'caseOpened') opened += 1;
    tail = { epoch: header.data.epoch, seq: header.data.seq, headerHash };
    yield { header: header.data, headerHash, salt, payload };
  }
  const isWhole = tail?.headerHash === segment.after.headerHash && opened === segment.opened;
  if (!isWhole) throw new CopyFailure('copyDamaged', name);
}

function sealName({ first, last, after }: CopySegment): string {
  return `segment:${first}-${last}:${after.headerHash}`;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
