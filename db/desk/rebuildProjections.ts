import { replayMerged } from '#shared/domain/case/canonicalOrder.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { refillAttachmentQueue } from './attachmentQueue.ts';
import { allBeneficiaries, refreshBeneficiary } from './beneficiaryRow.ts';
import { type PlacedCase, placedCases } from './caseArrivals.ts';
import { type DeskReader, type DeskWriter, inTransaction } from './connection.ts';
import { readCaseEvents } from './journal.ts';
import { CONTACT_PROJECTIONS, type DeskEventPlace } from './projectContacts.ts';
import { writeDeskProjection, writeForeignProjection, writeNewCase } from './projections.ts';
import { type DeskStore, type WriteResult, writeDesk } from './store.ts';

/**
 * Makes every projection anew from the journal and from what came from elsewhere, in one transaction:
 * after a restore, and wherever they are in doubt.
 */
export function rebuildProjections(store: DeskStore): WriteResult<void> {
  store.caseStates.clear();
  return withRoom(store.reader, () =>
    writeDesk(store, (writer) => {
      emptyProjections(writer);
      rebuildDeskProjections(writer);
      for (const place of placedCases(writer)) rebuildCase(writer, place);
      endRebuilding(writer);
    }),
  );
}

/** What the indexes of a hundred thousand cases take. */
const ROOM_KIB = 96 * 1024;

/**
 * Runs `work` with the pages of the indexes at hand, which would be decrypted again for each case, and
 * without the watch over references: with it a table that others refer to is emptied row by row, and
 * every row that is made again has its own looked up.
 * @throws TypeError, before anything is kept, should a row of the lists refer to none
 */
function withRoom<Result>({ sqlite }: DeskReader, work: () => Result): Result {
  const usual = Number(sqlite.pragma('cache_size', { simple: true }));
  sqlite.pragma('foreign_keys=OFF');
  sqlite.pragma(`cache_size=-${ROOM_KIB}`);
  try {
    return work();
  } finally {
    sqlite.pragma(`cache_size=${usual}`);
    sqlite.pragma('foreign_keys=ON');
  }
}

function assertReferences({ sqlite }: DeskReader): void {
  for (const table of ['case_summary', 'case_due']) {
    const lost = sqlite.prepare(`PRAGMA foreign_key_check(${table})`).all();
    if (lost.length > 0) throw new TypeError(`${table}: a reference without its target`);
  }
}

/** A migration that gives the projections something new asks by this setting for them to be made anew. */
const REBUILD_WANTED = 'projections.rebuild';

/** Whether a migration has asked for it, and no rebuilding has come to its end since. */
export function wantsRebuilding(db: DeskReader): boolean {
  return db.statement('SELECT 1 FROM setting WHERE name = ?').get(REBUILD_WANTED) !== undefined;
}

/**
 * Makes every projection of a desk that nobody works at, some cases in a transaction: yields between
 * two of them how many cases are done. Ended early, the projections are not whole.
 * @throws the store's error
 */
export function* rebuildInSteps(
  reader: DeskReader,
  casesPerStep: number,
): Generator<{ readonly done: number; readonly total: number }> {
  inTransaction(reader, (writer) => {
    emptyProjections(writer);
    rebuildDeskProjections(writer);
  });
  const spans = placedCases(reader);
  for (let done = 0; done < spans.length; done += casesPerStep) {
    yield { done, total: spans.length };
    inTransaction(reader, (writer) => {
      for (const span of spans.slice(done, done + casesPerStep)) rebuildCase(writer, span);
    });
  }
  inTransaction(reader, endRebuilding);
  yield { done: spans.length, total: spans.length };
}

function endRebuilding(writer: DeskWriter): void {
  for (const beneficiaryId of allBeneficiaries(writer)) refreshBeneficiary(writer, beneficiaryId);
  refillAttachmentQueue(writer);
  assertReferences(writer);
  writer.statement('DELETE FROM setting WHERE name = ?').run(REBUILD_WANTED);
}

function emptyProjections(writer: DeskWriter): void {
  for (const table of [
    ...CONTACT_PROJECTIONS,
    'case_due',
    'case_unopened',
    'case_search',
    'search_recent',
    'case_summary',
    'beneficiary',
    'person',
  ]) {
    writer.statement(`DELETE FROM ${table}`).run();
  }
  writer.statement('DELETE FROM known_person WHERE at_headquarters = 0').run();
}

function rebuildDeskProjections(writer: DeskWriter): void {
  for (const event of readDeskEvents(writer)) {
    const payload: unknown = JSON.parse(event.payload);
    if (event.isOwn) writeDeskProjection(writer, event, payload);
    else writeForeignProjection(writer, event, payload, event.isHub);
  }
}

function rebuildCase(writer: DeskWriter, { caseId, ...place }: PlacedCase): void {
  const state = replayMerged(readCaseEvents(writer, caseId, place.own));
  if (state) writeNewCase(writer, state, place);
  else if (place.own !== null) noteUnopened(writer, caseId, place.own);
}

function noteUnopened(writer: DeskWriter, caseId: CaseId, own: number): void {
  writer
    .statement('INSERT INTO case_unopened (case_id, own_position) VALUES (?, ?)')
    .run(caseId, own);
}

/** Desk events in the order in which they came to this laptop. */
function readDeskEvents(db: DeskReader): readonly (DeskEventPlace & {
  readonly payload: string;
  readonly isOwn: boolean;
  readonly isHub: boolean;
})[] {
  return db
    .statement<
      DeskEventPlace & { readonly payload: string; readonly isOwn: number; readonly isHub: number }
    >(
      `SELECT kind, at, actor_id AS actorId, position, payload, 1 AS isOwn, 0 AS isHub,
         position AS came, 0 AS arrival
       FROM journal WHERE case_id IS NULL AND payload IS NOT NULL
       UNION ALL
       SELECT kind, header ->> 'at', header ->> 'actorId', 0, payload, 0,
         device_id IS (SELECT hub_id FROM hub_link), own_position, arrival
       FROM feed_event JOIN feed_chain USING (chain_id) WHERE case_id IS NULL AND payload IS NOT NULL AND parked = 0
       ORDER BY came, arrival`,
    )
    .all()
    .map((row) => ({ ...row, isOwn: row.isOwn === 1, isHub: row.isHub === 1 }));
}
