import type { Locator } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { Language, Verdict } from '#shared/domain/case/vocabulary.ts';
import { CaseId } from '#shared/domain/identity.ts';
import { type Applicant, applicantAnswers } from '#tests/fixtures/applicants.ts';
import { readCase } from '#tests/integration/desk/support/widowCase.ts';
import { button, describedBy } from './support/deskScreen.ts';
import { deskTest, type Office, type OpenedPage } from './support/deskTest.ts';
import { DocumentsStep } from './support/documentsStep.ts';
import { answer, controlOf } from './support/formHand.ts';
import { InterviewStep, sectionNamed } from './support/interviewStep.ts';
import { accessibilityFaults, settle, sidewaysFaults, takePicture } from './support/looks.ts';
import { SUPPORT_REQUEST } from './support/referenceData.ts';

const TODAY = '2026-11-23';
const ZONE = ['P<IDNSETIAWAN<<BUDI<HARTONO', 'A1234567<6IDN6103143M3105010<<<<<<<<<<<<<<02'];
/** What a woman is asked who has not made the pilgrimage that she owes. */
const HAJJ = [
  ['type', 'obligatoryHajj'],
  ['quantity', 1],
  ['urgency', 'soon'],
  ['reason', 'لم تحج من قبل، ولا تملك نفقة الحج، ويصحبها ابنها.'],
  ['performedHajjBefore', false],
  ['mahram', 'son'],
  ['fitToTravel', true],
  ['idValidBeyondHajj', true],
  ['ownMobile', true],
] as const;
const LANGUAGES: readonly Language[] = ['ar', 'en'];

interface AtDocuments {
  readonly at: OpenedPage;
  readonly documents: DocumentsStep;
  /** The control of a reading of the open document. */
  reading(document: string, name: string): Locator;
  /** How many rows of a document's table stand with this verdict. */
  verdicts(document: string, verdict: Verdict): Promise<number>;
}

async function toDocuments(
  office: Office,
  language: Language,
  applicant: Applicant,
  stage: 'interviewed' | 'matched',
): Promise<AtDocuments> {
  const desk = await office.startDesk({ language, stage, applicant });
  const at = await office.openPage(desk, { language });
  await at.page.evaluate((place) => {
    location.hash = place;
  }, `#/case/${desk.caseId}/documents`);
  const documents = new DocumentsStep(at, applicantAnswers(applicant, TODAY), TODAY);
  return {
    at,
    documents,
    reading: (document, name) => {
      const field = documents.document(document).form.fieldByName.get(name);
      if (field === undefined) throw new Error(`no reading ${name}`);
      return controlOf(at, field);
    },
    verdicts: (document, verdict) =>
      documents
        .table(document)
        .getByText(at.words(`matching:verdict.${verdict}`), { exact: true })
        .count(),
  };
}

