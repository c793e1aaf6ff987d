import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { widowAnswersOn, widowDocuments } from '#tests/fixtures/widowDocuments.ts';
import { WelcomeStep } from './support/caseSteps.ts';
import { NewCasePage, TodayPage } from './support/dayPages.ts';
import { deskTest } from './support/deskTest.ts';
import { DocumentsStep } from './support/documentsStep.ts';
import { UnlockPage } from './support/doorPages.ts';
import { InterviewStep } from './support/interviewStep.ts';
import { DeclarationStep, NextStep } from './support/lastSteps.ts';

const TODAY = '2026-11-23';
/** Every one of a hundred questions is reached by Tab; each step still has the patience of a page alone. */
const WHOLE_CASE_MS = 180_000;

deskTest(
  'a whole case by keyboard alone, from the password to the submission',
  async ({ office }) => {
    const desk = await office.startDesk({ stage: 'founded', locked: true });
    const at = await office.openPage(desk, { by: 'keyboard' });
    await refuseTheMouse(at.page);
    const answers = widowAnswersOn(TODAY);
    await new UnlockPage(at).unlock();
    await new TodayPage(at).newCaseButton.waitFor();
    await at.page.keyboard.press('Alt+KeyN');
    const newCase = new NewCasePage(at);
    await newCase.state({ id: '1012345672', mobile: '0501234567' });
    await newCase.openNewFile();
    const welcome = new WelcomeStep(at);
    await welcome.showNotice();
    await welcome.explainServices();
    await welcome.noQuestions();
    await welcome.goOn();

    const interview = new InterviewStep(at);
    for (const section of interview.sections) {
      await interview.fillSection(section, answers);
      if (section !== interview.sections.at(-1)) await interview.next();
    }
    await interview.finish();

    const documents = new DocumentsStep(at, answers, TODAY);
    for (const [key, paper] of Object.entries(widowDocuments(TODAY))) {
      await documents.open(key);
      await documents.read(key, paper.readings);
      await documents.record(key);
      await documents.giveReasons('نُظر فيه مع المستفيدة');
    }
    await at.hand.press(documents.toDeclaration);

    const declaration = new DeclarationStep(at);
    await declaration.confirmRead();
    await declaration.consentToVerify();
    await declaration.draw();
    await declaration.sign();
    await declaration.goOn();
    const next = new NextStep(at);
    await next.toldAndUnderstood();
    await next.submit();

    await at.page.keyboard.press('ControlOrMeta+KeyK');
    const today = new TodayPage(at);
    await today.open();
    await today.list('waiting').getByRole('button').waitFor();
    expect(await today.list('drafts').count()).toBe(0);
  },
  WHOLE_CASE_MS,
);

/** From here on a press of the mouse is an error on the page, and errors fail the test. */
async function refuseTheMouse(page: Page): Promise<void> {
  await page.evaluate(() => {
    addEventListener('pointerdown', () => console.error('the mouse was pressed'), true);
  });
}
