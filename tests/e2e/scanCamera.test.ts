import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { readJpeg } from '#shared/domain/scans/jpeg.ts';
import { launchBrowser } from '#tests/browser/launchBrowser.ts';
import { button, refusal } from './support/deskScreen.ts';
import { deskTest } from './support/deskTest.ts';
import { accessibilityFaults, settle, sidewaysFaults, takePicture } from './support/looks.ts';
import { ScanPanel } from './support/scanPanel.ts';

const BILL = 'D8';
/** Draws its own moving picture. */
const CAMERA = '--use-fake-device-for-media-stream';

/** A browser with a camera, and a person who answers its question like this. */
function withCamera(answer: string) {
  return deskTest.extend<{ readonly browser: Browser }>({
    browser: [
      async ({}, provide) => {
        const browser = await launchBrowser([CAMERA, answer]);
        await provide(browser);
        await browser.close();
      },
      { scope: 'file' },
    ],
  });
}

withCamera('--use-fake-ui-for-media-stream')(
  'a scan is taken with the camera, seen first, taken again, and voids the signature only by a word',
  async ({ office }) => {
    const desk = await office.startDesk({ language: 'en', stage: 'signed', isTraining: true });
    const at = await office.openPage(desk, { language: 'en' });
    const { page, words, hand } = at;
    const scans = new ScanPanel(at);
    await scans.open(desk.caseId, BILL);
    await hand.press(scans.panel.getByRole('button', { name: words('scans:camera') }));
    await hand.press(button(at, words('scans:live.take')));
    await scans.preview.waitFor();
    await hand.press(button(at, words('scans:live.again')));
    await button(at, words('scans:live.take')).waitFor();
    const live = page.locator('video');
    await expect
      .poll(() => live.evaluate((video: HTMLVideoElement) => video.currentTime))
      .toBeGreaterThan(0.3);
    await settle(page);
    await takePicture(page, 'scan-camera-en');
    expect(await accessibilityFaults(page)).toEqual([]);
    await hand.press(button(at, words('scans:live.take')));
    await hand.press(button(at, words('scans:preview.keep')));
    await hand.press(button(at, words('caseFrame:voidConfirm')));
    await scans.preview.waitFor({ state: 'detached' });
    const kept = readJpeg(await scans.picture());
    expect(kept).toMatchObject({ width: 2400, height: 1350, carriesMetadata: false });
    await settle(page);
    await takePicture(page, 'scan-kept-en');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await sidewaysFaults(page)).toEqual([]);
  },
);

withCamera('--use-fake-ui-for-media-stream=deny')(
  'a camera that may not be used is said in words, and a file still serves',
  async ({ office }) => {
    const desk = await office.startDesk({ stage: 'interviewed', isTraining: true });
    const at = await office.openPage(desk);
    const { page, words, hand } = at;
    const scans = new ScanPanel(at);
    await scans.open(desk.caseId, BILL);
    await hand.press(scans.panel.getByRole('button', { name: words('scans:camera') }));
    await refusal(at, words('scans:live.denied')).waitFor();
    await settle(page);
    await takePicture(page, 'scan-camera-denied-ar');
    expect(await accessibilityFaults(page)).toEqual([]);
    await hand.press(button(at, words('scans:live.close')));
    await scans.panel.getByRole('button', { name: words('scans:file') }).waitFor();
  },
);
