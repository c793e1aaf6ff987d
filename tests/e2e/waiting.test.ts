import { describe, expect } from 'vitest';
import type { ReferralStep } from '#shared/domain/case/referral.ts';
import { Language } from '#shared/domain/case/vocabulary.ts';
import { CaseId } from '#shared/domain/identity.ts';
import { applicantAnswers } from '#tests/fixtures/applicants.ts';
import type { Stage } from './support/deskMessages.ts';
import { button, type DeskScreen, textbox } from './support/deskScreen.ts';
import { deskTest } from './support/deskTest.ts';
import { DocumentsStep } from './support/documentsStep.ts';
import { PaperPage, signAndSubmit } from './support/lastSteps.ts';
import { accessibilityFaults, takePicture } from './support/looks.ts';
import { pdfPages } from './support/pdfPages.ts';
import { WaitingPage } from './support/waitingPage.ts';

const TODAY = '2026-11-23';
/** Three weeks before the morning of these tests. */
const OVER = -21;
const RENEWED = { calendar: 'gregorian', year: 2027, month: 12, day: 1 } as const;
const GRACE = { calendar: 'gregorian', year: 2026, month: 12, day: 20 } as const;

async function goTo(at: DeskScreen, hash: string): Promise<void> {
  await at.page.evaluate((place) => {
    location.hash = place;
  }, hash);
}

async function look(at: DeskScreen, name: string): Promise<void> {
  expect(await accessibilityFaults(at.page)).toEqual([]);
  await takePicture(at.page, `${name}.${at.language}.light`);
}

async function paperText(at: DeskScreen, hash: string, paper: 'N1' | 'N2' | 'N4'): Promise<string> {
  await goTo(at, hash);
  await new PaperPage(at).title(paper).waitFor();
  await at.page.evaluate(() => document.fonts.ready);
  await takePicture(at.page, `waiting-${paper}.${at.language}.light`);
  const pages = pdfPages(await at.page.pdf({ preferCSSPageSize: true, printBackground: true }));
  expect(pages).toHaveLength(1);
  return pages.join('\n');
}

describe.each(Language.options)('in %s', (language) => {
  deskTest(
    'an iqama that ran out: left incomplete, brought, signed anew, handed in',
    async ({ office }) => {
      const setup = { language, stage: 'laid', applicant: 'resident', cardEndsIn: OVER } as const;
      const desk = await office.startDesk(setup);
      const at = await office.openPage(desk, { language });
      const documents = new DocumentsStep(at, applicantAnswers('resident', TODAY), TODAY);
      const waiting = new WaitingPage(at);
      const iqama = documents.nameOf('D2');
      await goTo(at, `#/case/${desk.caseId}/documents?at="D2"`);
      await documents.heading('D2').waitFor();
      await look(at, 'waiting-choice');
      await waiting.choose('choiceBring');
      await waiting.list.getByText(iqama).waitFor();
      await look(at, 'waiting-leave');
      await waiting.leave();
      await waiting.awaited.getByText(at.words('waiting:state.awaited')).waitFor();
      await look(at, 'waiting-awaited');

      const sheet = await paperText(at, `#/case/${desk.caseId}/N2`, 'N2');
      expect(sheet).not.toMatch(/\b2\d{9}\b/);
      expect(sheet).toContain('******');
      await goTo(at, '#/');
      await at.page.getByText(at.words('today:due.awaited.title'), { exact: true }).waitFor();
      await at.page.getByText(iqama).waitFor();
      await look(at, 'waiting-today');
      await goTo(at, '#/cases');
      await at.page
        .getByText(at.words('common:status.incomplete'), { exact: true })
        .first()
        .waitFor();
      await at.page.getByText(iqama).waitFor();
      await look(at, 'waiting-cases');

      await goTo(at, `#/case/${desk.caseId}/documents?at="D2"`);
      await at.hand.press(
        at.page
          .getByRole('main')
          .getByRole('button', { name: at.words('documents:readAgain') })
          .last(),
      );
      const field = documents.document('D2').form.fieldByName.get('expiryDate');
      if (field === undefined) throw new Error('the iqama has no expiry');
      await at.hand.date(
        at.page.getByRole('group', { name: field.label[language], exact: true }),
        RENEWED,
      );
      await at.hand.press(button(at, at.words('documents:recordAgain')));
      await documents.correctStated();
      await goTo(at, `#/case/${desk.caseId}/waiting`);
      await at.page.getByText(at.words('waiting:allCame')).waitFor();
      await look(at, 'waiting-came');
      await waiting.toDocuments();
      await documents.toDeclaration.click();
      await signAndSubmit(at);
    },
  );
});

