import { type Page } from 'playwright-core';
import { expect } from 'vitest';
import { recordLead } from '#hq/services/leadsService.ts';
import { addPerson } from '#hq/services/peopleService.ts';
import { countAwaited } from '#hq/study/countAwaited.ts';
import { referLead } from '#hq/study/inquiryService.ts';
import { approveByCode } from '#hq/training/seedHeadquarters.ts';
import type { Language } from '#shared/domain/case/vocabulary.ts';
import { ActorId, CaseId } from '#shared/domain/identity.ts';
import { applicantAnswers } from '#tests/fixtures/applicants.ts';
import { actAtHeadquarters } from '#tests/hub/support/branchLaptops.ts';
import {
  bindPaper,
  pictureOfBytes,
  signOnPaper,
} from '#tests/integration/desk/support/pictures.ts';
import type { DeskClient } from '#tests/integration/desk/support/testDesk.ts';
import { submit } from '#tests/integration/desk/support/widowCase.ts';
import { BRANCH, MORNING } from './support/branch.ts';
import { button, type DeskScreen, deskScreen, textbox } from './support/deskScreen.ts';
import { hoursOfOneDay, type Office } from './support/deskTest.ts';
import { DocumentsStep } from './support/documentsStep.ts';
import { ADMINISTRATOR, SignInPage } from './support/hqDoorPages.ts';
import { HqFramePage } from './support/hqFramePage.ts';
import { hqTest, REFUSED } from './support/hqTest.ts';
import { signAndSubmit } from './support/lastSteps.ts';
import {
  accessibilityFaults,
  printedPages,
  settle,
  sidewaysFaults,
  takePicture,
} from './support/looks.ts';
import type { DeskStart } from './support/startDesk.ts';
import type { RunningHub } from './support/startHub.ts';
import { WaitingPage } from './support/waitingPage.ts';

hoursOfOneDay();

const OFFICER = { userName: 'huda', displayName: 'هدى الزهراني', password: 'كلمة الباحثة 12' };
const DAY_MS = 24 * 60 * 60_000;

async function inspect(at: DeskScreen, name: string): Promise<readonly string[]> {
  await settle(at.page);
  await takePicture(at.page, `study.${name}.${at.language}`);
  return [...(await accessibilityFaults(at.page)), ...(await sidewaysFaults(at.page))];
}

/** A laptop of a branch that headquarters has taken in, with a case at this stage. */
async function branchDesk(
  hub: RunningHub,
  office: Office,
  language: Language,
  start: Pick<DeskStart, 'stage' | 'applicant' | 'cardEndsIn'>,
) {
  const desk = await office.startDesk({ language, ...start });
  const at = await office.openPage(desk, { language, by: 'keyboard' });
  if (start.stage === 'matched') await signedByInk(desk.client, CaseId.parse(desk.caseId), at.page);
  const { page, words, hand } = at;
  await hand.press(page.getByRole('link', { name: words('sync:rail') }));
  await hand.write(textbox(at, words('sync:address')), hub.origin);
  await hand.press(button(at, words('sync:enrol')));
  const code = page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/u);
  await code.waitFor();
  await approveByCode(hub.hub.context, (await code.textContent()) ?? '');
  await page.getByText(words('sync:situation.allSent')).waitFor();
  return { desk, at, caseId: CaseId.parse(desk.caseId) };
}

/** Signed on paper, with the picture of the sheet, and handed in. */
async function signedByInk(client: DeskClient, caseId: CaseId, page: Page): Promise<void> {
  const declaration = await signOnPaper(client, caseId);
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [300, 420];
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.fillStyle = 'white';
    context.fillRect(0, 0, 300, 420);
    context.fillStyle = 'navy';
    context.fillRect(60, 300, 120, 4);
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? '';
  });
  const sheet = pictureOfBytes(Buffer.from(base64, 'base64'), 300, 420);
  await bindPaper(client, { caseId, declaration }, [sheet]);
  await submit(client, caseId);
}

/** The person asks what has come; the day then shows it. */
async function fetchToday({ page, words, hand, ...at }: DeskScreen): Promise<void> {
  await hand.press(page.getByRole('link', { name: words('sync:rail') }));
  await hand.press(button({ page, words, hand, ...at }, words('sync:sendNow')));
  await page.getByText(words('sync:situation.allSent')).waitFor();
  await hand.press(page.getByRole('link', { name: words('shell:today') }));
}

/** That what stands in the form is kept, at whatever time. */
function kept({ words }: DeskScreen): RegExp {
  const [before = ''] = words('common:draft.kept', { time: '@' }).split('@');
  return new RegExp(before, 'u');
}

