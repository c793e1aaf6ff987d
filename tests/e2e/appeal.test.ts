import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { findHubCase } from '#hq/cases/hubCase.ts';
import {
  type BundledPostgres,
  ensureDatabase,
  startBundledPostgres,
} from '#hq/postgres/bundledPostgres.ts';
import { DecisionContent, type DecisionId } from '#shared/domain/case/decision.ts';
import { CaseId } from '#shared/domain/identity.ts';
import { actAtHeadquarters } from '#tests/hub/support/branchLaptops.ts';
import { enrolOver } from '#tests/hub/support/enrolledDesk.ts';
import { createTestHub, type TestHub } from '#tests/hub/support/testHub.ts';
import { BRANCH, MORNING } from './support/branch.ts';
import { button, type DeskScreen, textbox } from './support/deskScreen.ts';
import { deskTest } from './support/deskTest.ts';
import { KioskPage } from './support/kioskPage.ts';
import { PaperPage } from './support/lastSteps.ts';
import {
  accessibilityFaults,
  printedPages,
  settle,
  sidewaysFaults,
  takePicture,
} from './support/looks.ts';

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
  await takePicture(at.page, `${name}.${at.language}`);
  return [...(await accessibilityFaults(at.page)), ...(await sidewaysFaults(at.page))];
}

/** Sends what was written, and fetches what headquarters has. */
async function sync(at: DeskScreen, caseId: CaseId): Promise<void> {
  const { page, words, hand } = at;
  await hand.press(page.getByRole('link', { name: words('sync:rail') }));
  await hand.press(button(at, words('sync:sendNow')));
  await page.getByText(words('sync:situation.allSent')).waitFor();
  await page.goto(`${new URL(page.url()).origin}/#/case/${caseId}/service`);
}

async function stateOf(caseId: CaseId) {
  const { context } = hub.hub;
  const found = await findHubCase(context.db, context.hubId, caseId);
  if (found?.state == null) throw new Error('the case is not there');
  return found.state;
}

/** A decision that is let go at once. */
async function decided(
  caseId: CaseId,
  number: string,
  items: readonly object[],
  reviewOf: DecisionId | null,
): Promise<DecisionId> {
  const decision = DecisionContent.parse({
    decisionId: hub.hub.context.ids.uuid(),
    ...{ number, decidedOn: '2026-11-23', items, appealDays: 30, reviewOf },
  });
  const { decisionId } = decision;
  await actAtHeadquarters(hub, caseId, [
    { kind: 'decisionMade', payload: { decision } },
    { kind: 'decisionReached', payload: { decisionId } },
    {
      kind: 'decisionReleased',
      payload: { decision, releasedOn: '2026-11-23', override: { reason: 'سفر المستفيدة' } },
    },
  ]);
  return decisionId;
}

/** After the answer all questions are asked; nothing was given, so none of whether it met the need. */
async function sayWhatTheyThink(at: DeskScreen, caseId: CaseId): Promise<void> {
  const { page, hand } = at;
  const kiosk = new KioskPage(at, 'ar', 'S2');
  await page.goto(`${new URL(page.url()).origin}/#/case/${caseId}/opinion`);
  await kiosk.turn();
  await hand.press(kiosk.begin);
  for (const question of ['q1', 'q2', 'q3', 'q4', 'q5', 'q7'] as const) {
    await kiosk.question(question).waitFor();
    await (question === 'q7' ? kiosk.score(9) : kiosk.face('4')).focus();
    await page.keyboard.press('Space');
    if (question === 'q7') expect(await inspect(at, 'kiosk-recommend')).toEqual([]);
    await hand.press(kiosk.next);
  }
  await kiosk.question('q8').waitFor();
  await kiosk.face('5').focus();
  await page.keyboard.press('Space');
  await hand.press(kiosk.send);
  await kiosk.thanks.waitFor();
  await kiosk.askStaff();
  await kiosk.giveBack(BRANCH.password, BRANCH.personName);
  await page.getByText(at.words('opinion:outcome.given'), { exact: true }).waitFor();
}

