import type { Locator } from 'playwright-core';
import {
  type Answer,
  type AnswerSet,
  isNonAnswer,
  PrintedDate,
} from '#shared/domain/answers/answer.ts';
import type { Choice, Field, Item, Repeat } from '#shared/domain/questionnaire/model.ts';
import type { DeskScreen } from './deskScreen.ts';

/** The control of a question, found by the question's own words. */
export function controlOf(
  { page, language }: DeskScreen,
  field: Field,
  within: Locator = page.getByRole('main'),
): Locator {
  const name = field.label[language];
  const exact = { name, exact: true } as const;
  switch (field.type) {
    case 'date':
    case 'selectMultiple':
      return within.getByRole('group', exact);
    case 'boolean':
      return within.getByRole('radiogroup', exact);
    case 'selectOne':
      // What is offered now decides: a row of buttons, a list (whose button is called by what is
      // chosen and by its label), or a list that is searched.
      return within
        .getByRole('radiogroup', exact)
        .or(within.getByRole('combobox', exact))
        .or(within.getByRole('button', { name: new RegExp(`. ${literal(name)}$`) }))
        .first();
    default:
      return within.getByRole('textbox', exact);
  }
}

/** Gives an answer as a person does: in the control that the screen shows for this question. */
export async function answer(
  at: DeskScreen,
  field: Field,
  given: Answer,
  within?: Locator,
): Promise<void> {
  if (isNonAnswer(given)) throw new Error('non-answers are given by their menu');
  const { hand, words, language } = at;
  const { value } = given;
  const control = controlOf(at, field, within);
  const labelOf = (choice: string) => labelIn(field.choices, choice, language);
  if (typeof value === 'boolean') {
    return hand.pick(control, words(value ? 'interview:yes' : 'interview:no'));
  }
  if (typeof value === 'number') {
    return hand.write(control, field.type === 'money' ? String(value / 100) : String(value));
  }
  if (Array.isArray(value)) {
    for (const each of value) {
      await hand.press(control.getByRole('checkbox', { name: labelOf(each), exact: true }));
    }
    return;
  }
  if (typeof value === 'string') {
    if (field.type !== 'selectOne') return hand.write(control, value);
    switch (await control.getAttribute('role')) {
      case 'radiogroup':
        return hand.pick(control, labelOf(value));
      case 'combobox':
        return hand.search(control, labelOf(value));
      default:
        return hand.choose(control, labelOf(value));
    }
  }
  return hand.date(control, PrintedDate.parse(value));
}

/** Answers the items of a form in the order in which it asks, rows of its tables included. */
export async function fillItems(
  at: DeskScreen,
  items: readonly Item[],
  answers: AnswerSet,
  within: Locator = at.page.getByRole('main'),
  prefix = '',
): Promise<void> {
  for (const item of items) {
    const path = `${prefix}${item.name}`;
    if (item.kind === 'group') {
      await fillItems(at, item.items, answers, within, prefix);
    } else if (item.kind === 'repeat') {
      for (const rowId of answers.rows[path] ?? []) {
        const row = await addRow(at, item);
        await fillItems(at, item.items, answers, row, `${path}/${rowId}/`);
      }
    } else {
      const given = answers.values[path];
      if (given !== undefined && item.asked) await answer(at, item, given, within);
    }
  }
}

/** Opens a new row of a table; answers with the part of the page in which its fields stand. */
export async function addRow(
  { page, language, words, hand }: DeskScreen,
  repeat: Repeat,
): Promise<Locator> {
  const region = page.getByRole('region', { name: repeat.label[language], exact: true });
  const add = region.getByRole('button', { name: words('interview:addRow'), exact: true });
  // Tables inside a row have a button of their own, after that of the table itself.
  await hand.press(add.first());
  return region;
}

function labelIn(choices: readonly Choice[], name: string, language: 'ar' | 'en'): string {
  const found = choices.find((choice) => choice.name === name);
  if (found === undefined) throw new Error(`no choice ${name}`);
  return found.label[language];
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
