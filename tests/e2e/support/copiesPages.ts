import type { Locator } from 'playwright-core';
import { button, type DeskScreen, passwordBox, textbox } from './deskScreen.ts';

/** The panel of copies on the screen of sync. */
export class CopiesPanel {
  readonly #at: DeskScreen;

  constructor(at: DeskScreen) {
    this.#at = at;
  }

  async open(): Promise<void> {
    const { page, words, hand } = this.#at;
    await hand.press(page.getByRole('link', { name: words('sync:rail') }));
    await this.panel.waitFor();
  }

  get panel(): Locator {
    const { page, words } = this.#at;
    return page.getByRole('region', { name: words('copies:title') });
  }

  async useFolder(path: string): Promise<void> {
    const { words, hand } = this.#at;
    await hand.write(textbox(this.#at, words('copies:folder')), path);
    await hand.press(button(this.#at, words('copies:useFolder')));
  }

  async makeNow(): Promise<void> {
    await this.#at.hand.press(button(this.#at, this.#at.words('copies:makeNow')));
  }

  /** The words that the last copy was made today and proved. */
  get madeToday(): Locator {
    const [before = ''] = this.#at.words('copies:madeToday', { time: '|' }).split('|');
    return this.panel.getByText(before.trim());
  }
}

/** The way from a stick to a desk as it was. */
export class RestorePages {
  readonly #at: DeskScreen;

  constructor(at: DeskScreen) {
    this.#at = at;
  }

  async begin(): Promise<void> {
    const { page, words, hand } = this.#at;
    await hand.press(page.getByRole('button', { name: words('copies:restore.way') }));
  }

  async lookIn(path: string): Promise<void> {
    const { words, hand } = this.#at;
    await hand.write(textbox(this.#at, words('copies:folder')), path);
    await hand.press(button(this.#at, words('copies:restore.find')));
  }

  async openWith(code: string): Promise<void> {
    const { words, hand } = this.#at;
    await hand.write(textbox(this.#at, words('session:recoveryCode')), code);
    await hand.press(button(this.#at, words('copies:restore.open')));
  }

  async restore(password: string): Promise<void> {
    const { words, hand } = this.#at;
    await hand.write(passwordBox(this.#at, words('session:newPassword')), password);
    await hand.write(passwordBox(this.#at, words('session:passwordAgain')), password);
    await hand.press(button(this.#at, words('copies:restore.begin')));
  }

  heading(of: 'folderTitle' | 'codeTitle' | 'personTitle' | 'doneTitle'): Locator {
    const { page, words } = this.#at;
    return page.getByRole('heading', { name: words(`copies:restore.${of}`) });
  }

  async goOn(): Promise<void> {
    await this.#at.hand.press(button(this.#at, this.#at.words('copies:restore.goOn')));
  }
}
