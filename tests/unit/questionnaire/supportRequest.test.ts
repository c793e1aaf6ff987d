import { describe, expect, test } from 'vitest';
import source from '#resources/questionnaires/support-request.v1.json' with { type: 'json' };
import type { Answer, AnswerSet, AnswerValue } from '#shared/domain/answers/answer.ts';
import { ContactChannel, InitiatedBy } from '#shared/domain/case/vocabulary.ts';
import { evaluate } from '#shared/domain/questionnaire/evaluate.ts';
import { isVisibleTo } from '#shared/domain/questionnaire/fields.ts';
import { parseQuestionnaire } from '#shared/domain/questionnaire/parseQuestionnaire.ts';
import { availableChoices, validateAnswer } from '#shared/domain/questionnaire/validateAnswer.ts';
import { WIDOW_TODAY, widowAnswers } from '#tests/fixtures/widow.ts';
import { answersOf } from './volunteering.ts';

const form = parseQuestionnaire(source);
const context = { today: WIDOW_TODAY };
const see = (answers: AnswerSet) => evaluate(form, answers, context);

function widowWith(values: Readonly<Record<string, AnswerValue | Answer>>): AnswerSet {
  const widow = widowAnswers();
  const answers = Object.entries(values).map(([path, value]): [string, Answer] => [
    path,
    typeof value === 'object' && ('nonAnswer' in value || 'value' in value) ? value : { value },
  ]);
  return { ...widow, values: { ...widow.values, ...Object.fromEntries(answers) } };
}

/** Which of these names are relevant and required when only the given answers stand. */
function asked(values: Readonly<Record<string, AnswerValue>>, names: readonly string[]) {
  const { paths } = see(answersOf(values));
  return names.filter((name) => paths.get(name)?.relevant);
}

describe('the form', () => {
  test('has the sections of the policy in order', () => {
    expect(form.sections.map(({ letter }) => letter?.en).join('')).toBe('ABCDEFGHIJ');
    expect(form.sections.map(({ letter }) => letter?.ar)).toEqual([
      'أ',
      'ب',
      'ج',
      'د',
      'هـ',
      'و',
      'ز',
      'ح',
      'ط',
      'ي',
    ]);
  });

  test('has every numbered field of its sections', () => {
    const numbers = new Set([...form.fieldByName.values()].map((field) => field.number));
    const expected = [...Array.from({ length: 97 }, (_, index) => index + 1), 99, 100].map(String);
    expect(expected.filter((number) => !numbers.has(number))).toEqual([]);
    expect(form.repeatByPath.get('supportItems')?.number).toBe('98');
  });

  test('agrees with the words of the case', () => {
    const names = (list: string) => form.choiceLists.get(list)?.choices.map(({ name }) => name);
    expect(names('channels')).toEqual(ContactChannel.options);
    expect(names('initiators')).toEqual(InitiatedBy.options);
    expect(names('regions')).toHaveLength(13);
    expect(names('supportTypes')).toHaveLength(13);
    expect(names('nationalities')).toHaveLength(250);
    expect(names('nationalities')?.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true);
  });

  test('does not ask for the tribe, and hides the unknown parentage from the branch', () => {
    const labels = JSON.stringify(source);
    expect(labels).not.toMatch(/قبيل|tribe/i);
    const field = form.fieldByName.get('unknownParentage');
    expect(field && isVisibleTo(field, ['representative'])).toBe(false);
    expect(field && isVisibleTo(field, ['socialResearchOfficer'])).toBe(true);
    expect(field).toMatchObject({ restricted: true, sensitive: true });
  });
});

