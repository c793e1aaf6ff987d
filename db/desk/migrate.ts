import { fileURLToPath } from 'node:url';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import { type DeskReader, inTransaction } from './connection.ts';
import { storeProblemOf } from './storeError.ts';

/** Where the shipped migrations lie; a bundled program passes its own folder. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL('./migrations', import.meta.url));

export class MigrationError extends Error {
  constructor(index: number, reason: string) {
    super(`migration ${index}: ${reason}`);
    this.name = 'MigrationError';
  }
}

/** The shipped migrations in their order. Their place in the list is the schema's version. */
export function readMigrations(folder: string = MIGRATIONS_FOLDER): readonly MigrationMeta[] {
  return readMigrationFiles({ migrationsFolder: folder });
}

/** How many migrations the file has seen: SQLite's `user_version`. */
export function schemaVersion(reader: DeskReader): number {
  const version = reader.sqlite.pragma('user_version', { simple: true });
  if (typeof version !== 'number') throw new MigrationError(-1, 'no version');
  return version;
}

/**
 * Applies what the file has not seen, each migration in a transaction of its own. Foreign keys are
 * off outside the transaction, since rebuilding a parent table would otherwise empty its children,
 * and every reference is checked before the commit.
 * @throws MigrationError, or the error of a disk that failed; the file then stands at the last migration that was whole
 */
export function migrate(
  reader: DeskReader,
  migrations: readonly MigrationMeta[],
  appliedAt: string,
): void {
  for (const [index, migration] of migrations.entries()) {
    if (index < schemaVersion(reader)) continue;
    reader.sqlite.pragma('foreign_keys=OFF');
    try {
      inTransaction(reader, () => {
        reader.sqlite.exec(MIGRATION_TABLE);
        for (const statement of migration.sql) reader.sqlite.exec(statement);
        if (reader.sqlite.prepare('PRAGMA foreign_key_check').all().length > 0) {
          throw new MigrationError(index, 'leaves references without their target');
        }
        reader.sqlite
          .prepare('INSERT INTO schema_migration (idx, made_at, hash, applied_at) VALUES (?,?,?,?)')
          .run(index, migration.folderMillis, migration.hash, appliedAt);
        reader.sqlite.pragma(`user_version=${index + 1}`);
      });
    } catch (error) {
      if (storeProblemOf(error) !== null || !(error instanceof Error)) throw error;
      throw new MigrationError(index, error.message);
    } finally {
      reader.sqlite.pragma('foreign_keys=ON');
    }
    if (reader.sqlite.pragma('foreign_keys', { simple: true }) !== 1) {
      throw new MigrationError(index, 'foreign keys did not come on again');
    }
  }
}

const MIGRATION_TABLE = `CREATE TABLE IF NOT EXISTS schema_migration (
  -- Which migrations this file has seen, with the hash of each as it was then.
  idx INTEGER PRIMARY KEY,
  made_at INTEGER NOT NULL UNIQUE,
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  applied_at TEXT NOT NULL CHECK (length(applied_at) = 24)
) STRICT`;
