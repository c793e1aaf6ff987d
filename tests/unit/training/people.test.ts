import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPeople } from '#electron/services/syntheticHistory.ts';
import { dateExists, parseIsoDate, riyadhDayNumber } from '#shared/domain/calendar/dayNumber.ts';
import { checkIban } from '#shared/domain/identifiers/iban.ts';
import { checkNationalId } from '#shared/domain/identifiers/nationalId.ts';
import { parsePhone } from '#shared/domain/identifiers/phone.ts';
import { normalizeName } from '#shared/domain/names/normalizeName.ts';
import { seededRandom, weighted } from '#shared/training/seededRandom.ts';
import { ibanOf, nationalIdOf, passportOf } from '#shared/training/syntheticNumbers.ts';
import { APPLICANT_KINDS, syntheticRequest } from '#shared/training/syntheticRequest.ts';

const people = readPeople('resources');
const today = parseIsoDate('2026-11-23') ?? riyadhDayNumber(0);
const request = (number: number, seed = 'a') => syntheticRequest(people, { seed, number, today });

describe('invented people', () => {
  it('are the same for the same seed and number, whatever else was made', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(1_000_000), (seed, number) => {
        expect(request(number, seed)).toEqual(request(number, seed));
      }),
      { numRuns: 60 },
    );
    expect(request(1, 'a')).not.toEqual(request(1, 'b'));
    expect(request(1)).not.toEqual(request(2));
  });

  it('have numbers that are valid, and each its own', () => {
    const ids = new Set<string>();
    const mobiles = new Set<string>();
    let members = 0;
    for (let number = 0; number < 4000; number += 1) {
      const { person, rows } = request(number);
      const own = [person.idNumber, ...(rows['family'] ?? []).map((row) => row['idNumber'])];
      for (const id of own) {
        if (typeof id !== 'string') continue;
        expect(checkNationalId(id).ok, id).toBe(true);
        expect(ids.has(id), id).toBe(false);
        ids.add(id);
        members += 1;
      }
      expect(parsePhone(person.mobile)?.value).toBe(person.mobile);
      mobiles.add(person.mobile);
      expect(dateExists(person.birthDate)).toBe(true);
    }
    expect(ids.size).toBe(members);
    expect(mobiles.size).toBe(4000);
  });

  it('have names that the one normaliser reads, in the script of their papers', () => {
    for (let number = 0; number < 500; number += 1) {
      const { name } = request(number).person;
      const whole = [name.first, name.father, name.grandfather, name.family].join(' ');
      expect(normalizeName(whole).script, whole).toBe('arabic');
      if (name.latin !== null) expect(normalizeName(name.latin).script).toBe('latin');
    }
  });

  it('come in all kinds, born in both calendars, most of them common names', () => {
    const all = Array.from({ length: 3000 }, (_, number) => request(number));
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(APPLICANT_KINDS));
    expect(new Set(all.map(({ person }) => person.birthDate.calendar)).size).toBe(2);
    const called = (name: string) => all.filter(({ person }) => person.name.first === name).length;
    expect(called('محمد')).toBeGreaterThan(called('ضيف الله'));
    expect(called('نورة')).toBeGreaterThan(0);
  });
});

describe('numbers', () => {
  it('never meet, over all serials', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), fc.nat(99_999_999), (one, other) => {
        expect(checkNationalId(nationalIdOf(one, '1'))).toMatchObject({ ok: true });
        expect(checkIban(ibanOf(one, '80')).ok).toBe(true);
        expect(passportOf(one)).toMatch(/^[A-Z0-9]{6,9}$/);
        if (one !== other) expect(nationalIdOf(one, '2')).not.toBe(nationalIdOf(other, '2'));
      }),
    );
  });
});

describe('chance', () => {
  it('keeps to its weights, and each stream is its own', () => {
    const pick = weighted([1, 9], (weight) => weight);
    const random = seededRandom('weights', 'one');
    const nines = Array.from({ length: 5000 }, () => pick(random)).filter((one) => one === 9);
    expect(nines.length / 5000).toBeCloseTo(0.9, 1);
    expect(seededRandom('s', 'one').below(1e9)).not.toBe(seededRandom('s', 'two').below(1e9));
    expect(() => seededRandom('s', 'one').pick([])).toThrow(RangeError);
  });
});
