import { nextNumbers } from './cases.ts';
import type { HubWriter } from './connection.ts';

/** Digits of a file number; after 999,999 it grows. */
const DIGITS = 6;

/**
 * The file of each beneficiary: the one given at their first import, or a new one. The numbers are
 * locked until the end of the transaction, so that nobody gets two.
 */
export async function filesOf(
  writer: HubWriter,
  beneficiaryIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  await nextNumbers(writer, 'file', 0);
  const known = await writer.query<{ readonly id: string; readonly fileNo: string }>(
    `SELECT DISTINCT ON (beneficiary_id) beneficiary_id AS id, file_no AS "fileNo" FROM hub_case
     WHERE beneficiary_id = ANY($1::uuid[]) AND file_no IS NOT NULL ORDER BY beneficiary_id, file_no`,
    [beneficiaryIds],
  );
  const files = new Map(known.map(({ id, fileNo }) => [id, fileNo]));
  const without = [...new Set(beneficiaryIds)].filter((id) => !files.has(id));
  if (without.length === 0) return files;
  const numbers = await nextNumbers(writer, 'file', without.length);
  for (const [index, id] of without.entries()) {
    files.set(id, `FILE-${String(numbers[index]).padStart(DIGITS, '0')}`);
  }
  return files;
}
