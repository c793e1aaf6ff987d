import type { Locator } from 'playwright-core';
import type { ImportState } from '#shared/domain/import/importState.ts';
import { button, type DeskScreen, textbox } from './deskScreen.ts';

const MOST_ITEMS = 5;

/** What the branches sent, as an import clerk works through it. */
export class InboxPage {
  readonly #at: DeskScreen;

  constructor(at: DeskScreen) {
    this.#at = at;
  }

  get heading(): Locator {
    const { page, words } = this.#at;
    return page.getByRole('heading', { level: 1, name: words('import:title'), exact: true });
  }

  /** The row of a batch, by the code of its branch. */
  batch(branchCode: string): Locator {
    return this.#at.page.getByRole('row').filter({ hasText: branchCode });
  }

  async openBatch(branchCode: string): Promise<void> {
    await this.#at.hand.press(this.batch(branchCode).getByRole('link'));
  }

  /** The panel of the batch that is open. */
  panel(branch: string, number: number): Locator {
    const { page, words } = this.#at;
    return page.getByRole('region', {
      name: words('import:batchTitle')
        .replace('{{branch}}', branch)
        .replace('{{number}}', String(number)),
    });
  }

  async view(id: 'batches' | 'person' | 'returned' | 'setAside'): Promise<void> {
    const { page, words, hand } = this.#at;
    const wanted = page.getByRole('tab', { name: words(`import:view.${id}`) });
    // Tab leads to the one that is chosen; from it the arrows go on, and round.
    await hand.press(page.getByRole('tab', { selected: true }));
    for (let tried = await page.getByRole('tab').count(); tried > 0; tried -= 1) {
      if ((await wanted.getAttribute('aria-selected')) === 'true') return;
      await page.keyboard.press('ArrowLeft');
    }
  }

  caseRow(reference: string): Locator {
    return this.#at.page.getByRole('row').filter({ hasText: reference });
  }

  async openCase(reference: string): Promise<void> {
    await this.#at.hand.press(this.caseRow(reference).getByRole('link'));
  }

  /** A thing that can be done with the whole batch. */
  async ofBatch(id: 'setBatchAside' | 'paper'): Promise<void> {
    const { page, words, hand } = this.#at;
    await hand.press(page.getByRole('button', { name: words('import:more') }));
    const item = page.getByRole('menuitem', { name: words(`import:${id}`) });
    await item.waitFor();
    const isThere = () => item.evaluate((element) => element === document.activeElement);
    for (let tried = 0; tried < MOST_ITEMS && !(await isThere()); tried += 1) {
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
  }
}

/** One case on its way in. */
export class InboxCasePage {
  readonly #at: DeskScreen;

  constructor(at: DeskScreen) {
    this.#at = at;
  }

  get reasons(): Locator {
    const { page, words } = this.#at;
    return page.getByRole('region', { name: words('import:whyHeld') });
  }

  state(state: ImportState): Locator {
    return this.#at.page.getByText(this.#at.words(`import:state.${state}`), { exact: true });
  }

  async act(
    id: 'importThis' | 'importAnyway' | 'hold' | 'return' | 'setAside' | 'readmit',
  ): Promise<void> {
    await this.#at.hand.press(button(this.#at, this.#at.words(`import:${id}`)));
  }

  get dialog(): Locator {
    return this.#at.page.getByRole('dialog');
  }

  async say(text: string): Promise<void> {
    await this.#at.hand.write(textbox(this.#at, this.#at.words('import:reason')), text);
  }

  async sayToBranch(text: string): Promise<void> {
    await this.#at.hand.write(textbox(this.#at, this.#at.words('import:returnText')), text);
  }

  async confirm(label: string): Promise<void> {
    await this.#at.hand.press(this.dialog.getByRole('button', { name: label, exact: true }));
  }

  done(act: 'import' | 'hold' | 'return' | 'setAside' | 'readmit'): Locator {
    return this.#at.page.getByText(this.#at.words(`import:done.${act}`));
  }
}
