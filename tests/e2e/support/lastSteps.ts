import type { Locator } from 'playwright-core';
import type { SigningDraft } from '#shared/contracts/cases.ts';
import type { MarkKind, SigningLevel } from '#shared/domain/case/signing.ts';
import type { PaperCode, SpokenLanguage } from '#shared/domain/case/vocabulary.ts';
import { button, type DeskScreen, deskScreen, textbox } from './deskScreen.ts';
import { TEXTS } from './referenceData.ts';

/** All of it read out, then signed on the pad. */
export class DeclarationStep {
  readonly #at: DeskScreen;
  readonly #spoken: SpokenLanguage;

  /** @param spoken the beneficiary's language, where it is not that of the screen */
  constructor(at: DeskScreen, spoken: SpokenLanguage = at.language) {
    this.#at = at;
    this.#spoken = spoken;
  }

  get readThrough(): Locator {
    const { page, words } = this.#at;
    return page.getByRole('region', { name: words('declaration:readTitle') });
  }

  async confirmRead(): Promise<void> {
    const { page, hand } = this.#at;
    const name = TEXTS.declaration.readToMe[this.#spoken];
    await hand.press(page.getByRole('checkbox', { name }));
  }

  async consentToVerify(): Promise<void> {
    const { page, hand } = this.#at;
    const name = TEXTS.declaration.consentToVerify[this.#spoken];
    await hand.press(page.getByRole('checkbox', { name }));
  }

  get pad(): Locator {
    return this.#at.page.getByRole('application', { name: this.#at.words('declaration:pad') });
  }

  /** Chooses the language of the reading, which opens in the one that the person prefers. */
  async readIn(language: SpokenLanguage): Promise<void> {
    const { page, hand } = this.#at;
    const { name } = TEXTS.languages[language];
    const choice = page
      .getByRole('radiogroup')
      .filter({ has: page.getByRole('radio', { name, exact: true }) });
    await choice.waitFor();
    await hand.pick(choice, name);
  }

  /** The text that is signed, in the person's own language and direction. */
  get text(): Locator {
    return this.#at.page
      .locator(`[lang="${this.#spoken}"]`)
      .filter({ hasText: TEXTS.declaration.text[this.#spoken] });
  }

  async signBy(by: MarkKind): Promise<void> {
    const { page, words, hand } = this.#at;
    const group = page.getByRole('radiogroup', { name: words('declaration:byWhat') });
    await hand.pick(group, words(`declaration:by.${by}`));
  }

  /** On the screen, or on paper that is printed, signed in ink and kept. */
  async signOn(level: SigningLevel): Promise<void> {
    const { page, words, hand } = this.#at;
    const group = page.getByRole('radiogroup', { name: words('declaration:onWhat') });
    await hand.pick(group, words(`declaration:on.${level}`));
  }

  get toPaper(): Locator {
    const { page, words } = this.#at;
    return page.getByRole('link', { name: words('declaration:paperPrint') });
  }

  /** The pad of the thumb, the witness or the interpreter. */
  padOf(owner: 'thumb' | Exclude<keyof SigningDraft['marks'], 'signer'>): Locator {
    const { page, words } = this.#at;
    return page.getByRole('application', { name: words(`declaration:${owner}Pad`) });
  }

  /** The box of the witness, the interpreter, or of the place of a paper. */
  box(name: 'witnessName' | 'witnessId' | 'interpreterName' | 'shelf'): Locator {
    return textbox(this.#at, this.#at.words(`declaration:${name}`));
  }

  /** The words with which a person who acts for the applicant is named, wherever they stand. */
  signs(words: string): Locator {
    return this.#at.page.getByText(words, { exact: true });
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

/** From the declaration, which is read out in the person's own language, to the receipt. */
export async function signAndSubmit(at: DeskScreen): Promise<void> {
  const declaration = new DeclarationStep(at.language === 'ar' ? at : deskScreen(at.page, 'ar'));
  await declaration.readThrough.waitFor();
  await declaration.confirmRead();
  await declaration.draw();
  await declaration.sign();
  await declaration.goOn();
  const next = new NextStep(at);
  await next.toldAndUnderstood();
  await next.submit();
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
