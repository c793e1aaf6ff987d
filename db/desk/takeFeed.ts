import { replayMerged } from '#shared/domain/case/canonicalOrder.ts';
import type { CaseEvent } from '#shared/domain/case/caseEvent.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { CaseId, Sha256Hex } from '#shared/domain/identity.ts';
import { hexOf, utf8Bytes } from '#shared/protocol/bytes.ts';
import { laterHlc } from '#shared/protocol/hybridClock.ts';
import type { ReceivedEntry } from '#shared/protocol/sync/feedEntry.ts';
import { FEED_START, type FeedCursor } from '#shared/protocol/sync/feedPage.ts';
import { type DeskReader, type DeskWriter, holdTransaction } from './connection.ts';
import { getJournalOwner } from './device.ts';
import { chainOf, type FeedChain, moveChain, placeInChain } from './feedChains.ts';
import { caseEventOf, isBelieved, isReadable, lastArrival, readFeedHead } from './feedEvents.ts';
import { findCaseOwnPosition, journalTail, readCaseEvents } from './journal.ts';
import { greatestPlaces, writeCaseRows, writeForeignProjection } from './projections.ts';
import type { DeskStore } from './store.ts';
import { type StoreProblem, storeProblemOf } from './storeError.ts';

/** Entries that follow each other in headquarters' journal, and where they lead. */
export interface FeedStretch {
  readonly entries: readonly ReceivedEntry[];
  readonly through: FeedCursor;
  readonly readAt: string;
  /** Headquarters, as a device of its own journal. */
  readonly hubId: string;
}

export type TakeResult =
  | {
      readonly ok: true;
      /** Events that were new. */
      readonly taken: number;
      readonly cases: readonly CaseId[];
      /** How long it took but for the commit, which waits for the disk, in milliseconds. */
      readonly workedMs: number;
    }
  | { readonly ok: false; readonly problem: StoreProblem };

/** A case that the stretch belongs to, with what of it was new. */
interface Touched {
  readonly before: CaseState | null;
  readonly isKnown: boolean;
  readonly fresh: CaseEvent[];
}

/** A page of headquarters' journal on its way in, slice by slice, each with its cursor. */
export interface FeedIntake {
  /**
   * Takes entries in: events, all that follows from them, and the cursor, together or not at all. What is
   * held already is passed over. This laptop's own journal and its head are not touched.
   * @throws FeedFault when the entries do not hang together; nothing of them was taken then
   */
  take(stretch: FeedStretch): TakeResult;
  /** Returns after all that was taken lies on the disk; a problem means that some of it does not. */
  finish(): StoreProblem | null;
}

export function beginFeed(store: DeskStore): FeedIntake {
  const transaction = holdTransaction(store.reader, () => store.caseStates.clear());
  return {
    take: (stretch) => {
      if (!store.writable) return { ok: false, problem: 'readOnly' };
      const begun = performance.now();
      try {
        const { count, states } = transaction.slice((writer) => takeInside(store, writer, stretch));
        for (const state of states.values()) if (state) store.caseStates.set(state);
        const workedMs = performance.now() - begun;
        return { ok: true, taken: count, cases: [...states.keys()], workedMs };
      } catch (error) {
        store.caseStates.clear();
        return { ok: false, problem: storeProblemOrThrow(error) };
      }
    },
    finish: () => {
      try {
        transaction.commit();
        return null;
      } catch (error) {
        return storeProblemOrThrow(error);
      }
    },
  };
}

function storeProblemOrThrow(error: unknown): StoreProblem {
  const problem = storeProblemOf(error);
  if (problem === null) throw error;
  return problem;
}

/** One stretch, on the disk when this returns. @throws FeedFault */
export function takeFeed(store: DeskStore, stretch: FeedStretch): TakeResult {
  const intake = beginFeed(store);
  const result = intake.take(stretch);
  const problem = result.ok ? intake.finish() : null;
  return problem === null ? result : { ok: false, problem };
}

