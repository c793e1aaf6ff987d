import { describe, expect, it } from 'vitest';
import type { Answer } from '#shared/domain/answers/answer.ts';
import { identifiersOf, isPersonal } from '#shared/domain/import/identifiers.ts';

function of(values: Readonly<Record<string, Answer>>) {
  return identifiersOf({ answers: { values: { ...values }, rows: {} } });
}

describe('what a person is known by exactly', () => {
  it('is the same however it was written', () => {
    const one = of({ idNumber: { value: '١٠٨٨ ٧٧٥ ٦٧٢' }, mobile: { value: '0501234567' } });
    const other = of({ idNumber: { value: '1088775672' }, mobile: { value: '+966 50 123 4567' } });
    expect(one).toHaveLength(2);
    expect(one).toEqual([
      { kind: 'idNumber', value: '1088775672' },
      ...other.filter(({ kind }) => kind === 'mobile'),
    ]);
  });

  it('is a passport only together with its country', () => {
    expect(of({ passportNo: { value: 'a1234567' } })).toEqual([]);
    const passport = of({ passportNo: { value: 'a1234567' }, passportCountry: { value: 'NGA' } });
    expect(passport).toEqual([{ kind: 'passport', value: 'NGA:A1234567' }]);
  });

  it('is nothing where the answer is coded or the account is none', () => {
    expect(of({ idNumber: { nonAnswer: 'refused', reason: 'لا يريد' } })).toEqual([]);
    expect(of({ iban: { value: 'SA00 1234' } })).toEqual([]);
  });

  it('tells what two people never share from what a family may', () => {
    expect(isPersonal({ kind: 'passport' })).toBe(true);
    expect(isPersonal({ kind: 'iban' })).toBe(false);
  });
});
