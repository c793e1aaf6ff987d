import type { Route } from 'playwright-core';
import { expect } from 'vitest';
import { appendEvents } from '#db/desk/appendEvents.ts';
import { checksMade } from '#tests/hub/support/clerks.ts';
import {
  ALL_SUBMITTED,
  createFilledSender,
  type FilledSender,
} from '#tests/hub/support/filledSender.ts';
import { appendSameApplicant } from '#tests/hub/support/sameApplicant.ts';
import { createSender, post } from '#tests/hub/support/sender.ts';
import { accepted, answersEvent } from '#tests/integration/store/support/deskFixture.ts';
import { button, type DeskScreen, deskScreen, textbox } from './support/deskScreen.ts';
import { hoursOfOneDay } from './support/deskTest.ts';
import { AdministrationPage } from './support/hqAdministrationPages.ts';
import { ADMINISTRATOR, SignInPage } from './support/hqDoorPages.ts';
import { HqFramePage } from './support/hqFramePage.ts';
import { hqTest, REFUSED } from './support/hqTest.ts';
import { InboxCasePage, InboxPage } from './support/inboxPages.ts';
import {
  accessibilityFaults,
  printedPages,
  settle,
  sidewaysFaults,
  takePicture,
} from './support/looks.ts';
import type { RunningHub } from './support/startHub.ts';

hoursOfOneDay();

const CLERK = { displayName: 'سلمان الخيل', userName: 'salman', password: 'كلمة مرور سلمان 1' };
const OFFICER = { displayName: 'أمل الشهري', userName: 'amal', password: 'كلمة مرور أمل 1' };
const SEED = 'inbox';
/** What the console says of a screen that did not come. */
const SCREEN_GONE = /ERR_FAILED|TypeError|dynamically imported module/u;

async function inspect(at: DeskScreen, name: string): Promise<readonly string[]> {
  await settle(at.page);
  await takePicture(at.page, `${name}.${at.language}`);
  return [...(await accessibilityFaults(at.page)), ...(await sidewaysFaults(at.page))];
}

