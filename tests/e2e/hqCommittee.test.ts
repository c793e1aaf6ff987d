import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { listSessions } from '#db/hub/committeeSessions.ts';
import { listHqPeople } from '#db/hub/people.ts';
import { readyCases } from '#hq/committee/sessionLists.ts';
import { beginSession, planSession, setAgenda } from '#hq/committee/sessionPlans.ts';
import { riyadhToday } from '#hq/decisions/releaseDecisions.ts';
import { addPerson } from '#hq/services/peopleService.ts';
import type { HqRole } from '#shared/domain/hub/hqPermission.ts';
import { ActorId } from '#shared/domain/identity.ts';
import { actAtHeadquarters } from '../hub/support/branchLaptops.ts';
import { makeReady } from '../hub/support/committee.ts';
import { ALL_SUBMITTED, createFilledSender } from '../hub/support/filledSender.ts';
import { SessionPages } from './support/committeePages.ts';
import { button, type DeskScreen, deskScreen, refusal, textbox } from './support/deskScreen.ts';
import { hoursOfOneDay } from './support/deskTest.ts';
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

const PASSWORD = 'كلمة اللجنة 12';
const PEOPLE = {
  director: ['منيرة الدوسري', ['director']],
  chair: ['عبد العزيز السديري', ['committeeChair']],
  fahad: ['فهد العتيبي', ['committeeMember']],
  hind: ['هند القرشي', ['committeeMember']],
} as const satisfies Record<string, readonly [string, readonly HqRole[]]>;
const NAMES = [PEOPLE.chair[0], PEOPLE.fahad[0], PEOPLE.hind[0], PEOPLE.director[0]];

async function inspect(at: DeskScreen, name: string): Promise<readonly string[]> {
  await settle(at.page);
  await takePicture(at.page, `${name}.${at.language}`);
  return [...(await accessibilityFaults(at.page)), ...(await sidewaysFaults(at.page))];
}

/** Cases that are ready for the committee, and its people. */
async function ready(hub: RunningHub): Promise<void> {
  await hub.setUp(ADMINISTRATOR);
  const admin = ActorId.parse(hub.hub.context.hubId);
  for (const [userName, [displayName, roles]] of Object.entries(PEOPLE)) {
    const person = { userName, displayName, password: PASSWORD, roles: [...roles] };
    await addPerson(hub.hub.context, admin, person);
  }
  const branch = { seed: 'committee', branchCode: 'MKH01', mix: ALL_SUBMITTED };
  const sender = await createFilledSender(hub, { cases: 4, ...branch });
  await sender.sendAll();
  sender.close();
  await makeReady(hub);
}

/** A session that was held, another one that is planned and then goes on: what is wrong with their screens. */
async function lookInEnglish({ hub, origin }: RunningHub, page: Page): Promise<readonly string[]> {
  const { context } = hub;
  const at = deskScreen(page, 'en', 'mouse');
  const { words } = at;
  const people = await listHqPeople(context.db);
  const idOf = (userName: string) =>
    people.find((person) => person.userName === userName)?.personId;
  const [chairId, ...others] = ['chair', 'fahad', 'hind'].flatMap((name) => idOf(name) ?? []);
  const [held] = await listSessions(context.db, 'past', 1);
  const decided = held?.agenda.find((each) => each.decided !== null);
  if (chairId === undefined || decided === undefined) throw new Error('nothing was decided');
  const members = [chairId, ...others];
  const { session } = await planSession(context, chairId, {
    heldOn: riyadhToday(context),
    startsAt: '13:00',
    place: { kind: 'remote', where: 'Video call' },
    members,
    chairId,
  });
  const { sessionId, version } = session;
  const cases = (await readyCases(context)).cases.map(({ caseId }) => caseId);
  await setAgenda(context, chairId, { sessionId, cases, version });

  await page.addInitScript(() => {
    localStorage.setItem(
      'rifada.hq.appearance',
      JSON.stringify({ language: 'en', theme: 'system', contrast: 'system' }),
    );
  });
  await page.goto(origin);
  await new SignInPage(at).signIn('chair', PASSWORD);
  await at.hand.press(new HqFramePage(at).place('committee'));
  const sessions = new SessionPages(at);
  await sessions.table('past').getByRole('row').nth(1).waitFor();
  const faults = [...(await inspect(at, 'hq-sessions'))];
  const look = async (name: string, place: string, sign: Locator) => {
    await page.goto(`${origin}/#/committee/session/${place}`);
    await sign.waitFor();
    faults.push(...(await inspect(at, name)));
  };
  const report = page.getByRole('heading', { name: words('committee:reportTitle') });
  await look('hq-session-planned', sessionId, sessions.table('agenda').getByRole('row').nth(3));
  await beginSession(context, chairId, { sessionId, present: members });
  await look('hq-session-case', `${sessionId}/case/${cases[0]}`, report);
  const past = held?.sessionId ?? '';
  await look('hq-session-closed', past, page.getByText(words('committee:status.closed')).first());
  const number = page.getByText(/D-\d{4}-000001/u).first();
  await look('hq-session-decided', `${past}/case/${decided.caseId}`, number);
  const title = page.getByRole('heading', { name: words('committee:paper.title') });
  await look('hq-minutes', `${past}/minutes`, title);
  await printedPages(page, 'N12.en');
  return faults;
}

