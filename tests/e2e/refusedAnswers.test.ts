import type { Locator } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { Answer, AnswerPath, PrintedDate } from '#shared/domain/answers/answer.ts';
import { TYPED_VECTORS } from '#tests/fixtures/typedVectors.ts';
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
    await open('identity');
    // Work is asked of whoever is of age for it.
    await at.hand.date(interview.control('birthDate'), hijri('01/07/1400'));
  });

  for (const { name, section, field, asked, taken, refused } of TYPED_VECTORS) {
    deskTest(name, async () => {
      await open(section);
      for (const [path, value] of asked) await give(path, value);
      const box = interview.control(field);
      for (const [typed, problem] of refused) {
        await type(box, typed);
        expect(await describedBy(box), typed).toContain(at.words(`interview:problem.${problem}`));
        // Spaces may set it apart in groups; of what was typed nothing is lost.
        expect((await box.inputValue()).replaceAll(' ', '')).toBe(typed);
      }
      for (const [typed, , shown] of taken) {
        await type(box, typed);
        expect(await box.getAttribute('aria-invalid'), typed).toBeNull();
        if (shown !== undefined) expect(await box.inputValue()).toBe(shown);
      }
    });
  }

  deskTest('a number that the card prints so is taken after a second keying', async () => {
    await open('identity');
    await give('residencyType', 'citizen');
    await give('idType', 'nationalId');
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
    // Digits as an Arabic keyboard types them are the same digits.
    await birth.getByRole('textbox').first().click();
    await at.page.keyboard.type('٢٥٠٨١٤٤٦');
    expect(await shownDate(birth)).toBe('25/08/1446');
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
