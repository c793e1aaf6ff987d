import type { HubContext } from '../context.ts';
import { actorOf } from '../dispatcher/actorOf.ts';
import { hqImplementer } from '../dispatcher/implementer.ts';
import * as inquiries from './inquiryService.ts';
import * as referrals from './referralService.ts';
import { asMaySee } from './studyConfidence.ts';
import * as studies from './studyService.ts';

const { study, referrals: referral, inquiries: inquiry } = hqImplementer;

/** The procedures of the study. */
export function studyRoutes(hub: HubContext) {
  return {
    list: study.list.handler(({ context, input }) =>
      studies.listStudies(hub, actorOf(context), input),
    ),
    open: study.open.handler(async ({ context, input }) =>
      asMaySee(context, await studies.openStudy(hub, input.caseId)),
    ),
    assign: study.assign.handler(({ context, input }) =>
      studies.assignStudy(hub, actorOf(context), input),
    ),
    begin: study.begin.handler(({ context, input }) =>
      studies.beginStudy(hub, actorOf(context), input),
    ),
    declareConflict: study.declareConflict.handler(({ context, input }) =>
      studies.declareConflict(hub, actorOf(context), input),
    ),
    addNote: study.addNote.handler(({ context, input }) =>
      studies.addStudyNote(hub, actorOf(context), input),
    ),
    scheduleVisit: study.scheduleVisit.handler(({ context, input }) =>
      studies.scheduleVisit(hub, actorOf(context), input),
    ),
    cancelVisit: study.cancelVisit.handler(({ context, input }) =>
      studies.cancelVisit(hub, actorOf(context), input),
    ),
    recordVisit: study.recordVisit.handler(({ context, input }) =>
      studies.recordVisit(hub, actorOf(context), input),
    ),
    requestMore: study.requestMore.handler(({ context, input }) =>
      studies.requestMore(hub, actorOf(context), input),
    ),
    withdrawMore: study.withdrawMore.handler(({ context, input }) =>
      studies.withdrawMore(hub, actorOf(context), input),
    ),
    answerMore: study.answerMore.handler(({ context, input }) =>
      studies.answerMore(hub, actorOf(context), input),
    ),
    report: study.report.handler(({ context, input }) =>
      studies.reportStudy(hub, actorOf(context), input),
    ),
    resume: study.resume.handler(({ context, input }) =>
      studies.resumeStudy(hub, actorOf(context), input),
    ),
    reopen: study.reopen.handler(async ({ context, input }) =>
      asMaySee(context, await studies.reopenCase(hub, actorOf(context), input)),
    ),
  };
}

/** The procedures of questions to the social-research officer (P33). */
export function referralRoutes(hub: HubContext) {
  return {
    list: referral.list.handler(({ input }) => referrals.referralsOf(hub, input)),
    refer: referral.refer.handler(async ({ context, input }) =>
      asMaySee(context, await referrals.referCase(hub, actorOf(context), input)),
    ),
    addQuestion: referral.addQuestion.handler(async ({ context, input }) =>
      asMaySee(context, await referrals.addReferralQuestion(hub, actorOf(context), input)),
    ),
    answer: referral.answer.handler(({ context, input }) =>
      referrals.answerReferral(hub, actorOf(context), input),
    ),
    withdraw: referral.withdraw.handler(async ({ context, input }) =>
      asMaySee(context, await referrals.withdrawReferral(hub, actorOf(context), input)),
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
  };
}
