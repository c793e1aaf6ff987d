import type { Page } from 'playwright-core';
import { calendarButton, dayBox, digitsOf, type Hand, isInCalendar, openOption } from './hand.ts';
import type { Words } from './words.ts';

/** Clicks on what it sees; the keyboard only writes. */
export function mouseHand(page: Page, words: Words): Hand {
  return {
    press: (control) => control.click(),
    write: async (box, text) => {
      await box.click();
      await box.fill(text);
    },
    pick: (group, label) => group.getByRole('radio', { name: label, exact: true }).click(),
    choose: async (button, label) => {
      await button.click();
      await openOption(page, label).click();
    },
    search: async (box, label) => {
      if ((await box.inputValue()) === label) return;
      await box.click();
      await box.fill(label);
      await openOption(page, label).click();
    },
    date: async (group, date) => {
      const calendar = calendarButton(group, words);
      if (!(await isInCalendar(calendar, date.calendar, words))) {
        await calendar.click();
        await page
          .getByRole('menuitemradio', { name: words(`common:${date.calendar}`), exact: true })
          .click();
      }
      await dayBox(group, words).click();
      await page.keyboard.type(digitsOf(date));
    },
    sign: async (pad) => {
      await pad.scrollIntoViewIfNeeded();
      const box = await pad.boundingBox();
      if (box === null) throw new Error('the pad is not on the page');
      const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
      for (const stroke of STROKES) {
        const [first, ...rest] = stroke;
        if (first === undefined) continue;
        await page.mouse.move(...at(...first));
        await page.mouse.down();
        for (const point of rest) await page.mouse.move(...at(...point), { steps: 4 });
        await page.mouse.up();
      }
    },
  };
}

const STROKES: readonly (readonly (readonly [number, number])[])[] = [
  [
    [0.7, 0.5],
    [0.6, 0.3],
    [0.5, 0.7],
    [0.4, 0.4],
  ],
  [
    [0.35, 0.6],
    [0.25, 0.6],
  ],
];
