import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { button, type DeskScreen } from './deskScreen.ts';

/** A file as a person gives it: the name and the type may lie. */
export interface Given {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The scan of the open document, or of the signed sheet, and the ways to take one. */
export class ScanPanel {
  readonly #at: DeskScreen;

  readonly #of: 'scans' | 'signedPaper';

  constructor(at: DeskScreen, of: 'scans' | 'signedPaper' = 'scans') {
    this.#at = at;
    this.#of = of;
  }

  /** By its address: the training office has more cases than this one. */
  async open(caseId: string | null, documentKey: string): Promise<void> {
    await this.#at.page.evaluate((hash) => {
      location.hash = hash;
    }, `/case/${caseId}/documents?at=${documentKey}`);
    await this.#at.page.getByRole('heading', { level: 1 }).first().waitFor();
  }

  get panel(): Locator {
    return this.#at.page.getByRole('region', { name: this.#at.words(`${this.#of}:title`) });
  }

  get preview(): Locator {
    const name = this.#at.words('scans:preview.title');
    return this.#at.page.getByRole('alertdialog', { name });
  }

  /** The picture in its frame, here or in the dialog before it is kept. */
  viewer(within: Locator = this.panel): Locator {
    return within.getByRole('application');
  }

  async picture(within: Locator = this.panel): Promise<Uint8Array> {
    const shown = within.locator('img[data-loaded]');
    await shown.waitFor();
    const address = (await shown.getAttribute('src')) ?? '';
    return Buffer.from(address.split(',')[1] ?? '', 'base64');
  }

  /** By the system's own dialog for files. */
  async choose({ name, bytes }: Given): Promise<void> {
    const { page, words, hand } = this.#at;
    const chooser = page.waitForEvent('filechooser');
    await hand.press(this.panel.getByRole('button', { name: words('scans:file'), exact: true }));
    const folder = mkdtempSync(join(tmpdir(), 'rifada-given-'));
    writeFileSync(join(folder, name), bytes);
    // The page reads it when it comes to it, as from a person's own folder.
    onTestFinished(() => rmSync(folder, { recursive: true }));
    await (await chooser).setFiles(join(folder, name));
  }

  async keep(): Promise<void> {
    const { words, hand } = this.#at;
    await hand.press(button(this.#at, words('scans:preview.keep')));
    await this.preview.waitFor({ state: 'detached' });
    await this.panel
      .getByRole('status')
      .filter({ hasText: words(`${this.#of}:kept`) })
      .waitFor();
  }

  /** As when a picture lies on the clipboard and Ctrl+V is pressed. */
  async paste(png: Uint8Array): Promise<void> {
    const { page } = this.#at;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      const blob = new Blob([bytes], { type: 'image/png' });
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
    }, Buffer.from(png).toString('base64'));
    await page.keyboard.press('Control+V');
  }

  async drop({ name, type, bytes }: Given, target: Locator = this.panel): Promise<void> {
    await target.evaluate(
      (element, file) => {
        const content = Uint8Array.from(atob(file.base64), (sign) => sign.charCodeAt(0));
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([content], file.name, { type: file.type }));
        const about = { dataTransfer, bubbles: true, cancelable: true };
        element.dispatchEvent(new DragEvent('dragover', about));
        element.dispatchEvent(new DragEvent('drop', about));
      },
      { name, type, base64: Buffer.from(bytes).toString('base64') },
    );
  }
}
