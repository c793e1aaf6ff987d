import { DESK_EVENT_PAYLOADS } from '#shared/domain/case/caseEvent.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { leaveBeneficiary, putBeneficiary, refreshBeneficiary } from './beneficiaryRow.ts';
import type { CasePlace } from './caseArrivals.ts';
import { writeCaseDue } from './caseDue.ts';
import { insertCaseRow, updateCaseRow } from './caseRow.ts';
import type { DeskReader, DeskWriter } from './connection.ts';
import { putKnownPerson } from './knownPeople.ts';
import { type CaseProjection, projectCase } from './projectCase.ts';
import { type DeskEventPlace, writeContactProjection } from './projectContacts.ts';
import { putPublishedReference } from './publishedReference.ts';
import { indexSearchKeys, sameKeys, writeSearchKeys } from './searchKeys.ts';

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
  const now = projectionOf(after);
  const old = before && projectionOf(before);
  if (old?.beneficiaryId !== now.beneficiaryId) putBeneficiary(writer, now.beneficiaryId);
  if (old === null) insertCaseRow(writer, now, place);
  else updateCaseRow(writer, old, now, place);
  if (old === null || !sameKeys(old.searchKeys, now.searchKeys)) writeSearchKeys(writer, now);
  writeCaseDue(writer, before, after);
  if (old === null || !sameOfPerson(old, now)) refreshBeneficiary(writer, now.beneficiaryId);
  for (const left of new Set([old?.beneficiaryId, after.known.openedFor])) {
    if (left !== undefined) leaveBeneficiary(writer, left, now.beneficiaryId);
  }
}

/** A state that was saved is the state before of the next save: it is projected once. */
const projections = new WeakMap<CaseState, CaseProjection>();

function projectionOf(state: CaseState): CaseProjection {
  const known = projections.get(state);
  if (known) return known;
  const made = projectCase(state);
  projections.set(state, made);
  return made;
}

/** The rows of a case that has none yet; `refreshBeneficiary` is to follow once all of them stand. */
export function writeNewCase(writer: DeskWriter, state: CaseState, place: CasePlace): void {
  const now = projectCase(state);
  putBeneficiary(writer, now.beneficiaryId);
  insertCaseRow(writer, now, place);
  indexSearchKeys(writer, now, place.opened);
  writeCaseDue(writer, null, state);
  leaveBeneficiary(writer, state.known.openedFor, now.beneficiaryId);
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
  // A complaint is answered by headquarters alone: a laptop that says so is not believed.
  if (header.kind === 'complaintAnswered' && !isHub) return;
  const { kind, at, actorId } = header;
  writeContactProjection(writer, { kind, at, actorId, position: 0 }, payload);
}
