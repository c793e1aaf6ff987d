import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useLookEvery } from '#renderer/access/hq/overview.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { Icon } from '#renderer/components/Icon.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Page, Stack } from '#renderer/components/Page.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { SessionId } from '#shared/domain/committee/sessionEvents.ts';
import { CaseId } from '#shared/domain/identity.ts';
import { CaseBefore } from './CaseBefore.tsx';
import { RecusalPanel } from './RecusalPanel.tsx';
import { SessionDecision } from './SessionDecision.tsx';

export interface SessionCaseScreenProps {
  readonly params: Readonly<Partial<Record<string, string>>>;
}

const LOOK_MS = 3_000;
const NONE = '00000000-0000-4000-8000-000000000000';

/** One case of a session: what is asked, who may vote, the motions with their votes, and the decision. */
export function SessionCaseScreen({ params }: SessionCaseScreenProps) {
  const { t } = useTranslation(['committee', 'hqCommittee', 'hqErrors', 'common']);
  const { queries } = useHq();
  const sessionId = SessionId.safeParse(params['sessionId']);
  const caseId = CaseId.safeParse(params['caseId']);
  const isAddress = sessionId.success && caseId.success;
  const open = useQuery({
    ...queries.committee.openCase.queryOptions({
      input: {
        sessionId: sessionId.success ? sessionId.data : SessionId.parse(NONE),
        caseId: caseId.success ? caseId.data : CaseId.parse(NONE),
      },
    }),
    enabled: isAddress,
    refetchInterval: useLookEvery(LOOK_MS),
  });
  const found = open.data;
  const hindrance = found?.agenda.decided === null ? found.case.hindrance : null;
  return (
    <Page
      title={found?.case.applicantName || t('hqCommittee:decisionTitle')}
      subtitle={
        found === undefined ? undefined : (
          <>
            <Bdi>{found.case.reference}</Bdi> · {found.case.branchName}
            {found.case.subject !== null && ` · ${t(`committee:subject.${found.case.subject}`)}`}
          </>
        )
      }
      action={
        sessionId.success ? (
          <Link
            to={`/committee/session/${sessionId.data}` as string}
            className={buttonClass('quiet', 'md')}
          >
            <Icon of={ArrowLeft} flow />
            <span>{t('committee:backToSession')}</span>
          </Link>
        ) : undefined
      }
    >
      <Stack gap={5}>
        {!isAddress && <Note tone="stop">{t('committee:noSuchSession')}</Note>}
        <HqErrorNote error={open.error} />
        {isAddress && open.isPending && <Skeleton label={t('common:loading')} />}
        {found !== undefined && (
          <>
            {hindrance !== null && (
              <Note tone="stop" live="alert">
                {t(`hqErrors:${hindrance}`)}
              </Note>
            )}
            {found.session.status !== 'open' && found.agenda.decided === null && (
              <Note tone="info">{t('committee:sessionNotOpenNote')}</Note>
            )}
            <CaseBefore found={found} />
            <SessionDecision key={found.case.caseId} found={found} />
            <RecusalPanel found={found} />
          </>
        )}
      </Stack>
    </Page>
  );
}