deskTest(
  'an iqama that ran out: referred, given grace and handed in by keyboard alone',
  async ({ office }) => {
    const setup = { stage: 'laid', applicant: 'resident', cardEndsIn: OVER } as const;
    const desk = await office.startDesk(setup);
    const at = await office.openPage(desk, { by: 'keyboard' });
    const documents = new DocumentsStep(at, applicantAnswers('resident', TODAY), TODAY);
    const waiting = new WaitingPage(at);
    await goTo(at, `#/case/${desk.caseId}/documents?at="D2"`);
    await documents.heading('D2').waitFor();
    await waiting.choose('choiceGrace');
    await textbox(at, at.words('waiting:question')).waitFor();
    await look(at, 'waiting-refer');
    await waiting.ask('هل يُمهل صاحب الطلب حتى يجدد كفيله الإقامة؟');
    await at.page.getByText(at.words('common:status.referred'), { exact: true }).first().waitFor();
    await at.page.getByText(at.words('waiting:openQuestionOnSpine')).waitFor();
    await look(at, 'waiting-referral');
    await waiting.beginAnswer();
    await waiting.hear('منال الحارثي', 'يُمهل شهرًا، فالتجديد لدى كفيله.');
    await waiting.allow('grace');
    await waiting.until(GRACE);
    await look(at, 'waiting-answer');
    await waiting.saveAnswer();
    await waiting.referral(1).getByText(at.words('waiting:outcome.grace')).waitFor();
    await waiting.toDocuments();
    await at.page.getByText(at.words('waiting:graceRuns')).waitFor();
    await at.hand.press(documents.toDeclaration);
    await signAndSubmit(at);
    const slip = await paperText(at, `#/case/${desk.caseId}/N4`, 'N4');
    expect(slip).toContain('******');
    const receipt = await paperText(at, `#/case/${desk.caseId}/N1`, 'N1');
    expect(receipt.length).toBeGreaterThan(0);
    const granted = new PaperPage(at).sheet.getByText(at.words('papers:graceByOfficer'));
    await granted.waitFor();
  },
);

const UNDOCUMENTED = {
  ar: {
    reason: 'لم تُستخرج لها وثيقة قط',
    question: 'من يعرف هذه المرأة؟',
    by: 'منال الحارثي',
    answer: 'معروفة لدى المكتب منذ 1440هـ.',
  },
  en: {
    reason: 'Never had a document',
    question: 'Who knows this person?',
    by: 'Manal',
    answer: 'Known to the office since 2019.',
  },
} as const;

deskTest.for(Language.options)(
  'a person without papers is taken in by the officer’s word, in %s',
  async (language, { office }) => {
    const said = UNDOCUMENTED[language];
    const setup = { language, stage: 'interviewed', applicant: 'undocumented' } as const;
    const desk = await office.startDesk(setup);
    const at = await office.openPage(desk, { language });
    const documents = new DocumentsStep(at, applicantAnswers('undocumented', TODAY), TODAY);
    const waiting = new WaitingPage(at);
    await goTo(at, `#/case/${desk.caseId}/documents?at="D2"`);
    await documents.heading('D2').waitFor();
    await at.hand.pick(
      at.page.getByRole('radiogroup', { name: at.words('documents:presentation') }),
      at.words('documents:notPresented'),
    );
    await at.hand.write(textbox(at, at.words('documents:absentReason')), said.reason);
    await documents.record('D2');
    await at.page.getByText(at.words('waiting:forOfficer')).waitFor();
    await look(at, 'waiting-undocumented');
    await waiting.referFromDocument();
    await waiting.ask(said.question);
    await waiting.beginAnswer();
    await waiting.hear(said.by, said.answer);
    await waiting.allow('acceptIdentity');
    await waiting.saveAnswer();
    await waiting.toDocuments();
    await at.page.getByText(at.words('waiting:identityKnown')).waitFor();
    await at.hand.press(documents.toDeclaration);
    await signAndSubmit(at);
  },
);

