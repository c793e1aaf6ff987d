import type { z } from 'zod';
import { nextNumbers } from '#db/hub/cases.ts';
import {
  type ComplaintRow,
  countOpenComplaints,
  findComplaint,
  listComplaints,
} from '#db/hub/complaints.ts';
import { type HubReader, writeHub } from '#db/hub/connection.ts';
import { appendHubEvents } from '#db/hub/hubEvents.ts';
import { listHqPeople, listNamesOf } from '#db/hub/people.ts';
import type { HqComplaint, hqComplaintsContract } from '#shared/contracts/hq/complaints.ts';
import { isoDate, riyadhDayNumber } from '#shared/domain/calendar/dayNumber.ts';
import { complaintDueDay, formatComplaintNumber } from '#shared/domain/contacts/complaintClock.ts';
import { CONTACT_EVENT_PAYLOADS, ComplaintId } from '#shared/domain/contacts/contactEvents.ts';
import { type HqRole } from '#shared/domain/hub/hqPermission.ts';
import { HUB_EVENT_PAYLOADS } from '#shared/domain/hub/hubEvent.ts';
import { type ActorId, type IsoDay } from '#shared/domain/identity.ts';
import type { HubContext } from '../context.ts';
import { riyadhToday } from '../decisions/releaseDecisions.ts';
import { HqError } from '../dispatcher/hqError.ts';

type Input<Name extends keyof typeof hqComplaintsContract> = z.output<
  NonNullable<(typeof hqComplaintsContract)[Name]['~orpc']['inputSchema']>
>;

/** Whoever asks. */
export interface ComplaintReader {
  readonly personId: ActorId;
  readonly displayName: string;
  readonly roles: readonly HqRole[];
}

/** Headquarters' own series of numbers stands where a branch and its lane do. */
const OWN_SERIES = { branch: 'HQ', lane: '00' } as const;

export async function complaintsOf(hub: HubContext, reader: ComplaintReader, input: Input<'list'>) {
  const today = riyadhToday(hub);
  const { view, offset, limit } = input;
  const [rows, { open, overdue }, people] = await Promise.all([
    listComplaints(hub.db, reader.personId, view, { offset, limit: limit + 1 }),
    countOpenComplaints(hub.db, today),
    listHqPeople(hub.db),
  ]);
  return {
    complaints: await shown(hub.db, rows.slice(0, limit), today),
    next: rows.length > limit ? offset + limit : null,
    open,
    overdue,
    people: people
      .filter(({ active, personId }) => active && personId !== reader.personId)
      .map(({ personId, displayName }) => ({ personId, displayName })),
  };
}

/** @throws HqError `notFound`, the same whether it is not there or names whoever asks */
export async function openComplaint(
  hub: HubContext,
  { personId }: ComplaintReader,
  complaintId: ComplaintId,
): Promise<HqComplaint> {
  const row = await findComplaint(hub.db, personId, complaintId);
  const [complaint] = row === null ? [] : await shown(hub.db, [row], riyadhToday(hub));
  if (complaint === undefined) throw new HqError('notFound');
  return complaint;
}

/** @throws HqError `inputInvalid` when it names nobody of headquarters, or whoever writes it down */
export async function recordComplaint(
  hub: HubContext,
  reader: ComplaintReader,
  input: Input<'record'>,
): Promise<HqComplaint> {
  const { against, name, phone, ...said } = input;
  const people = await listHqPeople(hub.db);
  const isKnown = against === null || people.some(({ personId }) => personId === against);
  if (!isKnown || against === reader.personId) throw new HqError('inputInvalid');
  const complaintId = ComplaintId.parse(hub.ids.uuid());
  const today = riyadhToday(hub);
  const day = riyadhDayNumber(hub.clock.now());
  const { periods, calendar } = hub.reference.settings;
  const year = Number(today.slice(0, 4));
  await writeHub(hub.db, async (writer) => {
    const [counter = 0] = await nextNumbers(writer, `complaint ${year}`, 1);
    const payload = {
      ...said,
      complaintId,
      number: formatComplaintNumber({ ...OWN_SERIES, year, counter }),
      who: { beneficiaryId: null, name, phone },
      caseId: null,
      against,
      recordedOn: today,
      dueBy: isoDate(complaintDueDay(day, periods, calendar)),
    };
    const actorId = reader.personId;
    await appendHubEvents(writer, hub, [{ kind: 'complaintRecorded', actorId, payload }]);
  });
  return openComplaint(hub, reader, complaintId);
}

