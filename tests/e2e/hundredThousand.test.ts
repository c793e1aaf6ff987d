import { beforeEach, describe, expect } from 'vitest';
import type { Language } from '#shared/domain/case/vocabulary.ts';
import { BeneficiaryId } from '#shared/domain/identity.ts';
import { CROWDED_DESK } from '#tests/integration/desk/support/cachedDesk.ts';
import { TodayPage } from './support/dayPages.ts';
import type { DeskScreen } from './support/deskScreen.ts';
import { deskTest, hoursOfOneDay } from './support/deskTest.ts';
import { UnlockPage } from './support/doorPages.ts';
import { filledProfile } from './support/filledProfile.ts';
import { accessibilityFaults, settle, sidewaysFaults, takePicture } from './support/looks.ts';

/** In the days after the last of the invented cases. */
const TODAY = '2026-11-20T08:00:00.000Z';
const FILLING_MS = 900_000;
/** Enough that one sees the desk being brought up to date. */
const RENEWED_DESK = { ...CROWDED_DESK, cases: 10_000, seed: 'renewed' } as const;

async function look(at: DeskScreen, name: string): Promise<readonly string[]> {
  await settle(at.page);
  await takePicture(at.page, `${name}.${at.language}.light`);
  return [...(await accessibilityFaults(at.page)), ...(await sidewaysFaults(at.page))];
}

function inArabicDigits(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
}

hoursOfOneDay();

for (const language of ['ar', 'en'] as const satisfies readonly Language[]) {
  describe(`a desk with a hundred thousand cases, in ${language}`, () => {
    let profile: string;
    // Filled once and copied for each; the office takes it away.
    beforeEach(async () => {
      profile = await filledProfile(CROWDED_DESK, TODAY);
    }, FILLING_MS);

    deskTest('finds anybody, and its lists are as they were left', async ({ office }) => {
      const desk = await office.startDesk({ profile, clock: TODAY, language });
      const at = await office.openPage(desk, { language, by: 'keyboard' });
      const { page, words, hand } = at;
      await new UnlockPage(at).unlock();
      const today = new TodayPage(at);
      await today.newCaseButton.waitFor();

      // Letters that are written in several ways, a name that is written in one word and in two.
      await today.search('احمد');
      await today.found(/أحمد/).first().waitFor();
      await today.search('عبدالله');
      await today
        .found(/عبد الله/)
        .first()
        .waitFor();
      expect(await look(at, 'crowd-search')).toEqual([]);
      await page.keyboard.press('Escape');

      // The list of people by name: its end, a file from there, and back to the same row.
      const rail = page.getByRole('navigation', { name: words('shell:navigation'), exact: true });
      await hand.press(rail.getByRole('link', { name: words('shell:beneficiaries'), exact: true }));
      const people = page.getByRole('table', { name: words('beneficiaries:title') });
      await people.getByRole('link').first().focus();
      await page.keyboard.press('End');
      await page.waitForURL(/from=\d+/);
      const count = Number(await people.getAttribute('aria-rowcount'));
      expect(count).toBeGreaterThan(CROWDED_DESK.cases / 2);
      const last = people.locator(`tr[aria-rowindex="${count}"]`);
      await last.waitFor();
      const name = await last.getByRole('link').innerText();
      await hand.press(last.getByRole('link'));
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await page.getByRole('heading', { name: words('beneficiaries:requests') }).waitFor();
      expect(await look(at, 'crowd-file')).toEqual([]);
      const beneficiaryId = BeneficiaryId.parse(
        /beneficiaries\/([0-9a-f-]{36})/.exec(page.url())?.[1],
      );
      await hand.press(page.getByRole('link', { name: words('beneficiaries:backToList') }));
      await last.waitFor();

      // Their phone as it is written in Arabic.
      const { mobile } = await desk.client.beneficiaries.get({ beneficiaryId });
      await today.search(inArabicDigits(mobile ?? ''));
      await today.found(new RegExp(name)).first().waitFor();
      await page.keyboard.press('Escape');

      // The list of all cases, by name and narrowed to those whose interview is done.
      await hand.press(rail.getByRole('link', { name: words('shell:cases'), exact: true }));
      await page
        .getByText(words('today:casesTotal', { count: CROWDED_DESK.cases }), { exact: true })
        .waitFor();
      const cases = page.getByRole('table', { name: words('today:casesTitle') });
      await cases.getByRole('link').first().focus();
      await page.keyboard.press('End');
      const first = cases.locator(`tr[aria-rowindex="${CROWDED_DESK.cases + 1}"]`);
      await first.waitFor();
      expect(await look(at, 'crowd-cases')).toEqual([]);
      const reference = await first.getByRole('link').innerText();
      await hand.press(first.getByRole('link'));
      await hand.press(page.getByRole('link', { name: words('caseFrame:back') }));
      await first.getByRole('link', { name: reference }).waitFor();
      const status = page.getByRole('combobox', { name: words('today:filterStatus'), exact: true });
      await hand.search(status, words('common:status.interviewed'));
      await page.waitForURL(/status=interviewed/);
      await cases.getByRole('link').first().waitFor();
      expect(Number(await cases.getAttribute('aria-rowcount'))).toBeLessThan(
        CROWDED_DESK.cases / 100,
      );
    });
  });
}

describe('a desk whose program was renewed', () => {
  let profile: string;
  beforeEach(async () => {
    profile = await filledProfile(RENEWED_DESK, TODAY, { isOutdated: true });
  }, FILLING_MS);

  deskTest('says at its door how far it is, and opens', async ({ office }) => {
    const desk = await office.startDesk({ profile, clock: TODAY, language: 'ar' });
    const at = await office.openPage(desk, { language: 'ar', by: 'keyboard' });
    const { page, words } = at;
    await new UnlockPage(at).unlock();
    await page.getByRole('heading', { name: words('session:bringingUpTitle') }).waitFor();
    await page.getByText(/\d+ من 10000/).waitFor();
    expect(await look(at, 'renewed-bringing-up')).toEqual([]);
    await new TodayPage(at).newCaseButton.waitFor();
  });
});
