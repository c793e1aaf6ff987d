import type { ReactNode } from 'react';
import { Fields } from '#renderer/components/Field.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { Answer, AnswerPath } from '#shared/domain/answers/answer.ts';
import { assertNever } from '#shared/domain/assertNever.ts';
import type { Evaluation } from '#shared/domain/questionnaire/evaluation.ts';
import type { Choice, Field, Group, Item, Repeat } from '#shared/domain/questionnaire/model.ts';
import { FormField } from './FormField.tsx';
import styles from './FormItems.module.css';
import type { SaidInFile } from './FromFile.tsx';
import { RepeatRows } from './RepeatRows.tsx';
import type { ZoneEntry } from './zoneEntry.ts';

/** A form being filled: how it stands, and how it is changed. */
export interface FormPage {
  /** Choices that this place offers now, where the form narrows its list. */
  readonly choicesOf: (path: AnswerPath) => readonly Choice[];
  readonly isVisible: (field: Field) => boolean;
  readonly evaluation: Evaluation;
  readonly setAnswer: (path: AnswerPath, answer: Answer | null) => void;
  readonly addRow: (repeat: string) => string;
  readonly removeRow: (repeat: string, rowId: string) => void;
  readonly isReadOnly: boolean;
  /** The field that a link asked for; a repeat opens the row that holds it. */
  readonly wanted: AnswerPath | null;
  /** Told how machine-readable lines are being entered. */
  readonly onEntered?: (path: AnswerPath, entry: ZoneEntry) => void;
  /** What the person's file says of a field; undefined where it says nothing that is not on the page. */
  readonly saidInFile?: (path: AnswerPath) => SaidInFile | undefined;
  /** What a screen shows below a field of its own; null for nothing. */
  readonly below?: (field: Field, path: AnswerPath) => ReactNode;
}

export interface FormItemsProps {
  readonly items: readonly Item[];
  /** Empty at the root, else the row's path with a slash at its end: `family/r1/`. */
  readonly prefix: string;
  readonly page: FormPage;
}

/** The questions of a form in their order: those that apply, and no others. */
export function FormItems({ items, prefix, page }: FormItemsProps) {
  const drawn: ReactNode[] = [];
  let run: ReactNode[] = [];
  const endRun = (key: string) => {
    if (run.length > 0) drawn.push(<Fields key={key}>{run}</Fields>);
    run = [];
  };
  for (const item of items) {
    if (item.kind === 'field') {
      const path = `${prefix}${item.name}`;
      const state = page.evaluation.paths.get(path);
      if (state?.relevant !== true || !isAsked(item, page)) continue;
      run.push(
        <FormField
          key={path}
          field={item}
          path={path}
          answer={state.answer}
          choices={item.choiceFilter === null ? item.choices : page.choicesOf(path)}
          isRequired={state.required}
          problems={state.problems}
          isReadOnly={page.isReadOnly}
          said={page.saidInFile?.(path)}
          onChange={(answer) => page.setAnswer(path, answer)}
          onEntered={(entry) => page.onEntered?.(path, entry)}
        />,
      );
      const below = page.below?.(item, path) ?? null;
      if (below !== null) run.push(<div key={`below-${path}`}>{below}</div>);
      continue;
    }
    endRun(`before-${item.name}`);
    drawn.push(
      item.kind === 'group' ? (
        <FormGroup key={item.name} group={item} prefix={prefix} page={page} />
      ) : (
        <FormRepeat key={item.name} repeat={item} prefix={prefix} page={page} />
      ),
    );
  }
  endRun('last');
  return <div className={styles.items}>{drawn}</div>;
}

interface FormGroupProps {
  readonly group: Group;
  readonly prefix: string;
  readonly page: FormPage;
}

function FormGroup({ group, prefix, page }: FormGroupProps) {
  const language = useLanguage();
  if (!hasRelevant(group.items, prefix, page)) return null;
  return (
    <fieldset className={styles.group}>
      {group.label !== null && (
        <legend className={styles.groupTitle}>{inLanguage(group.label, language)}</legend>
      )}
      {group.hint !== null && <p className={styles.hint}>{inLanguage(group.hint, language)}</p>}
      <FormItems items={group.items} prefix={prefix} page={page} />
    </fieldset>
  );
}

interface FormRepeatProps {
  readonly repeat: Repeat;
  readonly prefix: string;
  readonly page: FormPage;
}

function FormRepeat({ repeat, prefix, page }: FormRepeatProps) {
  const path = `${prefix}${repeat.name}`;
  const state = page.evaluation.repeats.get(path);
  if (state?.relevant !== true) return null;
  return (
    <RepeatRows
      repeat={repeat}
      state={state}
      page={page}
      renderRow={(rowId) => (
        <FormItems items={repeat.items} prefix={`${path}/${rowId}/`} page={page} />
      )}
    />
  );
}

/** What the form works out or the desk fills stands beside the page, not among its questions. */
function isAsked(field: Field, page: FormPage): boolean {
  return !field.fromSystem && field.type !== 'calculate' && page.isVisible(field);
}

function hasRelevant(items: readonly Item[], prefix: string, page: FormPage): boolean {
  const { evaluation } = page;
  return items.some((item) => {
    switch (item.kind) {
      case 'field':
        return (
          evaluation.paths.get(`${prefix}${item.name}`)?.relevant === true && isAsked(item, page)
        );
      case 'repeat':
        return evaluation.repeats.get(`${prefix}${item.name}`)?.relevant === true;
      case 'group':
        return hasRelevant(item.items, prefix, page);
      default:
        return assertNever(item);
    }
  });
}
