import { assertNever } from '#shared/domain/assertNever.ts';
import type { Language } from '#shared/domain/case/vocabulary.ts';
import type { Evaluation, PathState } from '#shared/domain/questionnaire/evaluation.ts';
import type { Field, Item, Questionnaire, Repeat } from '#shared/domain/questionnaire/model.ts';

/** One question of the form on paper; without a `state` it is to be answered by hand. */
export interface RequestEntry {
  /** The answer's path. */
  readonly id: string;
  readonly field: Field;
  readonly state: PathState | null;
}

/** Questions that stand one after the other, under the title of their group where it has one. */
export interface RequestFields {
  readonly kind: 'fields';
  readonly id: string;
  readonly title: string | null;
  readonly entries: readonly RequestEntry[];
}

/** A repeat: `table` a row each, `cards` a block each. A filled form without rows says that there is none. */
export interface RequestRows {
  readonly kind: 'rows';
  /** With the ids of the rows around it. */
  readonly id: string;
  readonly title: string;
  readonly repeat: Repeat;
  readonly layout: 'table' | 'cards';
  /** What a row asks, in the order of the form. */
  readonly fields: readonly Field[];
  readonly rows: readonly RequestRow[];
}

export interface RequestRow {
  readonly id: string;
  readonly parts: readonly RequestPart[];
}

export type RequestPart = RequestFields | RequestRows;

export interface RequestSection {
  readonly id: string;
  readonly letter: string | null;
  readonly title: string;
  readonly parts: readonly RequestPart[];
}

export interface RequestFormOptions {
  readonly questionnaire: Questionnaire;
  readonly language: Language;
  readonly isVisible: (field: Field) => boolean;
  /** Null for the form that is filled by hand. */
  readonly evaluation: Evaluation | null;
  /** How many rows a table has that is to be filled by hand. */
  readonly blankRows: number;
}

/** Blocks take half a page each, and few ask for more than these. */
const BLANK_CARDS = 3;
/** A table inside a row. */
const BLANK_INNER_ROWS = 2;

/**
 * Every section and every question of a questionnaire, in its order (policy, paper N0). Nothing is left
 * out because it does not apply: whoever fills the form by hand decides that, and a filled form says so.
 */
export function requestForm(options: RequestFormOptions): readonly RequestSection[] {
  return options.questionnaire.sections.map((section) => ({
    id: section.name,
    letter: section.letter?.[options.language] ?? null,
    title: section.label[options.language],
    parts: partsOf(section.items, { prefix: '', depth: 0, isBlank: false }, options),
  }));
}

interface Place {
  readonly prefix: string;
  readonly depth: number;
  /** In a row that nobody has filled: the evaluation knows nothing of it. */
  readonly isBlank: boolean;
}

function partsOf(
  items: readonly Item[],
  place: Place,
  options: RequestFormOptions,
  title: string | null = null,
): readonly RequestPart[] {
  const parts: RequestPart[] = [];
  let entries: RequestEntry[] = [];
  let heading = title;
  const close = () => {
    const [first] = entries;
    if (first === undefined) return;
    parts.push({ kind: 'fields', id: first.id, title: heading, entries });
    heading = null;
    entries = [];
  };
  for (const item of items) {
    switch (item.kind) {
      case 'field':
        if (item.type !== 'note' && options.isVisible(item)) entries.push(entryOf(item));
        break;
      case 'group':
        close();
        parts.push(...partsOf(item.items, place, options, item.label?.[options.language] ?? null));
        break;
      case 'repeat':
        close();
        parts.push(rowsOf(item, place, options));
        break;
      default:
        assertNever(item);
    }
  }
  close();
  return parts;

  function entryOf(field: Field): RequestEntry {
    const id = place.prefix + field.name;
    const state = place.isBlank ? null : (options.evaluation?.paths.get(id) ?? null);
    return { id, field, state };
  }
}

function rowsOf(repeat: Repeat, place: Place, options: RequestFormOptions): RequestRows {
  const id = place.prefix + repeat.name;
  const layout = repeat.appearance.includes('cards') ? 'cards' : 'table';
  const filled = options.evaluation !== null && !place.isBlank;
  const rowIds = filled
    ? (options.evaluation?.repeats.get(id)?.rowIds ?? [])
    : blankIds(layout === 'cards' ? BLANK_CARDS : place.depth > 0 ? BLANK_INNER_ROWS : null);
  return {
    kind: 'rows',
    id,
    title: repeat.label[options.language],
    repeat,
    layout,
    fields: fieldsIn(repeat.items).filter(
      (field) => field.type !== 'note' && options.isVisible(field),
    ),
    rows: rowIds.map((rowId) => ({
      id: rowId,
      parts: partsOf(
        repeat.items,
        { prefix: `${id}/${rowId}/`, depth: place.depth + 1, isBlank: !filled },
        options,
      ),
    })),
  };

  function blankIds(count: number | null): readonly string[] {
    return Array.from({ length: count ?? options.blankRows }, (_, index) => `blank${index + 1}`);
  }
}

/** The questions of a row, without those of the tables inside it. */
function fieldsIn(items: readonly Item[]): readonly Field[] {
  return items.flatMap((item): readonly Field[] => {
    if (item.kind === 'field') return [item];
    return item.kind === 'group' ? fieldsIn(item.items) : [];
  });
}
