import { expect } from 'vitest';
import { addPerson } from '#hq/services/peopleService.ts';
import type { HqRole } from '#shared/domain/hub/hqPermission.ts';
import { ActorId } from '#shared/domain/identity.ts';
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
  },
);
