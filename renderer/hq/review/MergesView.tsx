import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { CircleCheck, GitMerge, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useMoreRows } from '#renderer/access/hq/moreRows.ts';
import { useHqToday, useLookEvery } from '#renderer/access/hq/overview.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { Badge } from '#renderer/components/Badge.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { InstantText } from '#renderer/language/dates.tsx';
import { listed } from '#renderer/language/listed.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { Merge } from '#shared/contracts/hq/review.ts';
import { FoundList } from './FoundList.tsx';
import styles from './review.module.css';
import { SayDialog } from './SayDialog.tsx';

/** Everybody who was joined, the newest first; from here it is taken back. */
export function MergesView() {
  const { t } = useTranslation('review');
  const { queries } = useHq();
  const today = useHqToday();
  const more = useMoreRows();
  const { data, error } = useQuery({
    ...queries.review.merges.queryOptions({ input: { offset: 0, limit: more.limit } }),
    placeholderData: keepPreviousData,
    refetchInterval: useLookEvery(),
  });
  const nameOf = ({ kept }: Merge) => kept.name || t('nameless');
  return (
    <FoundList
      caption={t('view.merges')}
      rows={data?.merges}
      onMore={more.onMore(data?.merges.length ?? 0)}
      error={error}
      rowId={({ mergeId }) => mergeId}
      empty={
        <EmptyState icon={GitMerge} title={t('mergesEmpty')}>
          {t('mergesEmptyHelp')}
        </EmptyState>
      }
      openLabel={(merge) => t('openMerge', { name: nameOf(merge) })}
      closeLabel={(merge) => t('closeMerge', { name: nameOf(merge) })}
      detail={(merge, onDone) => <MergeDetail merge={merge} onUndone={onDone} />}
      done={t('done.undo')}
      columns={[
        {
          id: 'kept',
          head: t('kept'),
          isRowName: true,
          cell: (merge) => (
            <>
              {nameOf(merge)}
              <br />
              <span className={styles.quiet}>
                <bdi dir="ltr">{merge.kept.fileNo ?? merge.keptFileNo ?? ''}</bdi>
              </span>
            </>
          ),
        },
        {
          id: 'merged',
          head: t('mergedOne'),
          cell: ({ merged, mergedFileNo }) => (
            <>
              {merged.name || t('nameless')}
              <br />
              <span className={styles.quiet}>
                {mergedFileNo === null ? t('noFile') : <bdi dir="ltr">{mergedFileNo}</bdi>}
              </span>
            </>
          ),
        },
        { id: 'by', head: t('by'), cell: ({ mergedBy }) => mergedBy },
        {
          id: 'at',
          head: t('at'),
          isTight: true,
          cell: ({ mergedAt }) => <InstantText instant={mergedAt} today={today} />,
        },
        {
          id: 'state',
          head: t('condition'),
          isTight: true,
          cell: ({ undone }) =>
            undone === null ? (
              <Badge tone="ok" icon={CircleCheck}>
                {t('stands')}
              </Badge>
            ) : (
              <Badge tone="neutral" icon={Undo2}>
                {t('undone')}
              </Badge>
            ),
        },
      ]}
    />
  );
}

function MergeDetail({
  merge,
  onUndone,
}: {
  readonly merge: Merge;
  readonly onUndone: () => void;
}) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const { client } = useHq();
  const mayMerge = useHqMay('persons.merge');
  const [isUndoing, setUndoing] = useState(false);
  const { mergeId, reason, fromMerged, undone } = merge;
  return (
    <Stack gap={2}>
      <p>
        <strong>{t('reason')}: </strong>
        <Words>{reason}</Words>
      </p>
      {fromMerged.length > 0 && (
        <p>
          <strong>{t('chosenFields')}: </strong>
          {listed(
            fromMerged.map((field) => t(`fields.${field}`)),
            language,
          )}
        </p>
      )}
      {undone !== null && (
        <p>
          <strong>{t('undoneWhy')}: </strong>
          <Words>{undone.reason}</Words> · <Words>{undone.by}</Words>
        </p>
      )}
      {undone === null && mayMerge && (
        <Row>
          <Button icon={Undo2} onPress={() => setUndoing(true)}>
            {t('undo')}
          </Button>
        </Row>
      )}
      {isUndoing && (
        <SayDialog
          title={t('undoTitle')}
          text={t('undoText')}
          confirmLabel={t('undo')}
          act={(words) => client.review.undo({ mergeId, reason: words })}
          onDone={() => {
            setUndoing(false);
            onUndone();
          }}
          onClose={() => setUndoing(false)}
        />
      )}
    </Stack>
  );
}
