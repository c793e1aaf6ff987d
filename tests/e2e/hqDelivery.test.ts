import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { listHqPeople } from '#db/hub/people.ts';
import { giveOpinion } from '#electron/services/opinionService.ts';
import { findHubCase } from '#hq/cases/hubCase.ts';
import {
  deliver as deliverService,
  register as registerService,
} from '#hq/delivery/deliveryService.ts';
import { SURVEY_KEY_FILE } from '#hq/opinions/surveyIdentities.ts';
import { addPerson } from '#hq/services/peopleService.ts';
import { approveByCode } from '#hq/training/seedHeadquarters.ts';
import { applicantOf, textAnswer } from '#shared/domain/case/applicantIdentity.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { ActorId, CaseId } from '#shared/domain/identity.ts';
import { PROVISIONAL_SURVEY_IDENTITY } from '../fixtures/provisionalSurveyKey.ts';
import { acceptAndTell, importWaiting } from '../hub/support/acceptedCases.ts';
import { pulled, sent } from '../hub/support/branchLaptops.ts';
import { type CuttingProxy, createCuttingProxy } from '../hub/support/cuttingProxy.ts';
import { ALL_SUBMITTED, createFilledSender } from '../hub/support/filledSender.ts';
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
import type { RunningDesk } from './support/startDesk.ts';
import type { RunningHub } from './support/startHub.ts';

hoursOfOneDay();

const OFFICER = { displayName: 'هند الزهراني', userName: 'hind', password: 'كلمة التسليم 12' };
const IBAN = 'SA0380000000608010167519';
const MONTH = 150_000;

async function inspect(at: DeskScreen, name: string): Promise<readonly string[]> {
  await settle(at.page);
  await takePicture(at.page, `${name}.${at.language}`);
  return [...(await accessibilityFaults(at.page)), ...(await sidewaysFaults(at.page))];
}

interface Accepted {
  readonly caseId: CaseId;
  readonly state: CaseState;
}

/** Cases of a branch in the registry; two by transfer were accepted, for three months, and told. */
async function acceptedCases(hub: RunningHub): Promise<readonly [Accepted, Accepted]> {
  const { context } = hub.hub;
  await hub.setUp(ADMINISTRATOR);
  await addPerson(context, ActorId.parse(context.hubId), {
    ...OFFICER,
    roles: ['relationsOfficer', 'deliveryOfficer', 'qualityOfficer'],
  });
  const branch = { seed: 'delivery-e2e', branchCode: 'MKH01', branchName: 'مكة المكرمة' };
  const sender = await createFilledSender(hub, { cases: 12, ...branch, mix: ALL_SUBMITTED });
  await sender.sendAll();
  const caseIds = await importWaiting(hub);
  // All but the visit as a whole was asked of six; of that, too few spoke.
  for (const [index, caseId] of caseIds.slice(0, 6).entries()) {
    const scale = { q1: 4, q2: 5, q3: 2, ...(index < 3 ? { q8: 5 } : {}) };
    await giveOpinion(sender.desk, caseId, { language: 'ar', answers: { scale, improve: '' } });
  }
  await sender.sendAll();
  await context.caseProjector.settled();
  sender.close();
  const found: Accepted[] = [];
  for (const caseId of caseIds) {
    const held = await findHubCase(context.db, context.hubId, caseId);
    const state = held?.state;
    if (state == null || found.length === 2) continue;
    if (textAnswer(state, 'paymentMethod') !== 'transfer') continue;
    if (textAnswer(state, 'idNumber') === null) continue;
    await acceptAndTell(hub, caseId, { amount: MONTH, months: 3, conditions: 'عقد إيجار موثق' });
    found.push({ caseId, state });
  }
  const [first, second] = found;
  if (first === undefined || second === undefined) throw new Error('too few by transfer');
  return [first, second];
}

async function signIn(at: DeskScreen, hub: RunningHub): Promise<HqFramePage> {
  await at.page.goto(hub.origin);
  await new SignInPage(at).signIn(OFFICER.userName, OFFICER.password);
  return new HqFramePage(at);
}

function hasFocus(control: Locator): Promise<boolean> {
  return control.evaluate((element) => element === document.activeElement);
}

