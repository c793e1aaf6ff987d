import { type HubDatabase, type HubReader, writeHub } from './connection.ts';

/**
 * Lists which cases the batches made or changed that came since the last look. Batches and their
 * events enter in one transaction, and positions come into sight in their order.
 */
export function listBatchCases(hub: HubDatabase): Promise<void> {
  return writeHub(hub, async (writer) => {
    const [from] = await writer.query<{ readonly position: number }>(
      'SELECT position FROM batch_case_progress FOR UPDATE',
    );
    const after = from?.position ?? 0;
    const [head] = await writer.query<{ readonly position: number }>(
      'SELECT position FROM journal_head',
    );
    const through = head?.position ?? after;
    if (through === after) return;
    await writer.query(
      `INSERT INTO batch_case (batch_id, case_id)
       SELECT DISTINCT b.batch_id, j.case_id FROM batch b
         JOIN stretch s ON s.first_position = b.first_position
         JOIN journal j ON j.position BETWEEN s.first_position AND s.last_position
       WHERE b.first_position > $1 AND b.first_position <= $2 AND j.case_id IS NOT NULL
       ON CONFLICT DO NOTHING`,
      [after, through],
    );
    await writer.query('UPDATE batch_case_progress SET position = $1', [through]);
  });
}

/** The cases that a batch made or changed; null where there is no such batch. */
export async function listCasesOfBatch(
  db: HubReader,
  batchId: string,
): Promise<readonly string[] | null> {
  const [batch] = await db.query('SELECT 1 FROM batch WHERE batch_id = $1', [batchId]);
  if (!batch) return null;
  const rows = await db.query<{ readonly id: string }>(
    'SELECT case_id AS id FROM batch_case WHERE batch_id = $1 ORDER BY case_id',
    [batchId],
  );
  return rows.map(({ id }) => id);
}
