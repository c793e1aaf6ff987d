import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FileCheck2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHqCaseRules } from '#renderer/access/hq/caseRules.ts';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqToday, useLookEvery } from '#renderer/access/hq/overview.ts';
import { Badge } from '#renderer/components/Badge.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { InstantText } from '#renderer/language/dates.tsx';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { ImportState } from '#shared/domain/import/importState.ts';
import { IMPORT_LOOKS } from './importTones.ts';
import styles from './inbox.module.css';
import { placeNames } from './placeNames.ts';
import { useReasonsInShort } from './reasonsInShort.ts';

const PAGE = 50;
const MOST = 500;

/** Cases of all branches that stand in one of these states, the oldest submission first. */
export function CaseTable({ states }: { readonly states: readonly ImportState[] }) {
  const { t } = useTranslation('import');
  const { queries } = useHq();
  const today = useHqToday();
  const look = useLookEvery();
  const language = useLanguage();
  const names = placeNames(useHqCaseRules(null), language);
  const inShort = useReasonsInShort(names);
  const [limit, setLimit] = useState(PAGE);
  const found = useQueries({
    queries: states.map((state) => ({
      ...queries.imports.cases.queryOptions({ input: { state, offset: 0, limit } }),
      placeholderData: keepPreviousData,
      refetchInterval: look,
    })),
  });
  const cases = found
    .flatMap(({ data }) => data?.cases ?? [])
    .toSorted((one, other) => (one.submittedAt ?? '').localeCompare(other.submittedAt ?? ''));
  const total = found.reduce((sum, { data }) => sum + (data?.total ?? 0), 0);
  const error = found.find((each) => each.error !== null)?.error;
  if (cases.length === 0 && error === undefined) {
    return (
      <EmptyState icon={FileCheck2} title={t('noCases')}>
        {t('noCasesHelp')}
      </EmptyState>
    );
  }
  return (
    <>
      <HqErrorNote error={error} />
      <DataTable
        caption={t('cases')}
        rows={cases}
        rowId={({ caseId }) => caseId}
        columns={[
          {
            id: 'applicant',
            head: t('applicant'),
            isRowName: true,
            cell: ({ caseId, applicantName, reference }) => (
              <>
                <Link to={`/inbox/cases/${caseId}` as string} className={styles.name}>
                  {applicantName || t('nameless')}
                </Link>
                <br />
                <span className={styles.quiet}>
                  <Bdi>{reference}</Bdi>
                </span>
              </>
            ),
          },
          { id: 'branch', head: t('branch'), cell: ({ branchName }) => branchName },
          {
            id: 'submitted',
            head: t('submitted'),
            cell: ({ submittedAt }) =>
              submittedAt === null ? null : <InstantText instant={submittedAt} today={today} />,
          },
          {
            id: 'state',
            head: t('condition'),
            isTight: true,
            cell: ({ state }) => (
              <Badge tone={IMPORT_LOOKS[state].tone} icon={IMPORT_LOOKS[state].icon}>
                {t(`state.${state}`)}
              </Badge>
            ),
          },
          { id: 'reasons', head: t('reasons'), cell: inShort },
        ]}
      />
      {total > cases.length && limit < MOST && (
        <Button kind="quiet" onPress={() => setLimit(MOST)}>
          {t('showMore')}
        </Button>
      )}
    </>
  );
}
