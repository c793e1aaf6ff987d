import { describe, expect } from 'vitest';
import { gregorian } from '#tests/unit/calendar/vectors.ts';
import { ContactPages } from './support/contactPages.ts';
import { TodayPage } from './support/dayPages.ts';
import { button, type DeskScreen, textbox } from './support/deskScreen.ts';
import { deskTest } from './support/deskTest.ts';
import { PaperPage } from './support/lastSteps.ts';
import {
  accessibilityFaults,
  atDoubleSize,
  settle,
  sidewaysFaults,
  takePicture,
  wear,
} from './support/looks.ts';

async function inspect(at: DeskScreen, name: string): Promise<readonly string[]> {
  const { page, language } = at;
  await settle(page);
  const faults: string[] = [];
  for (const look of ['dark', 'contrast', 'light'] as const) {
    await wear(page, look);
    faults.push(
      ...(await accessibilityFaults(page, look)).map((fault) => `${name} ${look}: ${fault}`),
    );
    await takePicture(page, `${name}.${language}.${look}`);
  }
  faults.push(...(await sidewaysFaults(page)).map((fault) => `${name}: ${fault}`));
  await atDoubleSize(page, `${name}.${language}.double`, async () => {
    faults.push(...(await sidewaysFaults(page)).map((fault) => `${name} 200 %: ${fault}`));
  });
  return faults;
}

