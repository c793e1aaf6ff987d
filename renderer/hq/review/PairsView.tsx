import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { CopyCheck, UsersRound } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useMoreRows } from '#renderer/access/hq/moreRows.ts';
import { useLookEvery } from '#renderer/access/hq/overview.ts';
import { Badge } from '#renderer/components/Badge.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Segmented } from '#renderer/components/Choice.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { listed } from '#renderer/language/listed.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import { PairStrength, type PersonInShort, type ReviewPair } from '#shared/contracts/hq/review.ts';
import type { Language } from '#shared/domain/case/vocabulary.ts';
import { BeneficiaryId, type BranchOfficeId } from '#shared/domain/identity.ts';
import { type PairDone, PairPanel } from './PairPanel.tsx';
import { STRENGTH_LOOKS } from './pairLooks.ts';
import styles from './review.module.css';

const ALL = 'all';

export interface PairsViewProps {
  readonly state: 'open' | 'asked';
  /** The pair that is open, as the address has it: the two ids with a dot between. */
  readonly openKey: string | null;
}

/** Pairs that wait, the surest first, and the one that is looked at. */
export function PairsView({ state, openKey }: PairsViewProps) {
  const { t } = useTranslation(['review', 'common']);
  const { queries } = useHq();
  const navigate = useNavigate();
  const [strength, setStrength] = useState<PairStrength | null>(null);
  const [branchOfficeId, setBranch] = useState<BranchOfficeId | null>(null);
  const { limit, onMore } = useMoreRows();
  const [done, setDone] = useState<PairDone | null>(null);
  const { data, error } = useQuery({
    ...queries.review.list.queryOptions({
      input: {
        state,
        ...(strength === null ? {} : { strength }),
        ...(branchOfficeId === null ? {} : { branchOfficeId }),
        offset: 0,
        limit,
      },
    }),
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
  const view = state === 'open' ? 'pairs' : 'asked';
  const go = (pair: PairIds | undefined) =>
    void navigate({
      to: `/review/${view}` as string,
      search: (pair === undefined ? {} : { pair: keyOf(pair) }) as never,
    });
  const at = data.pairs.findIndex((pair) => keyOf(pair) === openKey);
  // One that stands further down is led to from its case, or from an address that somebody sent.
  const open = data.pairs[at] ?? pairOfKey(openKey);
  const more = onMore(data.pairs.length);
  const isNarrowed = strength !== null || branchOfficeId !== null;
  return (
    <div className={styles.view}>
      <HqErrorNote error={error} />
      {done !== null && (
        <Note tone="ok" slim live="status">
          {t(`review:done.${done}`)}
        </Note>
      )}
      {(data.total > 0 || isNarrowed) && (
        <div className={styles.filters}>
          <Segmented
            label={t('review:strengthFilter')}
            value={strength ?? ALL}
            options={[
              { value: ALL, label: t('review:allStrengths') },
              ...PairStrength.options.map((value) => ({
                value,
                label: t(`review:strength.${value}`),
              })),
            ]}
            onChange={(value) => {
              const parsed = PairStrength.safeParse(value);
              setStrength(parsed.success ? parsed.data : null);
            }}
          />
          <Select
            label={t('review:branchFilter')}
            value={branchOfficeId ?? ALL}
            placeholder={t('review:allBranches')}
            nothingFound={t('review:nothingFound')}
            options={[
              { value: ALL, label: t('review:allBranches') },
              ...data.branches.map(({ branchOfficeId: value, name }) => ({ value, label: name })),
            ]}
            onChange={(value) => setBranch(value === ALL ? null : (value as BranchOfficeId))}
          />
        </div>
      )}
      {data.pairs.length === 0 ? (
        <EmptyState
          icon={CopyCheck}
          title={t(state === 'open' ? 'review:empty' : 'review:emptyAsked')}
        >
          {t(state === 'open' ? 'review:emptyHelp' : 'review:emptyAskedHelp')}
        </EmptyState>
      ) : (
        <div className={styles.grid}>
          <PairList
            pairs={data.pairs}
            view={view}
            openKey={openKey}
            more={
              data.total > data.pairs.length && more !== null ? (
                <Button kind="quiet" onPress={more}>
                  {t('review:more')}
                </Button>
              ) : null
            }
          />
          {open === null ? (
            <EmptyState icon={UsersRound} title={t('review:choose')}>
              {t('review:chooseHelp')}
            </EmptyState>
          ) : (
            <PairPanel
              key={keyOf(open)}
              pair={open}
              onNext={() => go(data.pairs[at + 1] ?? data.pairs[0])}
              onDone={(what) => {
                setDone(what);
                go(data.pairs[at + 1]);
              }}
            />
          )}
        </div>
      )}
    </div>
  );
}

type PairIds = Pick<ReviewPair, 'oneId' | 'otherId'>;

export function keyOf({ oneId, otherId }: PairIds): string {
  return `${oneId}.${otherId}`;
}

/** The pair that a key names; null where it names none. */
function pairOfKey(key: string | null): PairIds | null {
  const [oneId, otherId] = (key ?? '').split('.').map((id) => BeneficiaryId.safeParse(id));
  return oneId?.success === true && otherId?.success === true
    ? { oneId: oneId.data, otherId: otherId.data }
    : null;
}

function PairList({
  pairs,
  view,
  openKey,
  more,
}: {
  readonly pairs: readonly ReviewPair[];
  readonly view: 'pairs' | 'asked';
  readonly openKey: string | null;
  readonly more: ReactNode;
}) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const nameOf = ({ name }: PersonInShort) => name || t('nameless');
  return (
    <nav aria-label={t('pairs')}>
      <ul className={styles.list} onKeyDown={walk}>
        {pairs.map((pair) => {
          const look = STRENGTH_LOOKS[pair.strength];
          return (
            <li key={keyOf(pair)}>
              <Link
                to={`/review/${view}` as string}
                search={{ pair: keyOf(pair) } as never}
                className={styles.pair}
                aria-current={keyOf(pair) === openKey ? 'true' : undefined}
              >
                <span className={styles.words}>
                  <span className={styles.name}>{nameOf(pair.one)}</span>
                  {nameOf(pair.other) !== nameOf(pair.one) && (
                    <span className={styles.name}>{nameOf(pair.other)}</span>
                  )}
                  <span className={styles.quiet}>{placesOf(pair, language)}</span>
                </span>
                <Badge tone={look.tone} icon={look.icon}>
                  {t(`strength.${pair.strength}`)}
                </Badge>
              </Link>
            </li>
          );
        })}
      </ul>
      {more}
    </nav>
  );
}

/** Where the two are known. */
function placesOf({ one, other }: ReviewPair, language: Language): string {
  const placeOf = ({ branches }: PersonInShort) =>
    listed(
      branches.map(({ name }) => name),
      language,
    );
  const [left, right] = [placeOf(one), placeOf(other)];
  return left === right ? left : `${left} · ${right}`;
}

/** Up and down go through the list; Enter opens, as with any link. */
function walk(event: KeyboardEvent<HTMLUListElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const links = [...event.currentTarget.querySelectorAll('a')];
  const at = links.findIndex((link) => link === document.activeElement);
  links[at + step]?.focus();
  event.preventDefault();
}
