import type { HubReader, HubWriter } from './connection.ts';

/** The public keys for sticks, the hub's own first; null before the first start made them. */
export async function findStickRecipients(db: HubReader): Promise<readonly string[] | null> {
  const rows = await db.query<{ readonly recipient: string }>(
    'SELECT recipient FROM stick_key ORDER BY kind',
  );
  return rows.length === 0 ? null : rows.map(({ recipient }) => recipient);
}

export async function insertStickKey(
  writer: HubWriter,
  key: {
    readonly kind: 'online' | 'recovery';
    readonly recipient: string;
    readonly madeAt: string;
  },
): Promise<void> {
  await writer.query('INSERT INTO stick_key (kind, recipient, made_at) VALUES ($1, $2, $3)', [
    key.kind,
    key.recipient,
    key.madeAt,
  ]);
}
