import { DESTROYS_PAGES, NAMES_PAGES } from '#shared/domain/case/pageEvents.ts';
import type { DeskReader } from './connection.ts';

/** Where the events of a case begin and end in this laptop's journal, by position. */
export interface OwnSpan {
  readonly first: number;
  readonly last: number;
}

/** What has to be known of the journal before its cases are read one by one. */
export interface JournalOutline {
  readonly cases: ReadonlyMap<string, OwnSpan>;
  /** Positions of the events of no case, in their order. */
  readonly deskEvents: readonly number[];
  /** Positions of the events that attach or remove a scan, in their order. */
  readonly scanEvents: readonly number[];
}

/** So many events are looked at between two steps: their pages, decrypted once, are at hand for each question. */
const EVENTS_PER_STEP = 250;

const OF_PAGES = [...NAMES_PAGES, ...DESTROYS_PAGES].map((kind) => `'${kind}'`).join(', ');

/** Reads every page of the journal once, since it has no index: each costs a decryption. */
export function* outlineJournal(db: DeskReader): Generator<undefined, JournalOutline> {
  const cases = new Map<string, OwnSpan>();
  const deskEvents: number[] = [];
  const scanEvents: number[] = [];
  const spans = db.statement<OwnSpan & { readonly caseId: string }>(
    `SELECT case_id AS caseId, min(position) AS first, max(position) AS last FROM journal
     WHERE position > ? AND position <= ? AND case_id IS NOT NULL GROUP BY case_id`,
  );
  const others = db.statement<{ readonly position: number; readonly isDesk: number }>(
    `SELECT position, case_id IS NULL AS isDesk FROM journal
     WHERE position > ? AND position <= ?
       AND (case_id IS NULL OR kind IN (${OF_PAGES})) ORDER BY position`,
  );
  const end =
    db
      .statement<{ readonly last: number | null }>('SELECT max(position) AS last FROM journal')
      .get()?.last ?? 0;
  for (let after = 0; after < end; after += EVENTS_PER_STEP) {
    for (const { caseId, first, last } of spans.all(after, after + EVENTS_PER_STEP)) {
      cases.set(caseId, { first: cases.get(caseId)?.first ?? first, last });
    }
    for (const { position, isDesk } of others.all(after, after + EVENTS_PER_STEP)) {
      (isDesk === 1 ? deskEvents : scanEvents).push(position);
    }
    yield;
  }
  return { cases, deskEvents, scanEvents };
}
