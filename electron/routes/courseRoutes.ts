import { deskImplementer as on } from '#electron/dispatcher/implementer.ts';
import { answerDeferral, fileAppeal } from '#electron/services/appealService.ts';
import * as delivering from '#electron/services/deliveryService.ts';
import {
  answerReturn,
  settleConflict,
  tellDecision,
} from '#electron/services/headquartersService.ts';
import {
  addQuestion,
  answerReferral,
  refer,
  withdrawReferral,
} from '#electron/services/referralService.ts';
import { answerMore, recordVisit, reopenCase } from '#electron/services/studyWorkService.ts';
import { leaveIncomplete, receiveItem } from '#electron/services/waitingService.ts';
import type { DeskParts } from './deskParts.ts';

/** What a case waits for, and what follows on its submission. */
export function courseRoutes({ session }: DeskParts) {
  const desk = () => session.desk();
  return {
    waiting: {
      leaveIncomplete: on.waiting.leaveIncomplete.handler(({ input }) =>
        leaveIncomplete(desk(), input),
      ),
      receiveItem: on.waiting.receiveItem.handler(({ input }) => receiveItem(desk(), input)),
    },
    referral: {
      refer: on.referral.refer.handler(({ input }) => refer(desk(), input)),
      addQuestion: on.referral.addQuestion.handler(({ input }) => addQuestion(desk(), input)),
      answer: on.referral.answer.handler(({ input }) => answerReferral(desk(), input)),
      withdraw: on.referral.withdraw.handler(({ input }) => withdrawReferral(desk(), input)),
    },
    studyWork: {
      answerMore: on.studyWork.answerMore.handler(({ input }) => answerMore(desk(), input)),
      recordVisit: on.studyWork.recordVisit.handler(({ input }) => recordVisit(desk(), input)),
      reopen: on.studyWork.reopen.handler(({ input }) => reopenCase(desk(), input)),
    },
    headquarters: {
      answerReturn: on.headquarters.answerReturn.handler(({ input }) =>
        answerReturn(desk(), input),
      ),
      tellDecision: on.headquarters.tellDecision.handler(({ input }) =>
        tellDecision(desk(), input),
      ),
      settleConflict: on.headquarters.settleConflict.handler(({ input }) =>
        settleConflict(desk(), input),
      ),
    },
    appeals: {
      file: on.appeals.file.handler(({ input }) => fileAppeal(desk(), input)),
      answerDeferral: on.appeals.answerDeferral.handler(({ input }) =>
        answerDeferral(desk(), input),
      ),
    },
    service: {
      completeRegistration: on.service.completeRegistration.handler(({ input }) =>
        delivering.completeRegistration(desk(), input),
      ),
      schedule: on.service.schedule.handler(({ input }) => delivering.schedule(desk(), input)),
      deliver: on.service.deliver.handler(({ input }) => delivering.deliver(desk(), input)),
      settle: on.service.settle.handler(({ input }) => delivering.settle(desk(), input)),
      withdraw: on.service.withdraw.handler(({ input }) => delivering.withdraw(desk(), input)),
      notReached: on.service.notReached.handler(({ input }) =>
        delivering.notReached(desk(), input),
      ),
      close: on.service.close.handler(({ input }) => delivering.close(desk(), input)),
    },
  };
}
