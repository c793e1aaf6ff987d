import {
  type ComplaintReceipt,
  findComplaint,
  findComplaintReceipt,
  listComplaints as listStored,
  type StoredComplaint,
  takeComplaintCounter,
} from '#db/desk/complaints.ts';
import { listDeskPeople } from '#db/desk/people.ts';
import { receiptedThroughPosition } from '#db/desk/queue.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { Complaint, complaintsContract } from '#shared/contracts/complaints.ts';
import { fromDayNumber, isoDate, riyadhDayNumber } from '#shared/domain/calendar/dayNumber.ts';
import { complaintDueDay, formatComplaintNumber } from '#shared/domain/contacts/complaintClock.ts';
import { ComplaintId } from '#shared/domain/contacts/contactEvents.ts';
import type { ActorId, IsoDay } from '#shared/domain/identity.ts';

import type { ContractInput } from './contractInput.ts';
import { complaintReader, correspondentOf } from './correspondents.ts';
import { appendOfDesk } from './deskEvents.ts';
import type { OpenDesk } from './openDesk.ts';

type Input<Name extends keyof typeof complaintsContract> = ContractInput<
  (typeof complaintsContract)[Name]
>;

/**
 * Puts a complaint on the register and into the queue for headquarters, with a number of its own
 * series. Whoever it names may have written it down; they cannot open it afterwards.
 * @throws DeskError `inputInvalid` when it names somebody who is not of this desk
 */
export function recordComplaint(
  desk: OpenDesk,
  input: Input<'record'>,
): { complaintId: ComplaintId; number: string; dueBy: IsoDay } {
  const { store, device } = desk;
  const { against } = input;
  if (against !== null && !peopleOf(desk).some(({ actorId }) => actorId === against)) {
    throw new DeskError('inputInvalid');
  }
  const complaintId = ComplaintId.parse(store.ids.uuid());
  const who = correspondentOf(desk, input.who, input.caseId);
  const day = riyadhDayNumber(store.clock.now());
  const dueBy = dueDay(desk);
  let number = '';
  appendOfDesk(
    desk,
    (writer) => {
      const { year } = fromDayNumber(day, 'gregorian');
      number = formatComplaintNumber({
        branch: device.branchCode,
        lane: device.lane,
        year,
        counter: takeComplaintCounter(writer, year),
      });
      return {
        kind: 'complaintRecorded',
        payload: { ...input, who, complaintId, number, recordedOn: isoDate(day), dueBy },
      };
    },
    ['complaint', 'complaint-who'],
  );
  return { complaintId, number, dueBy };
}

export function complaintForm(desk: OpenDesk) {
  return { people: peopleOf(desk), dueBy: dueDay(desk) };
}

export function listComplaints(
  desk: OpenDesk,
  page: Input<'list'>,
): { complaints: Complaint[]; next: number | null } {
  const { complaints, next } = listStored(desk.store.reader, complaintReader(desk), page);
  return { complaints: complaints.map((complaint) => shown(desk, complaint)), next };
}

/** @throws DeskError `complaintNotShown`, the same whether it is not there or not for this person */
export function getComplaint(desk: OpenDesk, { complaintId }: Input<'get'>): Complaint {
  const found = findComplaint(desk.store.reader, complaintReader(desk), complaintId);
  if (found === null) throw new DeskError('complaintNotShown');
  return shown(desk, found);
}

/** @throws DeskError `complaintNotShown` */
export function complaintReceipt(
  desk: OpenDesk,
  { complaintId }: Input<'receipt'>,
): ComplaintReceipt {
  const found = findComplaintReceipt(desk.store.reader, complaintReader(desk), complaintId);
  if (found === null) throw new DeskError('complaintNotShown');
  return found;
}

function dueDay({ store, reference }: OpenDesk): IsoDay {
  const { periods, calendar } = reference.settings;
  const day = riyadhDayNumber(store.clock.now());
  return isoDate(complaintDueDay(day, periods, calendar));
}

function peopleOf(desk: OpenDesk): { actorId: ActorId; displayName: string }[] {
  return listDeskPeople(desk.store.reader).map(({ actorId, displayName }) => ({
    actorId,
    displayName,
  }));
}

function shown(desk: OpenDesk, stored: StoredComplaint): Complaint {
  const { position, actorId, against, ...complaint } = stored;
  const nameOf = (id: ActorId) =>
    peopleOf(desk).find((person) => person.actorId === id)?.displayName ?? '';
  return {
    ...complaint,
    by: nameOf(actorId),
    against: against === null ? null : nameOf(against),
    receipted: position <= receiptedThroughPosition(desk.store.reader),
  };
}
