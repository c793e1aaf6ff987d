import { useTranslation } from 'react-i18next';
import { PaperFacts } from '#renderer/caseParts/PaperFacts.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { PrintSection, PrintTable } from '#renderer/components/PrintPage.tsx';
import { listed } from '#renderer/language/listed.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { Minutes } from '#shared/contracts/hq/committee.ts';
import type { AgendaCase, CommitteeSession, Motion } from '#shared/domain/committee/session.ts';
import { Vote } from '#shared/domain/committee/sessionEvents.ts';
import { tallyOf } from '#shared/domain/committee/voting.ts';
import styles from './committee.module.css';
import { useMotionWords } from './motionWords.ts';

/** One case of the minutes: who stepped back, every motion with its votes by name, and the decision. */
export function MinutesCase({
  index,
  agenda,
  found,
  session,
}: {
  readonly index: number;
  readonly agenda: AgendaCase;
  readonly found: Minutes['cases'][number];
  readonly session: CommitteeSession;
}) {
  const { t } = useTranslation(['committee', 'hqCommittee']);
  const language = useLanguage();
  const wordsOf = useMotionWords();
  const nameOf = (id: string) => session.members.find((each) => each.personId === id)?.name ?? '';
  const itemName = (itemId: string) =>
    found.items.find((item) => item.itemId === itemId)?.label?.[language] ??
    t('hqCommittee:unnamedItem');
  const excluded = found.firstDeciders.map(nameOf).filter((each) => each !== '');
  const votesOf = ({ votes }: Motion) =>
    Vote.options.flatMap((vote) => {
      const names = votes.filter((each) => each.vote === vote).map((each) => nameOf(each.memberId));
      return names.length === 0
        ? []
        : [`${t(`committee:vote.${vote}`)}: ${listed(names, language)}`];
    });
  const resultOf = (motion: Motion) => {
    if (motion.isReplaced) return t('committee:paper.replaced');
    const { isCarried, byCastingVote } = tallyOf(motion, session.chairId);
    if (!isCarried) return t('committee:notCarried');
    return t(byCastingVote ? 'committee:carriedByChair' : 'committee:carried');
  };
  return (
    <PrintSection
      title={
        <>
          {t('committee:paper.case', { index })} · <Bdi>{found.reference}</Bdi>
        </>
      }
    >
      <PaperFacts
        facts={[
          {
            id: 'file',
            term: t('committee:paper.file'),
            value: <Bdi>{found.fileNo ?? ''}</Bdi>,
          },
          { id: 'branch', term: t('hqCommittee:branch'), value: found.branchName },
          {
            id: 'recusals',
            term: t('committee:paper.recusals'),
            value:
              agenda.recusals.length === 0
                ? t('committee:paper.noRecusals')
                : listed(
                    agenda.recusals.map((each) => `${nameOf(each.memberId)} (${each.reason})`),
                    language,
                  ),
          },
          ...(excluded.length === 0
            ? []
            : [
                {
                  id: 'excluded',
                  term: t('committee:paper.excluded'),
                  value: listed(excluded, language),
                },
              ]),
          {
            id: 'decision',
            isWide: agenda.decided === null,
            term: t('committee:paper.decision'),
            value:
              agenda.decided === null ? (
                t('committee:paper.undecided')
              ) : (
                <Bdi>{agenda.decided.decisionNumber}</Bdi>
              ),
          },
        ]}
      />
      {agenda.motions.length > 0 && (
        <PrintTable
          heads={[
            t('committee:paper.item'),
            t('committee:paper.motion'),
            t('committee:paper.votes'),
            t('committee:paper.result'),
          ]}
          rows={agenda.motions.map((motion) => ({
            id: motion.motionId,
            cells: [
              itemName(motion.decision.itemId),
              wordsOf(motion.decision),
              <span key="votes">
                {votesOf(motion).map((line) => (
                  <span key={line} className={styles.line}>
                    {line}
                  </span>
                ))}
              </span>,
              resultOf(motion),
            ],
          }))}
        />
      )}
    </PrintSection>
  );
}
