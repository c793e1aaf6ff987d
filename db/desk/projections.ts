import { replayMerged } from '#shared/domain/case/canonicalOrder.ts';
import { isOver } from '#shared/domain/case/caseDue.ts';
import { DESK_EVENT_PAYLOADS } from '#shared/domain/case/caseEvent.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import type { BeneficiaryId, CaseId } from '#shared/domain/identity.ts';
import { refillAttachmentQueue } from './attachmentQueue.ts';
import { type CasePlace, type PlacedCase, placedCases } from './caseArrivals.ts';
import { writeCaseDue } from './caseDue.ts';
import { sameKeys, writeSearchKeys } from './caseSearch.ts';
import { type DeskReader, type DeskWriter, inTransaction } from './connection.ts';
import { readCaseEvents } from './journal.ts';
import { putKnownPerson } from './knownPeople.ts';
import { type CaseProjection, projectCase } from './projectCase.ts';
import {
  CONTACT_PROJECTIONS,
  type DeskEventPlace,
  writeContactProjection,
} from './projectContacts.ts';
import { putPublishedReference } from './publishedReference.ts';
import { type DeskStore, type WriteResult, writeDesk } from './store.ts';

/** Positions in this laptop's own journal; null where it holds nothing of the case. */
export interface CaseSpan {
  /** Of the first event that makes up the difference; for a new case its opening. */
  readonly opened: number | null;
  /** Of the case's last event. */
  readonly own: number | null;
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
  { opened, own }: CaseSpan,
): void {
  const greatest = greatestPlaces(writer);
  writeCaseRows(writer, before, after, {
    opened: Math.max(greatest.opened + 1, opened ?? 0),
    last: Math.max(greatest.last + 1, own ?? 0),
    own,
  });
}

/** The last place that was given to a case in either order; 0 before the first. */
export function greatestPlaces(db: DeskReader): Pick<CasePlace, 'opened' | 'last'> {
  return (
    db
      .statement<Pick<CasePlace, 'opened' | 'last'>>(
        `SELECT coalesce(max(opened_position), 0) AS opened,
           (SELECT coalesce(max(last_position), 0) FROM case_summary) AS last FROM case_summary`,
      )
      .get() ?? { opened: 0, last: 0 }
  );
}

/** The same where the places are known. @param place its `opened` counts for a new case alone */
export function writeCaseRows(
  writer: DeskWriter,
  before: CaseState | null,
  after: CaseState,
  place: CasePlace,
): void {
  const old = before && projectCase(before);
  const now = projectCase(after);
  if (old === null) insertCase(writer, now, place);
  else {
    if (old.beneficiaryId !== now.beneficiaryId) beginBeneficiary(writer, now.beneficiaryId);
    updateCase(writer, now, place);
  }
  if (old === null || !sameKeys(old.searchKeys, now.searchKeys)) writeSearchKeys(writer, now);
  writeCaseDue(writer, before, after);
  if (old === null || !sameOfPerson(old, now)) {
    refreshBeneficiary(writer, now.beneficiaryId);
  }
  for (const left of new Set([old?.beneficiaryId, after.known.openedFor])) {
    if (left !== undefined && left !== now.beneficiaryId) leaveBeneficiary(writer, left, now);
  }
}