async function employ(hub: RunningHub): Promise<void> {
  await hub.setUp(ADMINISTRATOR);
  const json = { 'content-type': 'application/json' };
  const { userName, password } = ADMINISTRATOR;
  const signedIn = await fetch(`${hub.origin}/api/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ userName, password }),
  });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  for (const person of [
    { ...CLERK, roles: ['importClerk'] },
    { ...OFFICER, roles: ['relationsOfficer'] },
  ]) {
    const added = await fetch(`${hub.origin}/api/people`, {
      method: 'POST',
      headers: { ...json, cookie },
      body: JSON.stringify(person),
    });
    expect(added.status).toBe(200);
  }
}

hqTest(
  'a clerk imports what is clean, and gives back what is not, by keyboard',
  async ({ hub, newPage }) => {
    await employ(hub);
    const filled = { seed: SEED, mix: ALL_SUBMITTED };
    const mecca = await createFilledSender(hub, {
      ...filled,
      cases: 5,
      branchCode: 'MKH01',
      branchName: 'مكة المكرمة',
    });
    const taif: FilledSender = await createFilledSender(hub, {
      ...filled,
      cases: 0,
      branchCode: 'TIF07',
      branchName: 'الطائف',
    });
    await mecca.sendAll();
    const page = await newPage({ expectedErrors: [REFUSED] });
    const at = deskScreen(page, 'ar', 'keyboard');
    const { words, hand } = at;
    await page.goto(hub.origin);
    await new SignInPage(at).signIn(CLERK.userName, CLERK.password);
    const inbox = new InboxPage(at);
    await inbox.heading.waitFor();
    await checksMade(hub);
    await button(at, words('import:importAll_few').replace('{{count}}', '5')).waitFor();
    // What is clean goes in together, and stops and goes on at a person's word.
    await hand.press(button(at, words('import:stop')));
    await page.getByText(words('import:work.stopped')).waitFor();
    await hand.press(button(at, words('import:importAll_few').replace('{{count}}', '5')));
    await page.getByText(words('import:toImport_few').replace('{{count}}', '5')).waitFor();
    expect(await inspect(at, 'hq-inbox-stopped')).toEqual([]);
    await hand.press(button(at, words('import:goOn')));
    await inbox.batch('MKH01').getByText(words('import:batchState.imported')).first().waitFor();

    // Somebody whom Mecca knows comes to Taif; and a batch of another laptop is missing.
    const known = appendSameApplicant(taif, { seed: SEED, number: 0 });
    const other = appendSameApplicant(taif, { seed: 'clean', number: 40 });
    // Its name is written anew by somebody who has not heard of the one that was signed.
    accepted(
      appendEvents(taif.desk.store, {
        events: [answersEvent(other.caseId, { nameFirst: { value: 'رؤى' } })],
      }),
    );
    await taif.sendAll();
    const early = await createSender(hub);
    await post(hub, await early.batch({ after: 4, number: 2 }));
    await checksMade(hub);
    await page.reload();
    await inbox.batch('TIF07').getByText(words('import:batchState.person')).first().waitFor();
    await inbox.openBatch('TIF07');
    await page
      .getByRole('link', { name: /فتح حالة/ })
      .first()
      .waitFor();
    await page.getByText(words('import:gapText').replace('{{arrived}}', '2')).waitFor();
    expect(await inspect(at, 'hq-inbox')).toEqual([]);

    await inbox.view('person');
    await inbox.openCase(known.reference);
    const open = new InboxCasePage(at);
    await open.reasons.getByText(words('import:identifier.idNumber')).first().waitFor();
    expect(await inspect(at, 'hq-inbox-case')).toEqual([]);
    // Nothing is imported against a finding without a word.
    await open.act('importAnyway');
    await open.confirm(words('import:importAnyway'));
    await open.dialog.getByText(words('import:reasonMissing')).waitFor();
    await hand.press(open.dialog.getByRole('button', { name: words('import:cancel') }));
    await open.act('return');
    await open.sayToBranch('المستفيدة مسجلة في مكة؛ يُرجى التحقق من الهوية');
    expect(await inspect(at, 'hq-inbox-return')).toEqual([]);
    await open.confirm(words('import:return'));
    await open.done('return').waitFor();
    await open.state('returned').first().waitFor();
    await hand.press(page.getByRole('main').getByRole('link', { name: words('import:back') }));
    await inbox.view('returned');
    await inbox.caseRow(known.reference).waitFor();
    expect(await inbox.caseRow(other.reference).count()).toBe(0);

    // Both values are shown, and the return leads the branch to the very field.
    await inbox.view('person');
    await inbox.openCase(other.reference);
    await page
      .getByRole('region', { name: words('import:apartTitle') })
      .getByText('رؤى')
      .waitFor();
    expect(await inspect(at, 'hq-inbox-apart')).toEqual([]);
    await open.act('return');
    const field = open.dialog.getByRole('checkbox', { checked: true });
    expect(await field.count()).toBe(1);
    await open.sayToBranch('أي الاسمين كما في الهوية؟');
    // A press beside the dialog takes nothing of what was written.
    await page.mouse.click(4, 4);
    expect(await textbox(at, words('import:returnText')).inputValue()).toContain('أي الاسمين');
    await hand.press(open.dialog.getByRole('button', { name: words('import:cancel') }));
    // It is set aside, and taken back, each with its word.
    for (const act of ['setAside', 'readmit'] as const) {
      await open.act(act);
      await open.say('ينتظر جواب المكتب');
      await open.confirm(words(`import:${act}`));
      await open.done(act).waitFor();
    }
    await checksMade(hub);
    await hand.press(page.getByRole('main').getByRole('link', { name: words('import:back') }));
    await inbox.caseRow(other.reference).waitFor();

    // A batch on which headquarters has acted is not set aside, and the list says on what.
    await inbox.view('batches');
    await inbox.openBatch('MKH01');
    await inbox.ofBatch('setBatchAside');
    await open.say('وصلت خطأ');
    await open.confirm(words('import:setBatchAside'));
    await open.dialog.getByText(words('hqErrors:headquartersHasActed')).waitFor();
    await open.dialog.getByText(words('import:acted')).waitFor();
    expect(await inspect(at, 'hq-inbox-acted')).toEqual([]);
    await hand.press(open.dialog.getByRole('button', { name: words('import:cancel') }));

    // N11 says to the branch what became of its batch.
    await inbox.openBatch('TIF07');
    await inbox.ofBatch('paper');
    await page.getByRole('heading', { name: words('import:ack.title') }).waitFor();
    await page.getByText(known.reference).waitFor();
    expect(await inspect(at, 'hq-acknowledgement')).toEqual([]);
    const [printed = '', ...more] = await printedPages(page, 'N11');
    expect(printed).toContain(known.reference);
    expect(more).toEqual([]);

    // What was refused is looked at as it came.
    await page.evaluate(() => {
      location.hash = '#/administration/health';
    });
    const refused = new AdministrationPage(at).row('refused', words('sync:refusal.sequenceGap'));
    await refused.waitFor();
    const saving = page.waitForEvent('download');
    await hand.press(refused.getByRole('button'));
    expect((await saving).suggestedFilename()).toMatch(/^rifada-refused-.*\.bin$/u);
    expect(await inspect(at, 'hq-refused')).toEqual([]);
    early.close();
    taif.close();
    mecca.close();
  },
);

hqTest(
  'a call to headquarters is recorded, and sent to a branch, by keyboard',
  async ({ hub, newPage }) => {
    const page = await newPage({ expectedErrors: [REFUSED, SCREEN_GONE] });
    const at = deskScreen(page, 'ar', 'keyboard');
    const { words, hand } = at;
    // A screen is missed once, as while the hub is started anew: it comes by itself when it is gone to.
    await page.route(/LeadSlipScreen/u, (route) => route.abort(), { times: 1 });
    await page.goto(hub.origin);
    await new SignInPage(at).signIn(OFFICER.userName, OFFICER.password);
    await hand.press(new HqFramePage(at).place('leads'));
    await page.getByText(words('leads:emptyTitle')).waitFor();
    await hand.press(button(at, words('leads:record')));
    await hand.press(button(at, words('leads:save')));
    await page.getByText(words('leads:needMissing')).waitFor();
    await page.getByText(words('leads:reachMissing')).waitFor();
    await hand.write(textbox(at, words('leads:name')), 'مريم علي الزهراني');
    await hand.write(textbox(at, words('leads:phone')), '0551234567');
    await hand.write(textbox(at, words('leads:need')), 'إيجار متأخر');
    // A form that cannot be kept says so, and does not ask without a pause.
    let saves = 0;
    const lost = (route: Route) => {
      saves += 1;
      return route.abort();
    };
    await page.route('**/formDrafts/save', lost);
    await hand.write(textbox(at, words('leads:said')), 'تريد موعدًا');
    await page.getByText(words('common:draft.failed')).waitFor();
    await page.unroute('**/formDrafts/save', lost);
    await hand.write(textbox(at, words('leads:said')), 'تريد موعدًا قريبًا');
    await page.getByText(words('common:draft.kept').split('{{time}}')[0] ?? '').waitFor();
    expect(saves).toBeLessThan(12);
    expect(await inspect(at, 'hq-lead-new')).toEqual([]);
    await hand.press(button(at, words('leads:save')));
    const row = page.getByRole('row').filter({ hasText: 'مريم علي الزهراني' });
    await row.waitFor();
    await hand.press(row.getByRole('button'));
    const dialog = page.getByRole('dialog');
    // A question to the social-research officer before anything is done about it.
    await hand.press(button(at, words('waiting:refer')));
    await hand.press(dialog.getByRole('button', { name: words('waiting:send'), exact: true }));
    await dialog.getByText(words('waiting:needed')).first().waitFor();
    await hand.choose(
      dialog.getByRole('button', { name: words('waiting:reasonLabel') }),
      words('waiting:reason.procedureUnclear'),
    );
    await hand.write(textbox(at, words('waiting:question')), 'هل يُقبل عقد غير موثق؟');
    expect(await inspect(at, 'hq-lead-refer')).toEqual([]);
    await hand.press(dialog.getByRole('button', { name: words('waiting:send'), exact: true }));
    await row.getByText(words('leads:referral.open')).waitFor();
    await page.getByText('هل يُقبل عقد غير موثق؟').waitFor();
    expect(await inspect(at, 'hq-lead-referred')).toEqual([]);
    await hand.press(page.getByRole('link', { name: words('waiting:printN4') }));
    await page.getByText(words('waiting:inquiry.noPenalty')).waitFor();
    expect(await inspect(at, 'hq-lead-slip')).toEqual([]);
    await page.goBack();
    await hand.press(row.getByRole('button'));
    await hand.press(button(at, words('leads:send')));
    await hand.choose(
      dialog.getByRole('button', { name: words('leads:branch') }),
      'الطائف (\u2066TIF07\u2069)',
    );
    expect(await inspect(at, 'hq-lead-send')).toEqual([]);
    await hand.press(dialog.getByRole('button', { name: words('leads:send'), exact: true }));
    await page.getByText(words('leads:emptyTitle')).waitFor();
    await hand.pick(
      page.getByRole('radiogroup', { name: words('leads:view') }),
      words('leads:views.sent'),
    );
    await row.getByText(words('leads:referral.open')).waitFor();
    expect(await inspect(at, 'hq-leads')).toEqual([]);

    // The person calls again, and is answered here after all.
    await hand.press(button(at, words('leads:answer')));
    await hand.press(dialog.getByRole('button', { name: words('leads:save'), exact: true }));
    await dialog.getByText(words('leads:answerMissing')).waitFor();
    await hand.write(dialog.getByRole('textbox'), 'يُزار المكتب يوم الأحد ومعه عقد الإيجار');
    await hand.press(dialog.getByRole('button', { name: words('leads:save'), exact: true }));
    await hand.pick(
      page.getByRole('radiogroup', { name: words('leads:view') }),
      words('leads:views.all'),
    );
    await row.getByText(words('leads:state.answered')).waitFor();
  },
);
