import type { Locator } from 'playwright-core';
import type { PaperCode } from '#shared/domain/case/vocabulary.ts';
import { button, type DeskScreen } from './deskScreen.ts';
import { TEXTS } from './referenceData.ts';

/** All of it read out, then signed on the pad. */
export class DeclarationStep {
  readonly #at: DeskScreen;

  constructor(at: DeskScreen) {
    this.#at = at;
  }

  get readThrough(): Locator {
    const { page, words } = this.#at;
    return page.getByRole('region', { name: words('declaration:readTitle') });
  }

  async confirmRead(): Promise<void> {
    const { page, language, hand } = this.#at;
    const name = TEXTS.declaration.readToMe[language];
    await hand.press(page.getByRole('checkbox', { name }));
  }

  async consentToVerify(): Promise<void> {
    const { page, language, hand } = this.#at;
    const name = TEXTS.declaration.consentToVerify[language];
    await hand.press(page.getByRole('checkbox', { name }));
  }

  get pad(): Locator {
    return this.#at.page.getByRole('application', { name: this.#at.words('declaration:pad') });
  }

  async draw(): Promise<void> {
    await this.#at.hand.sign(this.pad);
  }

  async clear(): Promise<void> {
    await this.#at.hand.press(button(this.#at, this.#at.words('declaration:clear')));
  }

  get signButton(): Locator {
    return button(this.#at, this.#at.words('declaration:sign'));
  }

  async sign(): Promise<void> {
    await this.#at.hand.press(this.signButton);
    await this.sealed.waitFor();
  }

  get sealed(): Locator {
    return this.#at.page.getByRole('region', { name: this.#at.words('declaration:signedTitle') });
  }

  get sealCode(): Locator {
    return this.sealed.getByText(/^[0-9A-HJKMNP-TV-Z]{4}( [0-9A-HJKMNP-TV-Z]{4}){2}$/);
  }

  get voided(): Locator {
    return this.#at.page.getByText(this.#at.words('declaration:voidedTitle'), { exact: true });
  }

  async back(): Promise<void> {
    await this.#at.hand.press(button(this.#at, this.#at.words('declaration:back')));
  }

  async goOn(): Promise<void> {
    await this.#at.hand.press(button(this.#at, this.#at.words('declaration:toNext')));
  }
}

/** What will be asked before a change voids a standing signature. */
export class VoidDialog {
  readonly #at: DeskScreen;

  constructor(at: DeskScreen) {
    this.#at = at;
  }

  get dialog(): Locator {
    const { page, words } = this.#at;
    return page.getByRole('alertdialog', { name: words('caseFrame:voidTitle') });
  }

  async confirm(): Promise<void> {
    await this.#at.hand.press(button(this.#at, this.#at.words('caseFrame:voidConfirm')));
  }

  async cancel(): Promise<void> {
    await this.#at.hand.press(button(this.#at, this.#at.words('caseFrame:voidCancel')));
  }
}

/** The two-week sentence, told and understood; then the request is handed in. */
export class NextStep {
  readonly #at: DeskScreen;

  constructor(at: DeskScreen) {
    this.#at = at;
  }

  get panel(): Locator {
    const { page, words } = this.#at;
    return page.getByRole('region', { name: words('submission:title') });
  }

  async toldAndUnderstood(): Promise<void> {
    const { page, words, hand } = this.#at;
    await hand.press(page.getByRole('checkbox', { name: words('submission:told') }));
  }

  async submit(): Promise<void> {
    await this.#at.hand.press(button(this.#at, this.#at.words('submission:submit')));
    await this.done.waitFor();
  }

  get done(): Locator {
    const [before = ''] = this.#at.words('submission:done', { time: '|' }).split('|');
    return this.#at.page.getByText(before.trim());
  }

  async toReceipt(): Promise<void> {
    const { page, words, hand } = this.#at;
    await hand.press(
      page.getByRole('link', { name: words('submission:printReceipt', { count: 0 }) }),
    );
  }
}

/** A paper as it is looked at, printed and made into a PDF. */
export class PaperPage {
  readonly #at: DeskScreen;

  constructor(at: DeskScreen) {
    this.#at = at;
  }

  get sheet(): Locator {
    return this.#at.page.getByRole('article');
  }

  title(paper: PaperCode): Locator {
    return this.sheet.getByRole('heading', {
      name: this.#at.words(`papers:name.${paper}`),
      level: 1,
    });
  }

  async print(): Promise<void> {
    await this.#at.hand.press(button(this.#at, this.#at.words('common:print')));
  }

  /** The words of the first copy, or of a numbered one. */
  copy(number: number): Locator {
    const { words } = this.#at;
    return this.sheet.getByText(
      number === 1 ? words('papers:copy.original') : words('papers:copy.again', { copy: number }),
      { exact: true },
    );
  }

  async backToCase(): Promise<void> {
    const { page, words, hand } = this.#at;
    await hand.press(page.getByRole('link', { name: words('papers:backToCase') }));
  }
}
