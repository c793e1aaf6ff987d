import { describe, expect, test } from 'vitest';
import { spokenDay } from '#renderer/language/days.ts';
import bringSource from '#resources/documents/bring-list.v1.json' with { type: 'json' };
import documentSource from '#resources/documents/document-rules.v1.json' with { type: 'json' };
import { parseIsoDate } from '#shared/domain/calendar/dayNumber.ts';
import {
  type BringChoices,
  type BringDocument,
  bringList,
  chosenOptions,
  partialAnswers,
} from '#shared/domain/documents/bringList.ts';
import { parseBringList } from '#shared/domain/documents/bringListQuestions.ts';
import { parseDocumentRules } from '#shared/domain/documents/documentRules.ts';
import { DOCUMENT_RULES, QUESTIONNAIRE } from '../matching/rules.ts';

/** 90 days after 25 August 2026. */
const VISIT = '2026-11-23';
const QUESTIONS = parseBringList(bringSource, QUESTIONNAIRE);
const RULES = {
  questions: QUESTIONS,
  questionnaire: QUESTIONNAIRE,
  documentRules: DOCUMENT_RULES,
};

const listFor = (choices: BringChoices, visit = VISIT, rules = RULES) =>
  bringList(rules, choices, visit);

function documentsFor(choices: BringChoices, visit = VISIT): readonly BringDocument[] {
  return listFor(choices, visit).flatMap(({ anyOf }) => anyOf);
}

const keysFor = (choices: BringChoices) => documentsFor(choices).map(({ key }) => key);

function documentFor(choices: BringChoices, key: string, visit = VISIT): BringDocument {
  const found = documentsFor(choices, visit).find((each) => each.key === key);
  if (found === undefined) throw new Error(`not on the list: ${key}`);
  return found;
}

const whyOf = ({ why }: BringDocument) => why.map(({ option }) => option.name);

const WIDOW: BringChoices = {
  residency: ['citizen'],
  family: ['widow'],
  housing: ['rented'],
  income: ['socialSecurity', 'citizenAccount'],
  support: ['cash'],
};

describe('the questions as published', () => {
  test('are five, and offer the choices of the questionnaire itself', () => {
    expect(QUESTIONS.questions.map(({ name }) => name)).toEqual([
      'residency',
      'family',
      'housing',
      'income',
      'support',
    ]);
    const [residency] = QUESTIONS.questions;
    expect(residency?.options.map(({ name, label }) => ({ name, label }))).toEqual(
      QUESTIONNAIRE.fieldByName
        .get('residencyType')
        ?.choices.map(({ name, label }) => ({ name, label })),
    );
    expect(QUESTIONS.questions[3]?.options.map(({ label }) => label.ar)).toContain('الراتب');
  });

  test('fill a part of the questionnaire, and no more', () => {
    const { values, rows } = partialAnswers(chosenOptions(QUESTIONS, WIDOW));
    expect(values['residencyType']).toEqual({ value: 'citizen' });
    expect(values['tenure']).toEqual({ value: 'rented' });
    expect(values['supportItems/cash/type']).toEqual({ value: 'cash' });
    expect(rows['supportItems']).toEqual(['cash']);
    expect(values['idNumber']).toBeUndefined();
  });

  test('refuse a field, a choice or an option that is not there', () => {
    const withOption =
      (option: unknown, implied: unknown[] = []) =>
      () =>
        parseBringList(
          {
            id: 'bring-list',
            version: 2,
            questions: [{ ...bringSource.questions[0], options: [option], implied }],
          },
          QUESTIONNAIRE,
        );
    expect(withOption({ choicesOf: 'noSuchField' })).toThrow('no such field');
    expect(withOption({ choicesOf: 'salary' })).toThrow('without choices');
    expect(withOption({ choicesOf: 'tenure', only: ['castle'] })).toThrow('no such choice');
    const implied = { by: ['castle'], branches: [{}] };
    expect(withOption({ choicesOf: 'tenure' }, [implied])).toThrow('no such option');
  });
});

