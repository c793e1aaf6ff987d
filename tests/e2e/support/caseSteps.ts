import type { Locator } from 'playwright-core';
import type { CaseStep } from '#renderer/caseParts/step.ts';
import { button, type DeskScreen, textbox } from './deskScreen.ts';

/** The head and the spine of a case, which stand over each of its steps. */
export class CaseHead {
  readonly #at: DeskScreen;

  constructor(at: DeskScreen) {
    this.#at = at;
  }

  async go(step: CaseStep): Promise<void> {
    await this.#at.hand.press(this.step(step));
  }

  /** The link of a step on the spine; its state is read after its name. */
  step(step: CaseStep): Locator {
    const { page, words } = this.#at;
    return page
      .getByRole('navigation', { name: words('caseFrame:spine') })
      .getByRole('link', { name: words(`caseFrame:step.${step}`) });
  }

  done(step: CaseStep): Locator {
    return this.step(step).filter({ hasText: this.#at.words('caseFrame:stepState.done') });
  }

  get reference(): Locator {
    return this.#at.page.getByText(/^[A-Z0-9]{3,6}-[A-Z0-9]{2}-\d{4}-\d{6}-[A-Z0-9]$/);
  }

  /** The words "saved on this laptop" with their time, as they stand now; null when they do not. */
  get saved(): Locator {
    const [before = ''] = this.#at.words('caseFrame:saved', { time: '|' }).split('|');
    return this.#at.page.getByText(before.trim());
  }

  get unsaved(): Locator {
    return this.#at.page.getByText(this.#at.words('caseFrame:unsaved'), { exact: true });
  }
}

/** Receiving the person before anything is asked. */
export class WelcomeStep {
  readonly #at: DeskScreen;

  constructor(at: DeskScreen) {
    this.#at = at;
  }

  async showNotice(): Promise<void> {
    await this.#at.hand.press(button(this.#at, this.#at.words('welcome:noticeShown')));
  }

  async explainServices(): Promise<void> {
    await this.#at.hand.press(button(this.#at, this.#at.words('welcome:servicesExplained')));
  }

  async recordInquiry(topic: string, question: string, answer: string): Promise<void> {
    const at = this.#at;
    const { words, hand } = at;
    await hand.press(button(at, words('welcome:addInquiry')));
    await hand.write(textbox(at, words('welcome:topic')), topic);
    await hand.write(textbox(at, words('welcome:question')), question);
    await hand.write(textbox(at, words('welcome:answer')), answer);
    await hand.press(button(at, words('welcome:saveInquiry')));
  }

  async allAnswered(): Promise<void> {
    await this.#at.hand.press(button(this.#at, this.#at.words('welcome:allAnswered')));
  }

  async noQuestions(): Promise<void> {
    await this.#at.hand.press(button(this.#at, this.#at.words('welcome:noQuestions')));
  }

  get toInterview(): Locator {
    return button(this.#at, this.#at.words('welcome:toInterview'));
  }

  async goOn(): Promise<void> {
    await this.#at.hand.press(this.toInterview);
  }
}
