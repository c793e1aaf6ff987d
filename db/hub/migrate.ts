import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { type HubDatabase, writeHub } from './connection.ts';

const MIGRATIONS_FOLDER = fileURLToPath(new URL('./migrations', import.meta.url));

/** Of our own choice: two hubs that start at once on one database take turns. */
const MIGRATION_LOCK = 7_274_665;

export class HubDatabaseNewer extends Error {
  constructor() {
    super('this database belongs to a newer version');
    this.name = 'HubDatabaseNewer';
  }
}

/**
 * Applies what the database has not seen, all of it in one transaction.
 * @throws HubDatabaseNewer, leaving the database untouched
 */
export async function migrateHub(hub: HubDatabase): Promise<void> {
  const migrations = readMigrationFiles({ migrationsFolder: MIGRATIONS_FOLDER });
  await writeHub(hub, async (writer) => {
    await writer.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await writer.query(
      `CREATE TABLE IF NOT EXISTS hub_migration (
         idx int PRIMARY KEY, made_at bigint NOT NULL UNIQUE, hash text NOT NULL,
         applied_at timestamptz NOT NULL DEFAULT now())`,
    );
    const [seen] = await writer.query<{ readonly count: number }>(
      'SELECT count(*)::int AS count FROM hub_migration',
    );
    const applied = seen?.count ?? 0;
    if (applied > migrations.length) throw new HubDatabaseNewer();
    for (const [index, migration] of migrations.entries()) {
      if (index < applied) continue;
      for (const statement of migration.sql) await writer.query(statement);
      await writer.query('INSERT INTO hub_migration (idx, made_at, hash) VALUES ($1, $2, $3)', [
        index,
        migration.folderMillis,
        migration.hash,
      ]);
    }
  });
}
