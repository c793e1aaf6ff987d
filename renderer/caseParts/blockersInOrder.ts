import type { OpenCase } from '#renderer/access/caseFile.ts';
import type { Blocker, BlockerCode, CaseAction } from '#shared/domain/case/availableActions.ts';

/** What stops comes first, then what a person must say, then what is only not done yet. */
const ORDER: readonly BlockerCode[] = [
  'authorityRevoked',
  'authorityLapsed',
  'authorityNotCovering',
  'rowBlocks',
  'rowNeedsOfficer',
  'documentForOfficer',
  'documentInvalid',
  'documentMissing',
  'knownUnanswered',
  'itemAwaited',
  'referralOpen',
  'rowNeedsReason',
  'rowUndecided',
  'originalNotSighted',
  'authorityUnread',
  'documentUnrecorded',
  'answerConflict',
  'answerProblem',
  'answerMissing',
  'noticeNotShown',
  'servicesNotExplained',
  'inquiriesNotConfirmed',
  'interviewNotCompleted',
  'matchingNotCompleted',
  'notSigned',
];

/**
 * What stands in the way of an action, each thing once: the rows of a document that nobody has read
 * yet are that document, and a row that stops or wants a reason is not told as undecided again.
 */
export function blockersInOrder(
  { actions, assessment }: OpenCase,
  action: CaseAction,
): readonly Blocker[] {
  const recorded = new Set(
    assessment.documents.flatMap(({ needed, recorded: mark }) =>
      mark === null ? [] : [needed.documentKey],
    ),
  );
  const documentOf = new Map(assessment.matrix.map(({ row }) => [row.rowKey, row.documentKey]));
  const told = new Set<string>();
  return actions[action].blockers
    .toSorted((one, other) => ORDER.indexOf(one.code) - ORDER.indexOf(other.code))
    .filter((blocker) => {
      if (!('rowKey' in blocker)) return true;
      const documentKey = documentOf.get(blocker.rowKey);
      if (documentKey !== undefined && !recorded.has(documentKey)) return false;
      if (told.has(blocker.rowKey)) return false;
      told.add(blocker.rowKey);
      return true;
    });
}