/** Typed twice alike, the conditions confirmed. */
async function register(at: DeskScreen): Promise<void> {
  const { page, words, hand } = at;
  await hand.press(button(at, words('service:complete')));
  await page.getByText(words('service:account.problem.missing')).waitFor();
  await hand.write(textbox(at, words('service:account.iban')), IBAN);
  await hand.write(textbox(at, words('service:account.again')), IBAN);
  await hand.press(page.getByRole('checkbox', { name: words('service:conditionsMet') }));
  expect(await inspect(at, 'hq-register')).toEqual([]);
  await hand.press(button(at, words('service:complete')));
  await page.getByText(words('service:registered')).first().waitFor();
}

/** The document shown anew, the number compared. */
async function deliver(at: DeskScreen, number: string): Promise<void> {
  const { page, words, hand } = at;
  await hand.write(textbox(at, words('service:identityNumber')), '1000000008');
  const ends = page.getByRole('group', { name: words('service:validUntil') });
  await hand.date(ends, { calendar: 'gregorian', year: 2026, month: 11, day: 1 });
  await hand.press(button(at, words('service:deliver')));
  await page.getByText(words('hqErrors:identityExpired')).waitFor();
  await hand.date(ends, { calendar: 'gregorian', year: 2030, month: 11, day: 1 });
  await hand.press(button(at, words('service:deliver')));
  await page.getByText(words('hqErrors:identityDiffers')).waitFor();
  await hand.write(textbox(at, words('service:identityNumber')), number);
  // On no day but one from the registration until today, and no more than is left of this item.
  const day = page.getByRole('group', { name: words('service:deliveredOn') });
  await hand.date(day, { calendar: 'gregorian', year: 2026, month: 12, day: 23 });
  await hand.press(button(at, words('service:deliver')));
  await page.getByText(words('service:needed.dayOutside')).waitFor();
  await hand.date(day, { calendar: 'gregorian', year: 2026, month: 11, day: 23 });
  await hand.write(textbox(at, words('service:amount')), '4500.01');
  await hand.press(button(at, words('service:deliver')));
  await page.getByText(words('hqErrors:aboveApproval')).waitFor();
  expect(await inspect(at, 'hq-deliver')).toEqual([]);
  await hand.write(textbox(at, words('service:amount')), '1500');
  await hand.press(button(at, words('service:deliver')));
  await page
    .getByRole('link', { name: words('service:printReceipt') })
    .first()
    .waitFor();
}

/** A complaint that reached headquarters: written down, answered, and put to the director. */
async function complain(at: DeskScreen, frame: HqFramePage): Promise<void> {
  const { page, words, hand } = at;
  await hand.press(frame.place('complaints'));
  await hand.press(button(at, words('hqComplaints:record')));
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
  await hand.press(dialog.getByRole('button', { name: words('hqComplaints:save') }));
  await page.getByText(words('complaints:textNeeded')).waitFor();
  expect(await inspect(at, 'hq-complaint-record')).toEqual([]);
  await hand.write(textbox(at, words('complaints:text')), 'لم يصلني رد منذ شهر');
  await hand.press(dialog.getByRole('button', { name: words('hqComplaints:save') }));
  const row = page.getByRole('table').getByRole('rowheader').first();
  await row.waitFor();
  expect(await inspect(at, 'hq-complaints')).toEqual([]);
  await hand.press(row.getByRole('link'));
  await hand.press(button(at, words('hqComplaints:answer.save')));
  await page.getByText(words('hqComplaints:answer.needed')).waitFor();
  await hand.write(textbox(at, words('hqComplaints:answer.words')), 'نعتذر، وقد صدر الرد اليوم');
  await hand.press(button(at, words('hqComplaints:answer.save')));
  await hand.write(textbox(at, words('hqComplaints:appeal.words')), 'لم يصدر شيء');
  expect(await inspect(at, 'hq-complaint')).toEqual([]);
  await hand.press(button(at, words('hqComplaints:appeal.save')));
  await page.getByText(words('hqComplaints:forDirector')).waitFor();
}

