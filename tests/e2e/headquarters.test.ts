import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { findHubCase } from '#hq/cases/hubCase.ts';
import {
  type BundledPostgres,
  ensureDatabase,
  startBundledPostgres,
} from '#hq/postgres/bundledPostgres.ts';
import { answerAt } from '#shared/domain/answers/answerSet.ts';
import { DecisionContent } from '#shared/domain/case/decision.ts';
import { ReturnId } from '#shared/domain/case/headquartersEvents.ts';
import { CaseId } from '#shared/domain/identity.ts';
import { actAtHeadquarters, pulled, sent } from '#tests/hub/support/branchLaptops.ts';
import { enrolOver } from '#tests/hub/support/enrolledDesk.ts';
import { createTestHub, type TestHub, waitingRequest } from '#tests/hub/support/testHub.ts';
import { fillPage, readCase } from '#tests/integration/desk/support/widowCase.ts';
import { MORNING } from './support/branch.ts';
import { CaseHead } from './support/caseSteps.ts';
import { button, type DeskScreen, textbox } from './support/deskScreen.ts';
import { deskTest } from './support/deskTest.ts';
import { InterviewStep } from './support/interviewStep.ts';
import { DeclarationStep, NextStep, PaperPage } from './support/lastSteps.ts';
import {
  accessibilityFaults,
  printedPages,
  settle,
  sidewaysFaults,
  takePicture,
} from './support/looks.ts';
import type { RunningDesk } from './support/startDesk.ts';
import { wordsOf } from './support/words.ts';

