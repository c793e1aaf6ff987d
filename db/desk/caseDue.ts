import { z } from 'zod';
import { CaseDue, caseDue } from '#shared/domain/case/caseDue.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import type { IsoDay } from '#shared/domain/identity.ts';
import { type CaseSummary, findCases } from './cases.ts';
import type { DeskReader, DeskWriter } from './connection.ts';

export interface DueCase {
  readonly case: CaseSummary;
  readonly due: CaseDue;
}

export interface DueCases {
  readonly cases: readonly DueCase[];
  /** How many there are in all; counted no further than `MOST_COUNTED`. */
  readonly total: number;
}

const MOST_COUNTED = 1000;

/** Cases with something due of this kind from `from` through `through`, the first day first. */
export function listCasesDue(
  db: DeskReader,
  kind: CaseDue['kind'],
  { from, through }: { readonly from: IsoDay; readonly through: IsoDay },
  limit: number,
): DueCases {
  const rows = db
    .statement<{ readonly caseId: string; readonly day: string; readonly detail: string }>(
      `SELECT case_id AS caseId, day, detail FROM case_due JOIN case_summary USING (opened_position)
       WHERE kind = ? AND day BETWEEN ? AND ? ORDER BY day, opened_position LIMIT ?`,
    )
    .all(kind, from, through, limit);
  const cases = new Map<string, CaseSummary>(
    findCases(
      db,
      rows.map(({ caseId }) => caseId),
    ).map((found) => [found.caseId, found]),
  );
  const counted = db
    .statement<{ readonly total: number }>(
      `SELECT count(*) AS total FROM (
         SELECT 1 FROM case_due WHERE kind = ? AND day BETWEEN ? AND ? LIMIT ?)`,
    )
    .get(kind, from, through, MOST_COUNTED);
  return {
    cases: rows.flatMap(({ caseId, day, detail }) => {
      const found = cases.get(caseId);
      return found === undefined ? [] : [{ case: found, due: dueOf(kind, day, detail) }];
    }),
    total: counted?.total ?? 0,
  };
}

function dueOf(kind: string, day: string, detail: string): CaseDue {
  const said = z.record(z.string(), z.unknown()).parse(JSON.parse(detail));
  return CaseDue.parse({ ...said, kind, day });
}

/** Brings what is due up to a case's new state; writes only what differs. */
export function writeCaseDue(writer: DeskWriter, before: CaseState | null, after: CaseState): void {
  const had = new Map(
    before === null ? [] : caseDue(before).map((due) => [JSON.stringify(due), due]),
  );
  for (const due of caseDue(after)) {
    if (had.delete(JSON.stringify(due))) continue;
    const { kind, day, ...detail } = due;
    writer
      .statement(
        `INSERT INTO case_due (kind, day, opened_position, detail)
         SELECT ?, ?, opened_position, ? FROM case_summary WHERE case_id = ?`,
      )
      .run(kind, day, JSON.stringify(detail), after.caseId);
  }
  for (const { kind, day, ...detail } of had.values()) {
    writer
      .statement(
        `DELETE FROM case_due WHERE kind = ? AND day = ? AND detail = ? AND opened_position =
           (SELECT opened_position FROM case_summary WHERE case_id = ?)`,
      )
      .run(kind, day, JSON.stringify(detail), after.caseId);
  }
}