/** Totals of the branch: first sealed, then opened by the key; what few said is not shown. */
async function readOpinions(at: DeskScreen, frame: HqFramePage, hub: RunningHub): Promise<void> {
  const { page, words, hand } = at;
  await hand.press(frame.place('opinions'));
  await page.getByText(words('hqOpinions:sealed', { count: 6 })).waitFor();
  expect(await inspect(at, 'hq-opinions-sealed')).toEqual([]);
  const { dataFolder } = hub.hub.context;
  writeFileSync(join(dataFolder, SURVEY_KEY_FILE), `${PROVISIONAL_SURVEY_IDENTITY}\n`);
  await page.reload();
  const table = page.getByRole('table', { name: words('hqOpinions:survey.S1') });
  await table
    .getByText(words('hqOpinions:average', { average: '4.0' }))
    .first()
    .waitFor();
  expect(await table.getByText(words('hqOpinions:tooFew')).count()).toBe(2);
  expect(await inspect(at, 'hq-opinions')).toEqual([]);
}

const ONCE = 500_000;

interface Apart {
  readonly caseId: CaseId;
  readonly desk: RunningDesk;
  /** The branch's way to headquarters. */
  readonly road: CuttingProxy;
}

/**
 * A registered request for something once, delivered by its branch while it hears nothing of headquarters,
 * and by headquarters, which hears nothing of the branch.
 */
async function deliveredApart(hub: RunningHub, office: Office): Promise<Apart> {
  const { context } = hub.hub;
  const desk = await office.startDesk({ language: 'ar', stage: 'submitted' });
  const caseId = CaseId.parse(desk.caseId);
  const road = await createCuttingProxy(hub.origin);
  const { enrolment } = await desk.client.sync.enrol({ hubUrl: road.origin });
  if (enrolment.state !== 'asking') throw new Error(`the request is ${enrolment.state}`);
  await approveByCode(context, enrolment.code);
  await sent(desk);
  await importWaiting(hub);
  const itemId = await acceptAndTell(hub, caseId, { amount: ONCE, months: 1 });
  const people = await listHqPeople(context.db);
  const officer = people.find(({ userName }) => userName === OFFICER.userName);
  if (officer === undefined) throw new Error('nobody delivers');
  const account = { iban: IBAN, by: 'document' } as const;
  const said = { account, conditionsMet: true, note: null };
  await registerService(context, officer.personId, { caseId, ...said });
  await pulled(hub, desk);
  road.setDown(true);
  const handed = (place: 'branch' | 'headquarters') => ({
    ...{ itemId, amount: ONCE, quantity: null, deliveredOn: '2026-11-23', place },
    receiver: {
      name: 'نورة السبيعي',
      as: 'applicant' as const,
      identity: { documentKey: 'D1', number: '1012345672', validUntil: '2030-01-01' },
    },
    proof: { kind: 'signedReceipt' as const },
  });
  await desk.client.service.deliver({ caseId, delivery: handed('branch') });
  await deliverService(context, officer.personId, { caseId, delivery: handed('headquarters') });
  road.setDown(false);
  await sent(desk);
  await pulled(hub, desk);
  return { caseId, desk, road };
}

const REASON = 'سُئلت المستفيدة: مرة واحدة';
const BRANCH_REASON = 'سُئلت في المكتب: مرة واحدة';

/** Nothing is settled before each delivery has its word and the whole its reason. */
async function settleAt(at: DeskScreen, reason: string): Promise<void> {
  const { page, words, hand } = at;
  const settle = button(at, words('service:settle'));
  await hand.press(settle);
  await page.getByText(words('service:needed.outcome')).first().waitFor();
  for (const [number, outcome] of [
    [1, 'given'],
    [2, 'notGiven'],
  ] as const) {
    const group = page.getByRole('radiogroup', { name: words('service:whatOfIt', { number }) });
    await hand.pick(group, words(`service:found.${outcome}`));
  }
  await hand.press(settle);
  await page.getByText(words('service:needed.settleReason')).waitFor();
  await hand.write(textbox(at, words('service:settleReason')), reason);
  expect(await inspect(at, 'settle')).toEqual([]);
  await hand.press(settle);
  await page.getByText(words('service:conflict.apart')).waitFor({ state: 'detached' });
}

async function attempt(at: DeskScreen, number: number): Promise<void> {
  const { page, words, hand } = at;
  await hand.press(button(at, words('service:noteAttempt')));
  await page.getByText(words('service:attemptOf', { number, most: 3 })).waitFor();
}

