import { findInquiry } from '#db/desk/inquiries.ts';
import { countCopy } from '#db/desk/printedPapers.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { CountedCopy } from '#shared/contracts/declaration.ts';
import { ComplaintId } from '#shared/domain/contacts/contactEvents.ts';
import { complaintReceipt } from './complaintsService.ts';
import type { OpenDesk } from './openDesk.ts';
import { written } from './storeRefusal.ts';

/**
 * Counts one more copy of a paper of no case, before it goes to the printer.
 * @throws DeskError `contactNotFound`, `complaintNotShown` where this person has no such paper
 */
export function printOfNoCase(desk: OpenDesk, copy: CountedCopy): { copy: number } {
  if (copy.paper === 'complaintReceipt') {
    complaintReceipt(desk, { complaintId: ComplaintId.parse(copy.subject) });
  } else if (findInquiry(desk.store.reader, copy.subject) === null) {
    throw new DeskError('contactNotFound');
  }
  return { copy: written(countCopy(desk.store, { ...copy, actorId: desk.person.actorId })) };
}
