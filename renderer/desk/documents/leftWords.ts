import { useTranslation } from 'react-i18next';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { blockersInOrder } from '#renderer/caseParts/blockersInOrder.ts';

/** What is left before the declaration, in one sentence; null when nothing is. */
export function useLeftWords(open: OpenCase): string | null {
  const { t } = useTranslation('documents');
  const blockers = open.state.submission === null ? blockersInOrder(open, 'completeMatching') : [];
  const count = (...codes: readonly string[]) =>
    blockers.filter(({ code }) => codes.includes(code)).length;
  const interview = count(
    'answerConflict',
    'answerProblem',
    'answerMissing',
    'noticeNotShown',
    'servicesNotExplained',
    'inquiriesNotConfirmed',
    'interviewNotCompleted',
  );
  const parts = [
    [
      count(
        'rowBlocks',
        'rowNeedsOfficer',
        'documentInvalid',
        'documentForOfficer',
        'documentMissing',
        'knownUnanswered',
        'itemAwaited',
        'referralOpen',
        'authorityLapsed',
        'authorityRevoked',
        'authorityNotCovering',
        'authorityUnread',
      ),
      'stops',
    ],
    [count('rowNeedsReason'), 'needReason'],
    [count('rowUndecided'), 'undecided'],
    [count('originalNotSighted'), 'notSightedCount'],
    [count('documentUnrecorded'), 'unrecorded'],
  ] as const;
  const words = parts.flatMap(([number, key]) => (number === 0 ? [] : [t(key, { count: number })]));
  const all = interview > 0 ? [t('interviewOpen'), ...words] : words;
  return all.length === 0 ? null : all.join(t('listSeparator'));
}
