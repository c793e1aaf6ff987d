import { CircleCheck, CircleDashed, Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepProps } from '#renderer/caseParts/step.ts';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { ReferralThread } from '#renderer/caseParts/waiting/ReferralThread.tsx';
import { Badge } from '#renderer/components/Badge.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { Facts } from '#renderer/components/Facts.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import type { Referral } from '#shared/domain/case/caseState.ts';
import { isReferralOpen } from '#shared/domain/case/reduceReferral.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { SentenceForm } from './SentenceForm.tsx';
import { useSubjectName } from './useSubjectName.ts';

export interface ReferralPanelProps extends Pick<StepProps, 'open' | 'go'> {
  readonly referral: Referral;
  readonly number: number;
  /** A link led to this very one. */
  readonly isWanted: boolean;
}

type Deed = 'answer' | 'question' | 'withdraw';

/** One referral: its questions and answers in their order, and what can be done about it. */
export function ReferralPanel(props: ReferralPanelProps) {
  const { open, referral, number } = props;
  const { t } = useTranslation(['waiting', 'caseFrame']);
  const nameOf = useSubjectName(open);
  const { referralId, reason, about, appointment, withdrawn } = referral;
  const isOpen = isReferralOpen(referral);
  const [deed, setDeed] = useState(() => deedBegun(open, referralId));
  const subjects = [...about.documents, ...about.rows];
  const done = () => setDeed(null);
  const isInPlace = open.actions.refer.inPlace;
  return (
    <Panel
      id={`referral-${referralId}`}
      title={t('waiting:referral', { number })}
      note={t(`waiting:reason.${reason}`)}
      aside={
        <Badge tone={isOpen ? 'review' : 'ok'} icon={isOpen ? CircleDashed : CircleCheck}>
          {t(
            isOpen ? 'waiting:open' : withdrawn === null ? 'waiting:answered' : 'waiting:withdrawn',
          )}
        </Badge>
      }
      foot={
        <Row>
          {isInPlace && isOpen && deed === null && (
            <Button kind="main" onPress={() => setDeed('answer')}>
              {t('waiting:recordAnswer')}
            </Button>
          )}
          {isInPlace && deed === null && (
            <Button onPress={() => setDeed('question')}>{t('waiting:anotherQuestion')}</Button>
          )}
          {isInPlace && isOpen && deed === null && (
            <Button kind="quiet" onPress={() => setDeed('withdraw')}>
              {t('waiting:withdraw')}
            </Button>
          )}
          <a
            className={buttonClass('plain', 'md')}
            href={`#/case/${open.state.caseId}/N4?at=${JSON.stringify(referralId)}`}
          >
            <Icon of={Printer} size="sm" />
            <span>{t('waiting:printN4')}</span>
          </a>
        </Row>
      }
    >
      <Stack gap={4}>
        <Facts
          facts={[
            {
              id: 'step',
              term: t('waiting:raisedAt'),
              value: t(`caseFrame:step.${referral.step}`),
            },
            ...(subjects.length === 0
              ? []
              : [
                  {
                    id: 'about',
                    term: t('waiting:about'),
                    value: <Words>{subjects.map(nameOf).join(' · ')}</Words>,
                  },
                ]),
            ...(appointment === null
              ? []
              : [
                  {
                    id: 'appointment',
                    term: t('waiting:appointment'),
                    value: (
                      <>
                        <DayText day={appointment.on} />{' '}
                        {appointment.at !== null && <Bdi>{appointment.at}</Bdi>}{' '}
                        <Words>{appointment.place}</Words>
                      </>
                    ),
                  },
                ]),
          ]}
        />
        <ReferralThread referral={referral} people={open.file.people} />
        {deed === 'answer' && <AnswerForm open={open} referral={referral} onDone={done} />}
        {(deed === 'question' || deed === 'withdraw') && (
          <SentenceForm key={deed} open={open} referral={referral} kind={deed} onDone={done} />
        )}
      </Stack>
    </Panel>
  );
}

/** What somebody was called away from is open again. */
function deedBegun({ drafts }: StepProps['open'], referralId: string): Deed | null {
  const kept = (scope: string) => drafts.find((draft) => draft.scope === `${scope}/${referralId}`);
  if (kept('answer') !== undefined) return 'answer';
  const body = kept('question')?.body;
  if (body?.kind !== 'form') return null;
  if ((body.values.question ?? '') !== '') return 'question';
  return (body.values.withdraw ?? '') === '' ? null : 'withdraw';
}
