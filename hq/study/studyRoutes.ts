import type { StudyFile } from '#shared/contracts/hq/study.ts';
import { openLapse } from '#shared/domain/case/studyState.ts';
import type { HubContext } from '../context.ts';
import { actorOf } from '../dispatcher/actorOf.ts';
import type { HqCallContext } from '../dispatcher/guard.ts';
import { hqImplementer } from '../dispatcher/implementer.ts';
import { printSlip } from '../papers/countedCopies.ts';
import { printCasePaper } from '../papers/printCasePaper.ts';
import * as inquiries from './inquiryService.ts';
import * as referrals from './referralService.ts';
import { studyAsMaySee } from './studyConfidence.ts';
import * as studies from './studyService.ts';

const { study, referrals: referral, inquiries: inquiry } = hqImplementer;

/** Whatever is done, its answer is the case as whoever did it may see it. */
async function shown(context: HqCallContext, file: Promise<StudyFile>): Promise<StudyFile> {
  return studyAsMaySee(context, await file);
}

/** The procedures of the study. */
export function studyRoutes(hub: HubContext) {
  return {
    list: study.list.handler(({ context, input }) =>
      studies.listStudies(hub, actorOf(context), input),
    ),
    open: study.open.handler(({ context, input }) =>
      shown(context, studies.openStudy(hub, input.caseId)),
    ),
    assign: study.assign.handler(({ context, input }) =>
      shown(context, studies.assignStudy(hub, actorOf(context), input)),
    ),
    begin: study.begin.handler(({ context, input }) =>
      shown(context, studies.beginStudy(hub, actorOf(context), input)),
    ),
    declareConflict: study.declareConflict.handler(({ context, input }) =>
      shown(context, studies.declareConflict(hub, actorOf(context), input)),
    ),
    addNote: study.addNote.handler(({ context, input }) =>
      shown(context, studies.addStudyNote(hub, actorOf(context), input)),
    ),
    scheduleVisit: study.scheduleVisit.handler(({ context, input }) =>
      shown(context, studies.scheduleVisit(hub, actorOf(context), input)),
    ),
    cancelVisit: study.cancelVisit.handler(({ context, input }) =>
      shown(context, studies.cancelVisit(hub, actorOf(context), input)),
    ),
    recordVisit: study.recordVisit.handler(({ context, input }) =>
      shown(context, studies.recordVisit(hub, actorOf(context), input)),
    ),
    requestMore: study.requestMore.handler(({ context, input }) =>
      shown(context, studies.requestMore(hub, actorOf(context), input)),
    ),
    withdrawMore: study.withdrawMore.handler(({ context, input }) =>
      shown(context, studies.withdrawMore(hub, actorOf(context), input)),
    ),
    answerMore: study.answerMore.handler(({ context, input }) =>
      shown(context, studies.answerMore(hub, actorOf(context), input)),
    ),
    report: study.report.handler(({ context, input }) =>
      shown(context, studies.reportStudy(hub, actorOf(context), input)),
    ),
    resume: study.resume.handler(({ context, input }) =>
      shown(context, studies.resumeStudy(hub, actorOf(context), input)),
    ),
    printLapse: study.printLapse.handler(({ context, input }) =>
      printCasePaper(hub, actorOf(context), {
        ...input,
        paper: 'N10',
        subjectOf: (state) => openLapse(state)?.eventId ?? null,
      }),
    ),
    printVisit: study.printVisit.handler(({ context, input: { visitId, ...input } }) =>
      printCasePaper(hub, actorOf(context), {
        ...input,
        paper: 'N6',
        subjectOf: (state) =>
          state.study.visits.find((each) => each.visitId === visitId)?.visitId ?? null,
      }),
    ),
    reopen: study.reopen.handler(({ context, input }) =>
      shown(context, studies.reopenCase(hub, actorOf(context), input)),
    ),
  };
}

/** The procedures of questions to the social-research officer (P33). */
export function referralRoutes(hub: HubContext) {
  return {
    list: referral.list.handler(({ input }) => referrals.referralsOf(hub, input)),
    refer: referral.refer.handler(({ context, input }) =>
      shown(context, referrals.referCase(hub, actorOf(context), input)),
    ),
    addQuestion: referral.addQuestion.handler(({ context, input }) =>
      shown(context, referrals.addReferralQuestion(hub, actorOf(context), input)),
    ),
    answer: referral.answer.handler(({ context, input }) =>
      shown(context, referrals.answerReferral(hub, actorOf(context), input)),
    ),
    withdraw: referral.withdraw.handler(({ context, input }) =>
      shown(context, referrals.withdrawReferral(hub, actorOf(context), input)),
    ),
  };
}

/** The procedures of the same questions on a contact or a lead, before there is a case. */
export function inquiryRoutes(hub: HubContext) {
  return {
    list: inquiry.list.handler(({ input }) => inquiries.inquiriesOf(hub, input)),
    ofLead: inquiry.ofLead.handler(({ input }) => inquiries.inquiriesOfLead(hub, input)),
    refer: inquiry.refer.handler(({ context, input }) =>
      inquiries.referLead(hub, actorOf(context), input),
    ),
    addQuestion: inquiry.addQuestion.handler(({ context, input }) =>
      inquiries.addInquiryQuestion(hub, actorOf(context), input),
    ),
    answer: inquiry.answer.handler(({ context, input }) =>
      inquiries.answerInquiry(hub, actorOf(context), input),
    ),
    withdraw: inquiry.withdraw.handler(({ context, input }) =>
      inquiries.withdrawInquiry(hub, actorOf(context), input),
    ),
    printSlip: inquiry.printSlip.handler(({ context, input }) =>
      printSlip(hub, actorOf(context), input),
    ),
  };
}