/** The person was told and appeals to headquarters itself: receipt N9, and the director decides alone. */
async function appealBeforeDirector(hub: RunningHub, at: DeskScreen): Promise<void> {
  const { page, words, hand } = at;
  const { context } = hub.hub;
  const [held] = await listSessions(context.db, 'past', 1);
  const told = held?.agenda.find((each) => each.decided !== null);
  if (told?.decided == null) throw new Error('nothing was decided');
  const { decisionId } = told.decided;
  const notice = {
    decisionId,
    channel: 'phone' as const,
    toldOn: riyadhToday(context),
    toldTo: null,
  };
  await actAtHeadquarters(hub, told.caseId, [{ kind: 'decisionTold', payload: notice }]);
  await page.reload();
  await hand.press(button(at, words('appeal:file')));
  const items = page.getByRole('group', { name: words('appeal:items') });
  await hand.press(items.getByRole('checkbox').first());
  await hand.write(textbox(at, words('appeal:grounds')), 'أسكن في نطاق المكتب منذ سنة.');
  await hand.press(button(at, words('appeal:save')));
  await hand.press(page.getByRole('link', { name: words('appeal:printN9') }));
  await page.getByText(words('appeal:paper.next')).waitFor();
  expect(await inspect(at, 'hq-N9')).toEqual([]);
  expect((await printedPages(page, 'N9hq.ar')).join(' ')).toContain(told.decided.decisionNumber);
  await page.goBack();

  await hand.press(button(at, words('hqCommittee:director.decide')));
  await hand.press(button(at, words('hqCommittee:director.save')));
  await page.getByText(words('hqCommittee:problem.outcomeMissing')).waitFor();
  await hand.pick(
    page.getByRole('radiogroup', { name: words('hqCommittee:outcomeOfItem') }),
    words('hqCommittee:outcome.rejected'),
  );
  await hand.choose(
    page.getByRole('button', { name: new RegExp(words('hqCommittee:code'), 'u') }),
    'خارج نطاق المكتب',
  );
  await hand.write(textbox(at, words('hqCommittee:reason')), 'العقد لسكن خارج نطاق الفرع.');
  expect(await inspect(at, 'hq-director')).toEqual([]);
  await hand.press(button(at, words('hqCommittee:director.save')));
  await page.getByText(words('hqCommittee:director.by')).waitFor();
  expect(await inspect(at, 'hq-director-decided')).toEqual([]);
}

