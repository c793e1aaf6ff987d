import { nextNumbers } from './cases.ts';
import type { HubWriter } from './connection.ts';

/** Digits of a file number; after 999,999 it grows. */
const DIGITS = 6;

/**
 * The file of each beneficiary: the one given at their first import, or a new one. Whoever was joined with
 * another person goes by that person's file. The numbers are locked until the end of the transaction, so
 * that nobody gets two.
 */
export async function filesOf(
  writer: HubWriter,
  beneficiaryIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  await nextNumbers(writer, 'file', 0);
  const known = await writer.query<{
    readonly id: string;
    readonly person: string;
    readonly fileNo: string | null;
  }>(
    // Each step is found by an index: a registry may hold a million cases.
    `WITH asked AS MATERIALIZED (
       SELECT n.id, coalesce(m.person_id, n.id) AS person
       FROM unnest($1::uuid[]) AS n (id) LEFT JOIN merged_person m ON m.beneficiary_id = n.id),
     member AS MATERIALIZED (
       SELECT person, person AS id FROM asked
       UNION SELECT a.person, g.beneficiary_id FROM asked a JOIN merged_person g ON g.person_id = a.person)
     SELECT a.id, a.person, (
       SELECT min(f.file_no) FROM member x CROSS JOIN LATERAL (
         SELECT min(file_no) AS file_no FROM hub_case h
         WHERE h.beneficiary_id = x.id AND h.file_no IS NOT NULL) f
       WHERE x.person = a.person) AS "fileNo"
     FROM asked a`,
    [[...new Set(beneficiaryIds)]],
  );
  const byPerson = new Map(
    known.flatMap(({ person, fileNo }) => (fileNo === null ? [] : [[person, fileNo] as const])),
  );
  const without = [...new Set(known.map(({ person }) => person))].filter(
    (person) => !byPerson.has(person),
  );
  for (const [index, fileNo] of (await newFiles(writer, without.length)).entries()) {
    byPerson.set(without[index] ?? '', fileNo);
  }
  return new Map(known.map(({ id, person }) => [id, byPerson.get(person) ?? '']));
}

/** File numbers that nobody had before. */
export async function newFiles(writer: HubWriter, count: number): Promise<readonly string[]> {
  if (count === 0) return [];
  const numbers = await nextNumbers(writer, 'file', count);
  return numbers.map((number) => `FILE-${String(number).padStart(DIGITS, '0')}`);
}
