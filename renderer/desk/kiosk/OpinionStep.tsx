import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { CircleCheck, CircleMinus, MonitorSmartphone, Smile } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useTakeStatus } from '#renderer/access/status.ts';
import { CaseTimeline } from '#renderer/caseParts/CaseTimeline.tsx';
import type { StepProps } from '#renderer/caseParts/step.ts';
import { Badge } from '#renderer/components/Badge.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { CaseFrame } from '#renderer/components/CaseFrame.tsx';
import { Segmented } from '#renderer/components/Choice.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { isNonAnswer } from '#shared/domain/answers/answer.ts';

/** The representative turns the screen, and learns no more than whether it was answered (P10, P14, P17). */
export function OpinionStep({ open, head }: StepProps) {
  const { t } = useTranslation('opinion');
  const { queries } = useDesk();
  const takeStatus = useTakeStatus();
  const { S1: survey } = useSuspenseQuery(queries.opinion.surveys.queryOptions()).data;
  const { caseId, service } = open.state;
  // After the service the person is asked anew (S2): what they said after the interview is another matter.
  const isAfterService = open.actions.giveServiceOpinion.allowed || service.opinion !== null;
  const opinion = isAfterService ? service.opinion : open.state.opinion;
  const spoken = open.state.answers.values['preferredLanguage'];
  const preferred = spoken === undefined || isNonAnswer(spoken) ? null : spoken.value;
  const [language, setLanguage] = useState(
    typeof preferred === 'string' && Object.hasOwn(survey.languages, preferred) ? preferred : 'ar',
  );
  const begin = useMutation(queries.opinion.begin.mutationOptions({ onSuccess: takeStatus }));
  const isEarly = opinion === null && !isAfterService && !open.actions.giveOpinion.inPlace;
  return (
    <CaseFrame {...head} aside={<CaseTimeline open={open} limit={6} />}>
      <Panel
        title={t('stepTitle')}
        note={t('stepNote')}
        aside={
          <Badge
            tone={opinion === null ? 'neutral' : opinion.outcome === 'given' ? 'ok' : 'info'}
            icon={
              opinion === null ? Smile : opinion.outcome === 'given' ? CircleCheck : CircleMinus
            }
          >
            {t(`outcome.${opinion?.outcome ?? 'notAsked'}`)}
          </Badge>
        }
      >
        <Stack gap={5}>
          <p>{t(opinion === null ? 'stepLine' : 'stepDone')}</p>
          {opinion === null && (
            <>
              <Stack gap={2}>
                <span>{t('language')}</span>
                <Row>
                  <Segmented
                    label={t('language')}
                    size="lg"
                    value={language}
                    options={Object.entries(survey.languages).map(([value, { name }]) => ({
                      value,
                      label: name,
                      lang: value,
                    }))}
                    onChange={setLanguage}
                  />
                </Row>
              </Stack>
              <DeskErrorNote error={begin.error} />
              <div>
                <Button
                  kind="main"
                  size="lg"
                  icon={MonitorSmartphone}
                  busy={begin.isPending}
                  blockedReason={isEarly ? t('afterInterview') : undefined}
                  onPress={() => {
                    enterFullScreen();
                    begin.mutate({ caseId, language });
                  }}
                >
                  {t('turn')}
                </Button>
              </div>
            </>
          )}
        </Stack>
      </Panel>
    </CaseFrame>
  );
}

/** Asked for at the press itself, as browsers want it; where it is refused the kiosk stands all the same. */
function enterFullScreen(): void {
  void document.documentElement.requestFullscreen().catch(() => undefined);
}
