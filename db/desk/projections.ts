import { isOver } from '#shared/domain/case/caseDue.ts';
import { DESK_EVENT_PAYLOADS } from '#shared/domain/case/caseEvent.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { replayCase } from '#shared/domain/case/reduceCase.ts';
import { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import { type BeneficiaryId, CaseId } from '#shared/domain/identity.ts';
import { refillAttachmentQueue } from './attachmentQueue.ts';
import { writeCaseDue } from './caseDue.ts';
import { sameKeys, writeSearchKeys } from './caseSearch.ts';
import { type DeskReader, type DeskWriter, inTransaction } from './connection.ts';
import { readCaseEvents } from './journal.ts';
import { type CaseProjection, projectCase } from './projectCase.ts';
import {
  CONTACT_PROJECTIONS,
  type DeskEventPlace,
  writeContactProjection,
} from './projectContacts.ts';
import { type DeskStore, type WriteResult, writeDesk } from './store.ts';

/** Positions of the first event that makes up the difference, for a new case its opening, and of the last. */
export interface CaseSpan {
  readonly opened: number;
  readonly last: number;
}

/**
 * Brings lists and search up to a case's new state, in the transaction that appended its events.
 * Writes only what differs from the state before, since each touched page costs the save.
 * @param before the state that the stored rows were made from; null when the case has none yet
 * @param span where the events between the two states stand
 */
export function writeCaseProjection(
  writer: DeskWriter,
  before: CaseState | null,
  after: CaseState,
  span: CaseSpan,
): void {
  const old = before && projectCase(before);
  const now = projectCase(after);
  if (old === null) insertCase(writer, now, span);
  else updateCase(writer, now, span.last);
  if (old === null || !sameKeys(old.searchKeys, now.searchKeys)) writeSearchKeys(writer, now);
  writeCaseDue(writer, before, after);
  if (old === null || !sameOfPerson(old, now)) {
    refreshBeneficiary(writer, now.beneficiaryId);
  }
}

function insertCase(writer: DeskWriter, now: CaseProjection, span: CaseSpan): void {
  writer
    .statement(
      `INSERT INTO beneficiary (beneficiary_id, name, name_key) VALUES (?, '', '')
       ON CONFLICT (beneficiary_id) DO NOTHING`,
    )
    .run(now.beneficiaryId);
  writer
    .statement(
      `INSERT INTO case_summary (status, applicant_name, name_key, id_number, id_masked, birth_date,
         mobile, progress, updated_at, submitted_at, reply_not_before, declaration_void,
         category, supports, last_position, case_id, reference, beneficiary_id, opened_at,
         opened_day, opened_position)
       VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
    )
    .run(
      ...changingColumns(now, span.last),
      now.caseId,
      now.reference,
      now.beneficiaryId,
      now.openedAt,
      now.openedDay,
      span.opened,
    );
}

function updateCase(writer: DeskWriter, now: CaseProjection, last: number): void {
  writer
    .statement(
      `UPDATE case_summary SET status = ?, applicant_name = ?, name_key = ?, id_number = ?,
         id_masked = ?, birth_date = ?, mobile = ?, progress = ?, updated_at = ?, submitted_at = ?,
         reply_not_before = ?, declaration_void = ?, category = ?, supports = ?, last_position = ?
       WHERE case_id = ?`,
    )
    .run(...changingColumns(now, last), now.caseId);
}

function changingColumns(now: CaseProjection, last: number): readonly unknown[] {
  const { applicant } = now;
  return [
    now.status,
    applicant.name,
    applicant.nameKey,
    applicant.idNumber,
    now.idMasked,
    applicant.birthDate,
    applicant.mobile,
    JSON.stringify(now.progress),
    now.updatedAt,
    now.submittedAt,
    now.replyNotBefore,
    now.declarationVoid ? 1 : 0,
    now.category,
    now.supports,
    last,
  ];
}

/** Whether the person's own row stays as it is. */
function sameOfPerson(left: CaseProjection, right: CaseProjection): boolean {
  return (
    JSON.stringify(left.applicant) === JSON.stringify(right.applicant) &&
    left.category === right.category &&
    left.isOver === right.isOver
  );
}

/**
 * A beneficiary is who the case opened last says that they are, among those that name them: a
 * function of the stored cases alone, so that rebuilding in another order gives the same row.
 */
function refreshBeneficiary(writer: DeskWriter, beneficiaryId: BeneficiaryId): void {
  writer
    .statement(
      `UPDATE beneficiary SET
         (name, name_key, id_number, birth_date, mobile) =
           (SELECT applicant_name, name_key, id_number, birth_date, mobile FROM case_summary
            WHERE beneficiary_id = ?1 ORDER BY applicant_name = '', opened_position DESC LIMIT 1),
         (latest_opened, case_count, open_count) =
           (SELECT max(opened_position), count(*),
              count(*) FILTER (WHERE status NOT IN (SELECT value FROM json_each(?2)))
            FROM case_summary WHERE beneficiary_id = ?1),
         category = coalesce(
           (SELECT category FROM case_summary WHERE beneficiary_id = ?1 AND category <> ''
            ORDER BY opened_position DESC LIMIT 1), '')
       WHERE beneficiary_id = ?1`,
    )
    .run({ 1: beneficiaryId, 2: OVER });
}

const OVER = JSON.stringify(CaseStatus.options.filter(isOver));

/** Brings the list of people, contacts and complaints up to an event of the desk itself. */
export function writeDeskProjection(
  writer: DeskWriter,
  header: DeskEventPlace,
  payload: unknown,
): void {
  writeContactProjection(writer, header, payload);
  if (header.kind !== 'representativeAdded') return;
  const added = DESK_EVENT_PAYLOADS.representativeAdded.parse(payload);
  writer
    .statement(
      `INSERT INTO person (actor_id, display_name, role, public_key, added_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (actor_id) DO UPDATE SET display_name = excluded.display_name,
         role = excluded.role, public_key = excluded.public_key`,
    )
    .run(added.actorId, added.displayName, added.role, added.publicKey, header.at);
}

/**
 * Makes every projection anew from the journal, in one transaction: after a restore, and wherever
 * they are in doubt.
 */
export function rebuildProjections(store: DeskStore): WriteResult<void> {
  store.caseStates.clear();
  return writeDesk(store, (writer) => {
    emptyProjections(writer);
    rebuildDeskProjections(writer);
    for (const span of readCaseSpans(writer)) rebuildCase(writer, span);
    endRebuilding(writer);
  });
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
  const spans = readCaseSpans(reader);
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
  refillAttachmentQueue(writer);
  writer.statement('DELETE FROM setting WHERE name = ?').run(REBUILD_WANTED);
}

function emptyProjections(writer: DeskWriter): void {
  for (const table of [
    ...CONTACT_PROJECTIONS,
    'case_due',
    'case_search',
    'case_summary',
    'beneficiary',
    'person',
  ]) {
    writer.statement(`DELETE FROM ${table}`).run();
  }
}

function rebuildDeskProjections(writer: DeskWriter): void {
  for (const event of readDeskEvents(writer)) {
    writeDeskProjection(writer, event, JSON.parse(event.payload));
  }
}

function rebuildCase(writer: DeskWriter, { caseId, ...span }: StoredSpan): void {
  const state = replayCase(readCaseEvents(writer, CaseId.parse(caseId), span.last));
  if (state) writeCaseProjection(writer, null, state, span);
}

function readDeskEvents(
  db: DeskReader,
): readonly (DeskEventPlace & { readonly payload: string })[] {
  return db
    .statement<DeskEventPlace & { readonly payload: string }>(
      `SELECT kind, at, actor_id AS actorId, position, payload FROM journal
       WHERE case_id IS NULL AND payload IS NOT NULL ORDER BY position`,
    )
    .all();
}

interface StoredSpan extends CaseSpan {
  readonly caseId: string;
}

function readCaseSpans(db: DeskReader): readonly StoredSpan[] {
  return db
    .statement<StoredSpan>(
      `SELECT case_id AS caseId, min(position) AS opened, max(position) AS last FROM journal
       WHERE case_id IS NOT NULL GROUP BY case_id ORDER BY opened`,
    )
    .all();
}
