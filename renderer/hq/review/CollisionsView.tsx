import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheck, Eye, Users } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useMoreRows } from '#renderer/access/hq/moreRows.ts';
import { useHqToday, useLookEvery } from '#renderer/access/hq/overview.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { Badge } from '#renderer/components/Badge.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Segmented } from '#renderer/components/Choice.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { InstantText } from '#renderer/language/dates.tsx';
import { listed } from '#renderer/language/listed.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { Collision } from '#shared/contracts/hq/review.ts';
import { FoundList } from './FoundList.tsx';
import styles from './review.module.css';
import { SayDialog } from './SayDialog.tsx';

/** What several persons have in common: an account, a telephone, somebody in the household. */
export function CollisionsView() {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const { queries } = useHq();
  const today = useHqToday();
  const more = useMoreRows();
  const [dismissed, setDismissed] = useState(false);
  const { data, error } = useQuery({
    ...queries.review.collisions.queryOptions({
      input: { ...(dismissed ? { dismissed } : {}), offset: 0, limit: more.limit },
    }),
    placeholderData: keepPreviousData,
    refetchInterval: useLookEvery(),
  });
  return (
    <FoundList
      caption={t('view.collisions')}
      rows={data?.collisions}
      onMore={more.onMore(data?.collisions.length ?? 0)}
      error={error}
      tools={
        <Row>
          <Segmented
            label={t('collisionShow')}
            value={dismissed ? 'dismissed' : 'open'}
            options={[
              { value: 'open', label: t('collisionOpen') },
              { value: 'dismissed', label: t('collisionDismissed') },
            ]}
            onChange={(value) => setDismissed(value === 'dismissed')}
          />
        </Row>
      }
      rowId={({ collisionId }) => collisionId}
      empty={
        <EmptyState
          icon={Users}
          title={t(dismissed ? 'collisionsDismissedEmpty' : 'collisionsEmpty')}
        >
          {t('collisionsEmptyHelp')}
        </EmptyState>
      }
      openLabel={({ values }) => t('openCollision', { value: values[0] ?? '' })}
      closeLabel={({ values }) => t('closeCollision', { value: values[0] ?? '' })}
      detail={(collision, onDone) => <CollisionDetail collision={collision} onDone={onDone} />}
      done={t('done.dismiss')}
      columns={[
        {
          id: 'kind',
          head: t('kind'),
          isTight: true,
          cell: ({ kind }) => (
            <Badge tone="review" icon={Eye}>
              {t(`collisionKind.${kind}`)}
            </Badge>
          ),
        },
        {
          id: 'value',
          head: t('value'),
          isRowName: true,
          cell: ({ values }) =>
            values.map((value) => (
              <span key={value} className={styles.line}>
                <bdi dir="ltr">{value}</bdi>
              </span>
            )),
        },
        {
          id: 'people',
          head: t('people'),
          cell: ({ people, total }) => (
            <>
              {listed(
                people.slice(0, SHOWN).map(({ name }) => name || t('nameless')),
                language,
              )}
              {total > SHOWN && <> {t('andOthers')}</>}
              <br />
              <span className={styles.quiet}>{t('countPeople', { count: total })}</span>
            </>
          ),
        },
        {
          id: 'found',
          head: t('found'),
          isTight: true,
          cell: ({ foundAt }) => <InstantText instant={foundAt} today={today} />,
        },
      ]}
    />
  );
}

const SHOWN = 3;

function CollisionDetail({
  collision,
  onDone,
}: {
  readonly collision: Collision;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const { client } = useHq();
  const mayMerge = useHqMay('persons.merge');
  const [isDismissing, setDismissing] = useState(false);
  const { collisionId, kind, people, total, dismissed } = collision;
  return (
    <Stack gap={2}>
      <p>{t(`collisionText.${kind}`)}</p>
      <ul>
        {people.map(({ caseId, reference, name, branches }) => (
          <li key={caseId}>
            <Link to={`/inbox/cases/${caseId}` as string} aria-label={t('openCase', { reference })}>
              {name || t('nameless')}
            </Link>{' '}
            ·{' '}
            {listed(
              branches.map((branch) => branch.name),
              language,
            )}{' '}
            · <bdi dir="ltr">{reference}</bdi>
          </li>
        ))}
      </ul>
      {dismissed !== null && (
        <p>
          <strong>{t('reason')}: </strong>
          <Words>{dismissed.reason}</Words> · <Words>{dismissed.by}</Words>
        </p>
      )}
      {dismissed === null && mayMerge && (
        <Row>
          <Button icon={CircleCheck} onPress={() => setDismissing(true)}>
            {t('dismiss')}
          </Button>
        </Row>
      )}
      {isDismissing && (
        <SayDialog
          title={t('dismissTitle')}
          text={t('dismissText')}
          confirmLabel={t('dismiss')}
          act={(reason) => client.review.dismiss({ collisionId, total, reason })}
          onDone={() => {
            setDismissing(false);
            onDone();
          }}
          onClose={() => setDismissing(false)}
        />
      )}
    </Stack>
  );
}