hqTest(
  'a session is planned, opened with its quorum, votes item by item, decides, and is closed with its minutes; the director lets a decision go before its day',
  async ({ hub, newPage }) => {
    await ready(hub);
    const page = await newPage({ expectedErrors: [REFUSED] });
    const at = deskScreen(page, 'ar', 'keyboard');
    const { words, hand } = at;
    const sessions = new SessionPages(at);
    await page.goto(hub.origin);
    await new SignInPage(at).signIn('chair', PASSWORD);
    await hand.press(new HqFramePage(at).place('committee'));
    await new HqFramePage(at).heading('hqCommittee:title').waitFor();
    expect(await inspect(at, 'hq-sessions-none')).toEqual([]);

    await hand.press(page.getByRole('link', { name: words('committee:plan') }));
    await hand.press(button(at, words('committee:savePlan')));
    await page.getByText(words('committee:problem.dayNeeded')).waitFor();
    expect(await inspect(at, 'hq-session-plan')).toEqual([]);
    await page.goBack();
    await sessions.plan({
      day: { calendar: 'gregorian', year: 2026, month: 12, day: 31 },
      where: 'قاعة الاجتماعات',
      members: NAMES,
      chair: NAMES[0] ?? '',
    });
    await sessions.table('ready').getByRole('row').nth(4).waitFor();
    await hand.press(button(at, words('committee:addAll')));
    await sessions.table('agenda').getByRole('row').nth(4).waitFor();
    expect(await inspect(at, 'hq-session-planned')).toEqual([]);

    // Two of them are no quorum.
    for (const name of NAMES.slice(0, 2)) await hand.press(sessions.member(name));
    await hand.press(button(at, words('committee:begin')));
    await refusal(at, words('hqErrors:noQuorum')).waitFor();
    await sessions.begin(NAMES.slice(2, 3));

    const first = sessions.table('agenda').getByRole('rowheader').first();
    await hand.press(first.getByRole('link'));
    await page.getByRole('heading', { name: words('committee:reportTitle') }).waitFor();
    expect(await inspect(at, 'hq-session-case')).toEqual([]);
    await sessions.rejectAll('خارج نطاق المكتب', 'يسكن مقدّم الطلب خارج نطاق الفرع.');
    expect(await inspect(at, 'hq-session-votes')).toEqual([]);
    await page.getByText(words('committee:notReadyYet')).waitFor();
    await sessions.allInFavour();
    await hand.press(button(at, words('committee:decide')));
    await page.getByText(/D-\d{4}-000001/u).waitFor();
    expect(await inspect(at, 'hq-session-decided')).toEqual([]);

    await hand.press(page.getByRole('link', { name: words('committee:backToSession') }));
    await hand.press(button(at, words('committee:close')).first());
    await hand.press(
      page.getByRole('alertdialog').getByRole('button', { name: words('committee:close') }),
    );
    await hand.press(page.getByRole('link', { name: words('committee:printMinutes') }));
    await page.getByRole('heading', { name: words('committee:paper.title') }).waitFor();
    expect(await inspect(at, 'hq-minutes')).toEqual([]);
    const text = (await printedPages(page, 'N12.ar')).join('\n');
    expect(text).toMatch(/M-\d{4}-0001/u);
    expect(text).toMatch(/D-\d{4}-000001/u);

    // The director's word alone lets it go before its day.
    await page.goto(`${hub.origin}/#/committee`);
    const frame = new HqFramePage(at);
    await frame.signOut();
    await new SignInPage(at).signIn('director', PASSWORD);
    await hand.press(frame.place('committee'));
    const tab = page.getByRole('tab', { name: words('hqCommittee:stand.waitsForDay') });
    await hand.press(page.getByRole('tab', { name: words('committee:sessions') }));
    while ((await tab.getAttribute('aria-selected')) !== 'true') {
      await page.keyboard.press('ArrowLeft');
    }
    const waiting = page.getByRole('table', { name: words('hqCommittee:stand.waitsForDay') });
    await hand.press(waiting.getByRole('rowheader').first().getByRole('link'));
    await hand.press(button(at, words('hqCommittee:overrideNow')));
    await page.getByText(words('hqCommittee:problem.reasonMissing')).waitFor();
    await hand.write(textbox(at, words('hqCommittee:overrideReason')), 'علاج عاجل');
    await hand.press(button(at, words('hqCommittee:overrideNow')));
    await page.getByText(words('hqCommittee:branchTells')).waitFor();
    expect(await inspect(at, 'hq-released')).toEqual([]);
    await appealBeforeDirector(hub, at);

    expect(await lookInEnglish(hub, await newPage({ language: 'en' }))).toEqual([]);
  },
);
