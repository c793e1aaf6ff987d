import { type HubDatabase, writeHub } from './connection.ts';

/** A copy of a paper that belongs to no case, counted by what it is about. */
export interface CopyToCount {
  readonly paper: string;
  readonly subject: string;
  readonly language: string;
  readonly printedBy: string;
  readonly printedAt: string;
}

/** Records one more copy; two who print at once have two numbers. @returns its number, from 1 on */
export function countCopy(hub: HubDatabase, copy: CopyToCount): Promise<number> {
  const { paper, subject, language, printedBy, printedAt } = copy;
  return writeHub(hub, async (writer) => {
    await writer.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `printed_paper ${paper} ${subject}`,
    ]);
    const [counted] = await writer.query<{ readonly copy: number }>(
      `INSERT INTO printed_paper (paper, subject, copy, language, printed_by, printed_at)
       SELECT $1, $2, coalesce(max(copy), 0) + 1, $3, $4, $5 FROM printed_paper
       WHERE paper = $1 AND subject = $2
       RETURNING copy`,
      [paper, subject, language, printedBy, printedAt],
    );
    if (counted === undefined) throw new TypeError('a copy that was neither there nor made');
    return counted.copy;
  });
}
