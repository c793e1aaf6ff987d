import { EventHeader } from '#shared/domain/case/caseEvent.ts';
import type { Sha256Hex } from '#shared/domain/identity.ts';
import { hexOf } from '#shared/protocol/bytes.ts';
import { canonicalText } from '#shared/protocol/chain.ts';
import type { ReceivedEvent } from '#shared/protocol/sync/batch.ts';
import { WireHeader } from '#shared/protocol/sync/batchEvent.ts';
import type { HubReader, HubWriter } from './connection.ts';
import { BinaryRows, CopyIn } from './copyRows.ts';

/** An event as it lies in headquarters' journal. */
export interface StoredHubEvent extends ReceivedEvent {
  readonly position: number;
}

const COPY_JOURNAL = `COPY journal (position, event_id, device_id, epoch, seq, at, hlc, actor_id,
  case_id, kind, form_version, base, payload_hash, previous_hash, header_hash, header_extra, salt,
  payload) FROM STDIN (FORMAT binary)`;
const COLUMNS = 18;
const KNOWN_FIELDS = new Set(Object.keys(EventHeader.shape));

/**
 * Appends events of one device and epoch, whose chain the caller has locked and checked, for one
 * branch. From here to the commit no other transaction appends, so that positions have no gap and a
 * reader that sees one sees all before it. Call it last: what follows makes others wait.
 * @returns the position of the first
 */
export async function appendStretch(
  writer: HubWriter,
  { events, branchOfficeId, enteredAt }: NewStretch,
): Promise<number> {
  const [first] = events;
  const last = events.at(-1);
  if (!first || !last) throw new RangeError('nothing to append');
  const [taken] = await writer.query<{ readonly position: number }>(
    'UPDATE journal_head SET position = position + $1 RETURNING position',
    [events.length],
  );
  if (!taken) throw new TypeError('a journal without its head');
  const firstPosition = taken.position - events.length + 1;
  await copyEvents(writer, events, firstPosition);
  await writer.query(
    `INSERT INTO stretch (first_position, last_position, device_id, epoch, first_seq, last_seq,
       branch_office_id, entered_at) VALUES ($1,$2,$3,$4,$5,$6,$7,$8)`,
    [
      firstPosition,
      taken.position,
      first.header.deviceId,
      first.header.epoch,
      first.header.seq,
      last.header.seq,
      branchOfficeId,
      enteredAt,
    ],
  );
  return firstPosition;
}

/** The rows of these events alone, from a position on: the head has moved, the stretch is yet to be written. */
export function copyEvents(
  writer: HubWriter,
  events: readonly ReceivedEvent[],
  firstPosition: number,
): Promise<void> {
  return writer.copy(new CopyIn(COPY_JOURNAL, rowsOf(events, firstPosition)));
}

export interface NewStretch {
  /** At least one, in the order of their sequence. */
  readonly events: readonly ReceivedEvent[];
  /** Whose feed they belong to; null for headquarters' own affairs. */
  readonly branchOfficeId: string | null;
  readonly enteredAt: string;
}

function rowsOf(events: readonly ReceivedEvent[], firstPosition: number): Buffer {
  const rows = new BinaryRows();
  for (const [index, { header, headerHash, salt, payload }] of events.entries()) {
    rows.row(COLUMNS);
    rows.bigint(firstPosition + index);
    rows.uuid(header.eventId);
    rows.uuid(header.deviceId);
    rows.int(header.epoch);
    rows.int(header.seq);
    rows.instant(Date.parse(header.at));
    rows.text(header.hlc);
    rows.uuid(header.actorId);
    rows.uuid(header.caseId);
    rows.text(header.kind);
    rows.text(header.formVersion);
    rows.uuid(header.base);
    rows.hex(header.payloadHash);
    rows.hex(header.previousHash);
    rows.hex(headerHash);
    rows.text(extraOf(header));
    rows.bytes(salt);
    rows.text(payload);
  }
  return rows.finish();
}

/** Header fields that this version does not know, kept so that the header's hash can be made again. */
function extraOf(header: WireHeader): string | null {
  // All that is known is in every header.
  if (Object.keys(header).length === KNOWN_FIELDS.size) return null;
  const unknown = Object.entries(header).filter(([field]) => !KNOWN_FIELDS.has(field));
  return unknown.length === 0 ? null : canonicalText(Object.fromEntries(unknown));
}

interface JournalRow {
  readonly position: number;
  readonly event_id: string;
  readonly device_id: string;
  readonly epoch: number;
  readonly seq: number;
  readonly at: Date;
  readonly hlc: string;
  readonly actor_id: string;
  readonly case_id: string | null;
  readonly kind: string;
  readonly form_version: string | null;
  readonly base: string | null;
  readonly payload_hash: Buffer;
  readonly previous_hash: Buffer;
  readonly header_hash: Buffer;
  readonly header_extra: string | null;
  readonly salt: Buffer | null;
  readonly payload: string | null;
}

/** Events after a position in the order of their commits, at most `limit`. */
export async function readHubJournal(
  db: HubReader,
  afterPosition: number,
  limit: number,
): Promise<readonly StoredHubEvent[]> {
  const rows = await db.query<JournalRow>(
    'SELECT * FROM journal WHERE position > $1 ORDER BY position LIMIT $2',
    [afterPosition, limit],
  );
  return rows.map(storedEvent);
}