/**
 * Answers for the first time, or as the director after an appeal; the branch that recorded it hears of it.
 * @throws HqError `notFound`; `actionNotAllowed` for one that is answered, or whose appeal is the
 * director's; `ownComplaint` for an appeal against one's own answer
 */
export async function answerComplaint(
  hub: HubContext,
  reader: ComplaintReader,
  { complaintId, answer }: Input<'answer'>,
): Promise<HqComplaint> {
  await writeHub(hub.db, async (writer) => {
    const { row, complaint } = await lockedComplaint(hub, writer, reader, complaintId);
    const isAppealed = complaint.appeal?.isOpen === true;
    if (complaint.answer !== null && !isAppealed) throw new HqError('actionNotAllowed');
    if (isAppealed && !reader.roles.includes('director')) throw new HqError('actionNotAllowed');
    if (isAppealed && complaint.answer?.by === reader.displayName)
      throw new HqError('ownComplaint');
    const payload = {
      complaintId,
      answer,
      answeredBy: reader.displayName,
      answeredOn: riyadhToday(hub),
    };
    await appendHubEvents(
      writer,
      hub,
      [{ kind: 'complaintAnswered', actorId: reader.personId, payload }],
      row.branchOfficeId,
    );
  });
  return openComplaint(hub, reader, complaintId);
}

/** Once for a complaint. @throws HqError `notFound`, `actionNotAllowed` before an answer or a second time */
export async function appealComplaint(
  hub: HubContext,
  reader: ComplaintReader,
  { complaintId, reason }: Input<'appeal'>,
): Promise<HqComplaint> {
  await writeHub(hub.db, async (writer) => {
    const { complaint } = await lockedComplaint(hub, writer, reader, complaintId);
    if (complaint.answer === null || complaint.appeal !== null) {
      throw new HqError('actionNotAllowed');
    }
    const payload = { complaintId, reason, appealedOn: riyadhToday(hub) };
    await appendHubEvents(writer, hub, [
      { kind: 'complaintAppealed', actorId: reader.personId, payload },
    ]);
  });
  return openComplaint(hub, reader, complaintId);
}

/** Two who answer at once take turns. */
async function lockedComplaint(
  hub: HubContext,
  writer: HubReader,
  { personId }: ComplaintReader,
  complaintId: ComplaintId,
): Promise<{ readonly row: ComplaintRow; readonly complaint: HqComplaint }> {
  await writer.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [complaintId]);
  const row = await findComplaint(writer, personId, complaintId);
  const [complaint] = row === null ? [] : await shown(writer, [row], riyadhToday(hub));
  if (row === null || complaint === undefined) throw new HqError('notFound');
  return { row, complaint };
}

async function shown(
  db: HubReader,
  rows: readonly ComplaintRow[],
  today: IsoDay,
): Promise<HqComplaint[]> {
  const read = rows.flatMap((row) => {
    const recorded = CONTACT_EVENT_PAYLOADS.complaintRecorded.safeParse(row.recorded);
    return recorded.success ? [{ row, recorded: recorded.data }] : [];
  });
  const actors = read.flatMap(({ row, recorded }) => [
    row.recordedBy,
    ...(recorded.against === null ? [] : [recorded.against as string]),
  ]);
  const devices = read.map(({ row }) => row.deviceId);
  const names = new Map(await listNamesOf(db, [...new Set(actors)], [...new Set(devices)]));
  return read.map(({ row, recorded }) => {
    const { who, against, complaintId, number, channel, about, text, caseId } = recorded;
    const { recordedOn, dueBy } = recorded;
    const answered = CONTACT_EVENT_PAYLOADS.complaintAnswered.safeParse(row.answer);
    const appealed = HUB_EVENT_PAYLOADS.complaintAppealed.safeParse(row.appeal);
    const isOpen = !answered.success || row.isAppealOpen;
    return {
      complaintId,
      number,
      recordedAt: row.recordedAt.toISOString(),
      recordedBy: names.get(row.recordedBy) ?? '',
      branchName: row.branchName,
      channel,
      about,
      text,
      name: who.name === '' ? null : who.name,
      phone: who.phone === '' ? null : who.phone,
      beneficiaryId: who.beneficiaryId,
      caseId,
      against: against === null ? null : (names.get(against) ?? ''),
      recordedOn,
      dueBy,
      isOverdue: isOpen && dueBy < today,
      answer: answered.success
        ? {
            text: answered.data.answer,
            by: answered.data.answeredBy,
            on: answered.data.answeredOn,
          }
        : null,
      appeal: appealed.success
        ? {
            reason: appealed.data.reason,
            on: appealed.data.appealedOn,
            isOpen: row.isAppealOpen,
          }
        : null,
    };
  });
}
