import type { CaseEvent, EventHeader } from '#shared/domain/case/caseEvent.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { type CaseId, Sha256Hex } from '#shared/domain/identity.ts';
import {
  BEFORE_FIRST,
  canonicalText,
  headerHash,
  payloadTextHash,
  SALT_LENGTH,
} from '#shared/protocol/chain.ts';
import { laterHlc, nextHlc } from '#shared/protocol/hybridClock.ts';
import { followScans } from './attachmentQueue.ts';
import { type DeskWriter, inTransaction } from './connection.ts';
import { getJournalOwner } from './device.ts';
import { type DraftKey, deleteDraft } from './drafts.ts';
import { readFeedHead } from './feedEvents.ts';
import { insertJournalRow } from './insertJournalRow.ts';
import { findCaseOwnPosition, journalTail, readCase } from './journal.ts';
import {
  InvalidEvent,
  type NewEvent,
  placeCaseEvent,
  placeDeskEvent,
  reduceNewEvent,
} from './newEvent.ts';
import { writeCaseProjection, writeDeskProjection } from './projections.ts';
import type { DeskStore } from './store.ts';
import { type StoreProblem, storeProblemOf } from './storeError.ts';

export interface AppendRequest {
  /** At least one; as a function when an event holds what only the transaction can give (a reference). */
  readonly events: readonly NewEvent[] | ((writer: DeskWriter) => readonly NewEvent[]);
  /** Further writes of the same action. Lists, search and people need none: they follow the events. */
  readonly apply?: (writer: DeskWriter, appended: readonly AppendedEvent[]) => void;
  /** Drafts whose content these events now hold. */
  readonly discardDrafts?: readonly DraftKey[];
}

export interface AppendedEvent {
  readonly position: number;
  readonly header: EventHeader;
  readonly headerHash: string;
}

interface Committed {
  readonly events: readonly AppendedEvent[];
  /** Every case that the events belong to, as it now stands. */
  readonly states: ReadonlyMap<CaseId, CaseState>;
}

export type AppendResult =
  | ({ readonly ok: true; readonly committed: true } & Committed)
  | ({
      readonly ok: false;
      readonly committed: true;
      /** All is saved; only the guard against old copies is behind. The next append writes it again. */
      readonly problem: 'headNotWritten';
    } & Committed)
  | {
      readonly ok: false;
      readonly committed: false;
      readonly problem: Exclude<StoreProblem, 'headNotWritten'>;
      /** For `invalidEvent`: the kind, and where its schema or its case refused it; nothing personal. */
      readonly detail: string | null;
    };

/**
 * Appends the events of one user action: journal, projections, queue, search keys and drafts in one
 * transaction, then the head file; returns when all of it lies on the disk. The only way in which a
 * fact enters the desk. Errors that are not the store's (from `events` or `apply`) are thrown on;
 * whatever was thrown or refused, the store is as it was.
 */
export function appendEvents(store: DeskStore, request: AppendRequest): AppendResult {
  if (!store.writable) return refused('readOnly', null);
  let committed: Committed;
  try {
    committed = inTransaction(store.reader, (writer) => appendInside(store, writer, request));
  } catch (error) {
    // A state that was reduced inside the transaction may be at hand.
    store.caseStates.clear();
    if (error instanceof InvalidEvent) return refused('invalidEvent', error.message);
    const problem = storeProblemOf(error);
    if (problem === null || problem === 'headNotWritten') throw error;
    return refused(problem, null);
  }
  for (const state of committed.states.values()) store.caseStates.set(state);
  return headWritten(store, committed)
    ? { ok: true, committed: true, ...committed }
    : { ok: false, committed: true, problem: 'headNotWritten', ...committed };
}

type Refusal = Extract<AppendResult, { committed: false }>;

function refused(problem: Refusal['problem'], detail: string | null): Refusal {
  return { ok: false, committed: false, problem, detail };
}

function headWritten(store: DeskStore, { events }: Committed): boolean {
  const last = events.at(-1);
  if (!last) return true;
  try {
    store.head.write(last);
    return true;
  } catch {
    return false;
  }
}

