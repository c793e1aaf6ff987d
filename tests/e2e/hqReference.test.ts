import { expect } from 'vitest';
import form from '#resources/questionnaires/support-request.v1.json' with { type: 'json' };
import { matchedCase, sign, submit } from '#tests/integration/desk/support/widowCase.ts';
import { MORNING } from './support/branch.ts';
import { button, type DeskScreen, deskScreen, textbox } from './support/deskScreen.ts';
import { hoursOfOneDay } from './support/deskTest.ts';
import { AdministrationPage, codeOn } from './support/hqAdministrationPages.ts';
import { ADMINISTRATOR, SignInPage } from './support/hqDoorPages.ts';
import { HqFramePage } from './support/hqFramePage.ts';
import { hqTest, REFUSED } from './support/hqTest.ts';
import { accessibilityFaults, settle, sidewaysFaults, takePicture } from './support/looks.ts';
import { ReferencePart } from './support/referencePart.ts';
import type { RunningDesk } from './support/startDesk.ts';
import type { RunningHub } from './support/startHub.ts';

hoursOfOneDay();

const TODAY = MORNING.slice(0, 10);
const FOLLOWED = 'كيف أتابع طلبي؟';
const IBAN = 'SA03 8000 0000 6080 1016 7519';

async function inspect(at: DeskScreen, name: string): Promise<readonly string[]> {
  await settle(at.page);
  await takePicture(at.page, `${name}.${at.language}`);
  return [...(await accessibilityFaults(at.page)), ...(await sidewaysFaults(at.page))];
}

async function enter(hub: RunningHub, at: DeskScreen): Promise<ReferencePart> {
  await at.page.goto(hub.origin);
  await new SignInPage(at).signIn();
  await new HqFramePage(at).heading('hqAdministration:title').waitFor();
  await new AdministrationPage(at).open('reference');
  return new ReferencePart(at);
}

/** The form with one question more, as a person at headquarters hands it in. */
function handedIn(change: object): {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
} {
  const content = { ...form, settings: { ...form.settings, version: 2 }, ...change };
  const buffer = Buffer.from(JSON.stringify(content));
  return { name: 'support-request.v2.json', mimeType: 'application/json', buffer };
}

hqTest(
  'settings are changed in a draft, published with a reason, and in force at the branch',
  async ({ hub, office, newPage }) => {
    await hub.setUp(ADMINISTRATOR);
    const desk = await office.startDesk({ stage: 'founded' });
    const branch = await office.openPage(desk, { language: 'ar', by: 'keyboard' });
    const say = branch.words;
    await branch.hand.press(branch.page.getByRole('link', { name: say('sync:rail') }));
    await branch.hand.write(textbox(branch, say('sync:address')), hub.origin);
    await branch.hand.press(button(branch, say('sync:enrol')));
    const code = await codeOn(branch.page).textContent();

    const page = await newPage({ expectedErrors: [REFUSED] });
    const at = deskScreen(page, 'ar', 'keyboard');
    const reference = await enter(hub, at);
    const administration = new AdministrationPage(at);
    await administration.open('laptops');
    await administration.approve(code ?? '');
    await branch.page.getByText(say('sync:situation.allSent')).waitFor();

    await administration.open('reference');
    const { words, hand } = at;
    await hand.write(reference.period('replyDays'), '7');
    await page
      .getByText(words('reference:fault.tooSmall', { detail: 14 }))
      .first()
      .waitFor();
    await hand.write(reference.period('replyDays'), '21');
    await reference.change(words('reference:period.replyDays')).waitFor();
    await hand.pick(
      page.getByRole('radiogroup', { name: words('reference:registration') }),
      words('reference:place.beforeDecision'),
    );
    await reference.change(words('reference:place.beforeDecision')).waitFor();
    expect(await inspect(at, 'hq-settings')).toEqual([]);
    await reference.publish('تعليمات مجلس الإدارة');
    await page.getByText(words('reference:settingsInForce', { version: 2 })).waitFor();

    // The laptop hears of it at its next contact, and says so.
    await branch.hand.press(button(branch, say('sync:sendNow')));
    const versions = branch.page.getByText(say('reference:deskVersion', { version: 2 }));
    await versions.waitFor();
    expect(await inspect(branch, 'sync-versions')).toEqual([]);
    await branch.hand.press(branch.page.getByRole('link', { name: say('shell:today') }));
    await branch.page.getByText('تعليمات مجلس الإدارة').waitFor();
    expect(await inspect(branch, 'today-published')).toEqual([]);

    await theLibraryIsWrittenAndRead(reference, at, branch, desk);

    // A case that begins now is registered as soon as it is handed in.
    const caseId = await matchedCase(desk.client, TODAY);
    await sign(desk.client, caseId);
    await submit(desk.client, caseId);
    await branch.page.evaluate((hash) => {
      location.hash = hash;
    }, `/case/${caseId}/service`);
    await branch.hand.press(button(branch, say('service:complete')));
    await branch.page.getByText(say('service:account.problem.missing')).waitFor();
    for (const box of ['iban', 'again'] as const) {
      await branch.hand.write(textbox(branch, say(`service:account.${box}`)), IBAN);
    }
    await branch.hand.press(button(branch, say('service:complete')));
    await branch.page.getByText(say('service:registered')).first().waitFor();
    expect(await inspect(branch, 'registered-early')).toEqual([]);
  },
);

