import type { Locator } from 'playwright-core';
import { button, type DeskScreen, passwordBox, refusal, textbox } from './deskScreen.ts';

export interface HqWorker {
  readonly displayName: string;
  readonly userName: string;
  readonly password: string;
}

/** The first administrator of every test. */
export const ADMINISTRATOR: HqWorker = {
  displayName: 'سارة القحطاني',
  userName: 'sara',
  password: 'كلمة مرور المركز 1',
};

type SetUpForm = Readonly<Record<keyof HqWorker | 'code' | 'again', string>>;

/** Headquarters on its first day, when nobody is there yet. */
export class SetUpPage {
  readonly #at: DeskScreen;

  constructor(at: DeskScreen) {
    this.#at = at;
  }

  get heading(): Locator {
    return this.#at.page.getByRole('heading', { name: this.#at.words('hqSession:setUpTitle') });
  }

  async fill(form: Partial<SetUpForm> & Pick<SetUpForm, 'code'>): Promise<void> {
    const at = this.#at;
    const { words, hand } = at;
    const whole = { ...ADMINISTRATOR, again: form.password ?? ADMINISTRATOR.password, ...form };
    await hand.write(this.code, whole.code);
    await hand.write(textbox(at, words('hqSession:displayName')), whole.displayName);
    await hand.write(textbox(at, words('hqSession:userName')), whole.userName);
    await hand.write(passwordBox(at, words('session:password')), whole.password);
    await hand.write(passwordBox(at, words('session:passwordAgain')), whole.again);
  }

  get code(): Locator {
    return textbox(this.#at, this.#at.words('hqSession:code'));
  }

  get userName(): Locator {
    return textbox(this.#at, this.#at.words('hqSession:userName'));
  }

  async create(): Promise<void> {
    await this.#at.hand.press(button(this.#at, this.#at.words('hqSession:setUp')));
  }

  get codeRefusal(): Locator {
    return refusal(this.#at, this.#at.words('hqErrors:setupCodeWrong'));
  }
}

/** The door of headquarters. */
export class SignInPage {
  readonly #at: DeskScreen;

  constructor(at: DeskScreen) {
    this.#at = at;
  }

  get heading(): Locator {
    return this.#at.page.getByRole('heading', { name: this.#at.words('hqSession:signInTitle') });
  }

  get userName(): Locator {
    return textbox(this.#at, this.#at.words('hqSession:userName'));
  }

  async signIn(
    userName: string = ADMINISTRATOR.userName,
    password: string = ADMINISTRATOR.password,
  ): Promise<void> {
    const { words, hand } = this.#at;
    await hand.write(this.userName, userName);
    await hand.write(passwordBox(this.#at, words('session:password')), password);
    await hand.press(button(this.#at, words('hqSession:signIn')));
  }

  refusal(code: 'wrongPassword' | 'tooManyAttempts' | 'hubAway' | 'databaseAway'): Locator {
    return refusal(this.#at, this.#at.words(`hqErrors:${code}`));
  }
}

/** Lies over the screens when the session is over. */
export class SessionOverPage {
  readonly #at: DeskScreen;

  constructor(at: DeskScreen) {
    this.#at = at;
  }

  get heading(): Locator {
    return this.#at.page.getByRole('heading', { name: this.#at.words('hqSession:overTitle') });
  }

  /** Whoever comes back can type at once. */
  passwordHasFocus(): Promise<boolean> {
    const { page, words } = this.#at;
    return page
      .getByRole('dialog', { name: words('hqSession:overTitle') })
      .getByLabel(words('session:password'), { exact: true })
      .evaluate((element) => element === document.activeElement);
  }

  async goOn(password: string = ADMINISTRATOR.password): Promise<void> {
    const { words, hand, page } = this.#at;
    const door = page.getByRole('dialog', { name: words('hqSession:overTitle') });
    await hand.write(door.getByLabel(words('session:password'), { exact: true }), password);
    await hand.press(door.getByRole('button', { name: words('hqSession:goOn'), exact: true }));
  }

  async somebodyElse(): Promise<void> {
    const { words, hand } = this.#at;
    await hand.press(button(this.#at, words('session:otherPerson')));
  }
}
