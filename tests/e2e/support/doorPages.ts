import type { Locator } from 'playwright-core';
import { BRANCH } from './branch.ts';
import { button, type DeskScreen, passwordBox, refusal, textbox } from './deskScreen.ts';

type BranchForm = Readonly<Record<keyof typeof BRANCH | 'again', string>>;

/** A laptop that nobody has founded. */
export class FirstRunPage {
  readonly #at: DeskScreen;

  constructor(at: DeskScreen) {
    this.#at = at;
  }

  async startBranch(): Promise<void> {
    const { page, words, hand } = this.#at;
    await hand.press(page.getByRole('button', { name: words('session:startBranch') }));
  }

  async startTraining(): Promise<void> {
    const { page, words, hand } = this.#at;
    await hand.press(page.getByRole('button', { name: words('session:startTraining') }));
  }

  async fill(changed: Partial<BranchForm> = {}): Promise<void> {
    const at = this.#at;
    const { words, hand } = at;
    const form: BranchForm = { ...BRANCH, again: changed.password ?? BRANCH.password, ...changed };
    await hand.write(textbox(at, words('session:branchName')), form.branchName);
    await hand.write(textbox(at, words('session:branchCode')), form.branchCode);
    await hand.write(textbox(at, words('session:personName')), form.personName);
    await hand.write(this.password, form.password);
    await hand.write(this.again, form.again);
  }

  get code(): Locator {
    return textbox(this.#at, this.#at.words('session:branchCode'));
  }

  get password(): Locator {
    return passwordBox(this.#at, this.#at.words('session:password'));
  }

  get again(): Locator {
    return passwordBox(this.#at, this.#at.words('session:passwordAgain'));
  }

  async create(): Promise<void> {
    await this.#at.hand.press(button(this.#at, this.#at.words('session:create')));
  }
}

/** The paper with the recovery code, and the proof that it was kept. */
export class RecoveryPaperPage {
  readonly #at: DeskScreen;

  constructor(at: DeskScreen) {
    this.#at = at;
  }

  get heading(): Locator {
    return this.#at.page.getByRole('heading', { name: this.#at.words('session:recoveryTitle') });
  }

  /** The groups as they stand on the paper. */
  async code(): Promise<readonly string[]> {
    const paper = this.#at.page.getByRole('group', {
      name: this.#at.words('session:recoveryCode'),
    });
    const text = await paper.innerText();
    return text.split(/\s+/).filter((part) => part.length > 1);
  }

  /** Types what is asked for from the paper; a group may be given otherwise, to be refused. */
  async typeGroups(
    change: (group: string, index: number) => string = (group) => group,
  ): Promise<void> {
    const { words, hand } = this.#at;
    const code = await this.code();
    let asked = 0;
    for (const [index, group] of code.entries()) {
      const box = textbox(this.#at, words('session:recoveryGroup', { number: index + 1 }));
      if ((await box.count()) === 0) continue;
      await hand.write(box, change(group, asked));
      asked += 1;
    }
    if (asked === 0) throw new Error('no group was asked for');
  }

  async goOn(): Promise<void> {
    await this.#at.hand.press(button(this.#at, this.#at.words('session:recoveryDone')));
  }

  get refusal(): Locator {
    return refusal(this.#at, this.#at.words('errors:recoveryCodeMistyped'));
  }
}

/** The door of a founded desk. */
export class UnlockPage {
  readonly #at: DeskScreen;

  constructor(at: DeskScreen) {
    this.#at = at;
  }

  get heading(): Locator {
    return this.#at.page.getByRole('heading', { name: this.#at.words('session:unlockTitle') });
  }

  async unlock(password: string = BRANCH.password): Promise<void> {
    const { words, hand } = this.#at;
    await hand.write(passwordBox(this.#at, words('session:password')), password);
    await hand.press(button(this.#at, words('session:unlock')));
  }

  async recover(code: string, password: string): Promise<void> {
    const { words, hand } = this.#at;
    await hand.press(button(this.#at, words('session:forgot')));
    await hand.write(textbox(this.#at, words('session:recoveryCode')), code);
    await hand.write(passwordBox(this.#at, words('session:newPassword')), password);
    await hand.write(passwordBox(this.#at, words('session:passwordAgain')), password);
    await hand.press(button(this.#at, words('session:recover')));
  }
}
