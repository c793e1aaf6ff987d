import type { Locator } from 'playwright-core';
import { button, type DeskScreen, passwordBox, refusal } from './deskScreen.ts';

/** What is behind one's own name: roles, and a new password. */
export class AccountPage {
  readonly #at: DeskScreen;

  constructor(at: DeskScreen) {
    this.#at = at;
  }

  async open(name: string): Promise<void> {
    const { page, hand } = this.#at;
    await hand.press(page.getByRole('navigation').getByRole('link', { name }));
    await page.getByRole('heading', { level: 1, name }).waitFor();
  }

  async change(old: string, password: string): Promise<void> {
    const at = this.#at;
    const { words, hand } = at;
    await hand.write(passwordBox(at, words('staff:ownPassword')), old);
    await hand.write(passwordBox(at, words('session:newPassword')), password);
    await hand.write(passwordBox(at, words('session:passwordAgain')), password);
    await hand.press(button(at, words('staff:changeButton')));
  }

  get refused(): Locator {
    return refusal(this.#at, this.#at.words('errors:wrongPassword'));
  }

  get changed(): Locator {
    return this.#at.page.getByText(this.#at.words('hqSession:passwordChanged'));
  }
}