describe('the widow', () => {
  test('is complete in every section', () => {
    const evaluation = see(widowAnswers());
    expect(evaluation.missing).toEqual([]);
    expect(evaluation.problems).toEqual([]);
    expect(evaluation.sections.map(({ state }) => state)).toEqual(
      form.sections.map(() => 'complete'),
    );
    expect(evaluation.complete).toBe(true);
    const known = (path: string) => evaluation.paths.get(path)?.relevant;
    expect(Object.keys(widowAnswers().values).filter((path) => !known(path))).toEqual([]);
  });

  test('has her totals in halalas', () => {
    const { paths } = see(widowAnswers());
    const value = (name: string) => paths.get(name)?.value;
    expect(value('householdSize')).toBe(4);
    expect(value('familyIncome')).toBe(100_000);
    expect(value('applicantIncome')).toBe(132_000);
    expect(value('incomeTotal')).toBe(232_000);
    expect(value('perCapitaIncome')).toBe(58_000);
    expect(value('monthlyRent')).toBe(150_000);
    expect(value('expenseTotal')).toBe(340_000);
    expect(value('perCapitaNet')).toBe(20_500);
  });

  test.each(
    [...Object.keys(widowAnswers().values)].filter(
      (path) => see(widowAnswers()).paths.get(path)?.required,
    ),
  )('without %s something is missing', (path) => {
    const widow = widowAnswers();
    const values = Object.fromEntries(Object.entries(widow.values).filter(([key]) => key !== path));
    expect(see({ ...widow, values }).complete).toBe(false);
  });

  test('a wrong checksum blocks until it is keyed again as printed, and is flagged then', () => {
    const typed = see(widowWith({ 'family/r1/idNumber': '1124356780' }));
    expect(typed.problems).toMatchObject([{ code: 'idTransposed', blocking: true }]);
    expect(typed.rows.get('family/r1')?.state).toBe('blocked');
    const printed = see(
      widowWith({ 'family/r1/idNumber': { value: '1124356780', asPrinted: true } }),
    );
    expect(printed.flags).toMatchObject([{ path: 'family/r1/idNumber', code: 'idTransposed' }]);
    expect(printed.complete).toBe(true);
  });

  test('no second keying helps a wrong form', () => {
    const answer = { value: '101234567', asPrinted: true } as const;
    expect(see(widowWith({ idNumber: answer })).problems).toMatchObject([
      { code: 'idForm', blocking: true },
    ]);
  });

  test('a member has neither her number nor that of a brother', () => {
    for (const idNumber of ['1012345672', '1987654322']) {
      const codes = see(widowWith({ 'family/r1/idNumber': idNumber })).problems.map(
        ({ path }) => path,
      );
      expect(codes).toContain('family/r1/idNumber');
    }
  });

  test.each([
    'residencyType',
    'idType',
    'idNumber',
    'nameFirst',
    'nameFather',
    'nameFamily',
    'applicantRole',
    'privacyNotice',
    'iban',
  ])('%s cannot be refused', (path) => {
    const refused: Answer = { nonAnswer: 'refused', reason: 'لا يرغب' };
    expect(see(widowWith({ [path]: refused })).problems).toContainEqual(
      expect.objectContaining({ path, code: 'nonAnswerNotAllowed' }),
    );
  });

  test('a mobile may be refused, and its owner is not asked then', () => {
    const refused: Answer = { nonAnswer: 'refused', reason: 'لا يرغب' };
    const { paths, complete } = see(widowWith({ mobile: refused }));
    expect(paths.get('mobileOwner')?.relevant).toBe(false);
    expect(complete).toBe(true);
  });

  test('verification may be refused, the privacy notice must be accepted', () => {
    const refused: Answer = { nonAnswer: 'refused', reason: 'لا يرغب' };
    expect(see(widowWith({ verifyWithThirdParties: refused })).complete).toBe(true);
    expect(see(widowWith({ privacyNotice: false })).complete).toBe(false);
  });

  test('a reason of fewer than twenty characters is too short', () => {
    const reason = (text: string) =>
      validateAnswer(form, 'supportItems/r1/reason', { value: text }, widowAnswers(), context);
    expect(reason('أ'.repeat(19))).toMatchObject([
      { code: 'tooShort', params: { least: 20, length: 19 } },
    ]);
    expect(reason('أ'.repeat(20))).toEqual([]);
  });

  test('at least one item of support', () => {
    const { family = [] } = widowAnswers().rows;
    expect(see({ ...widowAnswers(), rows: { family } }).missing).toEqual(['supportItems']);
  });

  test('without a national address the place is described', () => {
    const none: Answer = { nonAnswer: 'notApplicable', reason: 'لا عنوان مسجل' };
    const { missing, paths } = see(widowWith({ shortAddress: none }));
    expect(missing).toEqual(['addressDescription']);
    expect(paths.get('buildingNo')?.relevant).toBe(false);
    expect(paths.get('district')?.relevant).toBe(true);
  });

  test('an expired card is flagged, not refused', () => {
    const idExpiry = { calendar: 'hijri', year: 1446, month: 8, day: 24 } as const;
    const evaluation = see(widowWith({ idExpiry }));
    expect(evaluation.flags).toMatchObject([{ path: 'idExpiry', blocking: false }]);
    expect(evaluation.complete).toBe(true);
  });

  test('another language asks for an interpreter, other income for its source', () => {
    expect(see(widowWith({ preferredLanguage: 'ur' })).missing).toEqual(['interpreterLanguage']);
    expect(see(widowWith({ other: 1 })).missing).toEqual(['otherSource']);
    expect(see(widowWith({ paymentMethod: 'cheque' })).paths.get('iban')?.relevant).toBe(false);
    expect(see(widowWith({ applicantRole: 'agent' })).missing).toEqual([
      'agentName',
      'agentIdNumber',
      'agentDeedNo',
    ]);
  });
});

