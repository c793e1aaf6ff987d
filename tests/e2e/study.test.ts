import { type Page } from 'playwright-core';
import { expect } from 'vitest';
import { addPerson } from '#hq/services/peopleService.ts';
import { countAwaited } from '#hq/study/countAwaited.ts';
import { approveByCode } from '#hq/training/seedHeadquarters.ts';
import type { Language } from '#shared/domain/case/vocabulary.ts';
import { ActorId, CaseId } from '#shared/domain/identity.ts';
import { actAtHeadquarters } from '#tests/hub/support/branchLaptops.ts';
import { button, type DeskScreen, deskScreen, textbox } from './support/deskScreen.ts';
import { hoursOfOneDay, type Office } from './support/deskTest.ts';
import { ADMINISTRATOR, SignInPage } from './support/hqDoorPages.ts';
import { HqFramePage } from './support/hqFramePage.ts';
import { hqTest, REFUSED } from './support/hqTest.ts';
import {
  accessibilityFaults,
  printedPages,
  settle,
  sidewaysFaults,
  takePicture,
} from './support/looks.ts';
import type { RunningHub } from './support/startHub.ts';

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
  stage: 'submitted' | 'interviewed',
) {
  const desk = await office.startDesk({ language, stage });
  const at = await office.openPage(desk, { language, by: 'keyboard' });
  const { page, words, hand } = at;
  await hand.press(page.getByRole('link', { name: words('sync:rail') }));
  await hand.write(textbox(at, words('sync:address')), hub.origin);
  await hand.press(button(at, words('sync:enrol')));
  const code = page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/u);
  await code.waitFor();
  await approveByCode(hub.hub.context, (await code.textContent()) ?? '');
  await page.getByText(words('sync:situation.allSent')).waitFor();
  return { at, caseId: CaseId.parse(desk.caseId) };
}

/** The person asks what has come; the day then shows it. */
async function fetchToday({ page, words, hand, ...at }: DeskScreen): Promise<void> {
  await hand.press(page.getByRole('link', { name: words('sync:rail') }));
  await hand.press(button({ page, words, hand, ...at }, words('sync:sendNow')));
  await page.getByText(words('sync:situation.allSent')).waitFor();
  await hand.press(page.getByRole('link', { name: words('shell:today') }));
}

async function officerAt(hub: RunningHub, page: Page, language: Language): Promise<DeskScreen> {
  const at = deskScreen(page, language, 'keyboard');
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
    if ((await wanted.getAttribute('aria-selected')) === 'true') break;
    await page.keyboard.press(language === 'ar' ? 'ArrowLeft' : 'ArrowRight');
  }
  return page.getByRole('table', { name: words(`hqStudy:view.${view}`) });
}

hqTest(
  'an officer takes a case, asks the branch for more and for a visit, and reports with a recommendation',
  async ({ hub, office, newPage }) => {
    await hub.setUp(ADMINISTRATOR);
    await addPerson(hub.hub.context, ActorId.parse(hub.hub.context.hubId), {
      ...OFFICER,
      roles: ['researchOfficer'],
    });
    const { at: desk, caseId } = await branchDesk(hub, office, 'ar', 'submitted');
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
    await page.getByText('من يسكن مع الأسرة؟').waitFor();

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
  'a request that is not answered lapses, with its notice, and is opened again at the branch',
  async ({ hub, office, newPage }) => {
    const { at: desk, caseId } = await branchDesk(hub, office, 'en', 'submitted');
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
    await page.getByText('Report of the hospital').waitFor();
    expect(await inspect(officer, 'asked')).toEqual([]);

    hub.passTime(61 * DAY_MS);
    expect((await countAwaited(hub.hub.context)).lapsed).toBe(1);
    await fetchToday(desk);
    await desk.hand.press(button(desk, desk.words('today:due.lapsed.action')));
    const lapse = desk.page.getByRole('region', { name: desk.words('study:lapse.title') });
    await lapse.waitFor();
    expect(await inspect(desk, 'lapsed')).toEqual([]);
    await desk.hand.press(lapse.getByRole('link', { name: desk.words('study:lapse.printN10') }));
    await desk.page.getByText(desk.words('study:paper.N10noPenalty')).waitFor();
    expect((await printedPages(desk.page, 'N10.en')).length).toBe(1);
    expect(await inspect(desk, 'N10')).toEqual([]);
    await desk.page.goBack();
    await desk.hand.press(lapse.getByRole('button', { name: desk.words('study:lapse.save') }));
    await lapse.getByText(desk.words('study:needed')).waitFor();
    await desk.hand.write(
      lapse.getByRole('textbox', { name: desk.words('study:lapse.reason') }),
      'Came today',
    );
    await desk.hand.press(lapse.getByRole('button', { name: desk.words('study:lapse.save') }));
    await desk.page.getByRole('region', { name: desk.words('study:more.title') }).waitFor();
    expect(await lapse.count()).toBe(0);
    await fetchToday(desk);
    await hub.hub.context.caseProjector.settled();
    const waiting = await tab(officer, 'waiting');
    await waiting.getByRole('rowheader').first().waitFor();
  },
);
