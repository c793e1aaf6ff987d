import { expect, it } from 'vitest';
import { migrate, readMigrations } from '#db/desk/migrate.ts';
import { wantsRebuilding } from '#db/desk/rebuildProjections.ts';
import { eachEmptyDatabase } from './support/emptyDatabase.ts';

const BEFORE = readMigrations().findIndex(({ sql }) => sql.some((one) => /signedPaper/.test(one)));
const AT = '2026-11-23T08:00:00.000Z';
const PERSON = '018f0000-0000-7000-8000-0000000000be';

const database = eachEmptyDatabase();

it('keeps what was due, takes signed sheets beside it, and has those of earlier signatures looked for', () => {
  const db = database();
  migrate(db, readMigrations().slice(0, BEFORE), AT);
  db.sqlite.exec(
    `INSERT INTO beneficiary (beneficiary_id, name, name_key) VALUES ('${PERSON}', 'نورة', 'نوره');
     INSERT INTO case_summary (opened_position, case_id, reference, status, beneficiary_id,
       applicant_name, name_key, progress, opened_at, updated_at, declaration_void, last_position)
     VALUES (3, '018f0000-0000-7000-8000-0000000000ca', 'MKH01-B7-2025-000123-7', 'draft',
       '${PERSON}', 'نورة', 'نوره', '{}', '${AT}', '${AT}', 0, 4);
     INSERT INTO case_due VALUES ('reply', '2026-12-07', 3, '{}');
     DELETE FROM setting WHERE name = 'projections.rebuild';`,
  );
  const due = () => db.sqlite.prepare('SELECT kind, day FROM case_due ORDER BY kind').raw().all();
  const insert = `INSERT INTO case_due VALUES ('signedPaper', '2026-11-23', 3, '{"shelf":"2"}')`;
  expect(() => db.sqlite.exec(insert)).toThrow();
  migrate(db, readMigrations(), AT);
  expect(due()).toEqual([['reply', '2026-12-07']]);
  expect(wantsRebuilding(db)).toBe(true);
  db.sqlite.exec(insert);
  expect(due()).toEqual([
    ['reply', '2026-12-07'],
    ['signedPaper', '2026-11-23'],
  ]);
});