/** An answer is written anew and a question added; at the branch each is news until it was opened. */
async function theLibraryIsWrittenAndRead(
  reference: ReferencePart,
  at: DeskScreen,
  branch: DeskScreen,
  desk: RunningDesk,
): Promise<void> {
  const { page, words } = at;
  const say = branch.words;
  await desk.client.library.markRead({ page: 'askedPhone' });
  await reference.writeAnswer(FOLLOWED, {
    answerAr: 'برقم الطلب، في ساعات العمل.',
    answerEn: 'By the number of the request, in working hours.',
  });
  await reference.closePage();
  const opened = { questionAr: 'أيفتح المكتب في رمضان؟', answerAr: 'نعم، بعد التراويح.' };
  await reference.writeAnswer(null, opened);
  await page.getByRole('dialog').getByText(words('reference:fault.missing')).first().waitFor();
  expect(await inspect(at, 'hq-library-page')).toEqual([]);
  await reference.writeAnswer(null, {
    questionEn: 'Is the office open in Ramadan?',
    answerEn: 'Yes, after the night prayers.',
  });
  await reference.closePage();
  await reference.change(opened.questionAr).waitFor();
  await at.hand.press(button(at, words('reference:library.noticeEdit')));
  await at.hand.write(textbox(at, words('reference:arabicWords')), 'نصوص أقرتها الجمعية.');
  expect(await inspect(at, 'hq-library-notice')).toEqual([]);
  await reference.closePage();
  await reference.change('نصوص أقرتها الجمعية.').waitFor();
  expect(await inspect(at, 'hq-library')).toEqual([]);
  await reference.publish('أسئلة رمضان');
  await page.getByText(words('reference:library.inForce', { version: 2 })).waitFor();

  const go = (name: string) => branch.hand.press(branch.page.getByRole('link', { name }));
  await go(say('sync:rail'));
  await branch.hand.press(button(branch, say('sync:sendNow')));
  const library = branch.page.getByRole('link', { name: say('library:news', { count: 2 }) });
  await library.waitFor();
  await go(say('shell:today'));
  const news = branch.page.getByRole('region', { name: say('library:newsTitle') });
  await news.getByText('أسئلة رمضان').waitFor();
  expect(await inspect(branch, 'today-library')).toEqual([]);
  await branch.hand.press(news.getByRole('link', { name: FOLLOWED }));
  const changes = branch.page.getByRole('region', { name: say('library:changesTitle') });
  await changes.getByText('برقم الطلب، في ساعات العمل.').waitFor();
  await branch.page.getByText('نصوص أقرتها الجمعية.').waitFor();
  expect(await inspect(branch, 'library-changed')).toEqual([]);
  await go(say('shell:today'));
  await news.getByRole('link', { name: FOLLOWED }).waitFor({ state: 'detached' });
  await branch.hand.press(news.getByRole('link', { name: opened.questionAr }));
  await branch.page.getByRole('article').getByText(opened.answerAr).waitFor();
  await go(say('shell:today'));
  await button(branch, say('today:newCase')).waitFor();
  await news.waitFor({ state: 'detached' });
  await branch.page.keyboard.press('Control+KeyK');
  await branch.page.keyboard.type('التراويح');
  await branch.page.getByRole('option', { name: opened.questionAr }).waitFor();
  await branch.page.keyboard.press('Escape');
}

hqTest(
  'a form is handed in, its faults told, its changes shown, and published',
  async ({ hub, newPage }) => {
    const page = await newPage({ language: 'en', expectedErrors: [REFUSED] });
    await page.addInitScript(() =>
      localStorage.setItem(
        'rifada.hq.appearance',
        '{"language":"en","theme":"system","contrast":"system"}',
      ),
    );
    const at = deskScreen(page, 'en');
    const { words } = at;
    const reference = await enter(hub, at);
    const survey = form.survey.filter((row) => !('name' in row) || row.name !== 'socialSecurity');
    await reference.handIn('questionnaire', handedIn({ survey }));
    await page
      .getByText(/socialSecurity/)
      .first()
      .waitFor();
    expect(await inspect(at, 'hq-form-faults')).toEqual([]);

    const question = { type: 'text', name: 'nearestMosque', 'label::ar': 'أقرب مسجد' };
    const [head, ...rows] = form.survey;
    await reference.handIn(
      'questionnaire',
      handedIn({ survey: [head, { ...question, 'label::en': 'Nearest mosque' }, ...rows] }),
    );
    await reference.change('Nearest mosque').waitFor();
    expect(await inspect(at, 'hq-form-changes')).toEqual([]);
    await reference.publish('The mosques of the quarter help with visits');
    await reference.version('questionnaire', '2').waitFor();
    await reference.openVersions('questionnaire');
    await page.getByText('The mosques of the quarter help with visits').waitFor();

    const saving = page.waitForEvent('download');
    await reference.download('questionnaire');
    expect((await saving).suggestedFilename()).toBe('support-request.v2.xlsx');
    await reference.handIn('documentRules', {
      name: 'rules.json',
      mimeType: 'application/json',
      buffer: Buffer.from('no rules at all'),
    });
    await page.getByText(words('reference:unkept')).waitFor();
  },
);
