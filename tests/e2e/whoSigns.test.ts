import { describe, expect } from 'vitest';
import { Language, SpokenLanguage } from '#shared/domain/case/vocabulary.ts';
import { applicantName } from '#shared/domain/case/whoSigns.ts';
import { AGENT, GUARDIAN } from '#tests/fixtures/actingApplicants.ts';
import { type Applicant, applicantAnswers } from '#tests/fixtures/applicants.ts';
import { pngOf } from '#tests/fixtures/scanFiles.ts';
import { TodayPage } from './support/dayPages.ts';
import { button, type DeskScreen, describedBy, refusal, textbox } from './support/deskScreen.ts';
import { deskTest } from './support/deskTest.ts';
import { DocumentsStep } from './support/documentsStep.ts';
import { DeclarationStep, NextStep, PaperPage } from './support/lastSteps.ts';
import {
  accessibilityFaults,
  printedPages,
  settle,
  sidewaysFaults,
  takePicture,
  wear,
} from './support/looks.ts';
import { hasWords } from './support/pdfPages.ts';
import { TEXTS } from './support/referenceData.ts';
import { ScanPanel } from './support/scanPanel.ts';
import type { RunningDesk } from './support/startDesk.ts';

const TODAY = '2026-11-23';
const WITNESS = { name: 'صالح محمد الزهراني', idNumber: '1123456780' };
const SHELF = 'الخزانة 2، الملف 14';
const OTHER_SHELF = 'الخزانة 5، الملف 3';
/** In pixels: two lines of controls are higher. */
const ONE_LINE = 72;
const PATIENCE_MS = 120_000;

async function goTo(at: DeskScreen, desk: RunningDesk, place: string): Promise<void> {
  await at.page.evaluate((hash) => {
    location.hash = hash;
  }, `#/case/${desk.caseId}/${place}`);
  await at.page.getByRole('heading', { level: 1 }).first().waitFor();
}

/** What is wrong with what stands on the page; its picture is kept. */
async function look(at: DeskScreen, name: string): Promise<readonly string[]> {
  await wear(at.page, 'light');
  await settle(at.page);
  await takePicture(at.page, `${name}.${at.language}`);
  return [...(await accessibilityFaults(at.page)), ...(await sidewaysFaults(at.page))];
}

/** From the sealed declaration to the papers, each as the printer would have it. */
async function submitAndPrint(
  at: DeskScreen,
  desk: RunningDesk,
  name: string,
): Promise<{ readonly receipt: readonly string[]; readonly declaration: readonly string[] }> {
  await new DeclarationStep(at).goOn();
  const next = new NextStep(at);
  await next.toldAndUnderstood();
  await next.submit();
  const printed = async (paper: 'N1' | 'N3') => {
    await goTo(at, desk, paper);
    await new PaperPage(at).title(paper).waitFor();
    return printedPages(at.page, `${name}-${paper}.${at.language}`);
  };
  return { receipt: await printed('N1'), declaration: await printed('N3') };
}

async function barHeight({ page }: DeskScreen): Promise<number> {
  const box = await page.getByRole('banner').boundingBox();
  return box?.height ?? Number.POSITIVE_INFINITY;
}

function lastOf(pages: readonly string[]): string {
  return pages.at(-1) ?? '';
}

function fullName(applicant: Applicant): string {
  return applicantName({ answers: applicantAnswers(applicant, TODAY) }) ?? '';
}

