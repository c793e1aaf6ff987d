import type { Locator, Page } from 'playwright-core';
import type { Language } from '#shared/domain/case/vocabulary.ts';
import type { Hand } from './hand.ts';
import { keyboardHand } from './keyboardHand.ts';
import { mouseHand } from './mouseHand.ts';
import { type Words, wordsOf } from './words.ts';

/** What every model of a screen works with: the page, its language and the hand that works it. */
export interface DeskScreen {
  readonly page: Page;
  readonly language: Language;
  readonly words: Words;
  readonly hand: Hand;
}

export function deskScreen(
  page: Page,
  language: Language,
  by: 'mouse' | 'keyboard' = 'mouse',
): DeskScreen {
  const words = wordsOf(language);
  const hand = by === 'mouse' ? mouseHand(page, words) : keyboardHand(page, words);
  return { page, language, words, hand };
}

/** The sentence with which something was refused. */
export function refusal({ page }: DeskScreen, sentence: string): Locator {
  return page.getByRole('alert').filter({ hasText: sentence });
}

export function button({ page }: DeskScreen, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}

export function textbox({ page }: DeskScreen, name: string): Locator {
  return page.getByRole('textbox', { name, exact: true });
}

/** A box for a password: it has a label and, in a browser, no role. */
export function passwordBox({ page }: DeskScreen, name: string): Locator {
  return page.getByLabel(name, { exact: true });
}

/** The error and help that stand under a field, as assistive technology reads them with it. */
export async function describedBy(control: Locator): Promise<string> {
  return control.evaluate((element) =>
    (element.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ')
      .trim(),
  );
}
