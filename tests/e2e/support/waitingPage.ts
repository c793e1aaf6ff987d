import type { Locator } from 'playwright-core';
import type { PrintedDate } from '#shared/domain/answers/answer.ts';
import { button, type DeskScreen, textbox } from './deskScreen.ts';

/** What a case waits for: the list of what is missing, the referral and the officer's answer. */
export class WaitingPage {
  readonly #at: DeskScreen;

  constructor(at: DeskScreen) {
    this.#at = at;
  }

  /** One of the two ways for a card that has run out, beside the document. */
  async choose(way: 'choiceBring' | 'choiceGrace'): Promise<void> {
    await this.#press(`waiting:${way}`);
  }

  async referFromDocument(): Promise<void> {
    const { page, words, hand } = this.#at;
    await hand.press(
      page
        .getByRole('main')
        .getByRole('button', { name: words('waiting:refer') })
        .first(),
    );
  }

  get list(): Locator {
    return this.#region('waiting:list');
  }

  async others(text: string): Promise<void> {
    await this.#at.hand.write(textbox(this.#at, this.#at.words('waiting:others')), text);
  }

  async leave(): Promise<void> {
    const { page, words, hand } = this.#at;
    await hand.press(this.list.getByRole('button', { name: words('waiting:leaveNow') }));
    await page.getByRole('link', { name: words('waiting:printN2') }).waitFor();
  }

  get awaited(): Locator {
    return this.#region('waiting:awaited');
  }

  async received(): Promise<void> {
    await this.#press('waiting:receive');
  }

  async ask(question: string): Promise<void> {
    await this.#at.hand.write(textbox(this.#at, this.#at.words('waiting:question')), question);
    await this.#press('waiting:send');
    await this.referral(1).waitFor();
  }

  referral(number: number): Locator {
    return this.#at.page.getByRole('region', {
      name: this.#at.words('waiting:referral', { number }),
    });
  }

  async beginAnswer(): Promise<void> {
    await this.#press('waiting:recordAnswer');
  }

  async hear(answeredBy: string, text: string): Promise<void> {
    const { page, words, hand } = this.#at;
    await hand.write(textbox(this.#at, words('waiting:answeredBy')), answeredBy);
    await hand.pick(
      page.getByRole('radiogroup', { name: words('waiting:heardLabel') }),
      words('waiting:heard.phone'),
    );
    await hand.write(textbox(this.#at, words('waiting:answerText')), text);
  }

  async allow(outcome: 'goOn' | 'grace' | 'bring' | 'acceptIdentity'): Promise<void> {
    const { page, words, hand } = this.#at;
    // A card is called by its title and the line under it.
    await hand.pick(
      page.getByRole('radiogroup', { name: words('waiting:outcomeLabel') }),
      `${words(`waiting:outcome.${outcome}`)} ${words(`waiting:outcomeHelp.${outcome}`)}`,
    );
  }

  async until(date: PrintedDate): Promise<void> {
    const { page, words, hand } = this.#at;
    await hand.date(page.getByRole('group', { name: words('waiting:graceUntil') }), date);
  }

  async saveAnswer(): Promise<void> {
    await this.#press('waiting:saveAnswer');
    await button(this.#at, this.#at.words('waiting:saveAnswer')).waitFor({ state: 'detached' });
  }

  async toDocuments(): Promise<void> {
    await this.#press('waiting:backToDocuments');
  }

  async #press(key: Parameters<DeskScreen['words']>[0]): Promise<void> {
    await this.#at.hand.press(button(this.#at, this.#at.words(key)));
  }

  #region(key: Parameters<DeskScreen['words']>[0]): Locator {
    return this.#at.page.getByRole('region', { name: this.#at.words(key), exact: true });
  }
}
