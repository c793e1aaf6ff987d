import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHqCaseRules } from '#renderer/access/hq/caseRules.ts';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useLookEvery } from '#renderer/access/hq/overview.ts';
import { useHqPerson } from '#renderer/access/hq/status.ts';
import { CaseData } from '#renderer/caseParts/CaseData.tsx';
import { CasePictures } from '#renderer/caseParts/scans/CasePictures.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { Facts } from '#renderer/components/Facts.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Page, Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { dayOf } from '#renderer/language/days.ts';
import type { StudyFile } from '#shared/contracts/hq/study.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { replayCase } from '#shared/domain/case/reduceCase.ts';
import { documentsAtStudy } from '#shared/domain/case/seenPapers.ts';
import { CaseId } from '#shared/domain/identity.ts';
import { AskedPanel } from './AskedPanel.tsx';
import { NotesPanel } from './NotesPanel.tsx';
import { OfficerPanel } from './OfficerPanel.tsx';
import { ReferralPanels } from './ReferralPanels.tsx';
import { StepsPanel } from './StepsPanel.tsx';
import styles from './study.module.css';
import type { StudyAtHand } from './studyCase.ts';
import { ValidityPanel } from './ValidityPanel.tsx';

export interface StudyCaseScreenProps {
  readonly params: Readonly<Partial<Record<string, string>>>;
}

const NOBODY = CaseId.parse('00000000-0000-4000-8000-000000000000');

/** One case in study: who studies it, what was asked and found, and what is recommended. */
export function StudyCaseScreen({ params }: StudyCaseScreenProps) {
  const { t } = useTranslation(['hqStudy', 'common']);
  const { queries } = useHq();
  const parsed = CaseId.safeParse(params['caseId']);
  const { data, error } = useQuery({
    ...queries.study.open.queryOptions({
      input: { caseId: parsed.success ? parsed.data : NOBODY },
    }),
    enabled: parsed.success,
    refetchInterval: useLookEvery(),
  });
  const state = useMemo(() => (data === undefined ? null : replayCase(data.events)), [data]);
  if (data === undefined || state === null) {
    return (
      <Page title={t('hqStudy:title')}>
        <BackToLists />
        <HqErrorNote error={error} />
        {!parsed.success && <Note tone="stop">{t('hqStudy:noSuchCase')}</Note>}
        {parsed.success && error === null && <Skeleton label={t('common:loading')} />}
      </Page>
    );
  }
  return <OpenStudy file={data} state={state} error={error} />;
}

function BackToLists() {
  const { t } = useTranslation('hqStudy');
  return (
    <Row>
      <Link to={'/study' as string} className={buttonClass('quiet', 'sm')}>
        <Icon of={ArrowLeft} flow />
        <span>{t('back')}</span>
      </Link>
    </Row>
  );
}

function OpenStudy({
  file,
  state,
  error,
}: {
  readonly file: StudyFile;
  readonly state: CaseState;
  readonly error: unknown;
}) {
  const { t } = useTranslation(['hqStudy', 'common']);
  const { personId } = useHqPerson();
  const rules = useHqCaseRules(state);
  const { case: row, today } = file;
  const documents = useMemo(
    () => (rules === null ? [] : documentsAtStudy(state, { ...rules, today })),
    [state, rules, today],
  );
  const isMine = state.study.officer?.officerId === personId && state.study.begun !== null;
  const at: StudyAtHand = { file, state, rules, documents, isMine };
  const [isDataOpen, setDataOpen] = useState(false);
  return (
    <Page
      title={row.applicantName || t('hqStudy:nameless')}
      subtitle={
        <>
          <Bdi>{row.reference}</Bdi> {row.branchName}
        </>
      }
    >
      <BackToLists />
      <HqErrorNote error={error} />
      <div className={styles.grid}>
        <Stack gap={4}>
          {state.study.officer !== null && !isMine && state.stage === 'underStudy' && (
            <Note tone="info">{t('hqStudy:notYours')}</Note>
          )}
          <ReferralPanels at={at} />
          <StepsPanel at={at} />
          <AskedPanel file={file} />
          {rules !== null && <ValidityPanel at={at} />}
          <Panel
            title={t('hqStudy:data')}
            compact
            aside={
              <Button size="sm" onPress={() => setDataOpen(!isDataOpen)}>
                {t(isDataOpen ? 'hqStudy:hideData' : 'hqStudy:showData')}
              </Button>
            }
          >
            {rules === null ? t('hqStudy:noRules') : null}
          </Panel>
          {isDataOpen && rules !== null && (
            <CaseData
              people={file.people}
              branchName={row.branchName}
              state={state}
              rules={rules}
            />
          )}
        </Stack>
        <Stack gap={4}>
          <Panel label={t('hqStudy:reference')} compact>
            <Facts
              facts={[
                {
                  id: 'status',
                  term: t('hqStudy:status'),
                  value: t(`common:status.${row.status}`),
                },
                ...(row.fileNo === null
                  ? []
                  : [
                      {
                        id: 'file',
                        term: t('hqStudy:fileNo'),
                        value: <Bdi>{row.fileNo}</Bdi>,
                      },
                    ]),
                ...(row.submittedAt === null
                  ? []
                  : [
                      {
                        id: 'submitted',
                        term: t('hqStudy:submitted'),
                        value: <DayText day={dayOf(row.submittedAt)} layout="stack" />,
                      },
                    ]),
                ...(row.replyNotBefore === null
                  ? []
                  : [
                      {
                        id: 'reply',
                        term: t('hqStudy:replyNotBefore'),
                        value: <DayText day={row.replyNotBefore} layout="stack" />,
                      },
                    ]),
              ]}
            />
          </Panel>
          <OfficerPanel at={at} />
          <CasePictures state={state} rules={rules} />
          <NotesPanel at={at} />
        </Stack>
      </div>
    </Page>
  );
}
