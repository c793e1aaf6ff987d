import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { Facts } from '#renderer/components/Facts.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Page, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import type { CaseDecision } from '#shared/contracts/hq/decisions.ts';
import { CaseId } from '#shared/domain/identity.ts';
import { AppealForm } from './AppealForm.tsx';
import { AppealsSaid } from './AppealsSaid.tsx';
import { DecisionPanel } from './DecisionPanel.tsx';
import { DeferredPanel } from './DeferredPanel.tsx';
import { DirectorPanel } from './DirectorPanel.tsx';
import { ItemTitle } from './ItemTitle.tsx';

export interface DecisionScreenProps {
  readonly params: Readonly<Partial<Record<string, string>>>;
}

/** One case on its way to an answer: what was asked for, every decision on it, and what was said after it. */
export function DecisionScreen({ params }: DecisionScreenProps) {
  const { t } = useTranslation(['hqCommittee', 'common']);
  const { queries } = useHq();
  const caseId = CaseId.safeParse(params['caseId']);
  const open = useQuery({
    ...queries.decisions.open.queryOptions({
      input: { caseId: caseId.success ? caseId.data : CaseId.parse(NOBODY) },
    }),
    enabled: caseId.success,
  });
  const found = open.data;
  return (
    <Page
      title={found?.case.applicantName || t('hqCommittee:decisionTitle')}
      subtitle={
        found === undefined ? undefined : (
          <>
            <Bdi>{found.case.reference}</Bdi> · {found.case.branchName}
          </>
        )
      }
      action={
        <Link
          to={`/committee/${found?.stand ?? 'toDecide'}` as string}
          className={buttonClass('quiet', 'md')}
        >
          <Icon of={ArrowLeft} flow />
          <span>{t('hqCommittee:backToList')}</span>
        </Link>
      }
    >
      <Stack gap={5}>
        {!caseId.success && <Note tone="stop">{t('hqCommittee:noSuchCase')}</Note>}
        <HqErrorNote error={open.error} />
        {caseId.success && open.isPending && <Skeleton label={t('common:loading')} />}
        {found !== undefined && <Decision found={found} />}
      </Stack>
    </Page>
  );
}

const NOBODY = '00000000-0000-4000-8000-000000000000';

function Decision({ found }: { readonly found: CaseDecision }) {
  const { t } = useTranslation(['hqCommittee', 'committee', 'common']);
  const mayVote = useHqMay('cases.vote');
  const { decisions } = found;
  const { session } = found.case;
  return (
    <>
      <Panel title={t('hqCommittee:whereItStands')}>
        <Facts
          layout="columns"
          facts={[
            {
              id: 'stand',
              term: t('hqCommittee:state'),
              value: t(`hqCommittee:stand.${found.stand}`),
            },
            ...(found.case.fileNo === null
              ? []
              : [
                  {
                    id: 'file',
                    term: t('hqCommittee:fileNo'),
                    value: <Bdi>{found.case.fileNo}</Bdi>,
                  },
                ]),
            ...(found.case.replyNotBefore === null
              ? []
              : [
                  {
                    id: 'day',
                    term: t('hqCommittee:replyNotBefore'),
                    value: <DayText day={found.case.replyNotBefore} />,
                  },
                ]),
            ...(session === null
              ? []
              : [
                  {
                    id: 'session',
                    term: t('committee:number'),
                    value: (
                      <Link
                        to={
                          `/committee/session/${session.sessionId}${mayVote ? `/case/${found.case.caseId}` : ''}` as string
                        }
                      >
                        <Bdi>{session.number}</Bdi>
                      </Link>
                    ),
                  },
                ]),
          ]}
        />
      </Panel>
      {decisions.length === 0 && (
        <>
          {found.items.map((item) => (
            <Panel key={item.itemId} title={<ItemTitle item={item} />}>
              {item.reason === null ? null : <p dir="auto">{item.reason}</p>}
            </Panel>
          ))}
          <Note tone="info">{t('hqCommittee:decidedInSession')}</Note>
        </>
      )}
      {decisions.map((decision, index) => (
        <DecisionPanel
          key={decision.content.decisionId}
          found={found}
          decision={decision}
          isLast={index === decisions.length - 1}
        />
      ))}
      <DeferredPanel found={found} />
      <AppealsSaid found={found} />
      <DirectorPanel found={found} />
      {decisions.length > 0 && <AppealForm found={found} />}
    </>
  );
}
