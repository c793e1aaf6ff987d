import type { Locator } from 'playwright-core';
import type { PublishedKind } from '#shared/domain/publication/publishedDocument.ts';
import { button, type DeskScreen, textbox } from './deskScreen.ts';

interface HandedInFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Forms and settings in the administrator's screen. */
export class ReferencePart {
  readonly #at: DeskScreen;

  constructor(at: DeskScreen) {
    this.#at = at;
  }

  period(name: 'replyDays' | 'appealDays'): Locator {
    return textbox(this.#at, this.#at.words(`reference:period.${name}`));
  }

  /** A row of what changes that says this. */
  change(text: string): Locator {
    const { page, words } = this.#at;
    return page
      .getByRole('table', { name: words('reference:changes') })
      .getByRole('row')
      .filter({ hasText: text });
  }

  /** Writes a question anew, or the answer to one that is there, in the boxes of both languages. */
  async writeAnswer(
    title: string | null,
    boxes: Readonly<Partial<Record<'questionAr' | 'questionEn' | 'answerAr' | 'answerEn', string>>>,
  ): Promise<void> {
    const { page, words, hand } = this.#at;
    const opener =
      title === null
        ? words('reference:library.addQuestion')
        : words('reference:library.editOf', { title });
    const dialog = page.getByRole('dialog');
    if (!(await dialog.isVisible())) await hand.press(button(this.#at, opener));
    for (const [name, text] of Object.entries(boxes)) {
      const label = words(`reference:library.${name}`);
      await hand.write(dialog.getByRole('textbox', { name: label, exact: true }), text);
    }
  }

  /** The dialog goes when what was typed is kept. */
  async closePage(): Promise<void> {
    const { page, words, hand } = this.#at;
    const dialog = page.getByRole('dialog');
    await hand.press(dialog.getByRole('button', { name: words('reference:library.done') }));
    await dialog.waitFor({ state: 'detached' });
  }

  async publish(reason: string): Promise<void> {
    const at = this.#at;
    const { page, words, hand } = at;
    await hand.press(button(at, words('reference:publish')));
    const dialog = page.getByRole('dialog');
    const now = dialog.getByRole('button', { name: words('reference:publishNow'), exact: true });
    await hand.press(now);
    await dialog.getByText(words('reference:reasonMissing')).waitFor();
    await hand.write(dialog.getByRole('textbox', { name: words('reference:reason') }), reason);
    await hand.press(now);
    await dialog.waitFor({ state: 'detached' });
  }

  async handIn(kind: PublishedKind, file: HandedInFile): Promise<void> {
    const { page, words } = this.#at;
    const label = words('reference:handInOf', { kind: words(`reference:kind.${kind}`) });
    await page.getByLabel(label, { exact: true }).setInputFiles(file);
  }

  version(kind: PublishedKind, version: string): Locator {
    return this.#row(kind).getByText(version, { exact: true });
  }

  async openVersions(kind: PublishedKind): Promise<void> {
    const { words, hand } = this.#at;
    const name = words('reference:showVersions', { kind: words(`reference:kind.${kind}`) });
    await hand.press(button(this.#at, name));
  }

  async download(kind: PublishedKind): Promise<void> {
    const { words, hand } = this.#at;
    await hand.press(this.#row(kind).getByRole('button', { name: words('reference:download') }));
  }

  #row(kind: PublishedKind): Locator {
    const { page, words } = this.#at;
    return page
      .getByRole('table', { name: words('reference:forms'), exact: true })
      .getByRole('row')
      .filter({ hasText: words(`reference:kind.${kind}`) })
      .first();
  }
}
