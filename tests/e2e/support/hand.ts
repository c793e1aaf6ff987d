import type { Locator, Page } from 'playwright-core';
import type { PrintedDate } from '#shared/domain/answers/answer.ts';
import type { Words } from './words.ts';

/** How a person works a screen: by mouse, or by keyboard alone. */
export interface Hand {
  /** A button, link or tick. */
  press(control: Locator): Promise<void>;
  /** Writes into a box in the place of what stood there. */
  write(box: Locator, text: string): Promise<void>;
  /** One of the buttons of a radio group. */
  pick(group: Locator, label: string): Promise<void>;
  /** An entry of a list that opens from its button. */
  choose(button: Locator, label: string): Promise<void>;
  /** An entry of a list that is searched by typing. */
  search(box: Locator, label: string): Promise<void>;
  /** A date as it is printed, in the calendar in which it is printed. */
  date(group: Locator, date: PrintedDate): Promise<void>;
  /** Draws a mark of two strokes. */
  sign(pad: Locator): Promise<void>;
}

export function digitsOf(date: PrintedDate): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(date.day)}${two(date.month)}${date.year}`;
}

/** The option of a list that is open; there is one at a time. */
export function openOption(page: Page, label: string): Locator {
  return page.getByRole('option', { name: label, exact: true });
}

export function calendarButton(group: Locator, words: Words): Locator {
  return group.getByRole('button', { name: words('interview:date.calendarMenu') });
}

export function dayBox(group: Locator, words: Words): Locator {
  return group.getByRole('textbox', { name: words('interview:date.day'), exact: true });
}

/** Whether the button of the calendar already says this calendar. */
export async function isInCalendar(
  button: Locator,
  calendar: PrintedDate['calendar'],
  words: Words,
): Promise<boolean> {
  return ((await button.textContent()) ?? '').includes(words(`common:${calendar}`));
}
