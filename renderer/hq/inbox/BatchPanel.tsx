import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { CircleCheck, FolderInput, PenLine, Printer, Rows3 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHqCaseRules } from '#renderer/access/hq/caseRules.ts';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useLookEvery } from '#renderer/access/hq/overview.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { ActionMenu } from '#renderer/components/ActionMenu.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import { ImportState } from '#shared/domain/import/importState.ts';
import type { ListedBatch } from './BatchTable.tsx';
import { IMPORT_LOOKS, sumOf } from './importTones.ts';
import styles from './inbox.module.css';
import { placeNames } from './placeNames.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { useReasonsInShort } from './reasonsInShort.ts';
import { useImportAction } from './useImportAction.ts';

/** One batch: what is clean goes in together, and each other case stands with its reason. */
export function BatchPanel({ batch }: { readonly batch: ListedBatch | null }) {
  const { t } = useTranslation('import');
  const mayRead = useHqMay('cases.read');
  if (batch === null || !mayRead) {
    return (
      <Panel label={t('choose')}>
        <EmptyState icon={Rows3} title={t('choose')}>
          {t('chooseHelp')}
        </EmptyState>
      </Panel>
    );
  }
  return <OpenBatch key={batch.batchId} batch={batch} />;
}

const SHOWN: readonly ImportState[] = [
  'held',
  'duplicate',
  'changed',
  'returned',
  'setAside',
  'repeats',
];

function OpenBatch({ batch }: { readonly batch: ListedBatch }) {
  const { t } = useTranslation('import');
  const { queries, client } = useHq();
  const navigate = useNavigate();
  const look = useLookEvery();
  const mayImport = useHqMay('cases.import');
  const [isSettingAside, setSettingAside] = useState(false);
  const { batchId, counts } = batch;
  const { data, error } = useQuery({
    ...queries.imports.cases.queryOptions({ input: { batchId, offset: 0, limit: 500 } }),
    refetchInterval: look,
  });
  const names = placeNames(useHqCaseRules(null), useLanguage());
  const inShort = useReasonsInShort(names);
  const importClean = useImportAction(() => client.imports.importClean({ batchId }));
  const cases = (data?.cases ?? [])
    .filter(({ state }) => SHOWN.includes(state))
    .toSorted((one, other) => SHOWN.indexOf(one.state) - SHOWN.indexOf(other.state));
  const meta = [
    t('countCases', { count: sumOf(counts, ImportState.options) }),
    t('fromLaptop', { lane: batch.lane }),
    ...batch.people,
  ];
  return (
    <Panel
      title={t('batchTitle', { branch: batch.branchName, number: batch.number })}
      note={meta.join(' · ')}
      compact
      foot={
        <>
          {mayImport && (
            <Button
              kind="main"
              busy={importClean.isPending}
              {...(counts.clean === 0 ? { blockedReason: t('cleanTogether', { count: 0 }) } : {})}
              onPress={() => importClean.mutate(undefined)}
            >
              {t('importAll', { count: counts.clean })}
            </Button>
          )}
          <ActionMenu
            label={t('more')}
            items={[
              { id: 'paper', label: t('paper'), icon: Printer },
              ...(mayImport
                ? [{ id: 'setAside', label: t('setBatchAside'), icon: FolderInput }]
                : []),
            ]}
            onAction={(id) => {
              if (id === 'setAside') setSettingAside(true);
              else void navigate({ to: `/inbox/${batchId}/acknowledgement` as string });
            }}
          />
        </>
      }
    >
      <Stack gap={2}>
        <HqErrorNote error={error ?? importClean.error} />
        {counts.clean > 0 && (
          <span className={styles.reason}>
            <Icon of={CircleCheck} tone="ok" />
            <strong>{t('cleanTogether', { count: counts.clean })}</strong>
          </span>
        )}
        {counts.imported > 0 && (
          <span className={styles.reason}>
            <Icon of={CircleCheck} tone="ok" />
            {t('importedTogether', { count: counts.imported })}
          </span>
        )}
        {counts.notSubmitted > 0 && (
          <span className={styles.reason}>
            <Icon of={PenLine} />
            {t('notSubmittedTogether', { count: counts.notSubmitted })}
          </span>
        )}
        <ul className={styles.list}>
          {cases.map((listed) => {
            const { tone, icon } = IMPORT_LOOKS[listed.state];
            const name = listed.applicantName || t('nameless');
            return (
              <li key={listed.caseId} className={styles.item}>
                <Icon of={icon} tone={tone} flow={listed.state === 'returned'} />
                <span className={styles.grow}>
                  <span className={styles.name}>{name}</span>
                  <br />
                  <span className={styles.quiet}>
                    {t(`state.${listed.state}`)}: {inShort(listed)}
                  </span>
                </span>
                <Link
                  to={`/inbox/cases/${listed.caseId}` as string}
                  className={buttonClass('quiet', 'sm')}
                  aria-label={t('openCase', { name })}
                >
                  {t('open')}
                </Link>
              </li>
            );
          })}
        </ul>
      </Stack>
      {isSettingAside && (
        <ReasonDialog
          title={t('setBatchAsideTitle', { number: batch.number })}
          confirmLabel={t('setBatchAside')}
          act={(reason) => client.imports.setAside({ batchId, reason })}
          onDone={() => setSettingAside(false)}
          onClose={() => setSettingAside(false)}
        >
          {t('setBatchAsideText')}
        </ReasonDialog>
      )}
    </Panel>
  );
}