async function goTo({ page }: DeskScreen, hash: string): Promise<void> {
  await page.evaluate((place) => {
    location.hash = place;
  }, hash);
}

async function officerAt(hub: RunningHub, page: Page, language: Language): Promise<DeskScreen> {
  const at = deskScreen(page, language, 'keyboard');
  await page.addInitScript((wished) => {
    localStorage.setItem(
      'rifada.hq.appearance',
      JSON.stringify({ language: wished, theme: 'system', contrast: 'system' }),
    );
  }, language);
  await page.goto(hub.origin);
  await new SignInPage(at).signIn(OFFICER.userName, OFFICER.password);
  await at.hand.press(new HqFramePage(at).place('study'));
  await page.getByRole('heading', { level: 1, name: at.words('hqStudy:title') }).waitFor();
  return at;
}

async function tab(
  { page, words, hand, language }: DeskScreen,
  view: 'unassigned' | 'waiting' | 'lapsed' | 'ready' | 'referrals',
) {
  const wanted = page.getByRole('tab', { name: words(`hqStudy:view.${view}`) });
  await hand.press(page.getByRole('tab', { selected: true }));
  for (let tried = await page.getByRole('tab').count(); tried > 0; tried -= 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press(language === 'ar' ? 'ArrowLeft' : 'ArrowRight');
  }
  return page.getByRole('table', { name: words(`hqStudy:view.${view}`) });
}

/** A question of somebody who has no case yet, from a lead of headquarters, is answered in its place. */
async function answerInquiry({ hub }: RunningHub, officer: DeskScreen): Promise<void> {
  const { page, words, hand } = officer;
  const { context } = hub;
  const by = ActorId.parse(context.hubId);
  const { leadId } = await recordLead(context, by, {
    ...{ channel: 'website', name: 'سلمى البقمي', phone: null, reach: 'حي العزيزية' },
    ...{ need: 'إيجار بلا عقد', said: 'تسكن عند قريبتها' },
  });
  const question = 'بماذا تُثبت السكن؟';
  await referLead(context, by, { leadId, reason: 'documentMissing', question, appointment: null });
  await page.reload();
  const waiting = page.getByRole('table', { name: words('hqStudy:inquiries.open') });
  const row = waiting.getByRole('row').filter({ hasText: question });
  await row.waitFor();
  await hand.press(row.getByRole('button'));
  await hand.press(waiting.getByRole('button', { name: words('hqStudy:answerNow') }));
  await hand.press(waiting.getByRole('button', { name: words('hqStudy:sendAnswer') }));
  await waiting.getByText(words('waiting:needed')).waitFor();
  await hand.write(textbox(officer, words('hqStudy:answer')), 'تكفي إفادة العمدة');
  expect(await inspect(officer, 'inquiry')).toEqual([]);
  await hand.press(waiting.getByRole('button', { name: words('hqStudy:sendAnswer') }));
  const answered = page.getByRole('table', { name: words('hqStudy:inquiries.answered') });
  await answered.getByText(question).waitFor();
}

