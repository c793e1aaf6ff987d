import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import { verifyCommand } from '#electron/commands/verifyCommand.ts';
import { deskTest } from './support/deskTest.ts';

deskTest(
  'a case is saved as one file that stands on its own, and shows where it was touched',
  async ({ office }) => {
    const desk = await office.startDesk({ stage: 'submitted' });
    const at = await office.openPage(desk);
    await at.page.evaluate((place) => {
      location.hash = place;
    }, `#/case/${desk.caseId}/next`);
    const download = at.page.waitForEvent('download');
    await at.page.getByRole('button', { name: at.words('submission:export') }).click();
    const file = await (await download).path();
    expect(verifyCommand([file, '--lang', 'ar'], {}).exitCode).toBe(0);
    const whole = readFileSync(file, 'utf8');
    const touched = whole.replace('132000', '232000');
    expect(touched).not.toBe(whole);
    writeFileSync(file, touched);
    expect(verifyCommand([file, '--lang', 'ar'], {}).exitCode).toBe(1);
    expect((await download).suggestedFilename()).toMatch(
      /^[A-Z0-9]+-[A-Z0-9]{2}-\d{4}-\d{6}-.\.json$/,
    );
  },
);