/** Events of one run of positions, both ends included, in their order. */
export async function readPositions(
  db: HubReader,
  first: number,
  last: number,
): Promise<readonly StoredHubEvent[]> {
  const rows = await db.query<JournalRow>(
    'SELECT * FROM journal WHERE position BETWEEN $1 AND $2 ORDER BY position',
    [first, last],
  );
  return rows.map(storedEvent);
}

/** The hash of the header at a position; null where the journal does not reach. */
export async function findHashAt(db: HubReader, position: number): Promise<string | null> {
  const [row] = await db.query<{ readonly header_hash: Buffer }>(
    'SELECT header_hash FROM journal WHERE position = $1',
    [position],
  );
  return row ? hexOf(row.header_hash) : null;
}

/** The last position and the hash that stands there; position 0 in an empty journal. */
export async function journalHead(
  db: HubReader,
): Promise<{ readonly position: number; readonly headerHash: string | null }> {
  const [row] = await db.query<{ readonly position: number; readonly header_hash: Buffer }>(
    'SELECT position, header_hash FROM journal ORDER BY position DESC LIMIT 1',
  );
  return row
    ? { position: row.position, headerHash: hexOf(row.header_hash) }
    : { position: 0, headerHash: null };
}

/** All that headquarters holds of these cases, in the order in which it came. */
export async function readHubCases(
  db: HubReader,
  caseIds: readonly string[],
): Promise<readonly StoredHubEvent[]> {
  const rows = await db.query<JournalRow>(
    'SELECT * FROM journal WHERE case_id = ANY($1::uuid[]) ORDER BY case_id, position',
    [caseIds],
  );
  return rows.map(storedEvent);
}

export interface ChangedCases {
  /** The last position that was looked at; the one asked after where nothing follows. */
  readonly through: number;
  /** The cases that changed, with the branch that they came from. */
  readonly caseBranches: ReadonlyMap<string, string>;
}

/**
 * Which cases the laptops' events after a position belong to, at most `limit` events further. What
 * headquarters itself appends to a case makes its row true in the same transaction.
 */
export async function changedCases(
  db: HubReader,
  afterPosition: number,
  limit: number,
  hubId: string,
): Promise<ChangedCases> {
  // Where this look ends comes first: what is appended between the two questions waits for the next.
  const [head] = await db.query<{ readonly through: number }>(
    'SELECT least(position, $1::bigint + $2) AS through FROM journal_head',
    [afterPosition, limit],
  );
  const through = head?.through ?? afterPosition;
  const rows = await db.query<{ readonly id: string; readonly branch: string | null }>(
    `WITH first AS (
       SELECT coalesce(max(first_position), 0) AS position FROM stretch WHERE first_position <= $1 + 1)
     SELECT DISTINCT j.case_id AS id, s.branch_office_id AS branch
     FROM first JOIN stretch s ON s.first_position >= first.position AND s.first_position <= $2
       JOIN journal j ON j.position BETWEEN s.first_position AND s.last_position
     WHERE j.position > $1 AND j.position <= $2 AND j.case_id IS NOT NULL AND s.device_id <> $3`,
    [afterPosition, through, hubId],
  );
  return {
    through,
    caseBranches: new Map(
      rows.flatMap(({ id, branch }) => (branch === null ? [] : [[id, branch] as const])),
    ),
  };
}

/** The hash of the header in this place of a device's journal; null where headquarters holds none. */
export async function findHeaderHash(
  db: HubReader,
  deviceId: string,
  epoch: number,
  seq: number,
): Promise<string | null> {
  const [row] = await db.query<{ readonly header_hash: Buffer }>(
    `SELECT j.header_hash FROM stretch s
     JOIN journal j ON j.position = s.first_position + ($3 - s.first_seq)
     WHERE s.device_id = $1 AND s.epoch = $2 AND s.first_seq <= $3 AND s.last_seq >= $3`,
    [deviceId, epoch, seq],
  );
  return row ? hexOf(row.header_hash) : null;
}

/** Every row was checked before it was written: only fields of later versions are looked at again. */
function storedEvent(row: JournalRow): StoredHubEvent {
  const known = {
    eventId: row.event_id,
    deviceId: row.device_id,
    epoch: row.epoch,
    seq: row.seq,
    at: row.at.toISOString(),
    hlc: row.hlc,
    actorId: row.actor_id,
    caseId: row.case_id,
    kind: row.kind,
    formVersion: row.form_version,
    base: row.base,
    payloadHash: row.payload_hash.toString('hex'),
    previousHash: row.previous_hash.toString('hex'),
  };
  return {
    position: row.position,
    header: row.header_extra === null ? (known as WireHeader) : withExtra(known, row.header_extra),
    headerHash: row.header_hash.toString('hex') as Sha256Hex,
    salt: row.salt === null ? null : new Uint8Array(row.salt),
    payload: row.payload,
  };
}

function withExtra(known: object, text: string): WireHeader {
  const extra: unknown = JSON.parse(text);
  return WireHeader.parse({ ...(typeof extra === 'object' ? extra : {}), ...known });
}