hqTest(
  'an officer takes a case, asks the branch for more and for a visit, and reports with a recommendation',
  async ({ hub, office, newPage }) => {
    await hub.setUp(ADMINISTRATOR);
    await addPerson(hub.hub.context, ActorId.parse(hub.hub.context.hubId), {
      ...OFFICER,
      roles: ['researchOfficer'],
    });
    const { at: desk, caseId } = await branchDesk(hub, office, 'ar', { stage: 'matched' });
    await actAtHeadquarters(hub, caseId, [
      { kind: 'caseImported', payload: { fileNo: 'FILE-000001', by: 'rule' } },
    ]);
    const officer = await officerAt(hub, await newPage({ expectedErrors: [REFUSED] }), 'ar');
    const { page, words, hand } = officer;
    const unassigned = await tab(officer, 'unassigned');
    const row = unassigned.getByRole('rowheader').first();
    await row.waitFor();
    expect(await inspect(officer, 'list')).toEqual([]);
    await hand.press(row.getByRole('link'));

    // Nothing is begun without the declaration.
    await hand.press(button(officer, words('hqStudy:take')));
    await page.getByText(words('hqStudy:noConflictNeeded')).waitFor();
    await hand.press(page.getByRole('checkbox', { name: words('hqStudy:noConflict') }));
    await hand.press(button(officer, words('hqStudy:take')));
    await page.getByText(words('hqStudy:declaredNone')).waitFor();
    expect(await inspect(officer, 'case')).toEqual([]);

    // The sheet that was signed by ink at the branch.
    await hand.press(button(officer, words('signedPaper:look')));
    await page.getByRole('dialog').locator('img[data-loaded]').waitFor();
    expect(await inspect(officer, 'signedSheet')).toEqual([]);
    await page.keyboard.press('Escape');

    await hand.press(button(officer, words('hqStudy:scheduleVisit')));
    await hand.press(button(officer, words('hqStudy:schedule')));
    await page.getByText(words('study:needed')).first().waitFor();
    await hand.date(page.getByRole('group', { name: words('study:visit.on') }), {
      calendar: 'gregorian',
      year: 2026,
      month: 11,
      day: 26,
    });
    await hand.write(textbox(officer, words('hqStudy:visitFrom')), '10:00');
    await hand.write(textbox(officer, words('hqStudy:visitTo')), '12:00');
    await hand.write(textbox(officer, words('study:visit.place')), 'حي العزيزية، شارع الروضة');
    await hand.write(
      textbox(officer, words('hqStudy:visitQuestions')),
      'كم عدد الغرف؟\nمن يسكن مع الأسرة؟',
    );
    expect(await inspect(officer, 'visitForm')).toEqual([]);
    await hand.press(button(officer, words('hqStudy:schedule')));
    await page.getByText('من يسكن مع الأسرة؟', { exact: true }).waitFor();

    await hand.press(button(officer, words('hqStudy:requestMore')));
    await hand.press(button(officer, words('hqStudy:ask')));
    await page.getByText(words('hqStudy:nothingChosen')).waitFor();
    await hand.write(textbox(officer, words('hqStudy:moreOthers')), 'تقرير المستشفى');
    await hand.press(
      page
        .getByRole('group', { name: words('hqStudy:moreDocuments') })
        .getByRole('checkbox')
        .first(),
    );
    expect(await inspect(officer, 'moreForm')).toEqual([]);
    await hand.press(button(officer, words('hqStudy:ask')));
    await page.getByText(words('hqErrors:studyRequestOpen')).waitFor();
    expect(await inspect(officer, 'waiting')).toEqual([]);
    await hand.press(page.getByRole('link', { name: words('hqStudy:printN6') }));
    await page.getByText(words('study:paper.identify')).waitFor();
    expect(await inspect(officer, 'N6hq')).toEqual([]);
    await page.goBack();

    // At the branch.
    await fetchToday(desk);
    await desk.page.getByText('تقرير المستشفى').first().waitFor();
    expect(await inspect(desk, 'today')).toEqual([]);
    await desk.hand.press(button(desk, desk.words('today:due.more.action')).first());
    const asked = desk.page.getByRole('region', { name: desk.words('study:more.title') });
    await asked.waitFor();
    expect(await inspect(desk, 'branch')).toEqual([]);
    for (const words of ['وصل التقرير مختومًا', 'أحضر أصلها']) {
      await desk.hand.press(
        asked.getByRole('button', { name: desk.words('study:more.answer') }).first(),
      );
      await desk.hand.pick(
        asked.getByRole('radiogroup', { name: desk.words('study:more.outcome') }),
        desk.words('study:more.came'),
      );
      await desk.hand.write(
        asked.getByRole('textbox', { name: desk.words('study:more.said') }),
        words,
      );
      await desk.hand.press(asked.getByRole('button', { name: desk.words('study:more.save') }));
      await asked.getByRole('textbox').first().waitFor({ state: 'detached' });
      await asked.getByText(words).waitFor();
    }
    await asked.getByText(desk.words('study:more.allAnswered')).waitFor();
    const visit = desk.page.getByRole('region', { name: desk.words('study:visit.title') });
    await desk.hand.press(visit.getByRole('button', { name: desk.words('study:visit.record') }));
    await desk.hand.press(visit.getByRole('button', { name: desk.words('study:visit.save') }));
    await visit.getByText(desk.words('study:needed')).first().waitFor();
    await desk.hand.pick(
      visit.getByRole('radiogroup', { name: desk.words('study:visit.outcome') }),
      desk.words('study:visit.state.done'),
    );
    await desk.hand.write(visit.getByRole('textbox', { name: 'كم عدد الغرف؟' }), 'غرفتان');
    await desk.hand.write(
      visit.getByRole('textbox', { name: desk.words('study:visit.findings') }),
      'شقة صغيرة نظيفة، وأثاثها قليل',
    );
    expect(await inspect(desk, 'visit')).toEqual([]);
    await desk.hand.press(visit.getByRole('button', { name: desk.words('study:visit.save') }));
    await visit.getByRole('textbox').first().waitFor({ state: 'detached' });
    await visit.getByText('شقة صغيرة نظيفة، وأثاثها قليل').waitFor();
    await desk.hand.press(visit.getByRole('link', { name: desk.words('study:visit.printN6') }));
    await desk.page.getByText(desk.words('study:paper.identify')).waitFor();
    expect((await printedPages(desk.page, 'N6.ar')).length).toBe(1);
    await desk.page.goBack();
    await fetchToday(desk);

    // Back at headquarters.
    await page.reload();
    await page.getByText('شقة صغيرة نظيفة، وأثاثها قليل').waitFor();
    await hand.press(button(officer, words('hqStudy:writeReport')));
    await hand.press(button(officer, words('hqStudy:submitReport')));
    await page.getByText(words('hqStudy:problem.findingsMissing')).waitFor();
    await hand.write(
      textbox(officer, words('hqStudy:findings')),
      'أسرة تعولها أرملة، ودخلها لا يكفي إيجارها',
    );
    // Called away in the middle of it, and the window is closed: not a word is lost.
    await page.getByText(kept(officer)).waitFor();
    await hand.press(page.getByRole('link', { name: words('hqStudy:back') }));
    await page.reload();
    await page.goBack();
    await hand.press(button(officer, words('hqStudy:writeReport')));
    await page.getByText('أسرة تعولها أرملة، ودخلها لا يكفي إيجارها').waitFor();
    for (const group of await page
      .getByRole('radiogroup', { name: words('hqStudy:recommends') })
      .all()) {
      await hand.pick(group, words('hqStudy:recommend.accept'));
    }
    for (const reason of await textbox(officer, words('hqStudy:reason')).all()) {
      await hand.write(reason, 'حاجة ظاهرة');
    }
    expect(await inspect(officer, 'report')).toEqual([]);
    await hand.press(button(officer, words('hqStudy:submitReport')));
    await page.getByText(words('hqStudy:readyNote')).waitFor();
    expect(await inspect(officer, 'reported')).toEqual([]);

    await fetchToday(desk);
    expect(await desk.page.getByText('حاجة ظاهرة').count()).toBe(0);
  },
);

