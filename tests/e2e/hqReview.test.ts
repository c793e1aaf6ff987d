import { expect } from 'vitest';
import { checksMade } from '#tests/hub/support/clerks.ts';
import { ALL_SUBMITTED, createFilledSender } from '#tests/hub/support/filledSender.ts';
import { appendSameApplicant } from '#tests/hub/support/sameApplicant.ts';
import { slippedNumber } from '#tests/hub/support/slippedNumber.ts';
import { button, type DeskScreen, deskScreen } from './support/deskScreen.ts';
import { hoursOfOneDay } from './support/deskTest.ts';
import { ADMINISTRATOR, SignInPage } from './support/hqDoorPages.ts';
import { HqFramePage } from './support/hqFramePage.ts';
import { hqTest, REFUSED } from './support/hqTest.ts';
import { accessibilityFaults, settle, sidewaysFaults, takePicture } from './support/looks.ts';
import { ReviewPage } from './support/reviewPage.ts';
import type { RunningHub } from './support/startHub.ts';

hoursOfOneDay();

const CLERK = { displayName: 'سلمان الخيل', userName: 'salman', password: 'كلمة مرور سلمان 1' };
const DIRECTOR = {
  displayName: 'عبدالله الشريف',
  userName: 'director',
  password: 'كلمة مرور المدير 1',
};
const SEED = 'review';
const CASES = 8;
const QUARTER_HOUR = 900_000;

async function inspect(at: DeskScreen, name: string): Promise<readonly string[]> {
  await settle(at.page);
  await takePicture(at.page, `${name}.${at.language}`);
  return [...(await accessibilityFaults(at.page)), ...(await sidewaysFaults(at.page))];
}

async function employ(hub: RunningHub): Promise<void> {
  await hub.setUp(ADMINISTRATOR);
  const headers = { 'content-type': 'application/json' };
  const call = (path: string, body: object, cookie = '') =>
    fetch(`${hub.origin}/api${path}`, {
      method: 'POST',
      headers: { ...headers, ...(cookie === '' ? {} : { cookie }) },
      body: JSON.stringify(body),
    });
  const { userName, password } = ADMINISTRATOR;
  const signedIn = await call('/session', { userName, password });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  for (const person of [
    { ...CLERK, roles: ['importClerk'] },
    { ...DIRECTOR, roles: ['director'] },
  ]) {
    const added = await call('/people', person, cookie);
    expect(added.status).toBe(200);
  }
}

/** Two of those whom Mecca knows come to Taif, one of them with a number that was heard wrongly. */
async function cameTwice(hub: RunningHub): Promise<() => void> {
  const filled = { seed: SEED, mix: ALL_SUBMITTED };
  const mecca = await createFilledSender(hub, {
    ...{ ...filled, cases: CASES, branchCode: 'MKH01', branchName: 'مكة المكرمة' },
  });
  const taif = await createFilledSender(hub, {
    ...{ ...filled, cases: 0, seed: 'taif', branchCode: 'TIF07', branchName: 'الطائف' },
  });
  await mecca.sendAll();
  await checksMade(hub);
  for (const [number, alter] of [
    [0, (text: string) => text],
    [4, slippedNumber().alter],
  ] as const) {
    const openedAt = hub.hub.context.clock.now() - (CASES + 1 - number) * QUARTER_HOUR;
    appendSameApplicant(taif, { seed: SEED, number, openedAt, alter });
  }
  await taif.sendAll();
  await checksMade(hub);
  return () => {
    mecca.close();
    taif.close();
  };
}

