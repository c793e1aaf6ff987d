import type { ReferralRow, StudyRow } from '#db/hub/studyCases.ts';
import { isoDate, riyadhDayNumber } from '#shared/domain/calendar/dayNumber.ts';
import { nextAwaited } from '#shared/domain/case/awaitedDays.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { isReferralOpen, standingAnswer } from '#shared/domain/case/reduceReferral.ts';
import { openLapse, openRequest, openVisit } from '#shared/domain/case/studyState.ts';

/** What lists of the study keep of a case; null where there is nothing to be said. */
export function projectStudy(state: CaseState): StudyRow | null {
  const { study, caseId } = state;
  const visit = openVisit(study);
  const request = openRequest(study);
  const awaited = nextAwaited(state);
  const lapse = openLapse(state);
  if (study.officer === null && visit === null && awaited === null && lapse === null) return null;
  const { officer } = study;
  return {
    caseId,
    officerId: officer?.officerId ?? null,
    officerName: officer?.officerName ?? null,
    begun: study.begun !== null,
    visitOn: visit?.plan.on ?? null,
    visitBy: visit?.plan.by ?? null,
    requestDue: request?.dueOn ?? null,
    awaitedBegan: awaited?.began ?? null,
    awaitedSince: awaited === null ? null : isoDate(riyadhDayNumber(Date.parse(awaited.since))),
    awaitedDue: awaited?.dueOn ?? null,
    reminders: awaited?.reminders ?? 0,
    remindOn: awaited?.remindOn ?? null,
    lapseOn: awaited?.lapseOn ?? null,
    lapsedOn: lapse?.lapsedOn ?? null,
  };
}

export function projectReferrals({ caseId, referrals }: CaseState): readonly ReferralRow[] {
  return referrals.map((referral) => {
    const question = referral.thread.findLast(({ kind }) => kind === 'question');
    return {
      caseId,
      referralId: referral.referralId,
      reason: referral.reason,
      question: question?.text ?? '',
      askedAt: question?.at ?? referral.opened.at,
      open: isReferralOpen(referral),
      answeredAt: standingAnswer(referral)?.at ?? null,
      answers: referral.thread.filter(({ kind }) => kind === 'answer').length,
    };
  });
}