/** The end of the chain, as it grows inside one transaction. */
export interface ChainEnd {
  readonly position: number;
  readonly seq: number;
  readonly hlc: string | null;
  readonly headerHash: string;
}

/** The states of one case before the action and after the events so far. */
interface TouchedCase {
  readonly before: CaseState | null;
  readonly after: CaseState;
  /** Of this action's events of the case: where the first and the last stand. */
  readonly opened: number;
  readonly last: number;
}

function appendInside(store: DeskStore, writer: DeskWriter, request: AppendRequest): Committed {
  const given = typeof request.events === 'function' ? request.events(writer) : request.events;
  const { deviceId, epoch } = getJournalOwner(writer);
  const touched = new Map<CaseId, TouchedCase>();
  const appended: AppendedEvent[] = [];
  let end = chainEnd(writer, epoch);

  for (const event of given) {
    const now = store.clock.now();
    const place = {
      eventId: store.ids.uuid(),
      deviceId,
      epoch,
      seq: end.seq + 1,
      at: new Date(now).toISOString(),
      hlc: nextHlc(end.hlc, now),
    };
    if (event.caseId === null) {
      const { payload, ...envelope } = placeDeskEvent(event, place);
      const written = insertEvent(store, writer, end, envelope, payload, null);
      writeDeskProjection(writer, { ...envelope, position: written.position }, payload);
      appended.push(written);
    } else {
      const earlier = touched.get(event.caseId);
      const state = earlier ? earlier.after : readCase(store, event.caseId);
      const placed = placeCaseEvent(event, place, state?.last.eventId ?? null);
      const after = reduceNewEvent(state, placed);
      const { payload, ...envelope } = placed;
      const previous = earlier ? earlier.last : findCaseOwnPosition(writer, event.caseId);
      const written = insertEvent(store, writer, end, envelope, payload, previous);
      const { position: last } = written;
      followScans(writer, placed, last);
      touched.set(
        event.caseId,
        earlier ? { ...earlier, after, last } : { before: state, after, opened: last, last },
      );
      appended.push(written);
    }
    end = endAfter(appended.at(-1), end);
  }

  for (const { before, after, opened, last } of touched.values()) {
    writeCaseProjection(writer, before, after, { opened, own: last });
  }
  for (const draft of request.discardDrafts ?? []) deleteDraft(writer, draft);
  request.apply?.(writer, appended);
  const states = new Map([...touched].map(([caseId, { after }]) => [caseId, after]));
  return { events: appended, states };
}

/**
 * Where the next event goes. A new epoch begins its own sequence and chain; positions and clock go on.
 * The clock has seen what came from elsewhere: what is written now comes after it.
 */
export function chainEnd(writer: DeskWriter, epoch: number): ChainEnd {
  const tail = journalTail(writer);
  const hlc = laterHlc(tail?.hlc ?? null, readFeedHead(writer).hlc);
  if (tail === null) return { position: 0, seq: 0, hlc, headerHash: BEFORE_FIRST };
  return tail.epoch === epoch
    ? { ...tail, hlc }
    : { ...tail, hlc, seq: 0, headerHash: BEFORE_FIRST };
}

export function endAfter(last: AppendedEvent | undefined, end: ChainEnd): ChainEnd {
  if (!last) return end;
  const { position, header, headerHash: hash } = last;
  return { position, seq: header.seq, hlc: header.hlc, headerHash: hash };
}

export function insertEvent(
  store: DeskStore,
  writer: DeskWriter,
  end: ChainEnd,
  envelope: Omit<EventHeader, 'payloadHash' | 'previousHash'> | Omit<CaseEvent, 'payload'>,
  payload: unknown,
  casePrevious: number | null,
): AppendedEvent {
  const payloadText = canonicalText(payload);
  const salt = store.crypto.randomBytes(SALT_LENGTH);
  const header: EventHeader = {
    ...envelope,
    payloadHash: payloadTextHash(store.crypto, salt, payloadText),
    previousHash: Sha256Hex.parse(end.headerHash),
  };
  const position = end.position + 1;
  const hash = headerHash(store.crypto, header);
  insertJournalRow(
    writer,
    { header, headerHash: hash, salt, payload: payloadText },
    position,
    casePrevious,
  );
  return { position, header, headerHash: hash };
}
