import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { GitMerge, Users, UsersRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useLookEvery } from '#renderer/access/hq/overview.ts';
import { Icon } from '#renderer/components/Icon.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { listed } from '#renderer/language/listed.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { Collision, PersonInShort, ReviewPair } from '#shared/contracts/hq/review.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import styles from './inbox.module.css';

/** Whether the applicant is somebody who is known: pairs that wait, what is shared, and what was joined. */
export function PersonNotes({ caseId }: { readonly caseId: CaseId }) {
  const { t } = useTranslation('review');
  const { queries } = useHq();
  const { data, error } = useQuery({
    ...queries.review.ofCase.queryOptions({ input: { caseId } }),
    refetchInterval: useLookEvery(),
  });
  if (data === undefined) return <HqErrorNote error={error} />;
  const { pairs, collisions, merges } = data;
  if (pairs.length + collisions.length + merges.length === 0) return null;
  return (
    <Panel title={t('onCase')} compact>
      <HqErrorNote error={error} />
      <ul className={styles.reasons}>
        {pairs.map((pair) => (
          <li key={`${pair.oneId} ${pair.otherId}`} className={styles.reason}>
            <Icon of={UsersRound} tone="review" />
            <span>
              <PairSentence pair={pair} />{' '}
              <Link
                to={`/review/${pair.state === 'asked' ? 'asked' : 'pairs'}` as string}
                search={{ pair: `${pair.oneId}.${pair.otherId}` } as never}
              >
                {t('onCaseOpen')}
              </Link>
            </span>
          </li>
        ))}
        {merges.map((merge) => (
          <li key={merge.mergeId} className={styles.reason}>
            <Icon of={GitMerge} tone="info" />
            <span>
              {t(merge.kept.fileNo === null ? 'onCaseMergedUnfiled' : 'onCaseMerged', {
                file: merge.kept.fileNo ?? '',
                name: nameOf(merge.kept, t('nameless')),
                other: nameOf(merge.merged, t('nameless')),
              })}{' '}
              <Link to={'/review/merges' as string}>{t('onCaseOpen')}</Link>
            </span>
          </li>
        ))}
        {collisions.map((collision) => (
          <li key={collision.collisionId} className={styles.reason}>
            <Icon of={Users} tone={collision.dismissed === null ? 'review' : 'info'} />
            <span>
              <CollisionSentence collision={collision} own={caseId} />{' '}
              {collision.dismissed === null ? (
                <Link to={'/review/collisions' as string}>{t('onCaseOpen')}</Link>
              ) : (
                <>({t('dismissedMark')})</>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function PairSentence({ pair }: { readonly pair: ReviewPair }) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const names = [...new Set([pair.one, pair.other].map((each) => nameOf(each, t('nameless'))))];
  return (
    <>
      {t('onCasePair', {
        strength: t(`strengthLong.${pair.strength}`),
        name: listed(names, language),
      })}
    </>
  );
}

function CollisionSentence({
  collision: { kind, people },
  own,
}: {
  readonly collision: Collision;
  readonly own: CaseId;
}) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const others = people.filter(({ caseId }) => caseId !== own);
  return (
    <>
      {t('onCaseCollision', {
        kind: t(`collisionKind.${kind}`),
        names: listed(
          others.map((each) => nameOf(each, t('nameless'))),
          language,
        ),
      })}
    </>
  );
}

function nameOf({ name }: Pick<PersonInShort, 'name'>, nameless: string): string {
  return name || nameless;
}