describe.each(LANGUAGES)('in %s', (language) => {
  deskTest('a stranded pilgrim, by the lines of his passport', async ({ office }) => {
    const { at, documents, reading, verdicts } = await toDocuments(
      office,
      language,
      'strandedPilgrim',
      'interviewed',
    );
    expect(documents.needed.map(({ documentKey }) => documentKey)).toEqual([
      'D3',
      'D4',
      'D22',
      'D24',
    ]);
    await documents.open('D3');
    await at.hand.write(reading('D3', 'mrz'), ZONE.join('\n'));
    await at.hand.press(
      at.page.getByRole('region', { name: at.words('documents:zone.title') }).getByRole('button'),
    );
    await documents.read('D3', { values: {}, rows: {} });
    await documents.record('D3');
    await expect.poll(() => verdicts('D3', 'mismatch')).toBe(0);
    expect(await verdicts('D3', 'match')).toBeGreaterThanOrEqual(9);
    await settle(at.page);
    await takePicture(at.page, `pilgrim-D3.${language}`);
    expect(await accessibilityFaults(at.page)).toEqual([]);
    expect(await sidewaysFaults(at.page)).toEqual([]);
    const leaves = applicantAnswers('strandedPilgrim', TODAY).values['departureDate'];
    if (leaves === undefined) throw new Error('no day of departure');
    await documents.open('D4');
    await documents.read('D4', {
      values: { visaNo: { value: '6057123456' }, stayUntil: leaves, departureDate: leaves },
      rows: {},
    });
    await documents.record('D4');
    await expect.poll(() => verdicts('D4', 'match')).toBe(3);
    await documents.open('D24');
    await documents.read('D24', {
      values: {
        number: { value: 'T-77' },
        departureDate: leaves,
        issueDate: { value: { calendar: 'gregorian', year: 2026, month: 10, day: 2 } },
      },
      rows: {},
    });
    await documents.record('D24');
    await expect.poll(() => verdicts('D24', 'match')).toBeGreaterThanOrEqual(1);
  });

  deskTest('relief of a debt, within what is tolerated and beyond it', async ({ office }) => {
    const { at, documents, reading, verdicts } = await toDocuments(
      office,
      language,
      'debtor',
      'interviewed',
    );
    await documents.open('D18');
    await documents.read('D18', {
      values: {
        number: { value: '991' },
        creditor: { value: 'شركة اليسر للتمويل' },
        // SAR 50,200 were stated: SAR 200 are within one percent.
        outstanding: { value: 5_000_000 },
        issueDate: { value: { calendar: 'gregorian', year: 2026, month: 11, day: 2 } },
      },
      rows: {},
    });
    await documents.record('D18');
    await expect.poll(() => verdicts('D18', 'matchWithTolerance')).toBe(1);
    await settle(at.page);
    await takePicture(at.page, `debt-D18.${language}`);
    expect(await accessibilityFaults(at.page)).toEqual([]);
    // Why it is tolerated stands beside the verdict, in riyals.
    await documents
      .table('D18')
      .getByText(/200.*500/)
      .waitFor();
    await at.hand.press(button(at, at.words('documents:readAgain')));
    // SAR 700 are beyond one percent of SAR 49,500.
    await at.hand.write(reading('D18', 'outstanding'), '49500');
    await at.hand.press(button(at, at.words('documents:recordAgain')));
    await expect.poll(() => verdicts('D18', 'mismatch')).toBe(1);
  });

  deskTest(
    'the pilgrimage that is owed, with all that it asks, by keyboard',
    async ({ office }) => {
      const desk = await office.startDesk({ language, stage: 'interviewed' });
      const at = await office.openPage(desk, { language, by: 'keyboard' });
      await at.page.evaluate((place) => {
        location.hash = place;
      }, `#/case/${desk.caseId}/interview`);
      const interview = new InterviewStep(at);
      await interview.goTo(sectionNamed('support'));
      const row = await interview.addRow('supportItems');
      for (const [name, value] of HAJJ) {
        const field = SUPPORT_REQUEST.fieldByName.get(`supportItems/${name}`);
        if (field === undefined) throw new Error(`no field ${name}`);
        if (name === 'mahram') {
          // She travels with somebody: the request is not complete before it is said who he is.
          await interview.missing.getByText(field.label[language]).first().waitFor();
          await settle(at.page);
          await takePicture(at.page, `hajj.${language}`);
          expect(await accessibilityFaults(at.page)).toEqual([]);
          expect(await sidewaysFaults(at.page)).toEqual([]);
        }
        await answer(at, field, { value }, row);
      }
      await interview.goTo(sectionNamed('identity'));
      const { state, assessment } = await readCase(desk.client, CaseId.parse(desk.caseId));
      const [rowId = ''] = state.answers.rows['supportItems']?.slice(-1) ?? [];
      for (const [name, value] of HAJJ) {
        expect(state.answers.values[`supportItems/${rowId}/${name}`]).toEqual({ value });
      }
      const support = assessment.evaluation.sections.find(
        ({ section }) => section.name === 'support',
      );
      expect(support?.state).toBe('complete');
    },
  );

  deskTest('a family of twelve: ids as a set, and cards from fifteen on', async ({ office }) => {
    const { at, documents, verdicts } = await toDocuments(
      office,
      language,
      'largeFamily',
      'matched',
    );
    const cards = documents.needed.filter(({ type }) => type === 'D6');
    // The mother and the four who are fifteen or older.
    expect(cards).toHaveLength(5);
    await documents.open('D5');
    await documents.table('D5').waitFor();
    // Thirteen members, their set, and the applicant who is the head.
    await expect.poll(() => verdicts('D5', 'match')).toBeGreaterThanOrEqual(14);
    expect(await verdicts('D5', 'mismatch')).toBe(0);
    await settle(at.page);
    await takePicture(at.page, `twelve-D5.${language}`);
    expect(await sidewaysFaults(at.page)).toEqual([]);
  });
});

deskTest(
  'thirty children, a name without end, mixed letters and pasted marks',
  async ({ office }) => {
    const desk = await office.startDesk({ stage: 'welcomed' });
    const at = await office.openPage(desk);
    const { page } = at;
    await page.evaluate((place) => {
      location.hash = place;
    }, `#/case/${desk.caseId}/interview`);
    const interview = new InterviewStep(at);
    const long = 'عبدالرحمن '.repeat(50).trim();

    await interview.goTo(sectionNamed('identity'));
    const first = interview.control('nameFirst');
    await first.fill(long);
    await first.blur();
    expect(await describedBy(first)).toContain(at.words('interview:problem.tooLong', { most: 60 }));
    await first.fill('نورة Noura');
    await first.blur();
    expect(await describedBy(first)).toContain(at.words('interview:problem.arabicNameForm'));
    // As a message or a web page hands it over: wrapped in marks that nobody sees.
    const family = interview.control('nameFamily');
    await family.focus();
    await page.keyboard.insertText('\u202bالسبيعي\u200f\u202c');
    await family.blur();
    expect(await family.getAttribute('aria-invalid')).toBeNull();
    expect(await family.inputValue()).toBe('السبيعي');

    await interview.goTo(sectionNamed('household'));
    for (let child = 0; child < 30; child += 1) await interview.addRow('family');
    const region = page.getByRole('region', {
      name: 'أفراد الأسرة',
      exact: true,
    });
    const name = region.getByRole('textbox').first();
    await name.fill(long);
    await name.blur();
    await expect
      .poll(() => interview.tableOf('family').getByRole('row').count())
      .toBeGreaterThan(30);
    await settle(page);
    await takePicture(page, 'thirty-children.ar');
    expect(await sidewaysFaults(page)).toEqual([]);
    await interview.goTo(sectionNamed('identity'));
    await page.reload();
    expect(await interview.control('nameFirst').inputValue()).toBe('نورة Noura');
    await interview.goTo(sectionNamed('household'));
    await interview.tableOf('family').waitFor();
    await expect
      .poll(() => interview.tableOf('family').getByText(long.slice(0, 40)).count())
      .toBeGreaterThan(0);
  },
);
