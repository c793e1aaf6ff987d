import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { readJpeg } from '#shared/domain/scans/jpeg.ts';
import { exifSegment, jpegOf, pdfOf, pngOf, pngStart } from '#tests/fixtures/scanFiles.ts';
import { button, refusal } from './support/deskScreen.ts';
import { deskTest } from './support/deskTest.ts';
import {
  accessibilityFaults,
  atDoubleSize,
  settle,
  sidewaysFaults,
  takePicture,
} from './support/looks.ts';
import { ScanPanel } from './support/scanPanel.ts';

const BILL = 'D8';
const PDF = { name: 'bill.pdf', type: 'application/pdf' } as const;
const text = (content: string) => Buffer.from(content);

/** A photograph as a telephone takes it: lying, red at its left, with the place where it was taken. */
async function photograph(page: Page): Promise<Uint8Array> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [400, 200];
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.fillStyle = 'red';
    context.fillRect(0, 0, 200, 200);
    context.fillStyle = 'blue';
    context.fillRect(200, 0, 200, 200);
    return canvas.toDataURL('image/jpeg', 0.95).split(',')[1] ?? '';
  });
  const plain = Buffer.from(base64, 'base64');
  const [marker, content] = exifSegment(6);
  const length = content.length + 2;
  return Buffer.concat([
    plain.subarray(0, 2),
    Buffer.from([0xff, marker, length >> 8, length & 255]),
    content,
    plain.subarray(2),
  ]);
}

/** Red, green and blue at a place of the shown picture, from 0 to 1 both ways. */
function colourAt(page: Page, x: number, y: number): Promise<readonly number[]> {
  return page.evaluate(
    ([across, down]) => {
      const picture = document.querySelector<HTMLImageElement>('img[data-loaded]');
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d');
      if (picture === null || context === null) throw new Error('no picture');
      const { naturalWidth: width, naturalHeight: height } = picture;
      [canvas.width, canvas.height] = [width, height];
      context.drawImage(picture, 0, 0);
      const place = [Math.floor(width * across), Math.floor(height * down)] as const;
      return [...context.getImageData(place[0], place[1], 1, 1).data.slice(0, 3)];
    },
    [x, y] as const,
  );
}