function insertCase(writer: DeskWriter, now: CaseProjection, place: CasePlace): void {
  beginBeneficiary(writer, now.beneficiaryId);
  writer
    .statement(
      `INSERT INTO case_summary (status, applicant_name, name_key, id_number, id_masked, birth_date,
         mobile, progress, updated_at, submitted_at, reply_not_before, declaration_void,
         category, supports, last_position, own_position, case_id, reference, beneficiary_id,
         opened_at, opened_day, opened_position)
       VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
    )
    .run(
      ...changingColumns(now, place),
      now.caseId,
      freeReference(writer, now),
      now.beneficiaryId,
      now.openedAt,
      now.openedDay,
      place.opened,
    );
}

function beginBeneficiary(writer: DeskWriter, beneficiaryId: BeneficiaryId): void {
  writer
    .statement(
      `INSERT INTO beneficiary (beneficiary_id, name, name_key) VALUES (?, '', '')
       ON CONFLICT (beneficiary_id) DO NOTHING`,
    )
    .run(beneficiaryId);
}

/**
 * The case turned out to be of somebody who was known: a file that has no case left is none, and the
 * contacts that stood on it go along.
 */
function leaveBeneficiary(
  writer: DeskWriter,
  left: BeneficiaryId,
  { beneficiaryId }: CaseProjection,
): void {
  const hasCases = writer
    .statement('SELECT 1 FROM case_summary WHERE beneficiary_id = ? LIMIT 1')
    .get(left);
  if (hasCases !== undefined) return refreshBeneficiary(writer, left);
  writer.statement('DELETE FROM beneficiary WHERE beneficiary_id = ?').run(left);
  for (const table of ['contact', 'complaint']) {
    writer
      .statement(`UPDATE ${table} SET beneficiary_id = ? WHERE beneficiary_id = ?`)
      .run(beneficiaryId, left);
  }
}

/**
 * Two laptops that were given one lane before they were enrolled may have given one reference twice:
 * the later is told apart in lists, and keeps its own in the case.
 */
function freeReference(db: DeskReader, { reference }: CaseProjection): string {
  const isTaken = (text: string) =>
    db.statement('SELECT 1 FROM case_summary WHERE reference = ?').get(text) !== undefined;
  let free = reference;
  for (let copy = 2; isTaken(free); copy += 1) free = `${reference} (${copy})`;
  return free;
}

function updateCase(writer: DeskWriter, now: CaseProjection, place: CasePlace): void {
  writer
    .statement(
      `UPDATE case_summary SET status = ?, applicant_name = ?, name_key = ?, id_number = ?,
         id_masked = ?, birth_date = ?, mobile = ?, progress = ?, updated_at = ?, submitted_at = ?,
         reply_not_before = ?, declaration_void = ?, category = ?, supports = ?, last_position = ?,
         own_position = ?, beneficiary_id = ?
       WHERE case_id = ?`,
    )
    .run(...changingColumns(now, place), now.beneficiaryId, now.caseId);
}

function changingColumns(
  now: CaseProjection,
  { last, own }: Pick<CasePlace, 'last' | 'own'>,
): readonly unknown[] {
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
    own,
  ];
}

/** Whether the person's own row stays as it is. */
function sameOfPerson(left: CaseProjection, right: CaseProjection): boolean {
  return (
    JSON.stringify(left.applicant) === JSON.stringify(right.applicant) &&
    left.category === right.category &&
    left.beneficiaryId === right.beneficiaryId &&
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
 * What an event of no case that came from elsewhere means here: who works at another laptop, and its
 * contacts; forms, rules and settings that headquarters has published. Its complaints stay there and with headquarters.
 * @param payload one that this version can read
 */
export function writeForeignProjection(
  writer: DeskWriter,
  header: Pick<DeskEventPlace, 'kind' | 'at' | 'actorId'>,
  payload: unknown,
  isHub: boolean,
): void {
  if (header.kind === 'referencePublished') {
    // A laptop that publishes in headquarters' name is not believed.
    if (isHub) putPublishedReference(writer, header, payload);
    return;
  }
  if (header.kind === 'representativeAdded') {
    const { actorId, displayName, publicKey } =
      DESK_EVENT_PAYLOADS.representativeAdded.parse(payload);
    putKnownPerson(writer, {
      actorId,
      displayName,
      publicKey,
      atHeadquarters: false,
      since: header.at,
    });
    return;
  }
  const { kind, at, actorId } = header;
  writeContactProjection(writer, { kind, at, actorId, position: 0 }, payload);
}

/**
 * Makes every projection anew from the journal and from what came from elsewhere, in one transaction:
 * after a restore, and wherever they are in doubt.
 */
export function rebuildProjections(store: DeskStore): WriteResult<void> {
  store.caseStates.clear();
  return writeDesk(store, (writer) => {
    emptyProjections(writer);
    rebuildDeskProjections(writer);
    for (const place of placedCases(writer)) rebuildCase(writer, place);
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
  refillAttachmentQueue(writer);
  writer.statement('DELETE FROM setting WHERE name = ?').run(REBUILD_WANTED);
}

function emptyProjections(writer: DeskWriter): void {
  for (const table of [
    ...CONTACT_PROJECTIONS,
    'case_due',
    'case_unopened',
    'case_search',
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
  if (state) writeCaseRows(writer, null, state, place);
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
