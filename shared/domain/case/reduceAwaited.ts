import type { AnswerPatch } from '../answers/answerPatch.ts';
import type { LeftIncomplete } from './awaited.ts';
import type { CaseEventPayload } from './caseEvent.ts';
import type { CaseState, Incompleteness, Mark } from './caseState.ts';

/**
 * The case waits for these items; of an earlier list only what did not come and is not asked for again
 * stays. What was submitted is asked for by headquarters, in its own way.
 */
export function awaitItems(
  state: CaseState,
  { items, dueOn, place }: LeftIncomplete,
  mark: Mark,
): CaseState {
  if (state.submission !== null) return state;
  const kept = (state.incompleteness?.items ?? []).filter(
    (before) =>
      !Object.hasOwn(state.incompleteness?.received ?? {}, before.itemId) &&
      !items.some((item) => sameThing(item, before)),
  );
  return {
    ...state,
    incompleteness: { ...mark, items: [...kept, ...items], dueOn, place, received: {} },
  };
}

type Item = Incompleteness['items'][number];

function sameThing(one: Item, other: Item): boolean {
  if (one.itemId === other.itemId) return true;
  const { subject } = one;
  if (subject.kind === 'document') {
    return other.subject.kind === 'document' && subject.documentKey === other.subject.documentKey;
  }
  if (subject.kind === 'answer') {
    return other.subject.kind === 'answer' && subject.path === other.subject.path;
  }
  return false;
}

/** A document that was laid on the desk has come, whatever is then found in it. */
export function documentCame(
  state: CaseState,
  { documentKey, presentation }: CaseEventPayload<'documentRecorded'>,
  mark: Mark,
): CaseState {
  return come(
    state,
    ({ subject }) => subject.kind === 'document' && subject.documentKey === documentKey,
    presentation === 'presented' ? mark : null,
  );
}

export function answersCame(
  state: CaseState,
  patches: readonly AnswerPatch[],
  mark: Mark,
): CaseState {
  let after = state;
  for (const patch of patches) {
    if (patch.op !== 'set') continue;
    const { path, answer } = patch;
    after = come(
      after,
      ({ subject }) => subject.kind === 'answer' && subject.path === path,
      answer === null ? null : mark,
    );
  }
  return after;
}

export function itemCame(state: CaseState, itemId: string, mark: Mark): CaseState {
  return come(state, (item) => item.itemId === itemId, mark);
}

/** @param mark null: what had come is gone again */
function come(state: CaseState, isIt: (item: Item) => boolean, mark: Mark | null): CaseState {
  const { incompleteness } = state;
  if (incompleteness === null) return state;
  const items = incompleteness.items.filter(isIt).map(({ itemId }) => itemId);
  if (items.length === 0) return state;
  const others = Object.entries(incompleteness.received).filter(([id]) => !items.includes(id));
  const now = mark === null ? [] : items.map((id): [string, Mark] => [id, mark]);
  return {
    ...state,
    incompleteness: { ...incompleteness, received: Object.fromEntries([...others, ...now]) },
  };
}
