import { describe, expect } from 'vitest';
import { widowAnswersOn } from '#tests/fixtures/widowDocuments.ts';
import { openStatus } from '../integration/desk/support/testDesk.ts';
import {
  decideTheRest,
  interview,
  layAgreeingDocuments,
  openCase,
  welcome,
} from '../integration/desk/support/widowCase.ts';
import { NewCasePage } from './support/dayPages.ts';
import { button, type DeskScreen, textbox } from './support/deskScreen.ts';
import { deskTest } from './support/deskTest.ts';
import { accessibilityFaults, settle, sidewaysFaults, takePicture } from './support/looks.ts';

const WIDOW = 'نورة عبد الله سعد السبيعي';
/** The widow with two digits of her id exchanged and her name spelt otherwise. */
const MISTYPED = {
  id: '1012354672',
  name: 'نوره عبدالله السبيعى',
  birthDate: { calendar: 'hijri', year: 1400, month: 7, day: 1 },
} as const;

async function inspect({ page, language }: DeskScreen, name: string): Promise<readonly string[]> {
  await settle(page);
  await takePicture(page, `${name}.${language}`);
  const faults = [...(await accessibilityFaults(page)), ...(await sidewaysFaults(page))];
  return faults.map((fault) => `${name}: ${fault}`);
}

describe('a person who may be known', () => {
  deskTest(
    'is met at a new case and in the interview, and answered by keyboard',
    async ({ office }) => {
      const desk = await office.startDesk({ stage: 'submitted' });
      const at = await office.openPage(desk, { by: 'keyboard' });
      const { page, words, hand } = at;
      const faults: string[] = [];
      await page.evaluate(() => {
        location.hash = '/new';
      });
      const newCase = new NewCasePage(at);
      await textbox(at, words('newCase:id')).waitFor();
      await newCase.state(MISTYPED);
      const likely = newCase.person(WIDOW);
      await likely.getByText(words('known:strength.sure'), { exact: true }).waitFor();
      // It took no focus from who types.
      expect(await page.evaluate(() => document.activeElement?.closest('article'))).toBeNull();
      await likely.getByText('رقم الهوية', { exact: false }).first().waitFor();
      faults.push(...(await inspect(at, 'known-newCase')));

      // Another person: a word is wanted, and she is gone from here.
      await hand.press(likely.getByRole('button', { name: words('known:another'), exact: true }));
      await hand.press(button(at, words('known:anotherSave')));
      await page.getByText(words('known:anotherMissing')).waitFor();
      await hand.write(page.getByLabel(words('known:anotherTitle')), 'أختها');
      await hand.press(button(at, words('known:anotherSave')));
      await likely.waitFor({ state: 'detached' });
      await newCase.openNewFile();
      await page.waitForURL(/case\/[0-9a-f-]{36}\/welcome/);
      await page.evaluate(() => {
        location.hash = location.hash.replace(/\/[a-z]+(\?.*)?$/, '/interview?at="B"');
      });
      await textbox(at, 'الاسم الأول').waitFor();
      const panel = page.getByRole('region', { name: words('known:title') });
      await panel.getByText(words('known:answered.another', { reason: 'أختها' })).waitFor();

      // On second thoughts it is she: the request goes on her file and takes over what is known.
      await hand.press(panel.getByRole('button', { name: words('known:change') }));
      faults.push(...(await inspect(at, 'known-interview')));
      await hand.press(panel.getByRole('button', { name: words('known:same'), exact: true }));
      await panel.getByText(words('known:answered.same')).waitFor();
      await page.getByText(words('interview:fromFile.taken')).first().waitFor();
      expect(await textbox(at, 'اسم الجد').inputValue()).toBe('سعد');
      faults.push(...(await inspect(at, 'known-same')));
      expect(faults).toEqual([]);
    },
  );

  deskTest(
    'is answered before matching is completed, by keyboard, from what is missing',
    async ({ office }) => {
      const desk = await office.startDesk({ stage: 'submitted' });
      const { today } = openStatus(await desk.client.session.status());
      const caseId = await openCase(desk.client);
      await welcome(desk.client, caseId);
      await interview(desk.client, caseId, widowAnswersOn(today));
      await desk.client.interview.complete({ caseId });
      await layAgreeingDocuments(desk.client, caseId, today);
      await decideTheRest(desk.client, caseId);
      const at = await office.openPage(desk, { by: 'keyboard' });
      const { page, words, hand } = at;
      const faults: string[] = [];
      await page.evaluate((id) => {
        location.hash = `/case/${id}/documents`;
      }, caseId);
      // What is missing leads to the panel, and the panel answers.
      await hand.press(button(at, words('caseFrame:blockers.knownUnanswered')));
      const panel = page.getByRole('region', { name: words('known:title') });
      await page.waitForFunction(
        (name) => document.activeElement?.closest('section')?.textContent?.includes(name) === true,
        words('known:title'),
      );
      await panel.getByText(words('known:mustAnswer')).waitFor();
      faults.push(...(await inspect(at, 'known-documents')));
      await hand.press(panel.getByRole('button', { name: words('known:unsure') }));
      await panel.getByText(words('known:answered.unsure')).waitFor();
      await button(at, words('caseFrame:blockers.knownUnanswered')).waitFor({ state: 'detached' });
      await desk.client.documents.completeMatching({ caseId });
      expect(faults).toEqual([]);
    },
  );

  deskTest('in English, and in quick contact entry', async ({ office }) => {
    const desk = await office.startDesk({ stage: 'submitted', language: 'en' });
    const at = await office.openPage(desk, { language: 'en', by: 'keyboard' });
    const { page, words, hand } = at;
    const faults: string[] = [];
    await page.evaluate(() => {
      location.hash = '/new';
    });
    const newCase = new NewCasePage(at);
    await textbox(at, words('newCase:id')).waitFor();
    await newCase.state(MISTYPED);
    await newCase.person(WIDOW).getByText(words('known:strength.sure'), { exact: true }).waitFor();
    faults.push(...(await inspect(at, 'known-newCase')));
    await page.evaluate(() => {
      location.hash = '/contacts/new';
    });
    await hand.write(textbox(at, words('contacts:phone')), '0501234568');
    await hand.write(textbox(at, words('contacts:name')), 'نوره عبدالله سعد السبيعى');
    const likely = newCase.person(WIDOW);
    await likely.waitFor();
    faults.push(...(await inspect(at, 'known-contact')));
    await hand.press(likely.getByRole('button', { name: words('known:same'), exact: true }));
    await button(at, words('contacts:whoOther')).waitFor();
    expect(faults).toEqual([]);
  });
});
