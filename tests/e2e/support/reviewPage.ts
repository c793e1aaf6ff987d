import type { Locator } from 'playwright-core';
import { type DeskScreen, textbox } from './deskScreen.ts';

/** Who is who, as a clerk works through it. */
export class ReviewPage {
  readonly #at: DeskScreen;

  constructor(at: DeskScreen) {
    this.#at = at;
  }

  get heading(): Locator {
    const { page, words } = this.#at;
    return page.getByRole('heading', { level: 1, name: words('review:title'), exact: true });
  }

  get pairs(): Locator {
    const { page, words } = this.#at;
    return page.getByRole('navigation', { name: words('review:pairs') }).getByRole('link');
  }

  get dialog(): Locator {
    return this.#at.page.getByRole('dialog');
  }

  async view(id: 'pairs' | 'asked' | 'collisions' | 'merges'): Promise<void> {
    const { page, words, hand, language } = this.#at;
    const wanted = page.getByRole('tab', { name: words(`review:view.${id}`) });
    await hand.press(page.getByRole('tab', { selected: true }));
    for (let tried = await page.getByRole('tab').count(); tried > 0; tried -= 1) {
      if ((await wanted.getAttribute('aria-selected')) === 'true') return;
      await page.keyboard.press(language === 'ar' ? 'ArrowLeft' : 'ArrowRight');
    }
  }

  /** What the tab counts. */
  async count(id: 'pairs' | 'collisions'): Promise<number> {
    const { page, words } = this.#at;
    const text = await page.getByRole('tab', { name: words(`review:view.${id}`) }).innerText();
    return Number(/\d+/u.exec(text)?.[0] ?? Number.NaN);
  }

  /** The comparison of the pair that is open, by one of its fields. */
  field(id: 'nationalId' | 'name' | 'birthDate'): Locator {
    const { page, words } = this.#at;
    return page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: words(`review:fields.${id}`) }) });
  }

  async say(text: string): Promise<void> {
    const { words, hand } = this.#at;
    await hand.write(this.dialog.getByRole('textbox', { name: words('review:reason') }), text);
  }

  async because(text: string): Promise<void> {
    await this.#at.hand.write(textbox(this.#at, this.#at.words('review:reason')), text);
  }

  async confirm(id: 'apart' | 'undo' | 'dismiss'): Promise<void> {
    const { words, hand } = this.#at;
    await hand.press(this.dialog.getByRole('button', { name: words(`review:${id}`), exact: true }));
  }

  done(what: 'merge' | 'apart' | 'undo' | 'dismiss'): Locator {
    return this.#at.page.getByText(this.#at.words(`review:done.${what}`));
  }
}