describe('who comes', () => {
  test('nobody has said anything: the list is empty', () => {
    expect(listFor({})).toEqual([]);
    expect(listFor({ residency: ['noSuchOption'], noSuchQuestion: ['x'] })).toEqual([]);
  });

  test('a widow, a citizen in a rented home', () => {
    expect(keysFor(WIDOW)).toEqual([
      'D1',
      'D5',
      'D6/grown',
      'D6/young.birthCertificate',
      'D7',
      'D8.electronicLease',
      'D9',
      'D11',
      'D12',
      'D19',
    ]);
    expect(whyOf(documentFor(WIDOW, 'D1'))).toEqual(['citizen']);
    expect(whyOf(documentFor(WIDOW, 'D8.electronicLease'))).toEqual(['rented']);
    expect(whyOf(documentFor(WIDOW, 'D9'))).toEqual(['socialSecurity']);
    expect(whyOf(documentFor(WIDOW, 'D12'))).toEqual(['widow']);
    expect(documentFor(WIDOW, 'D6/grown').who?.en).toContain('15 or over');
    expect(documentFor(WIDOW, 'D19').onlyIf?.en).toContain('bank transfer');
    expect(whyOf(documentFor(WIDOW, 'D19'))).toEqual(['cash']);
    expect(documentFor(WIDOW, 'D1').onlyIf).toBeNull();
  });

  test('a resident with an iqama, who works and lives with relatives', () => {
    const keys = keysFor({
      residency: ['resident'],
      family: ['individual'],
      housing: ['relatives'],
      income: ['salary'],
      support: ['food'],
    });
    expect(keys).toEqual(['D2', 'D7', 'D8', 'D10']);
  });

  test('a pilgrim who is stranded is sent for nothing of this country', () => {
    const pilgrim = {
      residency: ['pilgrim'],
      family: ['strandedPilgrim'],
      housing: ['pilgrimHousing'],
      support: ['returnTicket'],
    };
    expect(keysFor(pilgrim)).toEqual(['D3', 'D4', 'D22', 'D24']);
    expect(documentFor(pilgrim, 'D22').isOptional).toBe(true);
  });

  test('orphans', () => {
    const keys = keysFor({ residency: ['citizen'], family: ['orphans'], housing: ['owned'] });
    expect(keys).toEqual(expect.arrayContaining(['D5', 'D8.titleDeed', 'D12', 'D13', 'D14']));
  });

  test('debt, and two items that may be paid by transfer, ask for one IBAN certificate', () => {
    const debtor = {
      residency: ['citizen'],
      family: ['individual'],
      support: ['debtRelief', 'cash'],
    };
    expect(keysFor(debtor)).toEqual(['D1', 'D7', 'D18', 'D19']);
    expect(documentFor(debtor, 'D19').onlyIf?.en).toContain('bank transfer');
    expect(whyOf(documentFor(debtor, 'D19'))).toEqual(['cash', 'debtRelief']);
  });

  test('a citizen of the Gulf brings either of two', () => {
    const [first] = listFor({ residency: ['gcc'], family: ['individual'], support: ['cash'] });
    expect(first?.anyOf.map(({ key }) => key)).toEqual(['D1.gccId', 'D3']);
    expect(first?.anyOf.map(({ onlyIf }) => onlyIf)).toEqual([null, null]);
  });

  test('the elderly may live alone: the register is asked for only beside dependants', () => {
    const elderly = { residency: ['citizen'], family: ['elderly'] };
    expect(documentFor(elderly, 'D5').onlyIf?.en).toContain('dependants');
    expect(documentFor(elderly, 'D1').onlyIf).toBeNull();
  });

  test('either of two incomes is the cause of one statement', () => {
    const both = { residency: ['citizen'], income: ['salary', 'pension'] };
    expect(whyOf(documentFor(both, 'D10'))).toEqual(['salary', 'pension']);
  });
});

describe('windows, to the day', () => {
  test('a statement counts ninety days, in both calendars', () => {
    const { issuedFrom } = documentFor(WIDOW, 'D9');
    expect(issuedFrom).toBe('2026-08-25');
    expect(spokenDay(issuedFrom ?? '', 'ar')).toEqual({
      weekday: 'الثلاثاء',
      hijri: '12 ربيع الأول 1448هـ',
      gregorian: '25 أغسطس 2026م',
    });
  });

  test('months and years are counted on the calendar', () => {
    expect(documentFor(WIDOW, 'D19').issuedFrom).toBe('2026-05-23');
    expect(documentFor(WIDOW, 'D7').issuedFrom).toBe('2025-11-23');
    expect(documentFor(WIDOW, 'D1').issuedFrom).toBeNull();
  });

  test('a later visit moves the window by as many days', () => {
    const later = documentFor(WIDOW, 'D9', '2026-11-30').issuedFrom ?? '';
    const sooner = documentFor(WIDOW, 'D9').issuedFrom ?? '';
    expect((parseIsoDate(later) ?? 0) - (parseIsoDate(sooner) ?? 0)).toBe(7);
  });
});

test('a group of which one will do stands together', () => {
  const grouped = parseDocumentRules({
    ...documentSource,
    documents: documentSource.documents.map((document) =>
      ['D9', 'D11'].includes(document.type)
        ? { ...document, requirement: { kind: 'oneOf', group: 'income' } }
        : document,
    ),
  });
  const list = listFor(WIDOW, VISIT, { ...RULES, documentRules: grouped });
  const together = list.filter(({ anyOf }) => anyOf.length > 1);
  expect(together.map(({ anyOf }) => anyOf.map(({ key }) => key))).toEqual([['D9', 'D11']]);
});
