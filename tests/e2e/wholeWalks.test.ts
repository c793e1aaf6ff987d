import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { trainingReadings } from '#electron/services/trainingReadings.ts';
import type { AnswerSet } from '#shared/domain/answers/answer.ts';
import { applyPatches } from '#shared/domain/answers/applyPatches.ts';
import type { Language } from '#shared/domain/case/vocabulary.ts';
import { dayNumberOf } from '#shared/domain/documents/days.ts';
import { CaseId } from '#shared/domain/identity.ts';
import { type Applicant, applicantAnswers } from '#tests/fixtures/applicants.ts';
import {
  decideTheRest,
  fillPage,
  formInForce,
  layAgreeingDocuments,
  pagesOf,
  readCase,
} from '#tests/integration/desk/support/widowCase.ts';
import { WelcomeStep } from './support/caseSteps.ts';
import { NewCasePage, TodayPage } from './support/dayPages.ts';
import { type DeskScreen, deskScreen } from './support/deskScreen.ts';
import { deskTest } from './support/deskTest.ts';
import { DocumentsStep } from './support/documentsStep.ts';
import { UnlockPage } from './support/doorPages.ts';
import { InterviewStep, sectionNamed } from './support/interviewStep.ts';
import { DeclarationStep, NextStep, PaperPage } from './support/lastSteps.ts';
import { printedPages } from './support/looks.ts';
import type { RunningDesk } from './support/startDesk.ts';

const TODAY = '2026-11-23';
/** Every one of a hundred questions is reached by Tab; each step still has the patience of a page alone. */
const WHOLE_CASE_MS = 180_000;

const ZONE = ['P<IDNSETIAWAN<<BUDI<HARTONO', 'A1234567<6IDN6103143M3105010<<<<<<<<<<<<<<02'];

interface Walk {
  readonly applicant: Applicant;
  readonly language: Language;
  readonly by: 'mouse' | 'keyboard';
  readonly mobile: string;
  readonly documents: readonly string[];
}

const WALKS: readonly Walk[] = [
  {
    applicant: 'debtor',
    language: 'ar',
    by: 'keyboard',
    mobile: '0501234567',
    documents: ['D1', 'D7', 'D8', 'D10', 'D18', 'D19'],
  },
  {
    applicant: 'strandedPilgrim',
    language: 'en',
    by: 'mouse',
    mobile: '+6281234567890',
    documents: ['D3', 'D4', 'D22', 'D24'],
  },
];

