import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
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
import { DecidedItem } from './DecidedItems.tsx';
import { DecideForm } from './DecideForm.tsx';
import { ItemTitle } from './ItemTitle.tsx';
import { ReleasePanel } from './ReleasePanel.tsx';

export interface DecisionScreenProps {
  readonly params: Readonly<Partial<Record<string, string>>>;
}

/** One case before those who decide: what was asked for, and the answer item by item. */
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
        <Link to={'/committee' as string} className={buttonClass('quiet', 'md')}>
          <Icon of={ArrowLeft} flow />
          <span>{t('hqCommittee:backToList')}</span>
        </Link>
      }
    >
      <Stack>
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
  const { t } = useTranslation(['hqCommittee', 'common']);
  const { decision } = found;
  const decidedOf = (itemId: string) => decision?.items.find((each) => each.itemId === itemId);
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
            ...(decision === null
              ? []
              : [
                  {
                    id: 'number',
                    term: t('hqCommittee:decisionNumber'),
                    value: <Bdi>{decision.number}</Bdi>,
                  },
                ]),
          ]}
        />
      </Panel>
      {decision === null ? (
        <DecideForm key={found.case.caseId} found={found} />
      ) : (
        <>
          {found.items.map((item) => {
            const decided = decidedOf(item.itemId);
            return (
              <Panel key={item.itemId} title={<ItemTitle item={item} />}>
                <Stack>{decided !== undefined && <DecidedItem item={decided} />}</Stack>
              </Panel>
            );
          })}
          <ReleasePanel found={found} />
        </>
      )}
    </>
  );
}
