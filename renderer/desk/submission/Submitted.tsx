import { CalendarCheck, CircleCheck, CloudUpload, FileText, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useTexts } from '#renderer/access/reference.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { CaseTimeline } from '#renderer/caseParts/CaseTimeline.tsx';
import { PromiseSentence } from '#renderer/caseParts/PromiseSentence.tsx';
import { qrTextOf } from '#renderer/caseParts/qrTextOf.ts';
import type { StepProps } from '#renderer/caseParts/step.ts';
import { WaitingPanel } from '#renderer/caseParts/WaitingPanel.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { CaseFrame } from '#renderer/components/CaseFrame.tsx';
import { Facts } from '#renderer/components/Facts.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Qr } from '#renderer/components/Qr.tsx';
import { DayText, InstantText } from '#renderer/language/dates.tsx';
import type { Submission } from '#shared/domain/case/caseState.ts';
import type { PaperCode } from '#shared/domain/case/vocabulary.ts';
import { ExportCase } from './ExportCase.tsx';
import styles from './submission.module.css';

export interface SubmittedProps extends StepProps {
  readonly submission: Submission;
}

/** Handed in: reference, the day that was promised, papers, and where the request lies now. */
export function Submitted({ open, head, go, submission }: SubmittedProps) {
  const { t } = useTranslation(['submission', 'common', 'papers']);
  const texts = useTexts();
  const { today } = useOpenStatus();
  const { state } = open;
  // Handed in anew, a case has another receipt: copies of the first are none of it.
  const isAnew = state.headquarters.earlierSubmissions.length > 0;
  const copies = (paper: PaperCode) =>
    state.papers.filter(
      (each) =>
        each.paper === paper && (paper !== 'N1' || !isAnew || each.subject === submission.eventId),
    ).length;
  const isReceipted = open.file.receiptedThrough !== null;
  return (
    <CaseFrame
      {...head}
      aside={
        <Stack gap={4}>
          <WaitingPanel open={open} go={go} step="next" />
          <CaseTimeline open={open} />
        </Stack>
      }
    >
      <Stack gap={4}>
        <Note tone="ok" icon={CircleCheck}>
          {t('submission:done')} {t('submission:doneAt')}{' '}
          <InstantText instant={submission.at} today={today} layout="line" />
        </Note>
        <Panel title={t('submission:title')} label={t('submission:title')}>
          <div className={styles.outcome}>
            <Stack gap={5}>
              <div>
                <span className={styles.muted}>{t('submission:reference')}</span>
                <div className={styles.reference}>
                  <bdi dir="ltr">{state.reference}</bdi>
                </div>
              </div>
              <PromiseSentence
                texts={texts}
                language={submission.language}
                replyNotBefore={submission.replyNotBefore}
                contactFrom={submission.contactFrom}
                className={styles.sentence}
              />
              <Facts
                layout="columns"
                facts={[
                  {
                    id: 'dayZero',
                    term: t('submission:dayZero'),
                    value: <DayText day={submission.dayZero} />,
                  },
                  {
                    id: 'replyNotBefore',
                    term: t('submission:replyNotBefore'),
                    value: <DayText day={submission.replyNotBefore} />,
                  },
                  {
                    id: 'contactFrom',
                    term: t('submission:contactFrom'),
                    value: <DayText day={submission.contactFrom} />,
                  },
                ]}
              />
            </Stack>
            <div className={styles.qr}>
              <Qr text={qrTextOf(state)} label={t('submission:qr')} />
              <span className={styles.muted}>{t('submission:qr')}</span>
            </div>
          </div>
        </Panel>
        <Panel title={t('submission:papers')}>
          <Row gap={3}>
            <a className={buttonClass('main', 'md')} href={`#/case/${state.caseId}/N1`}>
              <Icon of={Printer} />
              <span>{t('submission:printReceipt', { count: copies('N1') })}</span>
            </a>
            <a className={buttonClass('plain', 'md')} href={`#/case/${state.caseId}/N3`}>
              <Icon of={FileText} />
              <span>{t('submission:printDeclaration', { count: copies('N3') })}</span>
            </a>
            <a className={buttonClass('plain', 'md')} href={`#/case/${state.caseId}/N0`}>
              <Icon of={FileText} />
              <span>{t('papers:request.ofCase')}</span>
            </a>
            <ExportCase state={state} />
          </Row>
        </Panel>
        <Note tone="info" icon={isReceipted ? CalendarCheck : CloudUpload}>
          {isReceipted ? t('submission:atHq') : t('submission:waitsForHq')}
        </Note>
      </Stack>
    </CaseFrame>
  );
}
