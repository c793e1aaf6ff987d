import type { Answer } from '#shared/domain/answers/answer.ts';
import { assertNever } from '#shared/domain/assertNever.ts';
import type { Language } from '#shared/domain/case/vocabulary.ts';
import type { Evaluation, PathState } from '#shared/domain/questionnaire/evaluation.ts';
import type { Field, Item, Repeat } from '#shared/domain/questionnaire/model.ts';

/** One thing that was stated, calculated or filled in by the desk. */
export interface SummaryEntry {
  /** The answer's path. */
  readonly id: string;
  readonly label: string;
  readonly field: Field;
  /** A value, or a coded non-answer with its reason. */
  readonly answer: Answer;
}

/** Answers that stand one after the other, across the groups of a page. */
export interface SummaryFacts {
  readonly kind: 'facts';
  readonly id: string;
  readonly entries: readonly SummaryEntry[];
}

/** A repeat: the family, the support asked for. Without rows nobody stated one, which is said too. */
export interface SummaryRows {
  readonly kind: 'rows';
  /** The repeat's path, with the ids of the rows around it. */
  readonly id: string;
  readonly title: string;
  /** The fields that at least one row answers, by name, in the order of the form. */
  readonly heads: readonly SummaryHead[];
  readonly rows: readonly SummaryRow[];
}

export interface SummaryHead {
  readonly id: string;
  readonly label: string;
  readonly field: Field;
}

export interface SummaryRow {
  readonly id: string;
  readonly entries: readonly SummaryEntry[];
  readonly nested: readonly SummaryRows[];
}

export type SummaryPart = SummaryFacts | SummaryRows;

export interface SummarySection {
  readonly id: string;
  readonly letter: string | null;
  readonly title: string;
  readonly parts: readonly SummaryPart[];
}

/**
 * All that a case says, as it is read out before signing and printed on the declaration (N3): sections
 * and fields in the order of the form, each answer that counts exactly once, the derived totals too.
 * Left out is what does not apply, what was not answered, and what `isVisible` denies.
 */
export function caseSummary(
  evaluation: Evaluation,
  language: Language,
  isVisible: (field: Field) => boolean,
): readonly SummarySection[] {
  const walk: Walk = { evaluation, language, isVisible };
  return evaluation.sections
    .filter(({ relevant }) => relevant)
    .map(({ section }) => ({
      id: section.name,
      letter: section.letter?.[language] ?? null,
      title: section.label[language],
      parts: partsOf(section.items, '', walk),
    }))
    .filter(({ parts }) => parts.length > 0);
}

interface Walk {
  readonly evaluation: Evaluation;
  readonly language: Language;
  readonly isVisible: (field: Field) => boolean;
}

function partsOf(items: readonly Item[], prefix: string, walk: Walk): readonly SummaryPart[] {
  const parts: SummaryPart[] = [];
  let entries: SummaryEntry[] = [];
  const close = () => {
    const [first] = entries;
    if (first !== undefined) parts.push({ kind: 'facts', id: first.id, entries });
    entries = [];
  };
  for (const item of withoutGroups(items)) {
    if (item.kind === 'field') {
      const entry = entryOf(item, prefix, walk);
      if (entry !== null) entries.push(entry);
      continue;
    }
    const rows = rowsOf(item, prefix, walk);
    if (rows === null) continue;
    close();
    parts.push(rows);
  }
  close();
  return parts;
}

function withoutGroups(items: readonly Item[]): readonly (Field | Repeat)[] {
  return items.flatMap((item): readonly (Field | Repeat)[] => {
    switch (item.kind) {
      case 'field':
      case 'repeat':
        return [item];
      case 'group':
        return withoutGroups(item.items);
      default:
        return assertNever(item);
    }
  });
}

function entryOf(field: Field, prefix: string, walk: Walk): SummaryEntry | null {
  const state = walk.evaluation.paths.get(prefix + field.name);
  if (state === undefined || !state.relevant || !walk.isVisible(field)) return null;
  const answer = countingAnswer(state);
  if (answer === null) return null;
  return { id: state.path, label: field.label[walk.language], field, answer };
}

function countingAnswer({ field, answered, answer, value }: PathState): Answer | null {
  if (field.asked) return answered ? answer : null;
  return value === null ? null : { value };
}

function rowsOf(repeat: Repeat, prefix: string, walk: Walk): SummaryRows | null {
  const state = walk.evaluation.repeats.get(prefix + repeat.name);
  if (state === undefined || !state.relevant) return null;
  const rows = state.rowIds.map((rowId): SummaryRow => {
    const parts = partsOf(repeat.items, `${state.path}/${rowId}/`, walk);
    return {
      id: rowId,
      entries: parts.flatMap((part) => (part.kind === 'facts' ? part.entries : [])),
      nested: parts.filter((part) => part.kind === 'rows').filter((part) => part.rows.length > 0),
    };
  });
  const answered = new Set(rows.flatMap(({ entries }) => entries.map(({ field }) => field.name)));
  const heads = withoutGroups(repeat.items).flatMap((item): readonly SummaryHead[] =>
    item.kind === 'field' && answered.has(item.name)
      ? [{ id: item.name, label: item.label[walk.language], field: item }]
      : [],
  );
  return { kind: 'rows', id: state.path, title: repeat.label[walk.language], heads, rows };
}
