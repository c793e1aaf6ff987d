import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { Survey, type SurveyWords } from '#shared/domain/survey/survey.ts';
import { button, type DeskScreen, passwordBox } from './deskScreen.ts';

const FOLDER = new URL('../../../resources/surveys/', import.meta.url);
const surveyOf = (name: 'S1' | 'S2') =>
  Survey.parse(JSON.parse(readFileSync(new URL(`survey.${name}.v1.json`, FOLDER), 'utf8')));
const SURVEYS = { S1: surveyOf('S1'), S2: surveyOf('S2') } as const;

export function surveyWords(language: string, survey: keyof typeof SURVEYS = 'S1'): SurveyWords {
  const words = SURVEYS[survey].languages[language];
  if (words === undefined) throw new Error(`the survey does not speak ${language}`);
  return words;
}

/** The screen of the beneficiary, and the step of the case that turns to it. */
export class KioskPage {
  readonly #at: DeskScreen;
  readonly #words: SurveyWords;

  constructor(at: DeskScreen, language = 'ar', survey: keyof typeof SURVEYS = 'S1') {
    this.#at = at;
    this.#words = surveyWords(language, survey);
  }

  get turnButton(): Locator {
    return button(this.#at, this.#at.words('opinion:turn'));
  }

  async turn(): Promise<void> {
    await this.#at.hand.press(this.turnButton);
    await this.begin.waitFor();
  }

  get begin(): Locator {
    return button(this.#at, this.#words.begin);
  }

  question(which: keyof SurveyWords['questions']): Locator {
    const name = this.#words.questions[which];
    if (name === undefined) throw new Error(`the survey does not ask ${which}`);
    return this.#at.page.getByRole('heading', { level: 1, name });
  }

  face(mark: keyof SurveyWords['scale']): Locator {
    return this.#at.page.getByRole('radio', { name: this.#words.scale[mark], exact: true });
  }

  score(score: number): Locator {
    return this.#at.page.getByRole('radio', { name: String(score), exact: true });
  }

  get notApplicable(): Locator {
    return this.#at.page.getByRole('radio', { name: this.#words.notApplicable });
  }

  get next(): Locator {
    return button(this.#at, this.#words.next);
  }

  get improve(): Locator {
    return this.#at.page.getByRole('textbox', { name: this.#words.improve });
  }

  get send(): Locator {
    return button(this.#at, this.#words.send);
  }

  get decline(): Locator {
    return button(this.#at, this.#words.decline);
  }

  get thanks(): Locator {
    return this.#at.page.getByRole('heading', { name: this.#words.thanks });
  }

  get declined(): Locator {
    return this.#at.page.getByRole('heading', { name: this.#words.declined });
  }

  async askStaff(): Promise<void> {
    await this.#at.hand.press(button(this.#at, this.#words.staff));
  }

  async giveBack(password: string, person: string): Promise<void> {
    const { words, hand } = this.#at;
    await hand.write(passwordBox(this.#at, words('opinion:staffPassword', { person })), password);
    await hand.press(button(this.#at, words('opinion:staffBack')));
  }
}