hqTest(
  'an accepted request is found in the registry, registered, delivered by the month with its receipt, or withdrawn',
  async ({ hub, newPage }) => {
    const [first, second] = await acceptedCases(hub);
    const page = await newPage({ expectedErrors: [REFUSED] });
    const at = deskScreen(page, 'ar', 'keyboard');
    const { words, hand } = at;
    const frame = await signIn(at, hub);

    await hand.press(frame.place('registry'));
    await frame.heading('hqRegistry:title').waitFor();
    const table = page.getByRole('table', { name: words('hqRegistry:title') });
    await table.getByRole('row').nth(4).waitFor();
    expect(await inspect(at, 'hq-registry')).toEqual([]);
    // By arrows from person to person.
    const people = table.getByRole('rowheader').getByRole('link');
    await people.first().focus();
    await page.keyboard.press('ArrowDown');
    expect(await hasFocus(people.nth(1))).toBe(true);
    const applicant = applicantOf(first.state);
    // The registry is asked from the bar on top, which is there on every screen.
    await page.keyboard.press('Control+KeyK');
    await page.keyboard.type(textAnswer(first.state, 'idNumber') ?? '');
    await page.keyboard.press('Enter');
    const row = table.getByRole('rowheader', { name: applicant.name });
    await expect.poll(() => table.getByRole('row').count()).toBe(2);
    await hand.press(row.getByRole('link'));
    await page.getByRole('heading', { level: 1, name: applicant.name }).waitFor();
    expect(await inspect(at, 'hq-person')).toEqual([]);
    await hand.press(page.getByRole('link', { name: words('hqRegistry:back') }));
    // As it was left, at the row by which it was left.
    await expect.poll(() => table.getByRole('row').count()).toBe(2);
    await expect.poll(() => hasFocus(row.getByRole('link'))).toBe(true);
    await hand.press(row.getByRole('link'));
    await hand.press(
      page.getByRole('link', { name: words('hqRegistry:requests.service') }).first(),
    );

    await register(at);
    await deliver(at, textAnswer(first.state, 'idNumber') ?? '');
    expect(await inspect(at, 'hq-delivered')).toEqual([]);
    await hand.press(page.getByRole('link', { name: words('service:printReceipt') }).first());
    await page.getByRole('article').getByText('ألف وخمسمائة ريال').waitFor();
    expect(await printedPages(page, 'hq.N7.ar')).toHaveLength(1);
    expect(await inspect(at, 'hq-N7')).toEqual([]);

    await hand.press(frame.place('delivery'));
    await frame.heading('hqDelivery:title').waitFor();
    await page
      .getByRole('table')
      .getByRole('rowheader', { name: applicantOf(second.state).name })
      .waitFor();
    expect(await inspect(at, 'hq-to-register')).toEqual([]);
    await page.goto(`${hub.origin}/#/delivery/due`);
    await page
      .getByRole('table')
      .getByRole('rowheader', { name: applicant.name })
      .waitFor({ state: 'detached' });
    await page.goto(`${hub.origin}/#/delivery/due?month=%222026-12%22`);
    await page.getByRole('table').getByRole('rowheader', { name: applicant.name }).waitFor();
    expect(await inspect(at, 'hq-due')).toEqual([]);

    await page.goto(`${hub.origin}/#/delivery/case/${second.caseId}`);
    await hand.press(button(at, words('service:withdraw')));
    await hand.write(textbox(at, words('service:withdrawReason')), 'وجد عملًا');
    await hand.press(button(at, words('service:withdrawNow')));
    const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
    await hand.press(
      dialog.getByRole('button', { name: words('service:withdrawNow'), exact: true }),
    );
    await hand.press(page.getByRole('link', { name: words('service:printWithdrawal') }));
    await page.getByRole('article').getByText('وجد عملًا').waitFor();
    expect(await printedPages(page, 'hq.N8.ar')).toHaveLength(1);
    expect(await inspect(at, 'hq-N8')).toEqual([]);

    await complain(at, frame);
    await readOpinions(at, frame, hub);

    // The same screens in English.
    const other = deskScreen(await newPage(), 'en', 'mouse');
    await other.page.addInitScript(() => {
      localStorage.setItem(
        'rifada.hq.appearance',
        JSON.stringify({ language: 'en', theme: 'system', contrast: 'system' }),
      );
    });
    await (await signIn(other, hub)).place('registry').waitFor();
    const name = applicantOf(first.state).name;
    for (const [picture, place, title] of [
      ['hq-registry', '/registry', other.words('hqRegistry:title')],
      ['hq-to-register', '/delivery', other.words('hqDelivery:title')],
      ['hq-delivered', `/delivery/case/${first.caseId}`, name],
      ['hq-complaints', '/complaints/answered', other.words('hqComplaints:title')],
      ['hq-opinions', '/opinions', other.words('hqOpinions:title')],
      ['hq-due', '/delivery/due?month=%222026-12%22', other.words('hqDelivery:title')],
    ] as const) {
      await other.page.goto(`${hub.origin}/#${place}`);
      await other.page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
      expect(await inspect(other, picture)).toEqual([]);
    }
  },
);

