import type { Locator } from 'playwright-core';
import { button, type DeskScreen, textbox } from './deskScreen.ts';

/** The list over all channels, the quick entry, and one contact. */
export class ContactPages {
  readonly #at: DeskScreen;

  constructor(at: DeskScreen) {
    this.#at = at;
  }

  async open(): Promise<void> {
    const { page, words, hand } = this.#at;
    const rail = page.getByRole('navigation', { name: words('shell:navigation'), exact: true });
    await hand.press(rail.getByRole('link', { name: words('shell:contacts'), exact: true }));
    await this.#at.page.getByRole('heading', { level: 1, name: words('contacts:title') }).waitFor();
  }

  async record(): Promise<void> {
    const { words, hand } = this.#at;
    await hand.press(button(this.#at, words('contacts:record')));
    await this.topic.waitFor();
  }

  get topic(): Locator {
    return textbox(this.#at, this.#at.words('contacts:topic'));
  }

  async fill(contact: {
    readonly name?: string;
    readonly phone?: string;
    readonly topic?: string;
    readonly said?: string;
    readonly answer?: string;
  }): Promise<void> {
    const { words, hand } = this.#at;
    for (const [part, text] of Object.entries(contact)) {
      const label = words(`contacts:${part as 'name' | 'phone' | 'topic' | 'said' | 'answer'}`);
      await hand.write(textbox(this.#at, label), text);
    }
  }

  async save(): Promise<void> {
    await this.#at.hand.press(button(this.#at, this.#at.words('contacts:save')));
  }

  row(name: string): Locator {
    return this.#at.page.getByRole('row').filter({ hasText: name });
  }

  /** One of the views over the list: what waits, suggestions, outreach. */
  async show(view: 'all' | 'waiting' | 'suggestions' | 'outreach'): Promise<void> {
    const { page, words, hand } = this.#at;
    const group = page.getByRole('radiogroup', { name: words('contacts:view') });
    await hand.pick(group, words(`contacts:views.${view}`));
  }
}
