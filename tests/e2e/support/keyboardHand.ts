import type { Locator, Page } from 'playwright-core';
import { calendarButton, dayBox, digitsOf, type Hand, isInCalendar } from './hand.ts';
import type { Words } from './words.ts';

/** So many presses of Tab lead anywhere on any page of the desk. */
const FARTHEST = 300;
const PATIENCE_MS = 5_000;
const LOOK_EVERY_MS = 25;

/** Never touches the mouse, nor focuses anything that Tab and the arrows do not reach. */
export function keyboardHand(page: Page, words: Words): Hand {
  const { keyboard } = page;
  const hand: Hand = {
    press: async (control) => {
      await reach(page, control);
      await untilEnabled(page, control);
      const isTick = (await control.getAttribute('type')) === 'checkbox';
      await keyboard.press(isTick ? 'Space' : 'Enter');
    },
    write: async (box, text) => {
      await reach(page, box);
      await keyboard.press('ControlOrMeta+A');
      await keyboard.insertText(text);
    },
    pick: async (group, label) => {
      const radios = group.getByRole('radio');
      const wanted = group.getByRole('radio', { name: label, exact: true });
      if (await wanted.isChecked()) return;
      await reachAny(page, radios);
      for (let tried = await radios.count(); tried >= 0; tried -= 1) {
        if (await hasFocus(wanted)) {
          if (!(await wanted.isChecked())) await keyboard.press('Space');
          return;
        }
        await keyboard.press('ArrowDown');
      }
      throw new Error(`The arrows do not lead to ${label}.`);
    },
    choose: async (button, label) => {
      await reach(page, button);
      await keyboard.press('Enter');
      const options = page.getByRole('option');
      await options.first().waitFor();
      const wanted = page.getByRole('option', { name: label, exact: true });
      for (let tried = await options.count(); tried >= 0; tried -= 1) {
        if (await hasFocus(wanted)) {
          await keyboard.press('Enter');
          await wanted.waitFor({ state: 'detached' });
          return;
        }
        await keyboard.press('ArrowDown');
      }
      throw new Error(`The arrows do not lead to ${label}.`);
    },
    search: async (box, label) => {
      if ((await box.inputValue()) === label) return;
      await hand.write(box, label);
      await page.getByRole('option', { name: label, exact: true }).waitFor();
      await keyboard.press('ArrowDown');
      await keyboard.press('Enter');
    },
    date: async (group, date) => {
      const calendar = calendarButton(group, words);
      if (!(await isInCalendar(calendar, date.calendar, words))) {
        await hand.press(calendar);
        const wanted = page.getByRole('menuitemradio', {
          name: words(`common:${date.calendar}`),
          exact: true,
        });
        await wanted.waitFor();
        while (!(await hasFocus(wanted))) await keyboard.press('ArrowDown');
        await keyboard.press('Enter');
        await wanted.waitFor({ state: 'detached' });
      }
      await reach(page, dayBox(group, words));
      await keyboard.type(digitsOf(date));
    },
    sign: async (pad) => {
      await reach(page, pad);
      for (const turn of ['ArrowUp', 'ArrowDown'] as const) {
        await keyboard.press('Space');
        for (let step = 0; step < 12; step += 1) {
          await keyboard.press('ArrowRight');
          await keyboard.press(turn);
        }
        await keyboard.press('Space');
        await keyboard.press('ArrowRight');
      }
    },
  };
  return hand;
}

async function reach(page: Page, control: Locator): Promise<void> {
  await control.waitFor();
  await reachAny(page, control);
}

/**
 * Tabs until one of these has the focus: forwards, or backwards when it lies behind. As many presses as
 * there are stops between are given at one go; only where the focus then is counts.
 */
async function reachAny(page: Page, controls: Locator): Promise<void> {
  await controls.first().waitFor({ state: 'attached' });
  for (let pressed = 0; pressed < FARTHEST; ) {
    const way = await controls.evaluateAll(wayTo);
    if (way === null) return;
    for (let press = 0; press < way.presses; press += 1) await page.keyboard.press(way.key);
    pressed += way.presses;
  }
  throw new Error(`Tab does not lead to ${String(controls)}.`);
}

/** In the page: null when one of these has the focus, else the key that leads there and how often. */
function wayTo(
  elements: readonly Element[],
): { readonly key: 'Tab' | 'Shift+Tab'; readonly presses: number } | null {
  const here = document.activeElement;
  if (elements.some((element) => element === here)) return null;
  const [first] = elements;
  if (here === null || here === document.body || first === undefined) {
    return { key: 'Tab', presses: 1 };
  }
  const follows = (element: Element, other: Element) =>
    (element.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING) === 0;
  const isBehind = !follows(here, first);
  const [from, to] = isBehind ? [first, here] : [here, first];
  const stops = [
    ...document.querySelectorAll<HTMLElement>('a[href], button, input, textarea, [tabindex]'),
  ].filter(
    (stop) =>
      stop.tabIndex >= 0 &&
      stop.getClientRects().length > 0 &&
      !stop.matches(':disabled, input[type=radio]:not(:checked)') &&
      stop !== from &&
      stop !== to &&
      follows(from, stop) &&
      follows(stop, to),
  );
  return { key: isBehind ? 'Shift+Tab' : 'Tab', presses: stops.length + 1 };
}

/** A blocked or busy button stays reachable; a person waits until it works again. */
async function untilEnabled(page: Page, control: Locator): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_EVERY_MS) {
    if (await control.isEnabled()) return;
    await page.waitForTimeout(LOOK_EVERY_MS);
  }
  throw new Error(`${String(control)} stays blocked.`);
}

function hasFocus(control: Locator): Promise<boolean> {
  return control.evaluateAll((elements) =>
    elements.some((element) => element === document.activeElement),
  );
}