hqTest(
  'a clerk joins two who are one, takes it back, and tells two others apart, by keyboard',
  async ({ hub, newPage }) => {
    await employ(hub);
    const close = await cameTwice(hub);
    const page = await newPage({ expectedErrors: [REFUSED] });
    const at = deskScreen(page, 'ar', 'keyboard');
    const { words, hand } = at;
    await page.goto(hub.origin);
    await new SignInPage(at).signIn(CLERK.userName, CLERK.password);
    const place = new HqFramePage(at).place('review');
    await hand.press(place);
    const review = new ReviewPage(at);
    await review.heading.waitFor();
    await review.pairs.first().waitFor();
    expect(await review.pairs.count()).toBe(2);
    // The rail counts what waits in it: pairs, and what several persons share.
    const waiting = (await review.count('pairs')) + (await review.count('collisions'));
    await place.getByText(String(waiting), { exact: true }).first().waitFor();
    expect(await inspect(at, 'hq-review')).toEqual([]);

    // Down through the list, and open.
    await hand.press(review.pairs.first());
    await review.field('nationalId').waitFor();
    expect(await inspect(at, 'hq-review-pair')).toEqual([]);

    // A preview first; without a reason nothing is done.
    await hand.press(button(at, words('review:same')));
    const preview = page.getByRole('heading', { name: words('review:preview') });
    await preview.waitFor();
    // The hand goes on at its beginning.
    const holds = (heading: Element) => document.activeElement?.contains(heading);
    expect(await preview.evaluate(holds)).toBe(true);
    await hand.press(button(at, words('review:confirmMerge')));
    await page.getByText(words('review:reasonMissing')).waitFor();
    expect(await inspect(at, 'hq-review-preview')).toEqual([]);
    await review.because('الهوية واحدة والوثائق متطابقة');
    await hand.press(button(at, words('review:confirmMerge')));
    await review.done('merge').waitFor();
    await review.pairs.nth(1).waitFor({ state: 'detached' });
    expect(await review.pairs.count()).toBe(1);

    // Who was told apart is not asked about again.
    await hand.press(review.pairs.first());
    await review.field('nationalId').waitFor();
    await hand.press(button(at, words('review:apart')));
    expect(await inspect(at, 'hq-review-apart')).toEqual([]);
    await review.say('أخوان، وقد حضرا معًا');
    await review.confirm('apart');
    await review.done('apart').waitFor();
    await page.getByText(words('review:empty')).waitFor();

    // The two brothers have an account in common: accepted with a reason.
    await review.view('collisions');
    const collision = page
      .getByRole('row')
      .filter({ hasText: words('review:collisionKind.iban') })
      .first();
    await collision.waitFor();
    await hand.press(collision.getByRole('button'));
    await page.getByText(words('review:collisionText.iban')).waitFor();
    expect(await inspect(at, 'hq-review-collisions')).toEqual([]);
    await hand.press(button(at, words('review:dismiss')));
    await review.say('حساب الأسرة');
    await review.confirm('dismiss');
    await review.done('dismiss').waitFor();

    // What was joined is taken back, and the question stands again.
    await review.view('merges');
    const row = page.getByRole('row').filter({ hasText: words('review:stands') });
    await row.waitFor();
    await hand.press(row.getByRole('button'));
    await hand.press(button(at, words('review:undo')));
    await review.say('تبيّن أنهما شخصان');
    await review.confirm('undo');
    await review.done('undo').waitFor();
    expect(await inspect(at, 'hq-review-merges')).toEqual([]);

    await review.view('pairs');
    await review.pairs.first().waitFor();
    expect(await review.pairs.count()).toBe(1);
    close();
  },
);

hqTest(
  'a director takes one request for a repetition of another, and the case says so, in English',
  async ({ hub, newPage }) => {
    const page = await newPage({ language: 'en', expectedErrors: [REFUSED] });
    const at = deskScreen(page, 'en', 'keyboard');
    const { words, hand } = at;
    await page.addInitScript(() => {
      localStorage.setItem(
        'rifada.hq.appearance',
        '{"language":"en","theme":"system","contrast":"system"}',
      );
    });
    await page.goto(hub.origin);
    await new SignInPage(at).signIn(DIRECTOR.userName, DIRECTOR.password);
    await hand.press(new HqFramePage(at).place('review'));
    const review = new ReviewPage(at);
    await hand.press(review.pairs.first());
    await review.field('nationalId').waitFor();
    expect(await inspect(at, 'hq-review-pair')).toEqual([]);
    await page.keyboard.press('Tab');
    await hand.press(button(at, words('review:same')));
    const requests = page.getByRole('region', { name: words('review:whichRequests') });
    await requests.waitFor();
    const stops = requests.getByRole('button').first();
    const reference = /MKH\S+/u.exec(await requests.innerText())?.[0] ?? '';
    await hand.press(stops);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await inspect(at, 'hq-review-preview')).toEqual([]);
    await review.because('The same request, made twice');
    await hand.press(button(at, words('review:confirmMerge')));
    await review.done('merge').waitFor();
    await review.view('merges');
    await page
      .getByRole('row')
      .filter({ hasText: words('review:stands') })
      .waitFor();
    expect(await inspect(at, 'hq-review-merges')).toEqual([]);
    const found = await hub.hub.context.db.query<{ readonly id: string }>(
      "SELECT case_id AS id FROM hub_case WHERE status = 'duplicate'",
    );
    expect(found).toHaveLength(1);
    expect(reference).not.toBe('');
    await page.goto(`${hub.origin}/#/inbox/cases/${found[0]?.id}`);
    await page.getByRole('region', { name: words('review:onCase') }).waitFor();
    expect(await inspect(at, 'hq-review-case')).toEqual([]);
  },
);