describe('a scan in the training office', () => {
  deskTest(
    'is taken from a file, drawn anew, looked at by keyboard, kept, and destroyed with a reason',
    async ({ office }) => {
      const desk = await office.startDesk({ stage: 'interviewed', isTraining: true });
      const at = await office.openPage(desk, { by: 'keyboard' });
      const { page, words, hand } = at;
      const scans = new ScanPanel(at);
      await scans.open(desk.caseId, BILL);
      await scans.panel.getByText(words('scans:nothing')).waitFor();
      await settle(page);
      await takePicture(page, 'scan-none-ar');
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await sidewaysFaults(page)).toEqual([]);

      const taken = await photograph(page);
      expect(readJpeg(taken)?.carriesMetadata).toBe(true);
      await scans.choose({ name: 'bill.exe', type: 'application/x-msdownload', bytes: taken });
      await scans.preview.waitFor();
      await settle(page);
      await takePicture(page, 'scan-preview-ar');
      expect(await accessibilityFaults(page)).toEqual([]);
      await scans.keep();

      const kept = await scans.picture();
      expect(readJpeg(kept)).toEqual({
        width: 200,
        height: 400,
        isWhole: true,
        carriesMetadata: false,
      });
      for (const trace of ['Exif', 'GPSPHONE']) {
        expect(Buffer.from(taken).includes(trace)).toBe(true);
        expect(Buffer.from(kept).includes(trace)).toBe(false);
      }
      const [red = 0, , blue = 0] = await colourAt(page, 0.5, 0.1);
      expect(red).toBeGreaterThan(200);
      expect(blue).toBeLessThan(60);

      const viewer = scans.viewer();
      await viewer.focus();
      await page.keyboard.press('+');
      await page.keyboard.press('+');
      expect(await viewer.getAttribute('data-zoom')).toBe('156');
      const before = await viewer.locator('img').getAttribute('style');
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => viewer.locator('img').getAttribute('style')).not.toBe(before);
      await page.keyboard.press('-');
      expect(await viewer.getAttribute('data-zoom')).toBe('125');
      await page.keyboard.press('r');
      expect(await viewer.getAttribute('data-turns')).toBe('1');
      await page.keyboard.press('0');
      expect(await viewer.getAttribute('data-zoom')).toBe('100');
      await settle(page);
      await takePicture(page, 'scan-kept-ar');
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await sidewaysFaults(page)).toEqual([]);
      await atDoubleSize(page, 'scan-kept-ar-double', async () => {
        expect(await sidewaysFaults(page)).toEqual([]);
      });

      await hand.press(button(at, words('scans:remove.button')));
      await hand.write(page.getByRole('textbox', { name: words('scans:remove.reason') }), 'مطموسة');
      await settle(page);
      expect(await accessibilityFaults(page)).toEqual([]);
      await hand.press(button(at, words('scans:remove.confirm')));
      await scans.panel.getByText(words('scans:nothing')).waitFor();
    },
  );

  deskTest('is pasted, dropped, and drawn from both pages of a PDF', async ({ office }) => {
    const desk = await office.startDesk({ stage: 'interviewed', isTraining: true });
    const at = await office.openPage(desk);
    const { page, words, hand } = at;
    const scans = new ScanPanel(at);
    await scans.open(desk.caseId, BILL);
    await scans.panel.waitFor();
    const green = (x: number): readonly [number, number, number] =>
      x < 45 ? [0, 128, 0] : [255, 255, 255];
    const still = pngOf(90, 60, green);
    await scans.paste(still);
    await scans.preview.waitFor();
    expect(readJpeg(await scans.picture(scans.preview))).toMatchObject({ width: 90, height: 60 });
    await hand.press(button(at, words('scans:preview.discard')));
    await scans.preview.waitFor({ state: 'detached' });

    // Beside the frame nothing is taken, and the browser does not open it in place of the desk.
    await scans.drop({ ...PDF, bytes: pdfOf(1) }, page.getByRole('heading', { level: 1 }).first());
    expect(await scans.preview.count()).toBe(0);
    await scans.drop({ name: 'moving.png', type: 'image/png', bytes: pngOf(90, 60, green, true) });
    await scans.keep();
    // Of an animated picture the first frame, and nothing that moves.
    expect((await colourAt(page, 0.2, 0.5))[1]).toBeGreaterThan(100);

    await scans.choose({ ...PDF, bytes: pdfOf(2) });
    await scans.preview.getByText(words('scans:preview.pages', { count: 2 })).waitFor();
    await scans.keep();
    const first = await scans.picture();
    expect(readJpeg(first)).toMatchObject({ width: 1696, height: 2400, carriesMetadata: false });
    const viewer = scans.viewer();
    await viewer.focus();
    await page.keyboard.press('PageDown');
    const second = words('scans:view.page', { page: 2, count: 2 });
    await scans.panel.getByRole('status').filter({ hasText: second }).waitFor();
    await expect.poll(() => scans.picture()).not.toEqual(first);
    expect(await page.evaluate(() => 'wasRun' in globalThis)).toBe(false);
    await settle(page);
    await takePicture(page, 'scan-pdf-ar');
  });

  deskTest(
    'is refused in words where the file is none, and nothing is lost',
    async ({ office }) => {
      const desk = await office.startDesk({ stage: 'interviewed', isTraining: true });
      const at = await office.openPage(desk);
      const { page, words } = at;
      const scans = new ScanPanel(at);
      await scans.open(desk.caseId, BILL);
      await scans.panel.waitFor();
      const box = page.locator('form').getByRole('textbox').first();
      await box.fill('123');
      const png = { name: 'picture.png', type: 'image/png' };
      const jpeg = { name: 'picture.jpg', type: 'image/jpeg' };
      const svg = text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
      const refused = [
        ['tooManyPixels', { ...png, bytes: pngStart(10_000, 6000) }],
        ['otherKind', { ...jpeg, bytes: text('MZ\u0090\0 this is a program') }],
        ['otherKind', { ...png, bytes: svg }],
        ['empty', { ...jpeg, bytes: new Uint8Array() }],
        ['broken', { ...jpeg, bytes: jpegOf({ width: 800, height: 600, end: false }) }],
        ['broken', { ...jpeg, bytes: jpegOf({ width: 800, height: 600, coded: 90 }) }],
        ['broken', { ...PDF, bytes: text('%PDF-1.7\nthis is no document') }],
        ['locked', { ...PDF, bytes: pdfOf(1, true) }],
        ['tooManyPages', { ...PDF, bytes: pdfOf(21) }],
        ['tooLarge', { ...jpeg, bytes: new Uint8Array(15 * 1024 * 1024 + 1) }],
      ] as const;
      for (const [problem, file] of refused) {
        await scans.choose(file);
        await refusal(at, words(`scans:problem.${problem}`)).waitFor();
        expect(await scans.preview.count()).toBe(0);
      }
      await settle(page);
      await takePicture(page, 'scan-refused-ar');
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await box.inputValue()).toBe('123');
    },
  );
});

describe('at a branch', () => {
  deskTest('the page says why no copy is kept, and offers none', async ({ office }) => {
    const desk = await office.startDesk({ stage: 'interviewed' });
    const at = await office.openPage(desk);
    const scans = new ScanPanel(at);
    await scans.open(desk.caseId, BILL);
    await at.page.getByText(at.words('documents:originalExplained')).waitFor();
    expect(await scans.panel.count()).toBe(0);
  });
});