describe.each(WALKS)(
  '$applicant, from the password to the receipt, by $by, in $language',
  (walk) => {
    const { applicant, language, by } = walk;

    deskTest(
      'is received, interviewed, matched, signs and hands in',
      async ({ office }) => {
        const desk = await office.startDesk({ language, stage: 'founded', locked: true });
        const at = await office.openPage(desk, { language, by });
        if (by === 'keyboard') await refuseTheMouse(at.page);
        const answers = applicantAnswers(applicant, TODAY);
        await new UnlockPage(at).unlock();
        await new TodayPage(at).newCaseButton.waitFor();
        await at.page.keyboard.press('Alt+KeyN');
        const newCase = new NewCasePage(at);
        await newCase.state({ mobile: walk.mobile });
        await newCase.openNewFile();
        const welcome = new WelcomeStep(at);
        await welcome.showNotice();
        await welcome.explainServices();
        await welcome.noQuestions();
        await welcome.goOn();
        const caseId = CaseId.parse(/case\/([^/]+)\//.exec(at.page.url())?.[1]);

        const interview = new InterviewStep(at);
        for (const section of interview.sections) {
          await interview.fillSection(section, answers);
          if (section !== interview.sections.at(-1)) await interview.next();
        }
        await interview.finish();

        const documents = new DocumentsStep(at, answers, TODAY);
        expect(documents.needed.map(({ documentKey }) => documentKey)).toEqual(walk.documents);
        for (const key of walk.documents) {
          await documents.open(key);
          await documents.read(key, await agreeing(desk, caseId, key));
          await documents.record(key);
          await documents.giveReasons('نُظر فيه مع صاحب الطلب');
        }
        await at.hand.press(documents.toDeclaration);
        await signAndSubmit(at, by);
        await new NextStep(at).toReceipt();
        const receipt = new PaperPage(at);
        // It opens in the language in which the sentence was told.
        await new PaperPage(deskScreen(at.page, 'ar', by)).title('N1').waitFor();
        expect(await printedPages(at.page)).toHaveLength(1);
        await receipt.backToCase();

        await at.page.keyboard.press('ControlOrMeta+KeyK');
        const today = new TodayPage(at);
        await today.open();
        await today.list('waiting').getByRole('button').waitFor();
        expect(await today.list('drafts').count()).toBe(0);
      },
      WHOLE_CASE_MS,
    );
  },
);

/**
 * The last three of twelve children are written by hand; what any family answers beside, and the
 * papers that agree with it, are brought in by the calls of the screens.
 */
deskTest(
  'a family of twelve, its last children written by keyboard alone, hands in and has its papers',
  async ({ office }) => {
    const desk = await office.startDesk({ stage: 'welcomed' });
    const caseId = CaseId.parse(desk.caseId);
    const whole = applicantAnswers('largeFamily', TODAY);
    const byHand = whole.rows['family']?.slice(-3) ?? [];
    const isByHand = (path: string) => byHand.some((row) => path.startsWith(`family/${row}/`));
    const before = only(whole, (path) => !isByHand(path), byHand);
    for (const { section, patches } of pagesOf(await formInForce(desk.client), before)) {
      await fillPage(desk.client, caseId, section, patches);
    }

    const at = await office.openPage(desk, { by: 'keyboard' });
    await refuseTheMouse(at.page);
    await at.hand.press(new TodayPage(at).list('drafts').getByRole('button'));
    await at.page.evaluate((place) => {
      location.hash = place;
    }, `#/case/${caseId}/interview`);
    const interview = new InterviewStep(at);
    const household = sectionNamed('household');
    await interview.goTo(household);
    await interview.fillSection(household, { ...only(whole, isByHand), rows: { family: byHand } });
    // The wife and twelve children.
    await expect.poll(() => interview.tableOf('family').getByRole('rowheader').count()).toBe(13);
    expect(await interview.derived.textContent()).toContain('14');
    for (const section of interview.sections.slice(interview.sections.indexOf(household) + 1)) {
      await interview.next();
      await interview.heading(section).waitFor();
    }
    await interview.finish();
    await new DocumentsStep(at, whole, TODAY).list.waitFor();
    await layAgreeingDocuments(desk.client, caseId, TODAY);
    await decideTheRest(desk.client, caseId);
    await at.page.reload();
    const documents = new DocumentsStep(at, whole, TODAY);
    await at.hand.press(documents.toDeclaration);
    await signAndSubmit(at, 'keyboard');
    await new NextStep(at).toReceipt();
    await new PaperPage(at).title('N1').waitFor();
    expect((await printedPages(at.page)).join('\n')).toContain('******5672');
  },
  WHOLE_CASE_MS,
);

/** It is read out in the person's own language, whatever the screen around it speaks. */
async function signAndSubmit(at: DeskScreen, by: 'mouse' | 'keyboard'): Promise<void> {
  const declaration = new DeclarationStep(deskScreen(at.page, 'ar', by));
  await declaration.readThrough.waitFor();
  await declaration.confirmRead();
  await declaration.consentToVerify();
  await declaration.draw();
  await declaration.sign();
  await declaration.goOn();
  const next = new NextStep(at);
  await next.toldAndUnderstood();
  await next.submit();
}

/** What stands on a paper that agrees with everything stated. */
async function agreeing(desk: RunningDesk, caseId: CaseId, key: string): Promise<AnswerSet> {
  const { state, assessment } = await readCase(desk.client, caseId);
  const document = assessment.documents.find(({ needed }) => needed.documentKey === key);
  if (document === undefined) throw new Error(`the case needs no ${key}`);
  const patches = trainingReadings(document.needed, assessment.matrix, state, dayNumberOf(TODAY));
  const { values, rows } = applyPatches({ values: {}, rows: {} }, patches);
  if (key !== 'D3') return { values, rows };
  // How the lines of a passport came in is told by the page itself.
  const read = Object.entries(values).filter(([name]) => name !== 'mrzReadBy');
  return { rows, values: { ...Object.fromEntries(read), mrz: { value: ZONE.join('\n') } } };
}

/** The answers whose path is wanted, without these rows of the family. */
function only(
  answers: AnswerSet,
  isWanted: (path: string) => boolean,
  without: readonly string[] = [],
): AnswerSet {
  const values = Object.entries(answers.values).filter(([path]) => isWanted(path));
  const family = (answers.rows['family'] ?? []).filter((row) => !without.includes(row));
  return { values: Object.fromEntries(values), rows: { ...answers.rows, family } };
}

/** From here on a press of the mouse is an error on the page, and errors fail the test. */
async function refuseTheMouse(page: Page): Promise<void> {
  await page.evaluate(() => {
    addEventListener('pointerdown', () => console.error('the mouse was pressed'), true);
  });
}
