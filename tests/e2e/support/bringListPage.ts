import type { Locator } from 'playwright-core';
import type { BringChoices } from '#shared/domain/documents/bringList.ts';
import { button, type DeskScreen } from './deskScreen.ts';
import { BRING_LIST } from './referenceData.ts';

/** The five questions before a visit, and the list that they give. */
export class BringListPage {
  readonly #at: DeskScreen;

  constructor(at: DeskScreen) {
    this.#at = at;
  }

  /** From Today, by its link. */
  async openFromToday(): Promise<void> {
    const { page, words, hand } = this.#at;
    await hand.press(page.getByRole('link', { name: words('bringList:questions'), exact: true }));
    await this.heading.waitFor();
  }

  get heading(): Locator {
    const { page, words } = this.#at;
    return page.getByRole('heading', { name: words('bringList:title'), level: 1 });
  }

  async answer(choices: BringChoices): Promise<void> {
    const { page, hand, language } = this.#at;
    for (const question of BRING_LIST.questions) {
      const chosen = question.options.filter(({ name }) => choices[question.name]?.includes(name));
      for (const { label } of chosen) {
        const name = label[language];
        if (question.pick === 'one') {
          await hand.choose(page.locator(`#bring-${question.name}`), name);
        } else {
          const group = page.getByRole('group', { name: question.ask[language], exact: true });
          await hand.press(group.getByRole('checkbox', { name, exact: true }));
        }
      }
    }
  }

  get list(): Locator {
    return this.#at.page.locator('[data-bring-list]');
  }

  /** The entry of the list, or of the paper, that speaks of this document. */
  entry(document: string): Locator {
    return this.#at.page.getByRole('listitem').filter({ hasText: document });
  }

  /** That the list lacks the answers of so many questions. */
  stillOpen(count: number): Locator {
    const { page, words } = this.#at;
    return page.getByText(words('bringList:stillOpen', { count }));
  }

  async toPaper(): Promise<void> {
    const { page, words, hand } = this.#at;
    await hand.press(button(this.#at, words('bringList:toPaper')));
    await page.getByRole('article').waitFor();
  }

  async openCase(): Promise<void> {
    await this.#at.hand.press(button(this.#at, this.#at.words('bringList:openCase')));
  }
}
