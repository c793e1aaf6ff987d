import type { Locator } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { Answer, AnswerPath, PrintedDate } from '#shared/domain/answers/answer.ts';
import { widowAnswersOn, widowDocuments } from '#tests/fixtures/widowDocuments.ts';
import {
  BOTH_AGREE,
  DO_NOT_EXIST,
  gregorian,
  hijri,
  INTL_WRONG,
} from '#tests/unit/calendar/vectors.ts';
import { CaseHead } from './support/caseSteps.ts';
import { TodayPage } from './support/dayPages.ts';
import { button, describedBy, textbox } from './support/deskScreen.ts';
import { deskTest, type OpenedPage } from './support/deskTest.ts';
import { DocumentsStep } from './support/documentsStep.ts';
import { InterviewStep, sectionNamed } from './support/interviewStep.ts';

/**
 * Of the field's list of invalid numbers: what each is told beside its box. Where two neighbours that
 * changed places would explain a wrong check digit, the sentence says so.
 */
const REFUSED_IDS = [
  ['1000000000', 'idChecksum'],
  ['1012345673', 'idChecksum'],
  ['1124356780', 'idChecksum'],
  ['2123556788', 'idChecksum'],
  ['3000000004', 'idForm'],
  ['101234567', 'idForm'],
  ['10123456789', 'idForm'],
  ['1O12345672', 'idForm'],
  ['0012345672', 'idForm'],
] as const;
const CITIZENS = ['1000000008', '1012345672', '1123456780', '1987654322', '١٠١٢٣٤٥٦٧٢'] as const;

const REFUSED_IBANS = [
  ['SA0480000000608010167519', 'ibanChecksum'],
  ['SA0380000000608010167591', 'ibanChecksum'],
  ['SA038000000060801016751', 'ibanLength'],
  ['SA03800000006080101675199', 'ibanLength'],
  ['AE070331234567890123456', 'ibanCountry'],
] as const;
const IBANS = ['SA0380000000608010167519', 'SA2855000000A1234567B890'] as const;

const REFUSED_MOBILES = ['050123456', '05012345678', '0112345678', '+9660501234567'] as const;
const MOBILES = [
  '0501234567',
  '+966501234567',
  '00966501234567',
  '966501234567',
  '501234567',
  '٠٥٠ ١٢٣ ٤٥٦٧',
  '+971501234567',
] as const;

