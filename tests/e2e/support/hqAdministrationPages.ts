import type { Locator, Page } from 'playwright-core';
import type { HqRole } from '#shared/domain/hub/hqPermission.ts';
import { button, type DeskScreen, passwordBox, refusal, textbox } from './deskScreen.ts';

type PartId = 'people' | 'laptops' | 'branches' | 'health' | 'reference';

/** The administrator's screen, part by part. */
export class AdministrationPage {
  readonly #at: DeskScreen;

  constructor(at: DeskScreen) {
    this.#at = at;
  }

  tab(part: PartId): Locator {
    const { page, words } = this.#at;
    return page.getByRole('tab', { name: words(`hqAdministration:part.${part}`) });
  }

  async open(part: PartId): Promise<void> {
    const { page, hand } = this.#at;
    const wanted = this.tab(part);
    // Tab leads to the one that is chosen; from it the arrows go on, and round.
    await hand.press(page.getByRole('tab', { selected: true }));
    for (let tried = await page.getByRole('tab').count(); tried > 0; tried -= 1) {
      if ((await wanted.getAttribute('aria-selected')) === 'true') break;
      await page.keyboard.press('ArrowLeft');
    }
    await page.getByRole('tabpanel').getByRole('table').last().waitFor();
  }

  row(table: 'people' | 'laptops' | 'health' | 'refused' | 'part.branches', text: string): Locator {
    const { page, words } = this.#at;
    return page
      .getByRole('table', { name: words(`hqAdministration:${table}`) })
      .getByRole('row')
      .filter({ hasText: text });
  }

  async addBranch(name: string, code: string): Promise<void> {
    const at = this.#at;
    const { words, hand } = at;
    await hand.write(textbox(at, words('hqAdministration:branchName')), name);
    await hand.write(textbox(at, words('hqAdministration:branchCode')), code);
    await hand.press(button(at, words('hqAdministration:addBranchNow')));
  }

  /** The one request that waits: the code as it was heard, typed, and the button. */
  async approve(code: string): Promise<void> {
    const at = this.#at;
    const { words, hand } = at;
    await hand.write(textbox(at, words('hqAdministration:code')), code);
    await hand.press(button(at, words('hqAdministration:approve')));
  }

  get nothingWaits(): Locator {
    const { page, words } = this.#at;
    return page.getByText(words('hqAdministration:requestCount', { count: 0 }), { exact: true });
  }

  async takeRequestFile(file: string): Promise<void> {
    const { page, words } = this.#at;
    await page
      .getByLabel(words('hqAdministration:takeFile'), { exact: true })
      .first()
      .setInputFiles(file);
  }

  /** Saves the answer's file and reads the code that goes with it. */
  async answerFile(): Promise<{ readonly file: string; readonly code: string }> {
    const { page, words } = this.#at;
    const saving = page.waitForEvent('download');
    await this.#at.hand.press(button(this.#at, words('hqAdministration:answerFile')).first());
    const file = await (await saving).path();
    const code = await codeOn(page).textContent();
    return { file, code: code ?? '' };
  }

  async revokeAsLost(branch: string): Promise<void> {
    const { words } = this.#at;
    await this.#decide(
      branch,
      words('hqAdministration:revokeOne'),
      words('hqAdministration:revokeReason.lost'),
      words('hqAdministration:revokeNow'),
    );
  }

  async readmitAsFound(branch: string): Promise<void> {
    const { words } = this.#at;
    await this.#decide(
      branch,
      words('hqAdministration:readmitOne'),
      words('hqAdministration:readmitReason.found'),
      words('hqAdministration:readmitNow'),
    );
  }

  async #decide(branch: string, open: string, reason: string, now: string): Promise<void> {
    const { page, hand } = this.#at;
    await hand.press(this.row('laptops', branch).getByRole('button', { name: open }));
    const dialog = page.getByRole('dialog');
    await hand.pick(dialog.getByRole('radiogroup'), reason);
    await hand.press(dialog.getByRole('button', { name: now, exact: true }));
    await dialog.waitFor({ state: 'detached' });
  }
}

/** A short code as both sides show it. */
export function codeOn(page: Page): Locator {
  return page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/u);
}

/** The dialog in which a person is added or changed. */
export class PersonDialog {
  readonly #at: DeskScreen;

  constructor(at: DeskScreen) {
    this.#at = at;
  }

  async openNew(): Promise<void> {
    await this.#at.hand.press(button(this.#at, this.#at.words('hqAdministration:addPerson')));
  }

  async openFor(name: string): Promise<void> {
    const { words, hand } = this.#at;
    await hand.press(button(this.#at, words('hqAdministration:changePerson', { name })));
  }

  async fill(person: {
    readonly displayName: string;
    readonly userName: string;
    readonly password: string;
  }): Promise<void> {
    const at = this.#at;
    const { words, hand } = at;
    await hand.write(textbox(at, words('hqAdministration:name')), person.displayName);
    await hand.write(this.userName, person.userName);
    await hand.write(passwordBox(at, words('hqAdministration:firstPassword')), person.password);
    await hand.write(passwordBox(at, words('session:passwordAgain')), person.password);
  }

  get userName(): Locator {
    return textbox(this.#at, this.#at.words('hqSession:userName'));
  }

  role(role: HqRole): Locator {
    const { page, words } = this.#at;
    return page
      .getByRole('dialog')
      .getByRole('checkbox', { name: words(`hqAdministration:role.${role}`) });
  }

  get worksHere(): Locator {
    const { page, words } = this.#at;
    return page
      .getByRole('dialog')
      .getByRole('checkbox', { name: words('hqAdministration:worksHere') });
  }

  async add(): Promise<void> {
    await this.#at.hand.press(button(this.#at, this.#at.words('hqAdministration:addPersonNow')));
  }

  async save(): Promise<void> {
    await this.#at.hand.press(button(this.#at, this.#at.words('hqAdministration:save')));
  }

  async cancel(): Promise<void> {
    await this.#at.hand.press(button(this.#at, this.#at.words('common:cancel')));
  }

  refusal(code: 'userNameTaken' | 'ownAdministration'): Locator {
    return refusal(this.#at, this.#at.words(`hqErrors:${code}`));
  }

  get closed(): Promise<void> {
    return this.#at.page.getByRole('dialog').waitFor({ state: 'detached' });
  }
}
