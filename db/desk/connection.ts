import Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { hexOf } from '#shared/protocol/bytes.ts';

type SqliteDatabase = Database.Database;

/** What a query that only reads takes as its first parameter. */
export interface DeskReader {
  readonly sqlite: SqliteDatabase;
  readonly orm: BetterSQLite3Database;
  /** A prepared statement, made once for each text: the hot path prepares nothing twice. */
  statement<Row = unknown>(sql: string): Database.Statement<unknown[], Row>;
}

/** The same connection inside a transaction; only `writeDesk` and `appendEvents` hand one out. */
export interface DeskWriter extends DeskReader {
  readonly inTransaction: true;
}

/** Every pragma that the store stands on, how it is set, and how it reads back. */
const PRAGMAS: readonly (readonly [name: string, set: string, readBack: string | number])[] = [
  // The system's own lock on the file: it holds from opening to closing and falls with the process,
  // however that ends, which no lock file with a process id can promise.
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['journal_mode', 'TRUNCATE', 'truncate'],
  ['synchronous', 'EXTRA', 3],
  // On macOS fsync alone does not reach the platter; elsewhere this changes nothing.
  ['fullfsync', 'ON', 1],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['secure_delete', 'ON', 1],
  ['temp_store', 'MEMORY', 2],
];

/** A read-only connection cannot change how the file is journalled. */
const NOT_WHEN_READING = new Set(['journal_mode', 'secure_delete']);

export class PragmaNotTaken extends Error {
  constructor(name: string) {
    super(`pragma ${name} did not take`);
    this.name = 'PragmaNotTaken';
  }
}

/**
 * Opens the encrypted file with every pragma set and read back. Creates it only when `create` says so.
 * @throws SqliteError, also on the first read with a wrong key; PragmaNotTaken
 */
export function connect(
  path: string,
  key: Uint8Array,
  mode: 'create' | 'write' | 'read',
): DeskReader {
  const sqlite = new Database(path, {
    timeout: 0,
    readonly: mode === 'read',
    fileMustExist: mode !== 'create',
  });
  try {
    sqlite.pragma(`cipher='sqlcipher'`);
    sqlite.pragma(`key="x'${hexOf(key)}'"`);
    for (const [name, set, readBack] of PRAGMAS) {
      if (mode === 'read' && NOT_WHEN_READING.has(name)) continue;
      sqlite.pragma(`${name}=${set}`);
      if (sqlite.pragma(name, { simple: true }) !== readBack) throw new PragmaNotTaken(name);
    }
    if (sqlite.pragma('cipher', { simple: true }) !== 'sqlcipher')
      throw new PragmaNotTaken('cipher');
    sqlite.exec(mode === 'read' ? 'SELECT count(*) FROM sqlite_schema' : 'BEGIN EXCLUSIVE; COMMIT');
    return readerOf(sqlite);
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

function readerOf(sqlite: SqliteDatabase): DeskReader {
  const statements = new Map<string, Database.Statement>();
  function statement<Row>(sql: string): Database.Statement<unknown[], Row> {
    const known = statements.get(sql);
    if (known) return known as Database.Statement<unknown[], Row>;
    const made = sqlite.prepare<unknown[], Row>(sql);
    statements.set(sql, made as Database.Statement);
    return made;
  }
  return { sqlite, orm: drizzle({ client: sqlite }), statement };
}

/**
 * Runs `work` in one transaction; an error of any kind rolls it back and is thrown on.
 * Not for use outside `db/desk`: the desk writes through `writeDesk` and `appendEvents`.
 */
export function inTransaction<Result>(
  reader: DeskReader,
  work: (writer: DeskWriter) => Result,
): Result {
  settleHeld(reader);
  reader.statement('BEGIN IMMEDIATE').run();
  try {
    const result = work({ ...reader, inTransaction: true });
    reader.statement('COMMIT').run();
    return result;
  } catch (error) {
    // A full disk makes SQLite roll back by itself.
    if (reader.sqlite.inTransaction) reader.statement('ROLLBACK').run();
    throw error;
  }
}

/**
 * One transaction in steps, for long work that nobody writes beside: between two of them the process
 * answers. Ended early, or by an error, all of it is taken back.
 */
export function* inLongTransaction<Step, Result>(
  reader: DeskReader,
  work: (writer: DeskWriter) => Generator<Step, Result>,
): Generator<Step, Result> {
  settleHeld(reader);
  reader.statement('BEGIN IMMEDIATE').run();
  try {
    const result = yield* work({ ...reader, inTransaction: true });
    reader.statement('COMMIT').run();
    return result;
  } finally {
    if (reader.sqlite.inTransaction) reader.statement('ROLLBACK').run();
  }
}

/**
 * A transaction that stays open over turns of the event loop, for work in many slices that would wait for
 * the disk after each. Every slice leaves all as true as a commit would, for whoever writes in between
 * commits it first.
 */
export interface HeldTransaction {
  /** Runs a slice; an error takes back this slice alone, and is thrown on. */
  slice<Result>(work: (writer: DeskWriter) => Result): Result;
  /** Puts on the disk what was not yet. @throws as SQLite does; all since the last commit is gone then */
  commit(): void;
}

/** What is held open on a connection, and how it is committed. */
const held = new WeakMap<SqliteDatabase, () => void>();

export function holdTransaction(reader: DeskReader, onLost: () => void): HeldTransaction {
  const { sqlite } = reader;
  let lost: unknown;
  const commit = () => {
    if (lost !== undefined) throw lost;
    if (held.get(sqlite) !== commit) return;
    held.delete(sqlite);
    try {
      reader.statement('COMMIT').run();
    } catch (error) {
      lost = error;
      if (sqlite.inTransaction) reader.statement('ROLLBACK').run();
      onLost();
      throw error;
    } finally {
      sqlite.pragma('cache_spill=ON');
    }
  };
  return {
    slice: (work) => {
      if (lost !== undefined) throw lost;
      if (held.get(sqlite) !== commit) {
        settleHeld(reader);
        // What does not fit would go to the disk at once, and wait for it.
        sqlite.pragma('cache_spill=OFF');
        reader.statement('BEGIN IMMEDIATE').run();
        held.set(sqlite, commit);
      }
      reader.statement('SAVEPOINT slice').run();
      try {
        const result = work({ ...reader, inTransaction: true });
        reader.statement('RELEASE slice').run();
        return result;
      } catch (error) {
        if (sqlite.inTransaction) {
          reader.statement('ROLLBACK TO slice').run();
          reader.statement('RELEASE slice').run();
        } else {
          lost = error;
          held.delete(sqlite);
          onLost();
        }
        throw error;
      }
    },
    commit,
  };
}

/** Commits what is held open, before another writes: its loss is told to whoever held it. */
function settleHeld({ sqlite }: DeskReader): void {
  try {
    held.get(sqlite)?.();
  } catch {
    // Whoever writes now meets the disk as it is.
  }
}
