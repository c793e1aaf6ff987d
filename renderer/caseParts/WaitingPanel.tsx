import { FileClock, MessageCircleQuestion } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/components/Button.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { isReferralOpen } from '#shared/domain/case/reduceReferral.ts';
import type { ReferralStep } from '#shared/domain/case/referral.ts';
import { awaitedState } from '#shared/domain/case/wantedItems.ts';
import type { StepProps } from './step.ts';
import { LEAVE_PLACE, referPlace } from './waitingPlace.ts';

export interface WaitingPanelProps extends Pick<StepProps, 'open' | 'go'> {
  /** Where a referral that begins here was raised. */
  readonly step: ReferralStep;
}

/** What the case waits for, and the two ways for one that cannot be finished today (P33). */
export function WaitingPanel({ open, go, step }: WaitingPanelProps) {
  const { t } = useTranslation('waiting');
  const { incompleteness, referrals } = open.state;
  const asked = referrals.filter(isReferralOpen);
  const { leaveIncomplete, refer } = open.actions;
  if (!refer.inPlace) return null;
  return (
    <Panel title={t(leaveIncomplete.inPlace ? 'panel' : 'panelSubmitted')} compact>
      <Stack gap={3}>
        {incompleteness === null &&
          asked.length === 0 &&
          t(leaveIncomplete.inPlace ? 'panelHelp' : 'panelSubmittedHelp')}
        {incompleteness !== null && <StillAwaited open={open} go={go} />}
        {asked.map((referral) => (
          <Note key={referral.referralId} tone="review" slim icon={MessageCircleQuestion}>
            <LinkButton onPress={() => go('waiting', { at: referral.referralId })}>
              {t('openQuestion')}
            </LinkButton>
          </Note>
        ))}
        {leaveIncomplete.inPlace && (
          <Button size="sm" icon={FileClock} onPress={() => go('waiting', LEAVE_PLACE)}>
            {t('leave')}
          </Button>
        )}
        <Button
          size="sm"
          icon={MessageCircleQuestion}
          onPress={() => go('waiting', referPlace(step))}
        >
          {t('refer')}
        </Button>
      </Stack>
    </Panel>
  );
}

function StillAwaited({ open, go }: Pick<StepProps, 'open' | 'go'>) {
  const { t } = useTranslation('waiting');
  const { incompleteness } = open.state;
  if (incompleteness === null) return null;
  const { items, received, dueOn } = incompleteness;
  const count = items.filter(
    (item) => awaitedState(item, received, open.assessment) !== 'came',
  ).length;
  return (
    <Note tone={count === 0 ? 'ok' : 'review'} slim>
      <LinkButton onPress={() => go('waiting')}>{t('stillAwaited', { count })}</LinkButton>{' '}
      {count > 0 && (
        <>
          {t('awaitedUntil')} <DayText day={dueOn} />
        </>
      )}
    </Note>
  );
}
