import type { Locator } from 'playwright-core';
import type { PrintedDate } from '#shared/domain/answers/answer.ts';
import { button, type DeskScreen, textbox } from './deskScreen.ts';

/** What to do now, and the frame that stands around every screen. */
export class TodayPage {
  readonly #at: DeskScreen;

  constructor(at: DeskScreen) {
    this.#at = at;
  }

  async open(): Promise<void> {
    const { page, words, hand } = this.#at;
    const rail = page.getByRole('navigation', { name: words('shell:navigation'), exact: true });
    await hand.press(rail.getByRole('link', { name: words('shell:today'), exact: true }));
    await this.newCaseButton.waitFor();
  }

  get newCaseButton(): Locator {
    return button(this.#at, this.#at.words('today:newCase'));
  }

  async newCase(): Promise<void> {
    await this.#at.hand.press(this.newCaseButton);
  }

  /** The list of this kind with its cases. */
  list(kind: 'drafts' | 'waiting' | 'replyDue'): Locator {
    const { page, words } = this.#at;
    return page.getByRole('region', { name: words(`today:${kind}`) });
  }

  /** The line of safety that is on every screen. */
  get safety(): Locator {
    return this.#at.page.getByRole('banner').getByRole('link');
  }

  /** Types a reference, or what a QR reader types, into the box on top. */
  async findByPaper(text: string): Promise<void> {
    const { page, words, hand } = this.#at;
    await hand.write(page.getByRole('combobox', { name: words('shell:findPaperLabel') }), text);
    await page.keyboard.press('Enter');
  }

  /** Goes to the box on top by its key and types; what is found stands under it. */
  async search(text: string): Promise<void> {
    const { page } = this.#at;
    await page.keyboard.press('Control+KeyK');
    await page.keyboard.press('Control+KeyA');
    await page.keyboard.type(text);
  }

  /** A line of what was found, by all words in it. */
  found(name: string | RegExp): Locator {
    return this.#at.page.getByRole('option', { name });
  }

  async lock(): Promise<void> {
    await this.#at.hand.press(button(this.#at, this.#at.words('shell:lock')));
  }

  /** An entry of the menu of language, light and contrast. */
  async appearance(entry: string): Promise<void> {
    const { page, words, hand } = this.#at;
    await hand.press(page.getByRole('button', { name: words('shell:appearance') }));
    await hand.press(page.getByRole('menuitem', { name: entry }));
  }
}

/** Do we know this person? */
export class NewCasePage {
  readonly #at: DeskScreen;

  constructor(at: DeskScreen) {
    this.#at = at;
  }

  async state(person: {
    readonly id?: string;
    readonly name?: string;
    readonly mobile?: string;
    readonly birthDate?: PrintedDate;
  }): Promise<void> {
    const at = this.#at;
    const { words, hand } = at;
    if (person.id !== undefined) await hand.write(textbox(at, words('newCase:id')), person.id);
    if (person.mobile !== undefined) {
      await hand.write(textbox(at, words('newCase:mobile')), person.mobile);
    }
    if (person.name !== undefined)
      await hand.write(textbox(at, words('newCase:name')), person.name);
    if (person.birthDate !== undefined) await hand.date(this.birthDate, person.birthDate);
  }

  get birthDate(): Locator {
    return this.#at.page.getByRole('group', {
      name: this.#at.words('newCase:birthDate'),
      exact: true,
    });
  }

  get nobody(): Locator {
    return this.#at.page.getByText(this.#at.words('newCase:nobody'));
  }

  person(name: string): Locator {
    return this.#at.page.getByRole('article', { name });
  }

  async openNewFile(): Promise<void> {
    await this.#at.hand.press(button(this.#at, this.#at.words('newCase:newFile')));
  }
}