function takeInside(store: DeskStore, writer: DeskWriter, stretch: FeedStretch) {
  const head = readFeedHead(writer);
  const own = getJournalOwner(writer);
  const ownPosition = journalTail(writer)?.position ?? 0;
  const chains = new Map<string, FeedChain>();
  const touched = new Map<CaseId, Touched>();
  const lastTouched = new Set<CaseId>();
  let arrival = lastArrival(writer);
  let hlc = head.hlc;
  let count = 0;

  for (const entry of stretch.entries) {
    const { header } = entry;
    if (isInOwnJournal(writer, own, entry)) continue;
    const key = `${header.deviceId} ${header.epoch}`;
    const chain = chains.get(key) ?? chainOf(writer, header.deviceId, header.epoch);
    // A life of this laptop's own journal that was lost in part comes from where it was lost.
    const hasGaps = header.deviceId === stretch.hubId || header.deviceId === own.deviceId;
    const place = placeInChain(chain, entry, hasGaps, (seq) => heldHash(store, chain.chainId, seq));
    if (place === 'held') continue;
    arrival += 1;
    count += 1;
    const event =
      header.caseId === null || entry.payload === null ? null : caseEventOf(header, entry.payload);
    const parked = event === null && !isReadable(header, entry.payload);
    const caseId = header.caseId === null ? null : CaseId.parse(header.caseId);
    if (caseId !== null) {
      if (!touched.has(caseId)) touched.set(caseId, beginCase(writer, caseId));
      lastTouched.delete(caseId);
      lastTouched.add(caseId);
    }
    insertEntry(writer, { arrival, ownPosition, chainId: chain.chainId, parked }, entry);
    chains.set(key, { chainId: chain.chainId, seq: header.seq, headerHash: entry.headerHash });
    hlc = laterHlc(hlc, header.hlc);
    if (entry.payload === null || parked) continue;
    if (caseId === null) {
      writeForeignProjection(
        writer,
        header,
        JSON.parse(entry.payload),
        header.deviceId === stretch.hubId,
      );
      continue;
    }
    if (event !== null && isBelieved(event, header.deviceId === stretch.hubId))
      touched.get(caseId)?.fresh.push(event);
  }

  for (const chain of chains.values()) moveChain(writer, chain);
  const states = new Map<CaseId, CaseState | null>();
  const places = placesOf(writer, [...touched.keys()], lastTouched);
  for (const [caseId, { before, isKnown, fresh }] of touched) {
    // Kept in memory alone where nothing else of the case is here: most of a first reading is such.
    const after = isKnown ? replayMerged(readCaseEvents(writer, caseId)) : replayMerged(fresh);
    states.set(caseId, after);
    if (after === null) continue;
    const { opened = 1, last = 1 } = places.get(caseId) ?? {};
    const own = findCaseOwnPosition(writer, caseId);
    writeCaseRows(writer, before, after, { opened, last, own });
    if (before === null) {
      writer.statement('DELETE FROM case_unopened WHERE case_id = ?').run(caseId);
    }
  }
  writeHead(writer, stretch, hlc);
  return { count, states };
}

/** New cases stand in the order in which they came, changed ones in that of their last change. */
function placesOf(
  db: DeskReader,
  firstTouched: readonly CaseId[],
  lastTouched: ReadonlySet<CaseId>,
): ReadonlyMap<CaseId, { readonly opened: number; readonly last: number }> {
  const greatest = greatestPlaces(db);
  const opened = new Map(
    firstTouched.map((caseId, index) => [caseId, greatest.opened + 1 + index]),
  );
  let { last } = greatest;
  return new Map(
    [...lastTouched].map((caseId) => {
      const own = opened.get(caseId) ?? 1;
      last = Math.max(last + 1, own);
      return [caseId, { opened: own, last }];
    }),
  );
}

/** What the stored rows of the case were made from; known as soon as any event of it lies here. */
function beginCase(writer: DeskWriter, caseId: CaseId): Touched {
  const events = readCaseEvents(writer, caseId);
  const isKnown =
    events.length > 0 ||
    findCaseOwnPosition(writer, caseId) !== null ||
    writer.statement('SELECT 1 FROM feed_event WHERE case_id = ? LIMIT 1').get(caseId) !==
      undefined;
  return { before: replayMerged(events), isKnown, fresh: [] };
}

/** After a restored copy: events of an earlier life of this laptop may lie in its own journal. */
function isInOwnJournal(
  db: DeskReader,
  own: { readonly deviceId: string },
  { header }: ReceivedEntry,
): boolean {
  if (header.deviceId !== own.deviceId) return false;
  return (
    db
      .statement('SELECT 1 FROM journal WHERE epoch = ? AND seq = ? AND event_id = ?')
      .get(header.epoch, header.seq, header.eventId) !== undefined
  );
}

function heldHash(store: DeskStore, chainId: number, seq: number): string | null {
  const row = store.reader
    .statement<{ readonly header: string }>(
      'SELECT header FROM feed_event WHERE chain_id = ? AND seq = ?',
    )
    .get(chainId, seq);
  return row ? Sha256Hex.parse(hexOf(store.crypto.sha256(utf8Bytes(row.header)))) : null;
}

function insertEntry(
  writer: DeskWriter,
  place: {
    readonly arrival: number;
    readonly ownPosition: number;
    readonly chainId: number;
    readonly parked: boolean;
  },
  { header, headerText, salt, payload }: ReceivedEntry,
): void {
  writer
    .statement(
      `INSERT INTO feed_event (arrival, own_position, chain_id, seq, kind, case_id, header, salt,
         payload, parked) VALUES (?,?,?,?,?,?,?,?,?,?)`,
    )
    .run(
      place.arrival,
      place.ownPosition,
      place.chainId,
      header.seq,
      header.kind,
      header.caseId,
      headerText,
      salt === null ? null : Buffer.from(salt),
      payload,
      place.parked ? 1 : 0,
    );
}

function writeHead(
  writer: DeskWriter,
  { through, readAt }: Pick<FeedStretch, 'through' | 'readAt'>,
  hlc: string | null,
): void {
  writer
    .statement(
      `INSERT INTO feed_head (singleton, cursor, hlc, read_at) VALUES (1, ?, ?, ?)
       ON CONFLICT (singleton) DO UPDATE SET cursor = excluded.cursor, hlc = excluded.hlc,
         read_at = excluded.read_at`,
    )
    .run(through, hlc, readAt);
}

/** Reads headquarters' journal again from its beginning; what is held stays and is passed over. */
export function rewindFeed(writer: DeskWriter): void {
  writer.statement('UPDATE feed_head SET cursor = ?').run(FEED_START);
}
