import { describe, expect } from 'vitest';
import type { AnswerSet } from '#shared/domain/answers/answer.ts';
import type { Language } from '#shared/domain/case/vocabulary.ts';
import type { Field } from '#shared/domain/questionnaire/model.ts';
import { CaseHead } from './support/caseSteps.ts';
import { TodayPage } from './support/dayPages.ts';
import { deskTest } from './support/deskTest.ts';
import { DocumentsStep } from './support/documentsStep.ts';
import { controlOf } from './support/formHand.ts';
import { InterviewStep, sectionNamed } from './support/interviewStep.ts';
import { accessibilityFaults, settle, sidewaysFaults, takePicture } from './support/looks.ts';

const TODAY = '2026-11-23';
const PILGRIM: AnswerSet = {
  values: { residencyType: { value: 'pilgrim' }, idType: { value: 'passport' } },
  rows: {},
};
/** As a reader sends it or a hand types it: small letters, Eastern digits, a line end of two signs. */
const TYPED = ['p<idnsetiawan<<budi<hartono', 'a1234567<6idn6103143m3105010<<<<<<<<<<<<<<٠٢'];
const KEPT = 'P<IDNSETIAWAN<<BUDI<HARTONO\nA1234567<6IDN6103143M3105010<<<<<<<<<<<<<<02';

describe.each<Language>(['ar', 'en'])('the lines of a passport, by keyboard, in %s', (language) => {
  deskTest('are read as they are typed, and fill what is empty', async ({ office }) => {
    const desk = await office.startDesk({ language, stage: 'welcomed' });
    const at = await office.openPage(desk, { language, by: 'keyboard' });
    const { page, words, hand } = at;
    await hand.press(new TodayPage(at).list('drafts').getByRole('button'));
    await new CaseHead(at).go('interview');
    const interview = new InterviewStep(at);
    await interview.goTo(sectionNamed('identity'));
    for (const path of ['residencyType', 'idType']) {
      const given = PILGRIM.values[path];
      if (given !== undefined) await interview.answer(path, given);
    }
    await new CaseHead(at).go('documents');
    const documents = new DocumentsStep(at, PILGRIM, TODAY);
    await documents.open('D3');
    const { form } = documents.document('D3');
    const control = (name: string) => controlOf(at, fieldOf(form.fieldByName, name));

    await hand.write(control('passportNo'), 'A1234568');
    const lines = control('mrz');
    await hand.write(lines, '');
    for (const [index, line] of TYPED.entries()) {
      if (index > 0) await page.keyboard.press('Enter');
      await page.keyboard.type(line, { delay: 45 });
    }
    await page.keyboard.press('Enter');
    expect((await lines.inputValue()).trim()).toBe(KEPT);
    expect(await lines.evaluate((box) => getComputedStyle(box).direction)).toBe('ltr');

    const read = page.getByRole('region', { name: words('documents:zone.title') });
    await read.getByText('BUDI HARTONO SETIAWAN').waitFor();
    expect(await read.getByText(words('documents:zone.digit.ok'), { exact: true }).count()).toBe(3);
    const how = page.getByRole('radiogroup', {
      name: fieldOf(form.fieldByName, 'mrzReadBy').label[language],
    });
    await expect.poll(() => how.getByRole('radio').first().isChecked()).toBe(true);
    await settle(page);
    await read.scrollIntoViewIfNeeded();
    await takePicture(page, `passport-lines-${language}`);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await sidewaysFaults(page)).toEqual([]);

    await hand.press(read.getByRole('button'));
    // What was read from the page above the lines is not written over.
    expect(await control('passportNo').inputValue()).toBe('A1234568');
    expect(await control('nameLatin').inputValue()).toBe('BUDI HARTONO SETIAWAN');
    expect(await control('nationality').inputValue()).toBe('IDN');
    const year = (name: string) => control(name).getByRole('textbox').last().inputValue();
    expect([await year('birthDate'), await year('expiryDate')]).toEqual(['1961', '2031']);
    expect(await control('nameLatin').evaluate((box) => box === document.activeElement)).toBe(true);
    expect(await read.getByRole('button').count()).toBe(0);

    await hand.write(lines, KEPT.replace('6103143', '6103153'));
    await read.getByText(words('documents:zone.digit.wrong'), { exact: true }).waitFor();
    await read.scrollIntoViewIfNeeded();
    await takePicture(page, `passport-lines-slip-${language}`);
    expect(at.watched.problems()).toEqual([]);
  });
});

function fieldOf(fields: ReadonlyMap<string, Field>, name: string): Field {
  const field = fields.get(name);
  if (field === undefined) throw new Error(`no reading ${name}`);
  return field;
}
