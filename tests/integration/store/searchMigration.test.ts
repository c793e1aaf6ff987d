import { expect, it } from 'vitest';
import { searchCases, textConditions } from '#db/desk/caseSearch.ts';
import { migrate, readMigrations } from '#db/desk/migrate.ts';
import { eachEmptyDatabase } from './support/emptyDatabase.ts';

const BEFORE = readMigrations().findIndex(({ sql }) => sql.some((one) => /case_search/.test(one)));
const AT = '2026-11-23T08:00:00.000Z';
const CASE = '018f0000-0000-7000-8000-0000000000ca';
const PERSON = '018f0000-0000-7000-8000-0000000000be';
const KEYS = [
  ['name', 'ال سعود'],
  ['name', 'نوره'],
  ['identity', '1012345672'],
  ['mobile', '501234567'],
  ['birth', 'gregorian 1962-03-25'],
  ['birth', 'day -2839'],
  ['reference', 'MKH01B720250001237'],
  ['reference', '123'],
] as const;

const database = eachEmptyDatabase();

it('carries every key by which a case was found into the index, and adds the ends of its reference', () => {
  const db = database();
  migrate(db, readMigrations().slice(0, BEFORE), AT);
  db.sqlite
    .prepare(`INSERT INTO beneficiary VALUES (?, 'نورة', 'نوره', NULL, NULL, NULL)`)
    .run(PERSON);
  db.sqlite
    .prepare(
      `INSERT INTO case_summary (opened_position, case_id, reference, status, beneficiary_id,
         applicant_name, name_key, progress, opened_at, updated_at, declaration_void, last_position)
       VALUES (3, ?, 'MKH01-B7-2025-000123-7', 'draft', ?, 'نورة', 'نوره', '{}', ?, ?, 0, 4)`,
    )
    .run(CASE, PERSON, AT, AT);
  for (const [kind, key] of KEYS) {
    db.sqlite.prepare('INSERT INTO search_key VALUES (?, ?, 3)').run(kind, key);
  }
  migrate(db, readMigrations(), AT);

  for (const text of [
    'نو',
    'ال سعود',
    '10123',
    '٠٥٠١٢٣',
    'mkh01-b7-2025-000123-7',
    '1237',
    '0001237',
  ]) {
    expect(searchCases(db, textConditions(text), { limit: 5 }), text).toMatchObject([
      { openedPosition: 3, caseId: CASE, beneficiaryId: PERSON },
    ]);
  }
  const born = { kinds: ['birth'], keys: ['day -2839'], whole: true } as const;
  expect(searchCases(db, [born], { limit: 5 })).toHaveLength(1);
  const later = { ...born, keys: ['day 2839'] };
  expect(searchCases(db, [later], { limit: 5 })).toEqual([]);
  expect(db.sqlite.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'search_key'`).get()).toBe(
    undefined,
  );
});