describe('what cannot be is said beside the field, and nothing typed is lost', () => {
  let at: OpenedPage;
  let interview: InterviewStep;

  async function open(section: string): Promise<void> {
    await interview.goTo(sectionNamed(section));
  }

  /** Types into a box and leaves it. */
  async function type(box: Locator, text: string): Promise<void> {
    await box.fill(text);
    await box.blur();
  }

  async function give(path: AnswerPath, value: Extract<Answer, { value: unknown }>['value']) {
    await interview.answer(path, { value });
  }

  deskTest('a case is open at its interview', async ({ day }) => {
    const desk = await day.startDesk({ stage: 'welcomed' });
    at = await day.openPage(desk);
    interview = new InterviewStep(at);
    await at.hand.press(new TodayPage(at).list('drafts').getByRole('button'));
    await new CaseHead(at).go('interview');
  });

  deskTest('numbers of identity', async () => {
    await open('identity');
    await give('residencyType', 'citizen');
    await give('idType', 'nationalId');
    const box = interview.control('idNumber');
    for (const [typed, problem] of REFUSED_IDS) {
      await type(box, typed);
      const said = [problem, ...(problem === 'idChecksum' ? ['idTransposed' as const] : [])];
      const beside = await describedBy(box);
      expect(
        said.some((code) => beside.includes(at.words(`interview:problem.${code}`))),
        `${typed}: ${beside}`,
      ).toBe(true);
      expect(await box.inputValue()).toBe(typed);
    }
    for (const typed of CITIZENS) {
      await type(box, typed);
      expect(await box.getAttribute('aria-invalid'), typed).toBeNull();
    }
  });

  deskTest('a number that the card prints so is taken after a second keying', async () => {
    const box = interview.control('idNumber');
    await type(box, '1012345673');
    const again = textbox(at, at.words('interview:secondKeying.label'));
    await again.fill('1012345637');
    expect(await describedBy(again)).toContain(at.words('interview:secondKeying.differs'));
    await again.fill('1012345673');
    await at.page.getByText(at.words('interview:secondKeying.flagged')).waitFor();
    expect(await box.getAttribute('aria-invalid')).toBeNull();
    await type(box, '1012345672');
    expect(await at.page.getByText(at.words('interview:secondKeying.flagged')).count()).toBe(0);
  });

  deskTest('days that no calendar has', async () => {
    const birth = interview.control('birthDate');
    for (const text of DO_NOT_EXIST) {
      await at.hand.date(birth, hijri(text));
      expect(await describedBy(birth), text).toContain(at.words('interview:problem.dateNoSuchDay'));
      expect(await shownDate(birth)).toBe(text);
      expect(await otherDate(birth)).toBe('');
    }
    await at.hand.date(birth, hijri('01/01/1460'));
    expect(await describedBy(birth)).toContain(at.words('interview:problem.dateInFuture'));
  });

  deskTest('every day of the field’s lists is shown in the other calendar too', async () => {
    const birth = interview.control('birthDate');
    const pairs = [...BOTH_AGREE, ...INTL_WRONG];
    for (const [text, iso] of pairs) {
      await at.hand.date(birth, hijri(text));
      expect(await otherDate(birth), text).toBe(dayText(gregorian(iso)));
    }
    for (const [text, iso] of pairs) {
      await at.hand.date(birth, gregorian(iso));
      expect(await otherDate(birth), iso).toBe(text);
    }
  });

  deskTest('telephones', async () => {
    await open('contactAndAddress');
    const box = interview.control('mobile');
    for (const typed of REFUSED_MOBILES) {
      await type(box, typed);
      expect(await describedBy(box), typed).toContain(at.words('interview:problem.phoneForm'));
    }
    for (const typed of MOBILES) {
      await type(box, typed);
      expect(await box.getAttribute('aria-invalid'), typed).toBeNull();
    }
  });

  deskTest('accounts', async () => {
    await open('paymentAndConsent');
    await give('paymentMethod', 'transfer');
    const box = interview.control('iban');
    for (const [typed, problem] of REFUSED_IBANS) {
      await type(box, typed);
      expect(await describedBy(box), typed).toContain(at.words(`interview:problem.${problem}`));
    }
    for (const typed of IBANS) {
      await type(box, typed);
      expect(await box.getAttribute('aria-invalid'), typed).toBeNull();
      expect(await box.inputValue()).toBe(typed.replace(/(.{4})(?=.)/g, '$1 '));
    }
  });

  deskTest('nothing went wrong meanwhile', async ({ day }) => {
    await day.close();
  });
});

deskTest(
  'a card that has expired is said where it is read, and keeps from signing',
  async ({ office }) => {
    const desk = await office.startDesk({ stage: 'interviewed' });
    const at = await office.openPage(desk);
    await at.hand.press(new TodayPage(at).list('drafts').getByRole('button'));
    const today = '2026-11-23';
    const documents = new DocumentsStep(at, widowAnswersOn(today), today);
    const card = widowDocuments(today)['D1'];
    if (card === undefined) throw new Error('no card');
    await documents.open('D1');
    await documents.read('D1', {
      ...card.readings,
      values: { ...card.readings.values, expiryDate: { value: hijri('03/06/1448') } },
    });
    await documents.record('D1');
    const main = at.page.getByRole('main');
    await main
      .getByText(at.words('documents:validity.expired', { count: 10 }))
      .first()
      .waitFor();
    // The choice between a valid one and grace stands in the place of the note.
    await main.getByText('انتهت صلاحية الهوية الوطنية').waitFor();
    await documents.beforeSigning
      .getByText(at.words('caseFrame:blockers.documentInvalid'))
      .waitFor();
    await new CaseHead(at).go('declaration');
    expect(await button(at, at.words('declaration:sign')).isEnabled()).toBe(false);
  },
);

/** What stands in the three boxes. */
async function shownDate(group: Locator): Promise<string> {
  const boxes = await group.getByRole('textbox').all();
  return (await Promise.all(boxes.map((box) => box.inputValue()))).join('/');
}

/** The digits of the same day in the other calendar; empty when none is shown. */
async function otherDate(group: Locator): Promise<string> {
  const [text = ''] = await group.getByRole('status').allTextContents();
  return /\d{2}\/\d{2}\/\d{4}/.exec(text)?.[0] ?? '';
}

function dayText({ day, month, year }: PrintedDate): string {
  return `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`;
}
