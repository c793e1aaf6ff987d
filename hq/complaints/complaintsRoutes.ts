import type { HubContext } from '../context.ts';
import type { HqCallContext } from '../dispatcher/guard.ts';
import { HqError } from '../dispatcher/hqError.ts';
import { hqImplementer } from '../dispatcher/implementer.ts';
import * as service from './complaintsService.ts';

/** The register of complaints at headquarters. */
export function complaintsRoutes(hub: HubContext) {
  const { complaints } = hqImplementer;
  return {
    list: complaints.list.handler(({ context, input }) =>
      service.complaintsOf(hub, readerOf(context), input),
    ),
    open: complaints.open.handler(({ context, input }) =>
      service.openComplaint(hub, readerOf(context), input.complaintId),
    ),
    record: complaints.record.handler(({ context, input }) =>
      service.recordComplaint(hub, readerOf(context), input),
    ),
    answer: complaints.answer.handler(({ context, input }) =>
      service.answerComplaint(hub, readerOf(context), input),
    ),
    appeal: complaints.appeal.handler(({ context, input }) =>
      service.appealComplaint(hub, readerOf(context), input),
    ),
  };
}

/** The guard has let nobody in without a person. */
function readerOf({ visit }: HqCallContext): service.ComplaintReader {
  if (visit.person === null) throw new HqError('notSignedIn');
  return visit.person;
}
