import type { AnswerPatch } from '../answers/answerPatch.ts';
import type { CaseEventPayload } from './caseEvent.ts';
import type { CaseState } from './caseState.ts';

/**
 * The case after a change of answers, as far as it speaks of the person's file: what was said anew is no
 * longer the file's, and what a new request takes from there is remembered with its day.
 */
export function takeFromFile(
  state: CaseState,
  { patches, fromFile }: CaseEventPayload<'answersChanged'>,
): CaseState {
  const taken = withoutChanged(state.taken, patches);
  const toConfirm = withoutChanged(state.toConfirm, patches);
  if (fromFile === undefined) return { ...state, taken, toConfirm };
  return {
    ...state,
    taken: {
      ...taken,
      ...Object.fromEntries(
        fromFile.taken.map(({ path, saidOn, caseId }) => [path, { saidOn, caseId }]),
      ),
    },
    toConfirm: {
      ...toConfirm,
      ...Object.fromEntries(
        fromFile.toConfirm.map(({ path, saidOn, caseId, answer }) => [
          path,
          { saidOn, caseId, answer },
        ]),
      ),
    },
  };
}

function withoutChanged<Said>(
  said: Readonly<Record<string, Said>>,
  patches: readonly AnswerPatch[],
): Readonly<Record<string, Said>> {
  const paths = Object.keys(said);
  if (paths.length === 0) return said;
  const set = new Set(patches.flatMap((patch) => (patch.op === 'set' ? [patch.path] : [])));
  const gone = patches.flatMap((patch) =>
    patch.op === 'removeRow' ? [`${patch.repeat}/${patch.rowId}/`] : [],
  );
  const kept = paths.filter(
    (path) => !set.has(path) && !gone.some((prefix) => path.startsWith(prefix)),
  );
  return kept.length === paths.length
    ? said
    : Object.fromEntries(Object.entries(said).filter(([path]) => kept.includes(path)));
}
