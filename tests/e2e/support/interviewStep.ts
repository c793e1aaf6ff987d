import type { Locator } from 'playwright-core';
import type { Answer, AnswerPath, AnswerSet } from '#shared/domain/answers/answer.ts';
import type { Field, Repeat, Section } from '#shared/domain/questionnaire/model.ts';
import { button, type DeskScreen } from './deskScreen.ts';
import { addRow, answer, controlOf, fillItems } from './formHand.ts';
import { SUPPORT_REQUEST } from './referenceData.ts';

export function sectionNamed(name: string): Section {
  const section = SUPPORT_REQUEST.sections.find((each) => each.name === name);
  if (section === undefined) throw new Error(`no section ${name}`);
  return section;
}

/** The interview: the sections of the support request, each a page. */
export class InterviewStep {
  readonly #at: DeskScreen;

  constructor(at: DeskScreen) {
    this.#at = at;
  }

  get sections(): readonly Section[] {
    return SUPPORT_REQUEST.sections;
  }

  /** Answers a whole section in the order in which it asks, rows of its tables included. */
  async fillSection(section: Section, answers: AnswerSet): Promise<void> {
    await this.heading(section).waitFor();
    await fillItems(this.#at, section.items, answers);
  }

  async answer(path: AnswerPath, given: Answer): Promise<void> {
    await answer(this.#at, this.#fieldOf(path), given);
  }

  /** The control of a question outside tables. */
  control(path: AnswerPath): Locator {
    return controlOf(this.#at, this.#fieldOf(path));
  }

  labelOf(path: AnswerPath): string {
    return this.#fieldOf(path).label[this.#at.language];
  }

  heading(section: Section): Locator {
    const { page, language } = this.#at;
    return page.getByRole('heading', { name: section.label[language], exact: true, level: 2 });
  }

  /** Goes to a section by the list of sections. */
  async goTo(section: Section): Promise<void> {
    await this.#at.hand.press(this.linkTo(section));
    await this.heading(section).waitFor();
  }

  linkTo(section: Section): Locator {
    const { page, words, language } = this.#at;
    return page
      .getByRole('navigation', { name: words('interview:sections') })
      .getByRole('link', { name: section.label[language] });
  }

  async next(): Promise<void> {
    const { page, words, hand } = this.#at;
    const name = words('interview:next', { section: '' }).trim();
    await hand.press(page.getByRole('button', { name: new RegExp(`^${name}`) }));
  }

  async finish(): Promise<void> {
    await this.#at.hand.press(button(this.#at, this.#at.words('interview:finish')));
  }

  /** What the section still wants, beside the page. */
  get missing(): Locator {
    return this.#at.page.getByRole('region', { name: this.#at.words('interview:missingTitle') });
  }

  /** The figures that the form works out by itself. */
  get derived(): Locator {
    return this.#at.page.getByRole('region', { name: this.#at.words('interview:derivedTitle') });
  }

  tableOf(repeat: string): Locator {
    return this.#at.page.getByRole('table', {
      name: this.#repeatOf(repeat).label[this.#at.language],
    });
  }

  async addRow(repeat: string): Promise<Locator> {
    return addRow(this.#at, this.#repeatOf(repeat));
  }

  #fieldOf(path: AnswerPath): Field {
    const field = SUPPORT_REQUEST.fieldByName.get(path);
    if (field === undefined) throw new Error(`no field ${path}`);
    return field;
  }

  #repeatOf(path: string): Repeat {
    const repeat = SUPPORT_REQUEST.repeatByPath.get(path);
    if (repeat === undefined) throw new Error(`no repeat ${path}`);
    return repeat;
  }
}