describe('every residency', () => {
  const IDENTITY = [
    'idNumber',
    'gccIdNumber',
    'idExpiry',
    'passportNo',
    'passportCountry',
    'passportExpiry',
    'visaType',
    'visaNo',
    'borderNumber',
    'nusukCardNo',
    'hajjServiceProvider',
    'departureDate',
    'nameLatin',
  ];
  const ADDRESS = ['shortAddress', 'campLocation', 'addressDescription'];
  const PASSPORT = ['passportNo', 'passportCountry', 'passportExpiry'];

  test.each<readonly [string, string, readonly string[], readonly string[]]>([
    ['citizen', 'nationalId', ['idNumber', 'idExpiry'], ['shortAddress']],
    ['resident', 'iqama', ['idNumber', 'idExpiry', 'borderNumber'], ['shortAddress']],
    ['gcc', 'gccId', ['gccIdNumber', 'idExpiry', 'borderNumber'], ['shortAddress']],
    ['gcc', 'passport', [...PASSPORT, 'borderNumber', 'nameLatin'], ['shortAddress']],
    [
      'pilgrim',
      'passport',
      [
        ...PASSPORT,
        'visaType',
        'visaNo',
        'borderNumber',
        'nusukCardNo',
        'hajjServiceProvider',
        'departureDate',
        'nameLatin',
      ],
      ['campLocation'],
    ],
    [
      'visitor',
      'passport',
      [...PASSPORT, 'visaType', 'visaNo', 'borderNumber', 'departureDate', 'nameLatin'],
      ['addressDescription'],
    ],
    ['undocumented', 'none', ['borderNumber'], ['shortAddress', 'addressDescription']],
  ])('%s with %s', (residencyType, idType, identity, address) => {
    expect(asked({ residencyType, idType }, IDENTITY)).toEqual(identity);
    expect(asked({ residencyType, idType }, ADDRESS)).toEqual(address);
    const offered = availableChoices(form, 'idType', answersOf({ residencyType }), context);
    expect(offered.map(({ name }) => name)).toContain(idType);
  });

  test('only a citizen and a Gulf citizen must tell the father’s name', () => {
    const must = (residencyType: string) =>
      see(answersOf({ residencyType })).paths.get('nameFather')?.required;
    expect(
      ['citizen', 'gcc', 'resident', 'pilgrim', 'visitor', 'undocumented'].filter(must),
    ).toEqual(['citizen', 'gcc']);
  });

  test('nationalities follow the residency', () => {
    const offered = (residencyType: string) =>
      availableChoices(form, 'nationality', answersOf({ residencyType }), context).length;
    expect(['citizen', 'gcc', 'resident', 'undocumented'].map(offered)).toEqual([1, 5, 249, 250]);
  });

  test('a national id begins with 1 and an iqama with 2', () => {
    const codes = (residencyType: string, value: string) =>
      validateAnswer(form, 'idNumber', { value }, answersOf({ residencyType }), context).map(
        ({ code }) => code,
      );
    expect(codes('citizen', '1012345672')).toEqual([]);
    expect(codes('resident', '2000000006')).toEqual([]);
    expect(codes('citizen', '2000000006')).toEqual(['constraint']);
    expect(codes('resident', '1012345672')).toEqual(['constraint']);
  });
});
