import { expect, test } from 'vitest';
import {
  compareMember,
  compareMemberSets,
  type Member,
  pairMembers,
} from '#shared/domain/matching/comparisons/members.ts';

function member(name: string | null, idNumber: string | null, more: Partial<Member> = {}): Member {
  const nothing = { rowId: 'r', relationship: null, birthDate: null };
  return { ...nothing, name, idNumber, ...more };
}

const SAUD = member('سعود فهد خالد المطيري', '1123456780');
const LAMA = member('لمى فهد خالد المطيري', '1000000008');
const HIND = member('هند فهد خالد المطيري', '1987654322');

test('the same numbers in another order are the same members', () => {
  expect(compareMemberSets([SAUD, LAMA], [LAMA, SAUD])).toMatchObject({
    ...{ verdict: 'match', reasonCode: 'membersEqual' },
  });
});

test('both differences are reported, by name', () => {
  expect(compareMemberSets([SAUD, LAMA], [SAUD, HIND])).toEqual({
    verdict: 'review',
    reasonCode: 'membersDiffer',
    params: {
      stated: 2,
      read: 2,
      onlyStated: ['لمى فهد خالد المطيري'],
      onlyInDocument: ['هند فهد خالد المطيري'],
    },
  });
});

test('five in the register and four stated is for a person to look at', () => {
  const found = compareMemberSets([SAUD], [SAUD, LAMA]);
  expect(found.verdict).toBe('review');
  expect(found.params).toMatchObject({ stated: 1, read: 2, onlyStated: [] });
});

test('a register that shares nobody is another family', () => {
  expect(compareMemberSets([SAUD], [HIND]).verdict).toBe('mismatch');
  expect(compareMemberSets([SAUD], []).verdict).toBe('mismatch');
});

test('two numbers beside one name differ on both sides', () => {
  const other = { ...SAUD, idNumber: '1123456781' };
  expect(compareMemberSets([SAUD], [other])).toMatchObject({
    verdict: 'review',
    params: { onlyStated: [SAUD.name], onlyInDocument: [SAUD.name] },
  });
});

test('a member without a number on one side counts by name', () => {
  const without = { ...LAMA, idNumber: null };
  expect(compareMemberSets([without], [LAMA]).verdict).toBe('match');
  const anonymous = member(null, '1000000008');
  expect(compareMemberSets([anonymous], [LAMA]).verdict).toBe('match');
  expect(compareMemberSets([anonymous], [HIND]).params.onlyStated).toEqual(['1000000008']);
});

test('nobody is paired twice', () => {
  const { pairs, onlyStated } = pairMembers([SAUD, { ...SAUD }], [SAUD]);
  expect(pairs).toHaveLength(1);
  expect(onlyStated).toHaveLength(1);
});

test('a member found by number is not found again by name', () => {
  const namesake = { ...SAUD, idNumber: '1987654322' };
  const { pairs, onlyInDocument } = pairMembers([SAUD], [namesake, SAUD]);
  expect(pairs).toEqual([{ stated: SAUD, read: SAUD, by: 'idNumber' }]);
  expect(onlyInDocument).toEqual([namesake]);
});

const RELATED = { son: ['son', 'stepson'], daughter: ['daughter'] };
const BORN = { calendar: 'hijri', year: 1437, month: 1, day: 1 } as const;
const ONE_DAY_LATER = { calendar: 'hijri', year: 1437, month: 1, day: 2 } as const;

test.each<[Partial<Member>, string, string]>([
  [{}, 'match', 'memberAgrees'],
  [{ name: 'سُعود بن فهد خالد المطيري' }, 'match', 'nameSpelling'],
  [{ name: 'سعيد فهد خالد المطيري' }, 'review', 'nameOneLetter'],
  [{ name: 'ماجد فهد خالد المطيري' }, 'mismatch', 'nameDifferent'],
  [{ relationship: 'daughter' }, 'review', 'memberRelationshipDiffers'],
  [{ relationship: null, birthDate: null }, 'match', 'memberAgrees'],
  [{ birthDate: ONE_DAY_LATER }, 'mismatch', 'onePartDiffers'],
  [
    { birthDate: { calendar: 'gregorian', year: 2015, month: 10, day: 14 } },
    'match',
    'memberAgrees',
  ],
  [
    { birthDate: { calendar: 'gregorian', year: 2015, month: 10, day: 15 } },
    'mismatch',
    'daysApart',
  ],
])('a member whose entry says %o: %s, %s', (change, verdict, reasonCode) => {
  const stated = { ...SAUD, relationship: 'stepson', birthDate: BORN };
  const entry = { ...stated, relationship: 'son', ...change };
  expect(compareMember(stated, entry, RELATED)).toMatchObject({ verdict, reasonCode });
});
