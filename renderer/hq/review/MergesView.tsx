import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { CircleCheck, GitMerge, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqToday, useLookEvery } from '#renderer/access/hq/overview.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { Badge } from '#renderer/components/Badge.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { InstantText } from '#renderer/language/dates.tsx';
import { listed } from '#renderer/language/listed.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { Merge } from '#shared/contracts/hq/review.ts';
import styles from './review.module.css';
import { SayDialog } from './SayDialog.tsx';

const PAGE = 100;

/** Everybody who was joined, the newest first; from here it is taken back. */
export function MergesView() {
  const { t } = useTranslation(['review', 'common']);
  const { queries } = useHq();
  const today = useHqToday();
  const [openId, setOpenId] = useState<string | null>(null);
  const [isUndone, setUndone] = useState(false);
  const { data, error } = useQuery({
    ...queries.review.merges.queryOptions({ input: { offset: 0, limit: PAGE } }),
    placeholderData: keepPreviousData,
    refetchInterval: useLookEvery(),
  });
  if (data === undefined) {
    return error === null ? (
      <Skeleton label={t('common:loading')} />
    ) : (
      <HqErrorNote error={error} />
    );
  }
  const nameOf = ({ kept }: Merge) => kept.name || t('review:nameless');
  return (
    <div className={styles.view}>
      <HqErrorNote error={error} />
      {isUndone && (
        <Note tone="ok" slim live="status">
          {t('review:done.undo')}
        </Note>
      )}
      <Panel body="flush" label={t('review:view.merges')}>
        <DataTable
          caption={t('review:view.merges')}
          rows={data.merges}
          rowId={({ mergeId }) => mergeId}
          empty={
            <EmptyState icon={GitMerge} title={t('review:mergesEmpty')}>
              {t('review:mergesEmptyHelp')}
            </EmptyState>
          }
          drawer={{
            openId,
            onToggle: (id) => setOpenId(id === openId ? null : id),
            openLabel: (merge) => t('review:openMerge', { name: nameOf(merge) }),
            closeLabel: (merge) => t('review:closeMerge', { name: nameOf(merge) }),
            content: (merge) => <MergeDetail merge={merge} onUndone={() => setUndone(true)} />,
          }}
          columns={[
            {
              id: 'kept',
              head: t('review:kept'),
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
              head: t('review:mergedOne'),
              cell: ({ merged, mergedFileNo }) => (
                <>
                  {merged.name || t('review:nameless')}
                  <br />
                  <span className={styles.quiet}>
                    {mergedFileNo === null ? (
                      t('review:noFile')
                    ) : (
                      <bdi dir="ltr">{mergedFileNo}</bdi>
                    )}
                  </span>
                </>
              ),
            },
            { id: 'by', head: t('review:by'), cell: ({ mergedBy }) => mergedBy },
            {
              id: 'at',
              head: t('review:at'),
              isTight: true,
              cell: ({ mergedAt }) => <InstantText instant={mergedAt} today={today} />,
            },
            {
              id: 'state',
              head: t('review:condition'),
              isTight: true,
              cell: ({ undone }) =>
                undone === null ? (
                  <Badge tone="ok" icon={CircleCheck}>
                    {t('review:stands')}
                  </Badge>
                ) : (
                  <Badge tone="neutral" icon={Undo2}>
                    {t('review:undone')}
                  </Badge>
                ),
            },
          ]}
        />
      </Panel>
    </div>
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
        {reason}
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
          {undone.reason} · {undone.by}
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