describe.each(Language.options)('who signs, in %s', (language) => {
  const isWhole = language === 'ar';

  deskTest(
    'an old man presses his thumb before a witness, by keyboard alone',
    async ({ office }) => {
      const desk = await office.startDesk({
        language,
        stage: 'matched',
        applicant: 'elderlyCitizen',
      });
      const at = await office.openPage(desk, { language, by: 'keyboard' });
      await goTo(at, desk, 'declaration');
      const declaration = new DeclarationStep(at);
      await declaration.readIn(language);
      await declaration.confirmRead();
      await declaration.signBy('thumb');
      const asks = () => describedBy(declaration.signButton);
      await expect.poll(asks).toContain(at.words('declaration:gap.thumbBlank'));
      await at.hand.sign(declaration.padOf('thumb'));
      await expect.poll(asks).toContain(at.words('declaration:gap.witnessMissing'));
      await at.hand.write(declaration.box('witnessName'), WITNESS.name);
      // His own id: nobody is a witness of himself.
      await at.hand.write(declaration.box('witnessId'), '1012345672');
      await expect.poll(asks).toContain(at.words('declaration:gap.witnessBlank'));
      await at.hand.sign(declaration.padOf('witness'));
      expect(await look(at, 'whoSigns-thumb')).toEqual([]);
      await at.hand.press(declaration.signButton);
      await refusal(at, at.words('errors:witnessUnfit')).waitFor();
      await at.hand.write(declaration.box('witnessId'), WITNESS.idNumber);
      await declaration.sign();
      const seen = at.words('declaration:witnessWords.idNumber', {
        name: WITNESS.name,
        idNumber: isolated(WITNESS.idNumber),
      });
      await expect.poll(() => declaration.sealed.innerText()).toContain(seen);
      expect(await look(at, 'whoSigns-thumb-sealed')).toEqual([]);
      if (!isWhole) return;
      const papers = await submitAndPrint(at, desk, 'whoSigns-thumb');
      expect(papers.receipt).toHaveLength(1);
      expect(hasWords(lastOf(papers.declaration), WITNESS.name)).toBe(true);
    },
    PATIENCE_MS,
  );

  deskTest(
    'the guardian of orphans signs by his deed',
    async ({ office }) => {
      const desk = await office.startDesk({ language, stage: 'matched', applicant: 'orphan' });
      const at = await office.openPage(desk, { language });
      await goTo(at, desk, 'declaration');
      const declaration = new DeclarationStep(at);
      for (const spoken of SpokenLanguage.options) {
        await declaration.readIn(spoken);
        // Title, languages and line of safety stay beside each other, whatever the title is called.
        await expect.poll(() => barHeight(at)).toBeLessThan(ONE_LINE);
      }
      await declaration.readIn(language);
      const guardian = at.words('declaration:acting.guardian', {
        person: fullName('orphan'),
        number: isolated('440219871'),
        idNumber: isolated(GUARDIAN.idNumber),
        relationship: isWhole ? 'عم أو خال' : 'Uncle',
      });
      await declaration.signs(guardian).waitFor();
      expect(await look(at, 'whoSigns-guardian')).toEqual([]);
      await declaration.confirmRead();
      await declaration.draw();
      await declaration.sign();
      await expect.poll(() => declaration.sealed.innerText()).toContain(guardian);
      expect(await look(at, 'whoSigns-guardian-sealed')).toEqual([]);
      if (!isWhole) return;
      const papers = await submitAndPrint(at, desk, 'whoSigns-guardian');
      expect(papers.receipt).toHaveLength(1);
      expect(hasWords(lastOf(papers.declaration), GUARDIAN.name)).toBe(true);
    },
    PATIENCE_MS,
  );

  deskTest(
    'an agent whose deed has lapsed is told what to do, brings it renewed, and signs',
    async ({ office }) => {
      const desk = await office.startDesk({
        language,
        stage: 'laid',
        applicant: 'represented',
        deedEndsIn: -3,
      });
      const at = await office.openPage(desk, { language });
      await goTo(at, desk, 'declaration');
      const declaration = new DeclarationStep(at);
      await declaration.readIn(language);
      await at.page.getByText(at.words('caseFrame:blockers.authorityLapsed')).first().waitFor();
      expect(await declaration.pad.count()).toBe(0);
      expect(await declaration.signButton.isEnabled()).toBe(false);
      expect(await look(at, 'whoSigns-lapsed')).toEqual([]);
      await goTo(at, desk, 'documents?at=%22D21%22');
      const documents = new DocumentsStep(at, applicantAnswers('represented', TODAY), TODAY);
      await documents.heading('D21').waitFor();
      expect(await look(at, 'whoSigns-lapsed-deed')).toEqual([]);
      await documents.readAgain('D21', {
        rows: {},
        values: { expiryDate: { value: { calendar: 'hijri', year: 1450, month: 1, day: 1 } } },
      });
      await at.hand.press(documents.toDeclaration);
      await declaration.readIn(language);
      await declaration.confirmRead();
      await declaration.draw();
      expect(await look(at, 'whoSigns-agent')).toEqual([]);
      await declaration.sign();
      const agent = at.words('declaration:acting.agent', {
        person: fullName('represented'),
        number: isolated('441122334'),
        idNumber: isolated(AGENT.idNumber),
        scope: isWhole ? 'وكالة عامة' : 'General',
      });
      await expect.poll(() => declaration.sealed.innerText()).toContain(agent);
      if (!isWhole) return;
      const papers = await submitAndPrint(at, desk, 'whoSigns-agent');
      expect(hasWords(lastOf(papers.declaration), AGENT.name)).toBe(true);
    },
    PATIENCE_MS,
  );

  deskTest(
    'a paper is printed, signed in ink, put in its place, and its picture bound to the seal, by keyboard alone',
    async ({ office }) => {
      const desk = await office.startDesk({ language, stage: 'matched' });
      const at = await office.openPage(desk, { language, by: 'keyboard' });
      await goTo(at, desk, 'declaration');
      const declaration = new DeclarationStep(at);
      await declaration.readIn(language);
      await declaration.confirmRead();
      await declaration.signOn('paperOriginal');
      const asks = () => describedBy(declaration.signButton);
      await expect.poll(asks).toContain(at.words('declaration:gap.paperNotPrinted'));
      await at.hand.press(declaration.toPaper);
      const paper = new PaperPage(at);
      await paper.title('N3').waitFor();
      await paper.print();
      await paper.copy(1).waitFor();
      await goTo(at, desk, 'declaration');
      await declaration.readIn(language);
      await declaration.confirmRead();
      // That it is signed on paper was kept while the paper was printed.
      await expect.poll(asks).toContain(at.words('declaration:gap.shelfMissing'));
      await at.hand.write(declaration.box('shelf'), SHELF);
      expect(await look(at, 'whoSigns-paper')).toEqual([]);
      await declaration.sign();
      await expect.poll(() => declaration.sealed.innerText()).toContain(SHELF);
      const level = at.words('declaration:levelShort.paperOriginal.handwriting');
      expect(await declaration.sealed.innerText()).toContain(level);
      expect(await look(at, 'whoSigns-paper-sealed')).toEqual([]);
      if (!isWhole) return;
      const papers = await submitAndPrint(at, desk, 'whoSigns-paper');
      expect(hasWords(papers.declaration.join('\n'), 'الخزانة الملف')).toBe(true);

      await goTo(at, desk, 'next');
      await button(at, at.words('signedPaper:bannerGo')).waitFor();
      await new TodayPage(at).open();
      await at.hand.press(button(at, at.words('today:due.signedPaper.action')));
      const sheet = new ScanPanel(at, 'signedPaper');
      await sheet.panel.waitFor();
      await sheet.choose({ name: 'n3.jpg', type: 'image/jpeg', bytes: Buffer.from('no picture') });
      await refusal(at, at.words('scans:problem.otherKind')).waitFor();
      const signed = pngOf(90, 120, (x, y) => (x === y ? [0, 0, 128] : [255, 255, 255]));
      await sheet.choose({ name: 'n3.png', type: 'image/png', bytes: signed });
      await sheet.preview.waitFor();
      const keep = button(at, at.words('scans:preview.keep'));
      expect(await describedBy(keep)).toContain(at.words('signedPaper:notCompared'));
      await at.hand.press(sheet.preview.getByRole('checkbox'));
      await at.hand.write(textbox(at, at.words('signedPaper:shelf')), OTHER_SHELF);
      expect(await look(at, 'whoSigns-paper-preview')).toEqual([]);
      await sheet.keep();
      await expect.poll(() => sheet.panel.innerText()).toContain(OTHER_SHELF);
      await sheet.picture();
      expect(await look(at, 'whoSigns-paper-bound')).toEqual([]);
      // The same file once more is no other sheet.
      await sheet.choose({ name: 'n3.png', type: 'image/png', bytes: signed });
      await at.hand.press(sheet.preview.getByRole('checkbox'));
      await at.hand.press(keep);
      await refusal(at, at.words('errors:paperScanTwice')).waitFor();
    },
    PATIENCE_MS,
  );

  deskTest(
    'a resident hears and signs in Urdu, with an interpreter',
    async ({ office }) => {
      const desk = await office.startDesk({ language, stage: 'matched', applicant: 'urduSpeaker' });
      const at = await office.openPage(desk, { language });
      await goTo(at, desk, 'declaration');
      const declaration = new DeclarationStep(at, 'ur');
      await declaration.text.first().waitFor();
      expect(await directionsOf(at, TEXTS.declaration.text.ur)).toEqual(['rtl']);
      await declaration.confirmRead();
      await declaration.draw();
      const asks = () => describedBy(declaration.signButton);
      await expect.poll(asks).toContain(at.words('declaration:gap.interpreterMissing'));
      await at.hand.write(declaration.box('interpreterName'), 'سليم أحمد');
      await expect.poll(asks).toContain(at.words('declaration:gap.interpreterUnaffirmed'));
      const [affirmation = ''] = TEXTS.declaration.interpreterStatement[language].split('{');
      await at.hand.press(at.page.getByRole('checkbox', { name: affirmation.trim() }));
      expect(await look(at, 'whoSigns-urdu')).toEqual([]);
      await declaration.sign();
      expect(await look(at, 'whoSigns-urdu-sealed')).toEqual([]);
      await declaration.goOn();
      const said = at.page.locator('[data-promise][lang="ur"][dir="rtl"]');
      await said.waitFor();
      // Two weeks after 23 November 2026, in Urdu's own words for day and month.
      expect(await said.innerText()).toContain('دسمبر 2026ء');
      expect(await look(at, 'whoSigns-urdu-next')).toEqual([]);
      if (!isWhole) return;
      await goTo(at, desk, 'declaration');
      const papers = await submitAndPrint(at, desk, 'whoSigns-urdu');
      expect(papers.receipt).toHaveLength(1);
      expect(papers.receipt.join()).toContain('2026');
      expect(hasWords(lastOf(papers.declaration), 'سليم أحمد')).toBe(true);
    },
    PATIENCE_MS,
  );
});

/** In which directions the elements stand that carry these words. */
async function directionsOf(at: DeskScreen, words: string): Promise<readonly string[]> {
  const found = at.page.locator('[lang="ur"]').filter({ hasText: words });
  const directions = await found.evaluateAll((elements) =>
    elements.map((element) => getComputedStyle(element).direction),
  );
  return [...new Set(directions)];
}

/** As the screens set a number apart from the direction of a sentence. */
function isolated(text: string): string {
  return `\u2066${text}\u2069`;
}
