import { CircleCheck, FileClock, MessageCircleQuestion } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CaseTimeline } from '#renderer/caseParts/CaseTimeline.tsx';
import { SavedLine } from '#renderer/caseParts/SavedLine.tsx';
import type { StepProps } from '#renderer/caseParts/step.ts';
import { LEAVE_PLACE, referPlace } from '#renderer/caseParts/waitingPlace.ts';
import { Button } from '#renderer/components/Button.tsx';
import { CaseFrame } from '#renderer/components/CaseFrame.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { ReferralStep } from '#shared/domain/case/referral.ts';
import { openLapse } from '#shared/domain/case/studyState.ts';
import { AwaitedPanel } from './AwaitedPanel.tsx';
import { LapsePanel } from './LapsePanel.tsx';
import { LeaveIncomplete } from './LeaveIncomplete.tsx';
import { MorePanel } from './MorePanel.tsx';
import { ReferForm } from './ReferForm.tsx';
import { ReferralPanel } from './ReferralPanel.tsx';
import { VisitPanel } from './VisitPanel.tsx';

/** Why a case cannot be finished today: what is awaited, the referrals and their answers (P32, P33). */
export function WaitingStep(props: StepProps) {
  const { open, place, go, head } = props;
  const { t } = useTranslation('waiting');
  const at = place.at ?? '';
  const raisedAt = ReferralStep.safeParse(at.replace(/^refer-/, ''));
  const isForm = at === 'incomplete' || raisedAt.success;
  return (
    <CaseFrame
      {...head}
      saved={
        <SavedLine
          save={{ kind: 'untouched' }}
          caseSavedAt={open.state.last.at}
          onRetry={() => undefined}
        />
      }
      aside={<CaseTimeline open={open} limit={6} />}
      foot={
        <>
          <Button onPress={() => (isForm ? go('waiting') : go('documents'))}>
            {t(isForm ? 'backToOverview' : 'backToDocuments')}
          </Button>
          {!isForm && (
            <Row>
              {open.actions.leaveIncomplete.inPlace && (
                <Button icon={FileClock} onPress={() => go('waiting', LEAVE_PLACE)}>
                  {t('leave')}
                </Button>
              )}
              {open.actions.refer.inPlace && (
                <Button
                  icon={MessageCircleQuestion}
                  onPress={() =>
                    go('waiting', referPlace(open.state.submission === null ? 'documents' : 'next'))
                  }
                >
                  {t('newReferral')}
                </Button>
              )}
            </Row>
          )}
        </>
      }
    >
      {at === 'incomplete' ? (
        <LeaveIncomplete {...props} />
      ) : raisedAt.success ? (
        <ReferForm key={at} {...props} step={raisedAt.data} about={place.field ?? null} />
      ) : (
        <Overview {...props} />
      )}
    </CaseFrame>
  );
}

function Overview(props: StepProps) {
  const { open, place } = props;
  const { t } = useTranslation('waiting');
  const { incompleteness, referrals, study } = open.state;
  const lapse = openLapse(open.state);
  const { requests, visits } = study;
  const isEmpty = [referrals, requests, visits].every((each) => each.length === 0);
  if (incompleteness === null && lapse === null && isEmpty) {
    return (
      <Panel label={t('title')}>
        <EmptyState icon={CircleCheck} title={t('noReferrals')}>
          {t('noReferralsBody')}
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Stack gap={4}>
      {lapse !== null && <LapsePanel open={open} lapse={lapse} />}
      {requests
        .map((request) => <MorePanel key={request.requestId} open={open} request={request} />)
        .toReversed()}
      {visits
        .map((visit) => <VisitPanel key={visit.visitId} open={open} visit={visit} />)
        .toReversed()}
      {incompleteness !== null && <AwaitedPanel {...props} incompleteness={incompleteness} />}
      {referrals
        .map((referral, index) => (
          <ReferralPanel
            key={referral.referralId}
            {...props}
            referral={referral}
            number={index + 1}
            isWanted={place.at === referral.referralId}
          />
        ))
        .toReversed()}
    </Stack>
  );
}
