import { z } from 'zod';
import { moreItemAnswered, visitRecorded } from '#shared/domain/case/studyEvents.ts';
import { Appended, CaseInput, permitted } from './base.ts';

/** What a branch does for the study of a case at headquarters, and with one that lapsed. */
export const studyWorkContract = {
  /** One item of what headquarters asked for; `inputInvalid` for one that is answered or not asked for. */
  answerMore: permitted('case.write')
    .input(CaseInput.extend(moreItemAnswered.shape))
    .output(Appended),
  /** `inputInvalid` for a day to come, for another visit, and for a visit made without findings. */
  recordVisit: permitted('case.write')
    .input(CaseInput.extend(visitRecorded.shape))
    .output(Appended),
  /** The case goes on where it was, with its whole time anew. */
  reopen: permitted('case.write')
    .input(CaseInput.extend({ reason: z.string().trim().min(1).max(2000) }))
    .output(Appended),
};