const PATIENT = { timeout: 20_000 };

deskTest(
  'what was rejected is appealed against at the branch, what was deferred is answered, and each decision has its letter',
  async ({ office }) => {
    const desk = await office.startDesk({ language: 'ar', stage: 'submitted' });
    const caseId = CaseId.parse(desk.caseId);
    await enrolOver(desk, hub, hub.origin);
    const at = await office.openPage(desk, { language: 'ar', by: 'keyboard' });
    const { page, words, hand } = at;
    await sync(at, caseId);
    const { answers } = await stateOf(caseId);
    const [first = '', ...others] = answers.rows['supportItems'] ?? [];
    const rejection = await decided(
      caseId,
      'D-2026-000011',
      [
        { itemId: first, outcome: 'rejected', code: 'outOfArea', reason: 'السكن خارج نطاق المكتب' },
        ...others.map((itemId) => ({
          ...{ itemId, outcome: 'deferred', reason: 'ينقص تقرير المستشفى' },
          ...{ awaited: 'تقرير المستشفى', until: '2027-01-10' },
        })),
      ],
      null,
    );
    await sync(at, caseId);
    await hand.press(button(at, words('headquarters:decision.save')));
    await page.getByText(words('headquarters:decision.appealUntil')).waitFor();
    await hand.press(button(at, words('appeal:file')));
    await hand.press(button(at, words('appeal:save')));
    await page.getByText(words('appeal:problem.itemsMissing')).waitFor();
    const items = page.getByRole('group', { name: words('appeal:items') });
    await hand.press(items.getByRole('checkbox').first());
    await hand.press(button(at, words('appeal:save')));
    await page.getByText(words('appeal:problem.groundsMissing')).waitFor();
    await hand.write(textbox(at, words('appeal:grounds')), 'أسكن في نطاق المكتب منذ سنة.');
    await hand.write(textbox(at, words('appeal:newDocuments')), 'عقد إيجار موثق');
    expect(await inspect(at, 'appeal-form')).toEqual([]);
    await hand.press(button(at, words('appeal:save')));
    await hand.press(page.getByRole('link', { name: words('appeal:printN9') }));
    const paper = new PaperPage(at);
    await paper.title('N9').waitFor();
    expect((await printedPages(page, 'N9.ar')).join(' ')).toContain('D-2026-000011');
    expect(await inspect(at, 'appeal-paper')).toEqual([]);
    await paper.backToCase();

    if (others.length > 0) {
      await hand.press(button(at, words('appeal:deferred.save')));
      await page.getByText(words('appeal:deferred.answerMissing')).waitFor();
      await hand.write(textbox(at, words('appeal:deferred.answer')), 'أُحضر التقرير الأصلي');
      expect(await inspect(at, 'appeal-deferred')).toEqual([]);
      await hand.press(button(at, words('appeal:deferred.save')));
      await page.getByText(words('appeal:deferred.answered')).waitFor();
    }

    await sync(at, caseId);
    // What was written last may still be on its way when the screen last said that all is sent.
    await expect
      .poll(async () => (await stateOf(caseId)).afterDecision.deferralAnswers.length, PATIENT)
      .toBe(others.length > 0 ? 1 : 0);
    const heard = await stateOf(caseId);
    expect(heard.status).toBe('appealed');
    expect(heard.afterDecision.appeals[0]?.grounds).toBe('أسكن في نطاق المكتب منذ سنة.');

    await decided(
      caseId,
      'D-2026-000012',
      [first, ...others].map((itemId) => ({
        ...{ itemId, outcome: 'rejected', code: 'outOfArea', reason: 'العقد لسكن خارج النطاق' },
      })),
      rejection,
    );
    await sync(at, caseId);
    await page.getByRole('heading', { name: words('appeal:review') }).waitFor();
    await page.getByText('D-2026-000011').first().waitFor();
    await hand.press(button(at, words('headquarters:decision.save')));
    await page.getByText(words('appeal:final')).waitFor();
    expect(await inspect(at, 'appeal-decided')).toEqual([]);
    await sayWhatTheyThink(at, caseId);
  },
);
