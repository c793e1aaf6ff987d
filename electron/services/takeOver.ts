import type { NewCaseEvent } from '#db/desk/newEvent.ts';
import type { AnswerPatch } from '#shared/domain/answers/answerPatch.ts';
import { answerAt, rowsOf } from '#shared/domain/answers/answerSet.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import type { BeneficiaryId } from '#shared/domain/identity.ts';
import type { KnownFile } from '#shared/domain/known/knownAnswers.ts';
import { versionKey } from '#shared/domain/texts/textLibrary.ts';
import { knownOf, latestRequests } from './beneficiariesService.ts';
import type { OpenDesk } from './openDesk.ts';

/**
 * What a case that is already open takes over when its applicant turns out to be known: only what was not
 * said yet, and nothing once the interview is complete. Empty where there is nothing of the kind.
 */
export function takenOverLater(
  desk: OpenDesk,
  state: CaseState,
  beneficiaryId: BeneficiaryId,
): readonly NewCaseEvent[] {
  if (state.interviewCompleted !== null) return [];
  const file = unsaid(state, knownOf(desk, latestRequests(desk, beneficiaryId)));
  const fresh = file.answers.filter(({ isFresh }) => isFresh);
  const patches: AnswerPatch[] = [
    ...file.rows.map(({ repeat, rowId }) => ({ op: 'addRow' as const, repeat, rowId })),
    ...fresh.map(({ path, answer }) => ({ op: 'set' as const, path, answer, base: null })),
  ];
  if (patches.length === 0) return [];
  return [
    {
      kind: 'answersChanged',
      caseId: state.caseId,
      actorId: desk.person.actorId,
      formVersion: versionKey(state.questionnaire),
      payload: {
        section: 'A',
        patches,
        fromFile: {
          taken: fresh.map(({ path, saidOn, caseId }) => ({ path, saidOn, caseId })),
          toConfirm: file.answers
            .filter(({ isFresh }) => !isFresh)
            .map(({ path, saidOn, caseId, answer }) => ({ path, saidOn, caseId, answer })),
        },
      },
    },
  ];
}

/** A household is taken whole, or not at all where members were named already. */
function unsaid(
  { answers, answerSources }: CaseState,
  { rows, answers: known }: KnownFile,
): KnownFile {
  const kept = rows.filter(({ repeat }) => rowsOf(answers, repeat).length === 0);
  const taken = new Set(kept.map(({ repeat, rowId }) => `${repeat}/${rowId}`));
  return {
    rows: kept,
    answers: known.filter(({ path }) => {
      const [repeat, rowId] = path.split('/');
      if (rowId !== undefined) return taken.has(`${repeat}/${rowId}`);
      return answerAt(answers, path) === undefined && !Object.hasOwn(answerSources, path);
    }),
  };
}