const folder = mkdtempSync(join(tmpdir(), 'rifada-hub-'));
let postgres: BundledPostgres;
let hub: TestHub;
beforeAll(async () => {
  postgres = await startBundledPostgres(folder);
  await ensureDatabase(postgres.url);
  hub = await createTestHub(MORNING, postgres.url);
});
afterAll(async () => {
  await hub.close();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function inspect(at: DeskScreen, name: string): Promise<readonly string[]> {
  await settle(at.page);
  await takePicture(at.page, `${name}.${at.language}.light`);
  return [...(await accessibilityFaults(at.page)), ...(await sidewaysFaults(at.page))];
}

async function enrol(at: DeskScreen): Promise<void> {
  const { page, words, hand } = at;
  await hand.press(page.getByRole('link', { name: words('sync:rail') }));
  await hand.write(textbox(at, words('sync:address')), hub.origin);
  await hand.press(button(at, words('sync:enrol')));
  const code = page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/u);
  await code.waitFor();
  const requestId = await waitingRequest(hub);
  await hub.api('POST', `/enrolments/${requestId}/approve`, {
    requestId,
    code: await code.textContent(),
  });
  await page.getByText(words('sync:situation.allSent')).waitFor();
}

/** The person asks what has come; the day then shows it. */
async function fetchToday(at: DeskScreen): Promise<void> {
  const { page, words, hand } = at;
  await hand.press(page.getByRole('link', { name: words('sync:rail') }));
  await hand.press(button(at, words('sync:sendNow')));
  await page.getByText(words('sync:situation.allSent')).waitFor();
  await hand.press(page.getByRole('link', { name: words('shell:today') }));
}

const SOON = { timeout: 10_000 } as const;
/** Of the widow whose case it is. */
const APPLICANT_ID = '1012345672';
const LONG_REASON =
  'نأسف لأن هذا الدعم لا يدخل في مجالات المكتب هذا العام، ويمكن التقدم به إلى الجمعية المختصة في الحي، وعنوانها ورقمها عند موظف الاستقبال. نسأل الله لكم التيسير.';

describe('what comes from headquarters, in ar', () => {
  deskTest(
    'a return is corrected and handed in anew, a decision told with its letter',
    async ({ office }) => {
      const desk = await office.startDesk({ language: 'ar', stage: 'submitted' });
      const at = await office.openPage(desk, { language: 'ar', by: 'keyboard' });
      const { page, words, hand } = at;
      const caseId = CaseId.parse(desk.caseId);
      await enrol(at);
      await actAtHeadquarters(hub, caseId, [
        {
          kind: 'caseReturned',
          payload: {
            returnId: ReturnId.parse(hub.hub.context.ids.uuid()),
            reason: 'dataWrong',
            text: 'رقم الجوال لا يعمل، ويلزم رقم آخر',
            wants: 'correction',
            about: { documents: ['D1'], rows: [], paths: ['mobile'] },
          },
        },
      ]);

      await fetchToday(at);
      await page.getByText('رقم الجوال لا يعمل، ويلزم رقم آخر').waitFor();
      expect(await inspect(at, 'headquarters.today')).toEqual([]);
      await hand.press(
        page.getByRole('button', { name: words('today:due.returned.action') }).first(),
      );
      await page.getByText(words('headquarters:returned.correction')).waitFor();
      expect(await inspect(at, 'headquarters.returned')).toEqual([]);

      const interview = new InterviewStep(at);
      await hand.press(button(at, interview.labelOf('mobile')));
      await interview.control('mobile').waitFor();
      await interview.answer('mobile', { value: '+966501112223' });
      const head = new CaseHead(at);
      await head.saved.waitFor();
      await head.go('documents');
      await hand.press(button(at, words('documents:toDeclaration')));
      const declaration = new DeclarationStep(at);
      await declaration.consentToVerify();
      await declaration.confirmRead();
      await declaration.draw();
      await declaration.sign();
      await declaration.goOn();
      const next = new NextStep(at);
      await next.toldAndUnderstood();
      await next.submit();
      expect(await page.getByText(words('headquarters:returned.correction')).count()).toBe(0);

      await fetchToday(at);
      await hub.hub.context.caseProjector.settled();
      const items = await decidedItems(caseId);
      const decision = DecisionContent.parse({
        decisionId: hub.hub.context.ids.uuid(),
        number: 'D-2026-000007',
        decidedOn: '2026-11-23',
        items,
        appealDays: 30,
        reviewOf: null,
      });
      const { decisionId } = decision;
      await actAtHeadquarters(hub, caseId, [
        { kind: 'caseImported', payload: { fileNo: 'FILE-000001', by: 'clerk' } },
        { kind: 'decisionMade', payload: { decision } },
        { kind: 'decisionReached', payload: { decisionId } },
      ]);
      await fetchToday(at);
      await page.goto(`${new URL(page.url()).origin}/#/case/${caseId}/service`);
      await page.getByText(words('headquarters:decision.reachedBody')).waitFor();
      expect(await inspect(at, 'headquarters.reached')).toEqual([]);

      await actAtHeadquarters(hub, caseId, [
        {
          kind: 'decisionReleased',
          payload: { decision, releasedOn: '2026-11-23', override: { reason: 'سفر المستفيدة' } },
        },
      ]);
      await fetchToday(at);
      await hand.press(
        page.getByRole('button', { name: words('today:due.decision.action') }).first(),
      );
      await page.getByText('D-2026-000007').first().waitFor();
      expect(await inspect(at, 'headquarters.released')).toEqual([]);

      await hand.press(page.getByRole('link', { name: words('headquarters:decision.print') }));
      const paper = new PaperPage(at);
      await paper.title('N5').waitFor();
      const pages = await printedPages(page, 'headquarters.N5.ar');
      expect(pages.join(' ')).toContain('D-2026-000007');
      expect(await inspect(at, 'headquarters.letter')).toEqual([]);
      await paper.backToCase();

      await hand.press(button(at, words('headquarters:decision.save')));
      await page.getByText(words('headquarters:decision.appealUntil')).waitFor();
      expect(await inspect(at, 'headquarters.told')).toEqual([]);

      await register(at);
      await deliverOneMonth(at);
    },
  );

  deskTest('a return that wants a word is answered in words', async ({ office }) => {
    const desk = await office.startDesk({ language: 'ar', stage: 'submitted' });
    const at = await office.openPage(desk, { language: 'ar', by: 'keyboard' });
    const { page, words, hand } = at;
    const caseId = CaseId.parse(desk.caseId);
    await enrol(at);
    await actAtHeadquarters(hub, caseId, [
      {
        kind: 'caseReturned',
        payload: {
          returnId: ReturnId.parse(hub.hub.context.ids.uuid()),
          reason: 'unclear',
          text: 'هل الدين باسمها أم باسم زوجها؟',
          wants: 'answer',
          about: { documents: [], rows: [], paths: [] },
        },
      },
    ]);
    await fetchToday(at);
    await hand.press(
      page.getByRole('button', { name: words('today:due.returned.action') }).first(),
    );
    await hand.press(button(at, words('headquarters:returned.writeAnswer')));
    await hand.press(button(at, words('headquarters:returned.send')));
    await page.getByText(words('headquarters:returned.answerNeeded')).waitFor();
    await hand.write(
      textbox(at, words('headquarters:returned.answerLabel')),
      'الدين باسمها، وصورة العقد في الملف.',
    );
    expect(await inspect(at, 'headquarters.answering')).toEqual([]);
    await hand.press(button(at, words('headquarters:returned.send')));
    await page.getByText(words('headquarters:returned.answer')).waitFor({ state: 'detached' });

    await fetchToday(at);
    const atHub = async () =>
      (await findHubCase(hub.hub.context.db, hub.hub.context.hubId, caseId))?.state;
    // The screen may still say of the sending before that all is there.
    await expect
      .poll(async () => (await atHub())?.headquarters.returns.at(-1)?.settled?.text, SOON)
      .toBe('الدين باسمها، وصورة العقد في الملف.');
    // Neither signature nor day 0 has moved.
    expect((await atHub())?.status).toBe('submitted');
  });

  deskTest('two people changed one field apart: one of them chooses', async ({ office }) => {
    const one = await office.startDesk({ language: 'ar', stage: 'welcomed' });
    const other = await office.startDesk({ language: 'ar', stage: 'founded' });
    const caseId = CaseId.parse(one.caseId);
    await enrolOver(one, hub, hub.origin);
    await enrolOver(other, hub, hub.origin);
    await giveName(one, caseId, 'ريم');
    await sent(one);
    await pulled(hub, other);
    await giveName(one, caseId, 'ريما');
    await giveName(other, caseId, 'رؤى');
    await sent(one);
    await sent(other);
    await pulled(hub, one);

    const at = await office.openPage(one, { language: 'ar', by: 'keyboard' });
    const { page, words, hand } = at;
    await hand.press(
      page.getByRole('button', { name: words('today:due.conflict.action') }).first(),
    );
    await hand.press(button(at, words('headquarters:conflict.choose')));
    await hand.press(button(at, words('headquarters:conflict.keep')));
    await page.getByText(words('headquarters:conflict.needed')).waitFor();
    const values = page.getByRole('radiogroup', {
      name: new InterviewStep(at).labelOf('nameFirst'),
    });
    expect(await values.getByRole('radio').count()).toBe(2);
    expect(await inspect(at, 'headquarters.conflict')).toEqual([]);
    // Each value is read with who gave it and when.
    const card = await values.locator('label').filter({ hasText: 'رؤى' }).innerText();
    await hand.pick(values, card.replace(/\s+/gu, ' '));
    await hand.press(button(at, words('headquarters:conflict.keep')));
    await page
      .getByText(words('headquarters:conflict.title', { count: 1 }))
      .waitFor({ state: 'detached' });

    // What was not chosen is read in the timeline for good, on both laptops.
    const timeline = page.getByRole('list', { name: words('caseFrame:timeline') });
    await timeline.getByText('ريما').waitFor();
    await timeline.getByText('رؤى').first().waitFor();
    expect(await inspect(at, 'headquarters.settled')).toEqual([]);
    await sent(one);
    await pulled(hub, other);
    const { state } = await readCase(other.client, caseId);
    expect(state.conflicts).toEqual({});
    expect(answerAt(state.answers, 'nameFirst')).toEqual({ value: 'رؤى' });
  });
});

describe.each(['ar', 'en'] as const)('a request that its owner takes back, in %s', (language) => {
  deskTest('stops, and its paper says what happens to the data', async ({ office }) => {
    const desk = await office.startDesk({ language, stage: 'submitted' });
    const at = await office.openPage(desk, { language, by: 'keyboard' });
    const { page, words, hand } = at;
    await page.goto(`${new URL(page.url()).origin}/#/case/${desk.caseId}/service`);
    await hand.press(button(at, words('service:withdraw')));
    await hand.write(textbox(at, words('service:withdrawReason')), 'وجدت عملًا');
    const day = page.getByRole('group', { name: words('service:withdrawOn') });
    await hand.date(day, { calendar: 'gregorian', year: 2030, month: 1, day: 1 });
    await hand.press(button(at, words('service:withdrawNow')));
    await page.getByText(words('service:needed.dayToCome')).waitFor();
    await hand.date(day, { calendar: 'gregorian', year: 2026, month: 11, day: 23 });
    await hand.press(button(at, words('service:withdrawNow')));
    await page.getByText(words('service:withdrawConfirm')).waitFor();
    expect(await inspect(at, 'service.withdraw')).toEqual([]);
    const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
    await hand.press(
      dialog.getByRole('button', { name: words('service:withdrawNow'), exact: true }),
    );
    await page.getByText(words('service:withdrawn')).first().waitFor();
    expect(await inspect(at, 'service.withdrawn')).toEqual([]);
    await hand.press(page.getByRole('link', { name: words('service:printWithdrawal') }));
    // In the language in which the person was spoken to.
    const title = wordsOf('ar')('papers:name.N8');
    await page.getByRole('article').getByRole('heading', { name: title, level: 1 }).waitFor();
    await page.getByRole('article').getByText('وجدت عملًا').waitFor();
    const pages = await printedPages(page, `service.N8.${language}`);
    expect(pages).toHaveLength(1);
    expect(pages.join(' ')).toContain('N8 · MKH01-');
    expect(await inspect(at, 'service.N8')).toEqual([]);
  });
});

/** A page with this name is left, upon the name that the laptop shows. */
async function giveName(
  { client }: Pick<RunningDesk, 'client'>,
  caseId: CaseId,
  value: string,
): Promise<void> {
  const { state } = await readCase(client, caseId);
  const base = state.answerSources['nameFirst']?.eventId ?? null;
  await fillPage(client, caseId, 'B', [{ op: 'set', path: 'nameFirst', answer: { value }, base }]);
}

/** Registration waits for the account, typed twice alike, and for the decision's conditions (P36). */
async function register(at: DeskScreen): Promise<void> {
  const { page, words, hand } = at;
  const complete = button(at, words('service:complete'));
  await hand.press(complete);
  await page.getByText(words('service:account.problem.missing')).waitFor();
  const iban = textbox(at, words('service:account.iban'));
  await hand.write(iban, 'SA0380000000608010167518');
  await hand.press(complete);
  await page.getByText(words('service:account.problem.wrong')).waitFor();
  await hand.write(iban, 'SA0380000000608010167519');
  await page.getByText(words('service:bank.80')).waitFor();
  await hand.press(complete);
  await page.getByText(words('service:account.problem.differs')).waitFor();
  await hand.write(textbox(at, words('service:account.again')), 'SA03 8000 0000 6080 1016 7519');
  await hand.press(complete);
  await page.getByText(words('service:needed.conditions')).waitFor();
  await hand.press(page.getByRole('checkbox', { name: words('service:conditionsMet') }));
  expect(await inspect(at, 'service.registration')).toEqual([]);
  await hand.press(complete);
  await page.getByText(words('service:registered')).first().waitFor();
}

/** One month of six: never above the approval, never on a document that has run out or of another (P37). */
async function deliverOneMonth(at: DeskScreen): Promise<void> {
  const { page, words, hand } = at;
  const deliver = button(at, words('service:deliver'));
  await hand.press(deliver);
  await page.getByText(words('service:needed.identity')).waitFor();
  const identity = textbox(at, words('service:identityNumber'));
  await hand.write(identity, '1000000008');
  const ends = page.getByRole('group', { name: words('service:validUntil') });
  await hand.date(ends, { calendar: 'gregorian', year: 2026, month: 11, day: 1 });
  await hand.press(deliver);
  await page.getByText(words('errors:identityExpired')).waitFor();
  await hand.date(ends, { calendar: 'gregorian', year: 2030, month: 11, day: 1 });
  await hand.press(deliver);
  await page.getByText(words('errors:identityDiffers')).waitFor();
  await hand.write(identity, APPLICANT_ID);
  const amount = textbox(at, words('service:amount'));
  await hand.write(amount, '7201');
  await hand.press(deliver);
  await page.getByText(words('errors:aboveApproval')).waitFor();
  expect(await inspect(at, 'service.delivery')).toEqual([]);
  await hand.write(amount, '1200');
  await hand.press(deliver);
  const receipt = page.getByRole('link', { name: words('service:printReceipt') });
  await receipt.waitFor();
  expect(await inspect(at, 'service.delivered')).toEqual([]);
  await hand.press(receipt);
  const paper = new PaperPage(at);
  await paper.title('N7').waitFor();
  const pages = await printedPages(page, 'service.N7.ar');
  expect(pages).toHaveLength(1);
  expect(pages.join(' ')).toContain('1,200');
  await page.getByText('ألف ومائتا ريال').waitFor();
  expect(await inspect(at, 'service.N7')).toEqual([]);
}

/** What is decided of each thing that was asked for: one is given, the others are not. */
async function decidedItems(caseId: CaseId): Promise<readonly unknown[]> {
  const { context } = hub.hub;
  const found = await findHubCase(context.db, context.hubId, caseId);
  const [first = 'r1', ...others] = found?.state?.answers.rows['supportItems'] ?? [];
  return [
    {
      itemId: first,
      outcome: 'accepted',
      amount: 120_000,
      quantity: null,
      period: { kind: 'monthly', months: 6 },
      fundingSource: 'zakat',
      conditions: 'يُصرف بعد إحضار عقد الإيجار الموثق لهذا العام، ويُجدَّد كل ثلاثة أشهر.',
      reason: null,
    },
    ...others.map((itemId) => ({
      itemId,
      outcome: 'rejected',
      code: 'outOfScope',
      reason: LONG_REASON,
    })),
  ];
}
