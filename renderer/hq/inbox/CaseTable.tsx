import { Link } from '@tanstack/react-router';
import { FileCheck2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useHqCaseRules } from '#renderer/access/hq/caseRules.ts';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqToday } from '#renderer/access/hq/overview.ts';
import { ROWS_AT_ONCE, useLongList } from '#renderer/access/longList.ts';
import { Badge } from '#renderer/components/Badge.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { LongTable } from '#renderer/components/LongTable.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { InstantText } from '#renderer/language/dates.tsx';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import { IMPORT_LOOKS } from './importTones.ts';
import styles from './inbox.module.css';
import type { View } from './inboxPlace.ts';
import { placeNames } from './placeNames.ts';
import { useReasonsInShort } from './reasonsInShort.ts';

export interface CaseTableProps {
  readonly view: Exclude<View, 'batches'>;
  /** The row at the top, and where to keep it. */
  readonly from: number;
  readonly onFrom: (row: number) => void;
}

/** Cases of all branches in one view, the oldest submission first; as many as there are. */
export function CaseTable({ view, from, onFrom }: CaseTableProps) {
  const { t } = useTranslation(['import', 'common']);
  const { client, queries } = useHq();
  const today = useHqToday();
  const language = useLanguage();
  const names = placeNames(useHqCaseRules(null), language);
  const inShort = useReasonsInShort(names);
  const list = useLongList(view, from, (offset) => {
    const input = { state: view, offset, limit: ROWS_AT_ONCE };
    return {
      queryKey: [...queries.imports.cases.queryKey({ input }), 'rows'],
      queryFn: async () => {
        const { cases, total } = await client.imports.cases(input);
        return { rows: cases, total };
      },
    };
  });
  if (list.total === null) {
    return list.error === null ? (
      <Skeleton label={t('common:loading')} />
    ) : (
      <HqErrorNote error={list.error} />
    );
  }
  if (list.total === 0) {
    return (
      <EmptyState icon={FileCheck2} title={t('import:noCases')}>
        {t('import:noCasesHelp')}
      </EmptyState>
    );
  }
  return (
    <>
      <HqErrorNote error={list.error} />
      <LongTable
        key={view}
        caption={t(`import:view.${view}`)}
        total={list.total}
        chunk={ROWS_AT_ONCE}
        rowsOf={list.rowsOf}
        onWanted={list.onWanted}
        from={from}
        onFrom={onFrom}
        rowId={({ caseId }) => caseId}
        columns={[
          {
            id: 'applicant',
            head: t('import:applicant'),
            isRowName: true,
            cell: ({ caseId, applicantName, reference }) => (
              <>
                <Link to={`/inbox/cases/${caseId}` as string} className={styles.name}>
                  {applicantName || t('import:nameless')}
                </Link>
                <br />
                <span className={styles.quiet}>
                  <Bdi>{reference}</Bdi>
                </span>
              </>
            ),
          },
          { id: 'branch', head: t('import:branch'), cell: ({ branchName }) => branchName },
          {
            id: 'submitted',
            head: t('import:submitted'),
            cell: ({ submittedAt }) =>
              submittedAt === null ? null : <InstantText instant={submittedAt} today={today} />,
          },
          {
            id: 'state',
            head: t('import:condition'),
            isTight: true,
            cell: ({ state }) => (
              <Badge tone={IMPORT_LOOKS[state].tone} icon={IMPORT_LOOKS[state].icon}>
                {t(`import:state.${state}`)}
              </Badge>
            ),
          },
          { id: 'reasons', head: t('import:reasons'), cell: inShort },
        ]}
      />
    </>
  );
}
