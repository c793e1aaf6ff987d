import type { NewCaseEvent } from '#db/desk/newEvent.ts';
import type { AnswerPatch } from '#shared/domain/answers/answerPatch.ts';
import { applyPatches } from '#shared/domain/answers/applyPatches.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { versionKey } from '#shared/domain/texts/textLibrary.ts';
import { assess } from './caseWork.ts';
import type { OpenDesk } from './openDesk.ts';
import { automaticVerdicts } from './verdicts.ts';

/**
 * One `answersChanged`, and with it the verdicts on documents already read that the rules give by
 * themselves for what is stated now.
 * @param section a letter, or `matching` for a correction made there
 * @param patches at least one, each a real change
 */
export function answersChanged(
  desk: OpenDesk,
  state: CaseState,
  section: string,
  patches: readonly AnswerPatch[],
): readonly NewCaseEvent[] {
  const { actorId } = desk.person;
  const after = { ...state, answers: applyPatches(state.answers, patches) };
  return [
    {
      kind: 'answersChanged',
      caseId: state.caseId,
      actorId,
      formVersion: versionKey(state.questionnaire),
      payload: { section, patches: [...patches] },
    },
    ...automaticVerdicts(after, assess(desk, after), actorId),
  ];
}
