import type { Answer, AnswerSet } from '../answers/answer.ts';
import type { AnswerPatch } from '../answers/answerPatch.ts';
import { applyPatches } from '../answers/applyPatches.ts';
import type { EventId } from '../identity.ts';
import type { Mark } from './caseState.ts';

/**
 * The patches that say what a page really changed: of all that was typed, only what differs from the
 * answers on record, each once, with the event that it replaces as its base. Empty when nothing does.
 * Applied to `before` they give the same answers as the page's own patches.
 * @param sources for each path the event that gave it its present value
 * @param isForeign whether an event came from another laptop: what was typed without knowing it keeps
 * the base that was known, so that both values are shown to a person
 */
export function realChanges(
  before: AnswerSet,
  patches: readonly AnswerPatch[],
  sources: Readonly<Record<string, Pick<Mark, 'eventId'>>>,
  isForeign: (eventId: EventId) => boolean = () => false,
): readonly AnswerPatch[] {
  const after = applyPatches(before, patches);
  const gone = rowsMissingIn(after, before).filter(
    ({ repeat }, _, all) =>
      !all.some((other) => repeat.startsWith(`${other.repeat}/${other.rowId}/`)),
  );
  const prefixes = gone.map(({ repeat, rowId }) => `${repeat}/${rowId}/`);
  const typedOn = new Map(
    patches.flatMap((patch) => (patch.op === 'set' ? [[patch.path, patch.base] as const] : [])),
  );
  const baseOf = (path: string) => {
    const present = own(sources, path)?.eventId ?? null;
    const typed = typedOn.get(path);
    return typed !== undefined && present !== null && isForeign(present) ? typed : present;
  };
  const added = rowsMissingIn(before, after);
  return [
    ...gone.map(({ repeat, rowId }) => ({ op: 'removeRow', repeat, rowId }) as const),
    ...added.map(({ repeat, rowId }) => ({ op: 'addRow', repeat, rowId }) as const),
    ...changedPaths(before, after)
      .filter(
        (path) =>
          own(after.values, path) !== null || !prefixes.some((prefix) => path.startsWith(prefix)),
      )
      .map((path) => ({
        op: 'set' as const,
        path,
        answer: own(after.values, path),
        base: baseOf(path),
      })),
  ];
}

interface Row {
  readonly repeat: string;
  readonly rowId: string;
}

/** Rows of `present` that `absent` does not have, outer repeats before those nested in them. */
function rowsMissingIn(absent: AnswerSet, present: AnswerSet): readonly Row[] {
  return Object.entries(present.rows)
    .toSorted(([left], [right]) => left.split('/').length - right.split('/').length)
    .flatMap(([repeat, ids]) =>
      ids
        .filter((rowId) => !(own(absent.rows, repeat) ?? []).includes(rowId))
        .map((rowId) => ({ repeat, rowId })),
    );
}

function changedPaths(before: AnswerSet, after: AnswerSet): readonly string[] {
  const paths = new Set([...Object.keys(before.values), ...Object.keys(after.values)]);
  return [...paths].filter(
    (path) => !sameAnswer(own(before.values, path), own(after.values, path)),
  );
}

export function sameAnswer(one: Answer | null, other: Answer | null): boolean {
  return sameJson(one, other);
}

function sameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return false;
  }
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const left = new Map<string, unknown>(Object.entries(one));
  const right = new Map<string, unknown>(Object.entries(other));
  return (
    left.size === right.size &&
    [...left].every(([key, value]) => right.has(key) && sameJson(value, right.get(key)))
  );
}

/** Paths come from data: only own properties count. */
function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | null {
  return Object.hasOwn(record, key) ? (record[key] ?? null) : null;
}