hqTest(
  'what two offices delivered apart is shown at both and settled, and the case ends when its person cannot be asked',
  async ({ hub, office, newPage }) => {
    const { caseId, desk, road } = await deliveredApart(hub, office);
    const branch = await office.openPage(desk, { language: 'ar', by: 'keyboard' });
    const { words } = branch;
    await branch.hand.press(
      branch.page.getByRole('button', { name: words('today:due.settle.action') }),
    );
    await branch.page.getByText(words('service:conflict.apart')).waitFor();
    // The row of the day leads to the very form.
    await expect.poll(() => branch.page.locator('form:focus-within').count()).toBe(1);
    expect(await inspect(branch, 'branch-conflict')).toEqual([]);
    // Each office settles it, neither knowing of the other; what the branch has said is there after a reload.
    road.setDown(true);
    const first = branch.page.getByRole('radiogroup', {
      name: words('service:whatOfIt', { number: 1 }),
    });
    await branch.hand.pick(first, words('service:found.given'));
    await expect.poll(async () => (await desk.client.cases.get({ caseId })).drafts.length).toBe(1);
    await branch.page.reload();
    await first.getByRole('radio', { name: words('service:found.given'), checked: true }).waitFor();
    await settleAt(branch, BRANCH_REASON);
    expect((await desk.client.cases.get({ caseId })).drafts).toEqual([]);

    const at = deskScreen(await newPage({ expectedErrors: [REFUSED] }), 'ar', 'keyboard');
    const frame = await signIn(at, hub);
    await hub.hub.context.caseProjector.settled();
    await at.hand.press(frame.place('delivery'));
    await frame.heading('hqDelivery:title').waitFor();
    await at.page.goto(`${hub.origin}/#/delivery/conflicts`);
    const list = at.page.getByRole('table', { name: words('hqDelivery:view.conflicts') });
    await at.hand.press(list.getByRole('rowheader').getByRole('link'));
    await settleAt(at, REASON);

    road.setDown(false);
    await sent(desk);
    await pulled(hub, desk);
    await branch.page.getByText(REASON).first().waitFor();
    const tried = branch.page.getByRole('group', { name: words('service:triedOn') });
    await branch.hand.date(tried, { calendar: 'gregorian', year: 2026, month: 12, day: 1 });
    await branch.hand.press(button(branch, words('service:noteAttempt')));
    await branch.page.getByText(words('service:needed.dayToCome')).waitFor();
    await branch.hand.date(tried, { calendar: 'gregorian', year: 2026, month: 11, day: 23 });
    await attempt(branch, 1);
    expect(await inspect(branch, 'branch-settled')).toEqual([]);
    await sent(desk);
    await hub.hub.context.caseProjector.settled();
    await at.page.reload();
    await attempt(at, 2);
    await attempt(at, 3);
    await pulled(hub, desk);
    await branch.hand.press(button(branch, words('service:closeNow')));
    await branch.page.getByText(words('service:closedHelp')).waitFor();
    expect(branch.page.url()).toContain(caseId);
    expect(await inspect(branch, 'branch-closed')).toEqual([]);
    await sent(desk);
    await hub.hub.context.caseProjector.settled();
    await at.page.reload();
    await at.page.getByText(words('service:closedHelp')).waitFor();
    expect(await inspect(at, 'hq-closed')).toEqual([]);
  },
);
