import type { DeskReader, DeskWriter } from './connection.ts';

/** A version of headquarters' match index, whole or as far as it has come. */
export interface StoredMatchVersion {
  readonly version: number;
  readonly key: Uint8Array;
  readonly blocks: number;
  readonly through: number;
  readonly whole: boolean;
}

/** The newest last; at most one of them is not whole. */
export function listMatchVersions(db: DeskReader): readonly StoredMatchVersion[] {
  return db
    .statement<Omit<StoredMatchVersion, 'key' | 'whole'> & { key: Buffer; whole: number }>(
      `SELECT version, index_key AS key, blocks, through, whole FROM match_index ORDER BY version`,
    )
    .all()
    .map((row) => ({ ...row, key: Uint8Array.from(row.key), whole: row.whole === 1 }));
}

export interface MatchPieces {
  readonly parts: readonly { readonly number: number; readonly bytes: Uint8Array }[];
  readonly blocks: readonly { readonly number: number; readonly bytes: Uint8Array }[];
}

/**
 * Takes in what came of a version. When it is whole, it is in force and earlier ones go; one that is not
 * whole replaces another that never was.
 */
export function putMatchPage(
  writer: DeskWriter,
  version: StoredMatchVersion,
  { parts, blocks }: MatchPieces,
  readAt: string,
): void {
  writer
    .statement(
      `INSERT INTO match_index (version, index_key, blocks, through, whole, read_at)
       VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (version) DO UPDATE SET through = excluded.through,
         whole = max(whole, excluded.whole), read_at = excluded.read_at`,
    )
    .run(
      version.version,
      Buffer.from(version.key),
      version.blocks,
      version.through,
      version.whole ? 1 : 0,
      readAt,
    );
  const putPart = writer.statement(
    'INSERT OR REPLACE INTO match_part (version, part, entries) VALUES (?, ?, ?)',
  );
  for (const { number, bytes } of parts) putPart.run(version.version, number, Buffer.from(bytes));
  const putBlock = writer.statement(
    'INSERT OR REPLACE INTO match_block (version, block, bits) VALUES (?, ?, ?)',
  );
  for (const { number, bytes } of blocks) putBlock.run(version.version, number, Buffer.from(bytes));
  const left = version.whole ? 'version <> ?' : 'whole = 0 AND version <> ?';
  const gone = writer
    .statement<{ readonly version: number }>(`SELECT version FROM match_index WHERE ${left}`)
    .all(version.version);
  for (const { version: old } of gone) {
    for (const table of ['match_part', 'match_block', 'match_index']) {
      writer.statement(`DELETE FROM ${table} WHERE version = ?`).run(old);
    }
  }
}

export function listMatchParts(
  db: DeskReader,
  version: number,
  from: number,
  limit: number,
): readonly { readonly part: number; readonly entries: Uint8Array }[] {
  return db
    .statement<{ readonly part: number; readonly entries: Buffer }>(
      `SELECT part, entries FROM match_part WHERE version = ? AND part >= ? ORDER BY part LIMIT ?`,
    )
    .all(version, from, limit);
}

export function findMatchPart(db: DeskReader, version: number, part: number): Uint8Array | null {
  return (
    db
      .statement<{ readonly entries: Buffer }>(
        'SELECT entries FROM match_part WHERE version = ? AND part = ?',
      )
      .get(version, part)?.entries ?? null
  );
}

export function findMatchBlock(db: DeskReader, version: number, block: number): Uint8Array | null {
  return (
    db
      .statement<{ readonly bits: Buffer }>(
        'SELECT bits FROM match_block WHERE version = ? AND block = ?',
      )
      .get(version, block)?.bits ?? null
  );
}
