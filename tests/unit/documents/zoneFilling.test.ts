import { describe, expect, test } from 'vitest';
import { zoneFacts, zoneFillings } from '#renderer/desk/documents/zoneFilling.ts';
import type { AnswerSet } from '#shared/domain/answers/answer.ts';
import {
  type MachineReadableZone,
  parseMachineReadableZone,
} from '#shared/domain/identifiers/parseMachineReadableZone.ts';
import { DOCUMENT_RULES } from '../matching/rules.ts';

/** The specimen of Doc 9303-4. */
const FIRST = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<';
const SECOND = 'L898902C36UTO7408122F1204159ZE184226B<<<<<10';
const EMPTY: AnswerSet = { values: {}, rows: {} };

function read(text: string): MachineReadableZone {
  const zone = parseMachineReadableZone(text, '2026-11-23');
  if ('problem' in zone) throw new Error(zone.problem);
  return zone;
}

function formOf(type: string) {
  const rule = DOCUMENT_RULES.byType.get(type);
  if (rule === undefined) throw new Error(type);
  return rule.face.form;
}

function filled(type: string, answers: AnswerSet, text: string) {
  return Object.fromEntries(
    zoneFillings(formOf(type), answers, read(text)).map(({ path, answer }) => [
      path,
      'value' in answer ? answer.value : null,
    ]),
  );
}

const day = (year: number, month: number, date: number) => ({
  calendar: 'gregorian',
  year,
  month,
  day: date,
});

describe('what the lines of a passport fill', () => {
  test('every reading that the form has and that is empty', () => {
    expect(filled('D3', EMPTY, `${FIRST}\n${SECOND}`)).toEqual({
      passportNo: 'L898902C3',
      nameLatin: 'ANNA MARIA ERIKSSON',
      nationality: 'UTO',
      birthDate: day(1974, 8, 12),
      expiryDate: day(2012, 4, 15),
    });
  });

  test('a reading of the page is never written over', () => {
    const answers = { ...EMPTY, values: { passportNo: { value: 'L898902C8' } } };
    expect(filled('D3', answers, `${FIRST}\n${SECOND}`)).not.toHaveProperty('passportNo');
    const coded = { nonAnswer: 'notApplicable', reason: 'غير مكتوب' } as const;
    const answered = { ...EMPTY, values: { nationality: coded } };
    expect(filled('D3', answered, `${FIRST}\n${SECOND}`)).not.toHaveProperty('nationality');
  });

  test('nothing comes of a field whose check digit does not hold', () => {
    const slip = SECOND.replace('7408122', '7408132');
    expect(zoneFacts(read(`${FIRST}\n${slip}`))).toContainEqual({
      part: 'birthDate',
      value: day(1974, 8, 13),
      digit: 'wrong',
    });
    const found = filled('D3', EMPTY, `${FIRST}\n${slip}`);
    expect(found).not.toHaveProperty('birthDate');
    expect(found).toHaveProperty('expiryDate');
  });

  test('a name that fills its whole line may be cut off, and is not offered', () => {
    const cut = 'P<UTOPAPANDROPOULOUS<<JONATHON<ALEXANDROS<MI';
    expect(filled('D3', EMPTY, `${cut}\n${SECOND}`)).not.toHaveProperty('nameLatin');
  });

  test('what is left open is said to be open', () => {
    const unknown = SECOND.replace('2F12', '2<12');
    expect(zoneFacts(read(`${FIRST}\n${unknown}`))).toContainEqual({
      part: 'sex',
      value: null,
      digit: null,
    });
  });
});

test('the number of a card is not the number of its holder', () => {
  const card = [
    'I<UTOD231458907<<<<<<<<<<<<<<<',
    '7408122F1204159UTO<<<<<<<<<<<6',
    'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
  ];
  expect(Object.keys(filled('D2', EMPTY, card.join('\n'))).toSorted()).toEqual(
    ['birthDate', 'expiryDate', 'nationality'].toSorted(),
  );
});
