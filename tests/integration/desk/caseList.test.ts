import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listCases } from '#electron/services/casesService.ts';
import type { OpenDesk } from '#electron/services/openDesk.ts';
import { BUSY_OFFICE } from '#electron/services/syntheticHistory.ts';
import { CaseOrder } from '#shared/contracts/cases.ts';
import { isoDate, riyadhDayNumber } from '#shared/domain/calendar/dayNumber.ts';
import { dropFolder, newFolder } from '../store/support/deskFixture.ts';
import { openFilledDesk } from './support/filledDesk.ts';

const CASES = 100;
const FROM = Date.UTC(2026, 10, 1, 6);
const ALL = { attention: false, order: 'changed', offset: 0, limit: 50 } as const;

describe('the list of cases', () => {
  const folder = newFolder();
  let desk: OpenDesk;
  beforeAll(() => {
    desk = openFilledDesk({ folder, cases: CASES, seed: 'list', mix: BUSY_OFFICE, from: FROM });
  }, 120_000);
  afterAll(() => {
    desk.store.close();
    dropFolder(folder);
  });

  function whole(input: Partial<Parameters<typeof listCases>[1]> = {}): readonly string[] {
    const found: string[] = [];
    let total = Number.POSITIVE_INFINITY;
    for (let offset = 0; offset < total; offset += 30) {
      const page = listCases(desk, { ...ALL, ...input, offset, limit: 30 });
      total = page.total;
      found.push(...page.cases.map(({ caseId }) => caseId));
    }
    expect(found).toHaveLength(total);
    return found;
  }

  /** The same from the table, the slow way. */
  function walked(rest: string, ...values: readonly unknown[]): readonly string[] {
    const rows: unknown[] = desk.store.reader.sqlite
      .prepare(`SELECT case_id FROM case_summary ${rest}`)
      .pluck()
      .all(...values);
    return rows.map(String);
  }

  it.each([
    ['changed', 'ORDER BY last_position DESC'],
    ['openedLast', 'ORDER BY opened_position DESC'],
    ['openedFirst', 'ORDER BY opened_position'],
    ['name', 'ORDER BY name_key, opened_position'],
  ] as const)('goes %s, every case once', (order, rest) => {
    expect(whole({ order })).toEqual(walked(rest));
    expect(CaseOrder.options).toContain(order);
  });

  it('is narrowed by category and by each kind of support that is asked for', () => {
    const most = (column: string) =>
      String(
        desk.store.reader.sqlite
          .prepare(
            `SELECT ${column} FROM case_summary WHERE ${column} <> '' GROUP BY ${column}
             ORDER BY count(*) DESC, ${column} LIMIT 1`,
          )
          .pluck()
          .get(),
      );
    const category = most('category');
    expect(new Set(whole({ category }))).toEqual(new Set(walked('WHERE category = ?', category)));
    const [support = ''] = most('supports').trim().split(' ');
    const asked = walked(
      `WHERE case_id IN (SELECT journal.case_id FROM journal, json_each(payload, '$.patches')
         WHERE kind = 'answersChanged' AND value ->> 'path' GLOB 'supportItems/*/type'
           AND value ->> '$.answer.value' = ?)`,
      support,
    );
    expect(asked.length).toBeGreaterThan(0);
    expect(new Set(whole({ support }))).toEqual(new Set(asked));
    // A name that only begins so is another kind.
    expect(whole({ support: support.slice(0, -1) })).toEqual([]);
  });

  it('is narrowed by the days of opening, both of them included, in Riyadh', () => {
    const day = isoDate(riyadhDayNumber(FROM + 13 * 3_600_000));
    const opened = walked(
      `WHERE date(opened_at, '+3 hours') BETWEEN ? AND ? ORDER BY last_position DESC`,
      day,
      day,
    );
    expect(opened.length).toBeGreaterThan(10);
    expect(opened.length).toBeLessThan(CASES);
    expect(whole({ since: day, until: day })).toEqual(opened);
    expect(whole({ since: '2026-11-01' })).toHaveLength(CASES);
    expect(whole({ until: '2026-10-31' })).toEqual([]);
  });

  it('shows what somebody must do something about', () => {
    const attention = whole({ attention: true });
    expect(new Set(attention)).toEqual(
      new Set(
        walked(
          `WHERE opened_position IN (SELECT opened_position FROM case_due WHERE
             kind IN ('awaited', 'answered', 'returned', 'conflict', 'decision', 'register', 'settle',
             'signedPaper')
             OR (kind IN ('reply', 'delivery') AND day <= '2026-11-02')
             OR (kind = 'paper' AND day BETWEEN '2026-11-02' AND '2026-12-02'))`,
        ),
      ),
    );
    expect(attention.length).toBeLessThan(CASES);
  });
});
