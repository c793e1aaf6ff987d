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
import { AwaitedPanel } from './AwaitedPanel.tsx';
import { LeaveIncomplete } from './LeaveIncomplete.tsx';
import { ReferForm } from './ReferForm.tsx';
import { ReferralPanel } from './ReferralPanel.tsx';

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
  const { incompleteness, referrals } = open.state;
  if (incompleteness === null && referrals.length === 0) {
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