describe('contacts and complaints', () => {
  deskTest('a call is recorded, followed up by its day, and becomes a case', async ({ office }) => {
    const desk = await office.startDesk({ stage: 'founded' });
    const at = await office.openPage(desk, { by: 'keyboard' });
    const { page, words, hand } = at;
    const faults: string[] = [];
    const contacts = new ContactPages(at);
    await contacts.open();
    faults.push(...(await inspect(at, 'contacts-empty')));
    await contacts.record();
    // Nothing is taken that says neither who nor what.
    await contacts.save();
    await page.getByText(words('contacts:whoNeeded')).waitFor();
    await page.getByText(words('contacts:topicNeeded')).waitFor();
    await contacts.fill({
      name: 'هدى سالم الزهراني',
      phone: '٠٥٠١٢٣٤٥٦٧',
      topic: 'إيجار متأخر',
      said: 'عليها إيجار شهرين وتسأل عن الدعم',
      answer: 'شُرحت لها الوثائق المطلوبة',
    });
    await hand.press(page.getByRole('checkbox', { name: words('contacts:followsUp') }));
    const by = page.getByRole('group', { name: words('contacts:followUpBy') });
    await hand.date(by, gregorian('2026-11-23'));
    faults.push(...(await inspect(at, 'contacts-entry')));
    // What is typed stays while one looks elsewhere.
    await new TodayPage(at).open();
    await contacts.open();
    await contacts.record();
    expect(await contacts.topic.inputValue()).toBe('إيجار متأخر');
    await takePicture(page, 'contacts-kept.ar.light');
    await contacts.save();
    await page.getByRole('heading', { level: 1, name: 'إيجار متأخر' }).waitFor();
    faults.push(...(await inspect(at, 'contact')));

    // What is unclear goes to the social-research officer, with slip N4; the answer is owed to the person.
    await hand.press(button(at, words('waiting:refer')));
    await hand.press(button(at, words('waiting:send')));
    await page.getByText(words('waiting:needed')).first().waitFor();
    await hand.choose(
      page.getByRole('button', { name: words('waiting:reasonLabel') }),
      words('waiting:reason.documentMissing'),
    );
    await hand.write(textbox(at, words('waiting:question')), 'بماذا تُثبت السكن؟');
    // Called away in the middle of it, one finds it open again.
    await page.getByText(new RegExp(words('common:draft.kept', { time: '.*' }))).waitFor();
    await page.reload();
    await expect
      .poll(() => textbox(at, words('waiting:question')).inputValue())
      .toBe('بماذا تُثبت السكن؟');
    await hand.press(button(at, words('waiting:send')));
    const asked = page.getByRole('region', { name: words('waiting:inquiry.title') });
    await asked.getByText('بماذا تُثبت السكن؟').waitFor();
    await hand.press(asked.getByRole('link', { name: words('waiting:printN4') }));
    await page.getByText(words('waiting:inquiry.noPenalty')).waitFor();
    await new PaperPage(at).print();
    await new PaperPage(at).copy(1).waitFor();
    await takePicture(page, 'N4-contact.ar.light');
    faults.push(...(await accessibilityFaults(page)));
    await hand.press(page.getByRole('link', { name: words('waiting:backToOverview') }));
    await hand.press(asked.getByRole('button', { name: words('waiting:recordAnswer') }));
    await hand.write(textbox(at, words('waiting:answeredBy')), 'فيصل الدوسري');
    await hand.pick(
      page.getByRole('radiogroup', { name: words('waiting:heardLabel') }),
      words('waiting:heard.phone'),
    );
    await hand.write(textbox(at, words('waiting:answerText')), 'تكفي إفادة العمدة');
    faults.push(...(await inspect(at, 'contact-referral')));
    await hand.press(asked.getByRole('button', { name: words('waiting:saveAnswer') }));
    await asked.getByText('تكفي إفادة العمدة').waitFor();

    // Today leads to it.
    await new TodayPage(at).open();
    const due = page.getByRole('region', { name: words('today:followUps') });
    await due.getByText('هدى سالم الزهراني').waitFor();
    faults.push(...(await inspect(at, 'today-followUps')));
    await hand.press(due.getByRole('button', { name: words('today:followUp') }));
    await hand.write(textbox(at, words('contacts:outcome')), 'وُعدت بزيارة المكتب');
    await hand.press(button(at, words('contacts:saveFollowUp')));
    await page.getByText('وُعدت بزيارة المكتب').waitFor();

    await hand.press(page.getByRole('link', { name: words('contacts:becomeCase') }));
    await page.getByText(words('contacts:fromContact', { topic: 'إيجار متأخر' })).waitFor();
    expect(await textbox(at, words('newCase:name')).inputValue()).toBe('هدى سالم الزهراني');
    // A call over the same number that names nobody is hers by one press, and is given back by another.
    await desk.client.contacts.record({
      ...{ channel: 'phone', initiatedBy: 'beneficiary', caseId: null, followUpBy: null },
      who: { beneficiaryId: null, name: null, phone: '0501234567' },
      ...{ topic: 'سلة غذائية', said: '', answer: '', isSuggestion: false },
    });
    await hand.press(button(at, words('newCase:newFile')));
    await page.getByText('إيجار متأخر: عليها إيجار شهرين وتسأل عن الدعم').waitFor();
    await page.getByRole('link', { name: 'إيجار متأخر', exact: true }).waitFor();

    await hand.press(page.getByRole('link', { name: words('caseFrame:file') }));
    const maybe = page.getByRole('region', { name: words('contacts:maybeTitle') });
    await maybe.getByText('سلة غذائية').waitFor();
    faults.push(...(await inspect(at, 'contact-maybe')));
    await hand.press(maybe.getByRole('button', { name: words('contacts:maybeLink') }));
    await maybe.waitFor({ state: 'detached' });
    await hand.press(page.getByRole('link', { name: 'سلة غذائية' }));
    await hand.press(button(at, words('contacts:notTheirs')));
    await button(at, words('contacts:notTheirs')).waitFor({ state: 'detached' });
    await contacts.open();
    await contacts.row('هدى سالم الزهراني').getByText(words('contacts:stateCase')).waitFor();
    faults.push(...(await inspect(at, 'contacts')));
    await contacts.show('waiting');
    await page.getByText(words('contacts:emptyWaiting')).waitFor();
    expect(faults).toEqual([]);
  });

  deskTest(
    'a complaint gets a number and a receipt, and is closed to whom it names',
    async ({ office }) => {
      const desk = await office.startDesk({ stage: 'submitted' });
      const at = await office.openPage(desk);
      const { page, words, hand } = at;
      const faults: string[] = [];
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `/case/${desk.caseId}/next`);
      await hand.press(page.getByRole('link', { name: words('contacts:recordComplaint') }));
      await page.getByText(words('contacts:whoGiven')).waitFor();
      await hand.press(button(at, words('complaints:save')));
      await page.getByText(words('complaints:textNeeded')).waitFor();
      await hand.write(textbox(at, words('complaints:text')), 'تأخر الجواب عن سؤالي');
      faults.push(...(await inspect(at, 'complaint-entry')));
      await hand.press(button(at, words('complaints:save')));
      await page.getByRole('heading', { name: words('complaints:receiptTitle') }).waitFor();
      const number = page.getByText(/^MKH01-[A-Z0-9]{2}-C2026-000001-[0-9A-Z]$/).first();
      await number.waitFor();
      expect(await page.getByText('تأخر الجواب عن سؤالي').count()).toBe(0);
      faults.push(...(await inspect(at, 'complaint-receipt')));
      await hand.press(page.getByRole('link', { name: words('complaints:backToRegister') }));
      faults.push(...(await inspect(at, 'complaints')));
      await hand.press(page.getByRole('table').getByRole('link').first());
      await page.getByText('تأخر الجواب عن سؤالي').waitFor();
      faults.push(...(await inspect(at, 'complaint')));

      // One that names the person who sits here is kept, and opens for them nowhere.
      await page.evaluate(() => {
        location.hash = '/complaints/new';
      });
      await hand.write(textbox(at, words('contacts:name')), 'سعاد');
      await hand.write(textbox(at, words('complaints:text')), 'لم يُرحَّب بي');
      await hand.choose(
        page.getByRole('button', { name: words('complaints:against') }),
        'منى سعيد العتيبي',
      );
      await page.getByText(words('complaints:againstYou')).waitFor();
      await hand.press(button(at, words('complaints:save')));
      await page
        .getByText(/-C2026-000002-/)
        .first()
        .waitFor();
      const address = page.url().replace(/\/receipt$/, '');
      await hand.press(page.getByRole('link', { name: words('complaints:backToRegister') }));
      await page
        .getByText(/-C2026-000001-/)
        .first()
        .waitFor();
      expect(await page.getByText(/-C2026-000002-/).count()).toBe(0);
      await page.goto(address);
      await page.getByText(words('errors:complaintNotShown')).waitFor();
      expect(await page.getByText('لم يُرحَّب بي').count()).toBe(0);
      expect(faults).toEqual([]);
    },
  );

  deskTest('an outreach and a suggestion, in English', async ({ office }) => {
    const desk = await office.startDesk({ stage: 'submitted', language: 'en' });
    const at = await office.openPage(desk, { language: 'en' });
    const { page, words, hand } = at;
    const contacts = new ContactPages(at);
    await contacts.open();
    await contacts.record();
    await contacts.fill({ name: 'نورة', topic: 'Winter blankets' });
    await hand.press(page.getByRole('button', { name: /نورة عبد الله سعد السبيعي/ }));
    await hand.pick(
      page.getByRole('radiogroup', { name: words('contacts:initiatedBy') }),
      words('common:initiatedBy.association'),
    );
    await contacts.save();
    await page.getByRole('heading', { level: 1, name: 'Winter blankets' }).waitFor();
    // The person's history stands beside it: the case, its paper, and this.
    const history = page.getByRole('list', { name: words('contacts:history') });
    await history.getByText(words('contacts:caseEvent.caseSubmitted')).waitFor();
    await history.getByText(words('contacts:outreach')).waitFor();
    await takePicture(page, 'contact.en.light');
    await contacts.open();
    await contacts.record();
    await contacts.fill({ topic: 'Ramps at the door' });
    await hand.press(page.getByRole('checkbox', { name: words('contacts:isSuggestion') }));
    await contacts.save();
    await page.getByRole('heading', { level: 1, name: 'Ramps at the door' }).waitFor();
    await contacts.open();
    await contacts.show('outreach');
    await contacts.row('Winter blankets').waitFor();
    await contacts.row('Ramps at the door').waitFor({ state: 'detached' });
    await contacts.show('suggestions');
    await contacts.row('Ramps at the door').waitFor();
    await takePicture(page, 'contacts.en.light');
  });
});
