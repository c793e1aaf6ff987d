import { join } from 'node:path';
import type { ChainRow } from '#shared/protocol/chain.ts';
import type { CopyTable } from '#shared/protocol/copy/copyManifest.ts';
import { connect, inTransaction } from './connection.ts';
import { writeCopiedTables } from './copiedTables.ts';
import { openHeadFile } from './headFile.ts';
import { insertJournalRow } from './insertJournalRow.ts';
import { journalTail } from './journal.ts';
import { MIGRATIONS_FOLDER, migrate, readMigrations } from './migrate.ts';
import { DATABASE_FILE, type DeskFiles, HEAD_FILE } from './openDesk.ts';
import { type RebuildProgress, rebuildInSteps } from './rebuildProjections.ts';

/** What of the copied tables is not as it was in a desk that was made again. */
export interface NewLife {
  readonly epoch: number;
  readonly lane: string;
}

/**
 * A desk's database that is made again from a copy, in a folder of its own. The steps are called in
 * their order; `openDeskDatabase` opens what `finish` leaves.
 */
export interface DeskRestoring {
  /** The next events of the journal, as one transaction. */
  addEvents(rows: readonly ChainRow[]): void;
  /** The other tables, with the new life; then whatever migrations the copy had not seen. */
  addTables(tables: readonly CopyTable[], life: NewLife): void;
  /** Projections from the journal: yields between two steps. */
  rebuild(): Generator<RebuildProgress, void>;
  /** The head file, and everything closed. */
  finish(): void;
  /** Closes what is open; what was made stays to be cleared away. */
  abandon(): void;
}

/** Later program versions are told from this one by their number of migrations. */
export function knownSchemaVersion(files: Pick<DeskFiles, 'migrationsFolder'>): number {
  return readMigrations(files.migrationsFolder ?? MIGRATIONS_FOLDER).length;
}

/**
 * Begins the database, at the schema that the copy was made from.
 * @throws the store's error
 */
export function restoreDesk(files: DeskFiles, schemaVersion: number): DeskRestoring {
  const migrations = readMigrations(files.migrationsFolder ?? MIGRATIONS_FOLDER);
  const now = new Date(files.clock.now()).toISOString();
  const reader = connect(join(files.folder, DATABASE_FILE), files.key, 'create');
  /** Where the last event of each case stands. */
  const lastOfCase = new Map<string, number>();
  let position = 0;
  try {
    migrate(reader, migrations.slice(0, schemaVersion), now);
  } catch (error) {
    reader.sqlite.close();
    throw error;
  }
  return {
    addEvents: (rows) => {
      inTransaction(reader, () => {
        for (const row of rows) {
          position += 1;
          const { caseId } = row.header;
          insertJournalRow(reader, row, position, caseId === null ? null : lastOfCase.get(caseId));
          if (caseId !== null) lastOfCase.set(caseId, position);
        }
      });
    },
    addTables: (tables, { epoch, lane }) => {
      inTransaction(reader, (writer) => {
        writeCopiedTables(writer, tables);
        writer.sqlite.prepare('UPDATE device SET epoch = ?, lane = ?').run(epoch, lane);
      });
      migrate(reader, migrations, now);
    },
    rebuild: () => rebuildInSteps(reader),
    finish: () => {
      const tail = journalTail(reader);
      const head = openHeadFile(join(files.folder, HEAD_FILE), files.key, files.crypto, 'write');
      if (tail) head.write(tail);
      head.close();
      reader.sqlite.close();
    },
    abandon: () => reader.sqlite.close(),
  };
}