hqTest(
  'a question about an iqama that ran out is answered with grace, and the case is signed and handed in',
  async ({ hub, office, newPage }) => {
    const { at: desk, caseId } = await branchDesk(hub, office, 'ar', {
      stage: 'laid',
      applicant: 'resident',
      cardEndsIn: -21,
    });
    const today = MORNING.slice(0, 10);
    const documents = new DocumentsStep(desk, applicantAnswers('resident', today), today);
    const waiting = new WaitingPage(desk);
    const question = 'هل يُمهل حتى يجدد كفيله الإقامة؟';
    await goTo(desk, `#/case/${caseId}/documents?at="D2"`);
    await documents.heading('D2').waitFor();
    await waiting.choose('choiceGrace');
    await waiting.ask(question);
    await fetchToday(desk);

    const officer = await officerAt(hub, await newPage({ expectedErrors: [REFUSED] }), 'ar');
    const { page, words, hand } = officer;
    const asked = await tab(officer, 'referrals');
    const link = asked.getByRole('link', { name: question });
    await link.waitFor();
    await answerInquiry(hub, officer);
    expect(await inspect(officer, 'referrals')).toEqual([]);
    await hand.press(link);
    await page.getByRole('table', { name: words('hqStudy:validity') }).waitFor();
    await hand.press(button(officer, words('hqStudy:answerNow')));
    await hand.write(textbox(officer, words('hqStudy:answer')), 'يُمهل شهرًا، فالتجديد لدى كفيله.');
    await hand.pick(
      page.getByRole('radiogroup', { name: words('hqStudy:answerOutcome') }),
      `${words('waiting:outcome.grace')} ${words('waiting:outcomeHelp.grace')}`,
    );
    await hand.press(button(officer, words('hqStudy:sendAnswer')));
    await page.getByText(words('study:noSuchDay')).first().waitFor();
    await hand.date(page.getByRole('group', { name: words('waiting:graceUntil') }), {
      calendar: 'gregorian',
      year: 2026,
      month: 12,
      day: 20,
    });
    expect(await inspect(officer, 'grace')).toEqual([]);
    await hand.press(button(officer, words('hqStudy:sendAnswer')));
    await page.getByText(words('waiting:answered'), { exact: true }).first().waitFor();
    expect(await inspect(officer, 'graced')).toEqual([]);

    await fetchToday(desk);
    await goTo(desk, `#/case/${caseId}/waiting`);
    const heard = waiting.referral(1);
    await heard.getByText('يُمهل شهرًا، فالتجديد لدى كفيله.').waitFor();
    await heard.getByText(OFFICER.displayName).waitFor();
    await heard.locator('time[datetime="2026-12-20"]').first().waitFor();
    expect(await inspect(desk, 'heard')).toEqual([]);
    await waiting.toDocuments();
    await desk.page.getByText(desk.words('waiting:graceRuns')).first().waitFor();
    await desk.hand.press(documents.toDeclaration);
    await signAndSubmit(desk);
    await fetchToday(desk);
    await page.reload();
    await page.getByText(words('common:status.submitted'), { exact: true }).waitFor();
    await page.getByText(words('hqStudy:underGrace')).nth(1).waitFor();
  },
);

