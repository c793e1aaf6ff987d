import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDesk } from '#electron/services/openDesk.ts';
import { findAnything } from '#electron/services/searchService.ts';
import { dropFolder, newFolder } from '../store/support/deskFixture.ts';
import { openFilledDesk } from './support/filledDesk.ts';

const CASES = 1500;

describe('searching a desk with a history', () => {
  const folder = newFolder();
  let desk: OpenDesk;
  beforeAll(() => {
    desk = openFilledDesk({ folder, cases: CASES, seed: 'searching' });
  }, 120_000);
  afterAll(() => {
    desk.store.close();
    dropFolder(folder);
  });

  /** Applicants of the desk whose stored words begin so: what the index must find, found the slow way. */
  function walked(word: string): ReadonlySet<string> {
    const rows = desk.store.reader.sqlite
      .prepare('SELECT case_id, name_key FROM case_summary')
      .raw()
      .all() as [string, string][];
    return new Set(
      rows
        .filter(([, key]) => key.split(' ').some((each) => each.startsWith(word)))
        .map(([caseId]) => caseId),
    );
  }

  it.each([
    ['احمد', 'احمد'],
    ['أحمد', 'احمد'],
    ['عبدالله', 'عبدالله'],
    ['عبد الله', 'عبدالله'],
    ['نوره', 'نوره'],
    ['م', 'م'],
  ])('finds %s whatever its spelling, the newest first', (typed, word) => {
    const { cases } = findAnything(desk, { text: typed });
    const right = walked(word);
    expect(cases).toHaveLength(8);
    for (const { caseId } of cases) expect(right.has(caseId)).toBe(true);
    const opened = cases.map(({ reference }) => reference);
    expect(opened).toEqual([...opened].sort().reverse());
  });

  it('finds the one person by id, by mobile in Arabic-Indic digits, and by the end of a reference', () => {
    const row = desk.store.reader.sqlite
      .prepare(
        `SELECT case_id AS caseId, id_number AS id, mobile, reference FROM case_summary
         WHERE id_number IS NOT NULL AND mobile LIKE '+966%' ORDER BY opened_position LIMIT 1 OFFSET 700`,
      )
      .get() as { caseId: string; id: string; mobile: string; reference: string };
    const arabic = row.mobile
      .replace('+966', '0')
      .replaceAll(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
    const tail = row.reference.slice(-8).replace('-', '');
    for (const text of [
      row.id,
      arabic,
      row.mobile,
      row.reference,
      tail,
      row.reference.toLowerCase(),
    ]) {
      const { cases, people } = findAnything(desk, { text });
      expect(
        cases.map(({ caseId }) => caseId),
        text,
      ).toContain(row.caseId);
      expect(people[0]?.maskedId).not.toContain(row.id);
    }
  });

  it('finds nothing for nothing, and takes any signs as they come', () => {
    for (const text of ['', '   ', '"', '*', 'name:م" OR "', '(', 'ظظظظ', '-', '٪', "'; DROP"]) {
      const { cases, people } = findAnything(desk, { text });
      expect(cases.length + people.length, text).toBeLessThanOrEqual(13);
    }
    expect(findAnything(desk, { text: 'ظظظظ' })).toEqual({ people: [], cases: [] });
    expect(findAnything(desk, { text: ' ' })).toEqual({ people: [], cases: [] });
  });
});
