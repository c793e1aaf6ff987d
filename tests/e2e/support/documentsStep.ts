import type { Locator } from 'playwright-core';
import type { AnswerSet } from '#shared/domain/answers/answer.ts';
import { type NeededDocument, neededDocuments } from '#shared/domain/documents/neededDocuments.ts';
import { button, type DeskScreen, textbox } from './deskScreen.ts';
import { fillItems } from './formHand.ts';
import { DOCUMENT_RULES, SUPPORT_REQUEST } from './referenceData.ts';

/** Documents and matching: the papers on the desk, each read and then compared row by row. */
export class DocumentsStep {
  readonly #at: DeskScreen;
  readonly needed: readonly NeededDocument[];

  /** @param today `YYYY-MM-DD`, the day on which the case is worked on */
  constructor(at: DeskScreen, answers: AnswerSet, today: string) {
    this.#at = at;
    this.needed = neededDocuments(DOCUMENT_RULES, SUPPORT_REQUEST, answers, today);
  }

  get list(): Locator {
    const { page, words } = this.#at;
    return page.getByRole('navigation', { name: words('documents:list') });
  }

  document(key: string): NeededDocument {
    const found = this.needed.find(({ documentKey }) => documentKey === key);
    if (found === undefined) throw new Error(`the case needs no ${key}`);
    return found;
  }

  nameOf(key: string): string {
    const { language, words } = this.#at;
    const { label, subject } = this.document(key);
    return subject === null
      ? label[language]
      : words('documents:ofSubject', { document: label[language], subject });
  }

  linkTo(key: string): Locator {
    return this.list.getByRole('link').filter({ hasText: this.nameOf(key) });
  }

  async open(key: string): Promise<void> {
    await this.#at.hand.press(this.linkTo(key));
    await this.heading(key).waitFor();
  }

  heading(key: string): Locator {
    return this.#at.page.getByRole('heading', { name: this.nameOf(key), exact: true, level: 2 });
  }

  /** Writes what stands on the paper, without recording it yet. */
  async read(key: string, readings: AnswerSet): Promise<void> {
    const { page, words, hand } = this.#at;
    const { form } = this.document(key);
    for (const section of form.sections) await fillItems(this.#at, section.items, readings);
    await hand.press(page.getByRole('checkbox', { name: words('documents:iSawOriginal') }));
  }

  async record(key: string): Promise<void> {
    await this.#at.hand.press(button(this.#at, this.#at.words('documents:record')));
    await this.table(key).waitFor();
  }

  /** Reads the open document anew: what is given is written over what stood there. */
  async readAgain(key: string, readings: AnswerSet): Promise<void> {
    const { hand, words } = this.#at;
    await hand.press(button(this.#at, words('documents:readAgain')).first());
    for (const section of this.document(key).form.sections) {
      await fillItems(this.#at, section.items, readings);
    }
    await hand.press(button(this.#at, words('documents:recordAgain')));
    await this.table(key).waitFor();
  }

  /** The matrix of one document: stated, beside read, then the verdict. */
  table(key: string): Locator {
    const { page, words } = this.#at;
    return page.getByRole('table', {
      name: words('documents:caption', { document: this.nameOf(key) }),
    });
  }

  /** Says of each row of the open document that waits for a person why it stands as it does. */
  async giveReasons(reason: string): Promise<number> {
    const { page, words, hand } = this.#at;
    const save = button(this.#at, words('documents:saveVerdict'));
    let given = 0;
    while ((await save.count()) > 0) {
      const form = page.locator('form').filter({ has: save }).first();
      const left = await save.count();
      await hand.write(form.getByRole('textbox'), reason);
      await hand.press(form.getByRole('button', { name: words('documents:saveVerdict') }));
      await untilFewer(page, save, left);
      given += 1;
    }
    return given;
  }

  async correctStated(): Promise<void> {
    await this.#at.hand.press(button(this.#at, this.#at.words('documents:correctStated')));
  }

  /** What still stands between this case and the signature. */
  get beforeSigning(): Locator {
    return this.#at.page.getByRole('region', { name: this.#at.words('documents:beforeSigning') });
  }

  get toDeclaration(): Locator {
    return button(this.#at, this.#at.words('documents:toDeclaration'));
  }

  reasonBox(row: string): Locator {
    return textbox(this.#at, this.#at.words('documents:reasonOfRow', { row }));
  }
}

async function untilFewer(page: DeskScreen['page'], found: Locator, than: number): Promise<void> {
  for (let tried = 0; tried < 200; tried += 1) {
    if ((await found.count()) < than) return;
    await page.waitForTimeout(25);
  }
  throw new Error('the verdict was not saved');
}
