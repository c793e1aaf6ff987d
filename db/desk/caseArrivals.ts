import { CaseId } from '#shared/domain/identity.ts';
import type { DeskReader } from './connection.ts';
import type { JournalOutline } from './journalOutline.ts';

/**
 * Where a case stands in lists: in the order in which cases came to this laptop, and in that in which
 * they were changed last. Both count up; without cases from elsewhere they are positions of the journal.
 */
export interface CasePlace {
  readonly opened: number;
  readonly last: number;
  readonly own: number | null;
}

/** When something came: after which position of the own journal, and there as the how many-th. */
interface Arrival {
  readonly position: number;
  readonly arrival: number;
}

interface CaseArrivals {
  readonly caseId: CaseId;
  readonly first: Arrival;
  readonly last: Arrival;
  readonly own: number | null;
}

function readArrivals(
  db: DeskReader,
  { cases }: Pick<JournalOutline, 'cases'>,
): readonly CaseArrivals[] {
  const found = new Map<string, CaseArrivals>();
  for (const [caseId, { first, last }] of cases) {
    found.set(caseId, {
      caseId: CaseId.parse(caseId),
      first: { position: first, arrival: 0 },
      last: { position: last, arrival: 0 },
      own: last,
    });
  }
  for (const { caseId, position, arrival } of db
    .statement<Arrival & { readonly caseId: string }>(
      `SELECT case_id AS caseId, own_position AS position, arrival FROM feed_event
       WHERE case_id IS NOT NULL ORDER BY arrival`,
    )
    .all()) {
    const at = { position, arrival };
    const known = found.get(caseId);
    found.set(caseId, {
      caseId: CaseId.parse(caseId),
      first: known && compareArrivals(known.first, at) < 0 ? known.first : at,
      last: known && compareArrivals(known.last, at) > 0 ? known.last : at,
      own: known?.own ?? null,
    });
  }
  return [...found.values()];
}

export interface PlacedCase extends CasePlace {
  readonly caseId: CaseId;
}

/**
 * All cases with the places that keeping them up event by event gives them, as far as the order goes; in
 * the order in which they came.
 */
export function placedCases(
  db: DeskReader,
  outline: Pick<JournalOutline, 'cases'>,
): readonly PlacedCase[] {
  const arrivals = readArrivals(db, outline);
  const opened = new Map<CaseId, number>();
  let greatest = 0;
  const inOrder = byArrival(arrivals, 'first');
  for (const { caseId, first } of inOrder) {
    greatest = Math.max(greatest + 1, first.arrival === 0 ? first.position : 0);
    opened.set(caseId, greatest);
  }
  const lasts = new Map<CaseId, number>();
  greatest = 0;
  for (const { caseId, last } of byArrival(arrivals, 'last')) {
    const place = last.arrival === 0 ? last.position : 0;
    // No case was changed before it came.
    greatest = Math.max(greatest + 1, place, opened.get(caseId) ?? 0);
    lasts.set(caseId, greatest);
  }
  return inOrder.map(({ caseId, own }) => ({
    caseId,
    opened: opened.get(caseId) ?? 1,
    last: lasts.get(caseId) ?? 1,
    own,
  }));
}

function byArrival(arrivals: readonly CaseArrivals[], which: 'first' | 'last') {
  return arrivals.toSorted((left, right) => compareArrivals(left[which], right[which]));
}

function compareArrivals(left: Arrival, right: Arrival): number {
  return left.position - right.position || left.arrival - right.arrival;
}
