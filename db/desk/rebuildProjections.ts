import { replayMerged } from '#shared/domain/case/canonicalOrder.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { refillAttachmentQueue } from './attachmentQueue.ts';
import { allBeneficiaries, refreshBeneficiary } from './beneficiaryRow.ts';
import { type PlacedCase, placedCases } from './caseArrivals.ts';
import { type DeskReader, type DeskWriter, inLongTransaction } from './connection.ts';
import { type CameDeskEvent, readDeskEvents } from './deskEvents.ts';
import { readCaseEvents } from './journal.ts';
import { outlineJournal } from './journalOutline.ts';
import { CONTACT_PROJECTIONS } from './projectContacts.ts';
import { writeDeskProjection, writeForeignProjection, writeNewCase } from './projections.ts';
import { during, lastOf } from './steps.ts';
import { type DeskStore, type WriteResult, writeDeskInSteps } from './store.ts';

/** How far it is: of the cases, or after all of them of the people. `total` is 0 until it is known. */
export interface RebuildProgress {
  readonly stage: 'cases' | 'people';
  readonly done: number;
  readonly total: number;
}

/**
 * Makes every projection anew from the journal and from what came from elsewhere, in one transaction:
 * after a restore, after a migration that asks for it, and wherever they are in doubt.
 */
export function rebuildProjections(store: DeskStore): WriteResult<void> {
  return lastOf(rebuildStore(store));
}

/** The same in steps of a few milliseconds, while nobody works at the desk. */
export function rebuildStore(store: DeskStore): Generator<RebuildProgress, WriteResult<void>> {
  store.caseStates.clear();
  return writeDeskInSteps(store, rebuildInSteps);
}

/** What the indexes of a hundred thousand cases take. */
const ROOM_KIB = 96 * 1024;

/**
 * Ended early or by an error, the projections are as they were. It runs with the pages of the indexes at
 * hand, which would be decrypted again for each case, and without the watch over references: with it a
 * table that others refer to is emptied row by row, and every row that is made again has its own looked up.
 * @throws TypeError, before anything is kept, should a row of the lists refer to none; the store's error
 */
export function* rebuildInSteps(reader: DeskReader): Generator<RebuildProgress, void> {
  const { sqlite } = reader;
  const usual = Number(sqlite.pragma('cache_size', { simple: true }));
  sqlite.pragma('foreign_keys=OFF');
  sqlite.pragma(`cache_size=-${ROOM_KIB}`);
  try {
    yield* inLongTransaction(reader, rebuild);
  } finally {
    sqlite.pragma(`cache_size=${usual}`);
    sqlite.pragma('foreign_keys=ON');
  }
}

/** A migration that gives the projections something new asks by this setting for them to be made anew. */
const REBUILD_WANTED = 'projections.rebuild';

/** Whether a migration has asked for it, and no rebuilding has come to its end since. */
export function wantsRebuilding(db: DeskReader): boolean {
  return db.statement('SELECT 1 FROM setting WHERE name = ?').get(REBUILD_WANTED) !== undefined;
}

function* rebuild(writer: DeskWriter): Generator<RebuildProgress, void> {
  const beginning = { stage: 'cases', done: 0, total: 0 } as const;
  const outline = yield* during(beginning, outlineJournal(writer));
  yield* during(beginning, emptyProjections(writer));
  for (const came of readDeskEvents(writer, outline.deskEvents)) {
    writeDeskEvent(writer, came);
    yield beginning;
  }
  const cases = placedCases(writer, outline);
  for (const [done, place] of cases.entries()) {
    yield { stage: 'cases', done, total: cases.length };
    rebuildCase(writer, place);
  }
  const people = allBeneficiaries(writer);
  for (const [done, beneficiaryId] of people.entries()) {
    yield { stage: 'people', done, total: people.length };
    refreshBeneficiary(writer, beneficiaryId);
  }
  const end = { stage: 'people', done: people.length, total: people.length } as const;
  yield* during(end, refillAttachmentQueue(writer, outline.scanEvents));
  for (const table of ['case_summary', 'case_due']) {
    assertReferences(writer, table);
    yield end;
  }
  writer.statement('DELETE FROM setting WHERE name = ?').run(REBUILD_WANTED);
}

function assertReferences({ sqlite }: DeskReader, table: string): void {
  const lost = sqlite.prepare(`PRAGMA foreign_key_check(${table})`).all();
  if (lost.length > 0) throw new TypeError(`${table}: a reference without its target`);
}

function* emptyProjections(writer: DeskWriter): Generator<undefined, void> {
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
    yield;
  }
  writer.statement('DELETE FROM known_person WHERE at_headquarters = 0').run();
}

function writeDeskEvent(writer: DeskWriter, { event, payload, isOwn, isHub }: CameDeskEvent): void {
  if (isOwn) writeDeskProjection(writer, event, payload);
  else writeForeignProjection(writer, event, payload, isHub);
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
