import { Link } from '@tanstack/react-router';
import { Archive, FileQuestion, House, NotebookPen, Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { Button } from '#renderer/components/Button.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { Icon } from '#renderer/components/Icon.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { STUDY_BLOCKER_ERRORS } from '#shared/contracts/hq/studyErrors.ts';
import {
  type HeadquartersAction,
  headquartersActionState,
} from '#shared/domain/case/headquartersActions.ts';
import { openLapse, standingReport } from '#shared/domain/case/studyState.ts';
import { MoreForm } from './MoreForm.tsx';
import { MoreRequestPanel } from './MoreRequestPanel.tsx';
import { ReportForm } from './ReportForm.tsx';
import { ReportPanel } from './ReportPanel.tsx';
import styles from './study.module.css';
import type { StudyAtHand } from './studyCase.ts';
import { VisitForm } from './VisitForm.tsx';
import { VisitPlanPanel } from './VisitPlanPanel.tsx';
import { WordsDialog } from './WordsDialog.tsx';

type BlockerError = (typeof STUDY_BLOCKER_ERRORS)[keyof typeof STUDY_BLOCKER_ERRORS];
type Deed = 'visit' | 'more' | 'report';

/** What the officer does: visits, requests for more, the report; and what each of them came to. */
export function StepsPanel({ at }: { readonly at: StudyAtHand }) {
  const { t } = useTranslation(['hqStudy', 'hqErrors']);
  const { file, state, isMine, rules } = at;
  const [deed, setDeed] = useState<Deed | null>(null);
  const may = (action: HeadquartersAction) => headquartersActionState(state, action, file.today);
  const done = () => setDeed(null);
  const report = may('reportStudy');
  const isStudied = state.stage === 'underStudy' && isMine && rules !== null;
  const codes: Readonly<Partial<Record<string, BlockerError>>> = STUDY_BLOCKER_ERRORS;
  const blockers = report.blockers.flatMap((blocker) => codes[blocker] ?? []);
  return (
    <>
      <LapseNote at={at} />
      <ReadyNote at={at} />
      {isStudied && (
        <Panel
          title={t('hqStudy:steps')}
          foot={
            deed === null ? (
              <Row>
                <Button
                  kind={report.allowed ? 'main' : 'plain'}
                  icon={NotebookPen}
                  blockedReason={report.allowed ? undefined : t('hqStudy:blocked')}
                  onPress={() => setDeed('report')}
                >
                  {t('hqStudy:writeReport')}
                </Button>
                {may('scheduleVisit').allowed && (
                  <Button icon={House} onPress={() => setDeed('visit')}>
                    {t('hqStudy:scheduleVisit')}
                  </Button>
                )}
                {may('requestMore').allowed && (
                  <Button icon={FileQuestion} onPress={() => setDeed('more')}>
                    {t('hqStudy:requestMore')}
                  </Button>
                )}
              </Row>
            ) : undefined
          }
        >
          <Stack gap={3}>
            {deed === null && <p className={styles.quiet}>{t('hqStudy:stepsHelp')}</p>}
            {deed === null &&
              blockers.map((code) => (
                <Note key={code} tone="review" slim>
                  {t(`hqErrors:${code}`)}
                </Note>
              ))}
            {deed === 'visit' && <VisitForm at={at} onDone={done} />}
            {deed === 'more' && <MoreForm at={at} onDone={done} />}
            {deed === 'report' && <ReportForm at={at} onDone={done} />}
          </Stack>
        </Panel>
      )}
      {state.study.requests
        .map((request) => <MoreRequestPanel key={request.requestId} at={at} request={request} />)
        .toReversed()}
      {state.study.visits
        .map((visit) => <VisitPlanPanel key={visit.visitId} at={at} visit={visit} />)
        .toReversed()}
      {standingReport(state.study) !== null && <ReportPanel at={at} />}
    </>
  );
}

function LapseNote({ at }: { readonly at: StudyAtHand }) {
  const { t } = useTranslation('hqStudy');
  const { client } = useHq();
  const mayReopen = useHqMay('cases.reopen');
  const [isOpening, setOpening] = useState(false);
  const { caseId } = at.state;
  if (openLapse(at.state) === null) return null;
  return (
    <>
      <Note
        tone="review"
        icon={Archive}
        action={
          mayReopen ? (
            <Row gap={2}>
              <Link
                to={`/study/case/${caseId}/N10` as string}
                className={buttonClass('quiet', 'sm')}
              >
                <Icon of={Printer} size="sm" />
                <span>{t('printN10')}</span>
              </Link>
              <Button size="sm" kind="main" onPress={() => setOpening(true)}>
                {t('reopen')}
              </Button>
            </Row>
          ) : undefined
        }
      >
        {t('lapsedNote')}
      </Note>
      {isOpening && (
        <WordsDialog
          caseId={caseId}
          title={t('reopen')}
          label={t('reopenReason')}
          confirm={t('reopen')}
          act={({ words }) => client.study.reopen({ caseId, reason: words })}
          onClose={() => setOpening(false)}
        />
      )}
    </>
  );
}

/** With the committee; it can be taken back until it is decided. */
function ReadyNote({ at }: { readonly at: StudyAtHand }) {
  const { t } = useTranslation('hqStudy');
  const { client } = useHq();
  const mayWrite = useHqMay('study.write');
  const [isResuming, setResuming] = useState(false);
  const { state, file } = at;
  const { caseId } = state;
  if (!headquartersActionState(state, 'resumeStudy', file.today).allowed) return null;
  return (
    <>
      <Note
        tone="info"
        action={
          mayWrite ? (
            <Button size="sm" onPress={() => setResuming(true)}>
              {t('resume')}
            </Button>
          ) : undefined
        }
      >
        {state.stage === 'readyForCommittee' ? t('readyNote') : t('resumeTitle')}
      </Note>
      {isResuming && (
        <WordsDialog
          caseId={caseId}
          title={t('resumeTitle')}
          label={t('resumeReason')}
          confirm={t('resume')}
          act={({ words }) => client.study.resume({ caseId, reason: words })}
          onClose={() => setResuming(false)}
        />
      )}
    </>
  );
}