deskTest('an answer that asks for something leaves the case waiting for it', async ({ office }) => {
  const desk = await office.startDesk({ stage: 'laid', applicant: 'resident' });
  const at = await office.openPage(desk);
  const documents = new DocumentsStep(at, applicantAnswers('resident', TODAY), TODAY);
  const waiting = new WaitingPage(at);
  await goTo(at, `#/case/${desk.caseId}/waiting?at="refer-documents"`);
  await at.hand.choose(
    at.page.getByRole('button', { name: new RegExp(`${at.words('waiting:reasonLabel')}$`) }),
    at.words('waiting:reason.procedureUnclear'),
  );
  // Whoever is called away in the middle of a question finds it again.
  const question = textbox(at, at.words('waiting:question'));
  await at.hand.write(question, 'ماذا يلزم من صاحب العمل؟');
  await goTo(at, '#/');
  await goTo(at, `#/case/${desk.caseId}/waiting?at="refer-documents"`);
  await expect.poll(() => question.inputValue()).toBe('ماذا يلزم من صاحب العمل؟');
  await waiting.ask('ماذا يلزم من صاحب العمل؟');
  await goTo(at, '#/');
  await at.page.getByText(at.words('today:due.referred.title'), { exact: true }).waitFor();
  await at.page.getByText('ماذا يلزم من صاحب العمل؟').waitFor();
  await at.hand.press(button(at, at.words('today:due.referred.action')));
  await waiting.beginAnswer();
  await waiting.hear('منال الحارثي', 'يُحضر خطاب إنهاء الخدمة.');
  await waiting.allow('bring');
  await waiting.others('خطاب إنهاء الخدمة');
  await waiting.saveAnswer();
  await waiting.awaited.getByText('خطاب إنهاء الخدمة').waitFor();
  await look(at, 'waiting-bring');
  await waiting.toDocuments();
  await documents.beforeSigning.getByText('خطاب إنهاء الخدمة').waitFor();
  await goTo(at, `#/case/${desk.caseId}/waiting`);
  await waiting.received();
  await at.page.getByText(at.words('waiting:allCame')).waitFor();
  await waiting.toDocuments();
  await at.hand.press(documents.toDeclaration);
  await signAndSubmit(at);
});

/** Each step, the stage of a case that shows it, and where on the spine its referral begins. */
const RAISED: readonly (readonly [Stage, readonly ReferralStep[]])[] = [
  ['welcomed', ['welcome', 'documents']],
  ['interviewed', ['interview']],
  ['matched', ['declaration', 'next']],
  ['submitted', ['next']],
];

describe.each(RAISED)('a case that is %s', (stage, steps) => {
  deskTest('is referred by keyboard from the step that raised the question', async ({ office }) => {
    const desk = await office.startDesk({ stage });
    const at = await office.openPage(desk, { by: 'keyboard' });
    const waiting = new WaitingPage(at);
    for (const step of steps) {
      await goTo(at, `#/case/${desk.caseId}/${step}`);
      await at.hand.press(button(at, at.words('waiting:refer')));
      await at.page.waitForURL((url) => decodeURIComponent(url.hash).includes(`refer-${step}`));
    }
    await at.hand.choose(
      at.page.getByRole('button', { name: new RegExp(`${at.words('waiting:reasonLabel')}$`) }),
      at.words('waiting:reason.procedureUnclear'),
    );
    await waiting.ask('إلى من يُرجع في هذا؟');
    await at.page.getByText(at.words('waiting:openQuestionOnSpine')).waitFor();
    const { events } = await desk.client.cases.get({ caseId: CaseId.parse(desk.caseId) });
    const raised = events.findLast(({ kind }) => kind === 'caseReferred');
    expect(raised?.payload).toMatchObject({ step: steps.at(-1) });
    // Where the question was raised, it is said that it waits for its answer.
    await goTo(at, `#/case/${desk.caseId}/${steps.at(-1)}`);
    await button(at, at.words('waiting:openQuestion')).waitFor();
    await look(at, `waiting-raised-${stage}`);

    // The answer that came is read from the day itself.
    if (stage !== 'welcomed' || raised?.kind !== 'caseReferred') return;
    await desk.client.referral.answer({
      caseId: CaseId.parse(desk.caseId),
      referralId: raised.payload.referralId,
      answeredBy: 'منال الحارثي',
      heard: 'phone',
      answeredOn: '2026-11-23',
      text: 'يُرجع في هذا إلى الدليل',
      outcome: { kind: 'goOn' },
    });
    await goTo(at, '#/');
    await at.page.reload();
    await at.hand.press(button(at, at.words('today:due.answered.action')));
    await at.page.getByText('يُرجع في هذا إلى الدليل').first().waitFor();
  });
});