hqTest(
  'a request that is not answered lapses, with its notice, and is opened again at the branch',
  async ({ hub, office, newPage }) => {
    const branch = await branchDesk(hub, office, 'en', { stage: 'submitted' });
    const { at: desk, caseId } = branch;
    await actAtHeadquarters(hub, caseId, [
      { kind: 'caseImported', payload: { fileNo: 'FILE-000002', by: 'rule' } },
    ]);
    const officer = await officerAt(
      hub,
      await newPage({ expectedErrors: [REFUSED], language: 'en' }),
      'en',
    );
    const { page, words, hand } = officer;
    const unassigned = await tab(officer, 'unassigned');
    await hand.press(unassigned.getByRole('rowheader').first().getByRole('link'));
    await hand.press(page.getByRole('checkbox', { name: words('hqStudy:noConflict') }));
    await hand.press(button(officer, words('hqStudy:take')));
    await hand.press(button(officer, words('hqStudy:requestMore')));
    await hand.write(textbox(officer, words('hqStudy:moreOthers')), 'Report of the hospital');
    await hand.press(button(officer, words('hqStudy:ask')));
    await page.getByText('Report of the hospital').first().waitFor();
    expect(await inspect(officer, 'asked')).toEqual([]);

    hub.passTime(61 * DAY_MS);
    const { context } = hub.hub;
    await branch.desk.moveClock(new Date(context.clock.now()).toISOString());
    await context.caseProjector.settled();
    await countAwaited(context);
    // Headquarters hands the notice over as well; two months later the password is asked for again.
    const lapsed = await tab(await officerAt(hub, page, 'en'), 'lapsed');
    await hand.press(lapsed.getByRole('rowheader').first().getByRole('link'));
    await hand.press(page.getByRole('link', { name: words('hqStudy:printN10') }));
    await page.getByText(words('common:languageName.en'), { exact: true }).waitFor();
    await hand.pick(
      page.getByRole('radiogroup', { name: words('papers:paperLanguage') }),
      words('common:languageName.en'),
    );
    await page.getByText(words('study:paper.N10noPenalty')).waitFor();
    expect(await inspect(officer, 'N10hq')).toEqual([]);

    await fetchToday(desk);
    await desk.hand.press(button(desk, desk.words('today:due.lapsed.action')));
    const lapse = desk.page.getByRole('region', { name: desk.words('study:lapse.title') });
    await lapse.waitFor();
    expect(await inspect(desk, 'lapsed')).toEqual([]);
    await desk.hand.press(lapse.getByRole('link', { name: desk.words('study:lapse.printN10') }));
    // The paper speaks the person's language; here the branch chooses another.
    const languages = desk.page.getByRole('radiogroup', {
      name: desk.words('papers:paperLanguage'),
    });
    await languages.waitFor();
    await desk.hand.pick(languages, desk.words('common:languageName.en'));
    await desk.page.getByText(desk.words('study:paper.N10noPenalty')).waitFor();
    await desk.page.getByRole('article').getByText(BRANCH.personName).waitFor();
    expect((await printedPages(desk.page, 'N10.en')).length).toBe(1);
    expect(await inspect(desk, 'N10')).toEqual([]);
    await desk.page.goBack();
    await desk.hand.press(lapse.getByRole('button', { name: desk.words('study:lapse.save') }));
    await lapse.getByText(desk.words('study:needed')).first().waitFor();
    await desk.hand.write(
      lapse.getByRole('textbox', { name: desk.words('study:lapse.reason') }),
      'Came today',
    );
    await desk.hand.press(lapse.getByRole('button', { name: desk.words('study:lapse.save') }));
    await lapse.waitFor({ state: 'detached' });
    await desk.page.getByRole('region', { name: desk.words('study:more.title') }).waitFor();
    await fetchToday(desk);

    await page.goto(hub.origin);
    await hand.press(new HqFramePage(officer).place('study'));
    const waiting = await tab(officer, 'waiting');
    await waiting.getByRole('rowheader').first().waitFor();
  },
);
