import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { appendEvents } from '#db/desk/appendEvents.ts';
import { takeComplaintCounter } from '#db/desk/complaints.ts';
import type { DeskReader } from '#db/desk/connection.ts';
import { connect } from '#db/desk/connection.ts';
import { saveDraft } from '#db/desk/drafts.ts';
import { readCase, readJournal } from '#db/desk/journal.ts';
import { MIGRATIONS_FOLDER, readMigrations, schemaVersion } from '#db/desk/migrate.ts';
import { openDeskDatabase } from '#db/desk/openDesk.ts';
import { wantsRebuilding } from '#db/desk/rebuildProjections.ts';
import { takeReferenceCounter } from '#db/desk/references.ts';
import { DESK_TABLES } from '#db/desk/schema.ts';
import { setSetting } from '#db/desk/settings.ts';
import type { DeskStore } from '#db/desk/store.ts';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import { contactEvents } from './support/contactEvents.ts';
import {
  ACTOR,
  accepted,
  answersEvent,
  deskFiles,
  dropFolder,
  foundDesk,
  identityAnswers,
  newCaseId,
  newFolder,
  openedEvent,
  paperEvent,
  reopenDesk,
} from './support/deskFixture.ts';

const Journal = z.object({
  entries: z.array(z.object({ idx: z.int(), when: z.int(), tag: z.string() })),
});
const journal = Journal.parse(
  JSON.parse(readFileSync(join(MIGRATIONS_FOLDER, 'meta/_journal.json'), 'utf8')),
);

let folder: string;
const key = nodeCrypto.randomBytes(32);
let caseId = newCaseId();
let store: DeskStore;

/** Puts a row into every table. */
function fillEveryTable(): void {
  accepted(
    appendEvents(store, {
      events: (writer) => {
        takeReferenceCounter(writer, 2025);
        takeComplaintCounter(writer, 2025);
        const names = ['ريم', 'ماجد', 'علي', 'الشهري'] as const;
        return [
          openedEvent(caseId, 'R-1'),
          answersEvent(caseId, identityAnswers(names)),
          paperEvent(caseId),
          ...contactEvents(),
        ];
      },
    }),
  );
  saveDraft(store, { caseId, scope: 'C', actorId: ACTOR, body: { city: 'مكة' } });
  store.reader.sqlite
    .prepare(`INSERT INTO form_draft VALUES (?, 'contact', '{}', '2025-02-24T06:00:00.000Z')`)
    .run(ACTOR);
  setSetting(store, 'language', 'ar');
  const [first] = readJournal(store.reader, 0, 1);
  store.reader.sqlite
    .prepare(`INSERT INTO receipt_head VALUES (1, 1, ?, '2025-02-24T06:00:00.000Z')`)
    .run(first?.headerHash);
  fillSyncTables(store);
}

function fillSyncTables({ reader }: DeskStore): void {
  const at = '2025-02-24T06:00:00.000Z';
  reader.sqlite
    .prepare(
      `INSERT INTO hub_link VALUES (1, 'https://hub.example', NULL, NULL, NULL, 'asking', ?, NULL, 0, NULL, NULL, NULL)`,
    )
    .run(at);
  reader.sqlite.prepare(`INSERT INTO sync_contact VALUES (1, ?, 'offline', 0, 0, 0, 0)`).run(at);
  reader.sqlite.exec(
    `INSERT INTO feed_chain VALUES (1, '01950000-0000-7000-8000-000000000009', 1, 1, '${'0'.repeat(64)}');
     INSERT INTO feed_event VALUES (1, 2, 1, 1, 'laterKind', NULL, '{}', NULL, NULL, 1);
     INSERT INTO case_unopened VALUES ('01950000-0000-7000-8000-00000000000a', 3);
     INSERT INTO feed_head VALUES (1, '0', NULL, '${at}');
     INSERT INTO match_index VALUES (1, randomblob(32), 1, 2, 1, '${at}');
     INSERT INTO match_part VALUES (1, 0, randomblob(3552));
     INSERT INTO match_block VALUES (1, 0, randomblob(320));
     INSERT INTO known_person VALUES ('${ACTOR}', '', 'سارة', 1, '${at}');
     INSERT INTO published_reference VALUES ('settings', 'settings', 2, '{}', 'x', '${ACTOR}', '${at}');`,
  );
  reader.sqlite.prepare(`INSERT INTO sync_refusal VALUES (1, 'malformed', ?, 1, NULL)`).run(at);
  reader.sqlite
    .prepare(`INSERT INTO attachment_queue VALUES (?, 0, ?, ?, 1, 1, NULL, NULL)`)
    .run(newCaseId(), newCaseId(), 'a'.repeat(64));
  reader.sqlite
    .prepare(`INSERT INTO printed_paper VALUES ('N4', ?, 1, 'ar', ?, ?)`)
    .run(newCaseId(), ACTOR, at);
  reader.sqlite
    .prepare(`INSERT INTO parcel VALUES (?, ?, ?, 'AGE-SECRET-KEY-1', 0, 0, 1, 0, NULL)`)
    .run(newCaseId(), at, at);
}

function tableNames(reader: DeskReader): readonly string[] {
  return z
    .array(z.string())
    .parse(
      reader.sqlite
        .prepare(
          `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'case_search*' ORDER BY name`,
        )
        .pluck()
        .all(),
    );
}

function countRows(reader: DeskReader): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    tableNames(reader).map((name) => [
      name,
      reader.sqlite.prepare(`SELECT count(*) FROM ${name}`).pluck().get(),
    ]),
  );
}

beforeEach(() => {
  folder = newFolder();
  caseId = newCaseId();
  store = foundDesk(deskFiles(folder, key));
  fillEveryTable();
});
afterEach(() => {
  store.close();
  dropFolder(folder);
});

/** An event beside the end of the journal: its place and the hash before it are as given. */
function copyOfTail(place: string): string {
  return `INSERT INTO journal (position, seq, previous_hash, event_id, device_id, epoch, at, hlc,
      actor_id, kind, payload_hash, header_hash)
    SELECT ${place}, event_id, device_id, epoch, at, hlc, actor_id, kind, payload_hash, header_hash
    FROM journal ORDER BY position DESC LIMIT 1`;
}

describe('the migrated database', () => {
  it('has every table STRICT, with a comment that says what it is for', () => {
    const names = tableNames(store.reader);
    expect(names).toEqual(DESK_TABLES.map((table) => getTableConfig(table).name).sort());
    for (const name of names) {
      const strict = store.reader.sqlite
        .prepare(`SELECT strict FROM pragma_table_list WHERE name = ? AND schema = 'main'`)
        .pluck()
        .get(name);
      expect(strict, name).toBe(1);
      const sql = store.reader.sqlite
        .prepare('SELECT sql FROM sqlite_schema WHERE name = ?')
        .pluck()
        .get(name);
      expect(sql, name).toMatch(/^CREATE TABLE \w+ \(\s*-- [A-Z].{20,}/);
      expect(sql, name).not.toMatch(/CASCADE/);
    }
  });

  it('is filled by this test in every table', () => {
    for (const [name, count] of Object.entries(countRows(store.reader))) {
      expect(count, name).toBeGreaterThan(0);
    }
  });

  const Column = z.object({ name: z.string(), type: z.string(), notnull: z.int(), pk: z.int() });
  const IndexList = z.array(z.object({ name: z.string(), unique: z.int(), origin: z.string() }));
  const ForeignKey = z.object({ table: z.string(), from: z.string(), to: z.string() });

  it.each(DESK_TABLES.map((table) => [getTableConfig(table).name, table] as const))(
    'has %s as the Drizzle schema says',
    (name, table) => {
      const config = getTableConfig(table);
      const pragma = (which: string) => store.reader.sqlite.pragma(`${which}(${name})`);
      const composite = config.primaryKeys.flatMap((each) => each.columns.map((one) => one.name));
      const columns = z.array(Column).parse(pragma('table_info'));
      expect(
        columns.map(({ name: column, type, notnull, pk }) => ({
          column,
          type: type.toLowerCase(),
          // A primary key may not be null in Drizzle's eyes; SQLite says so only of composite ones.
          required: notnull === 1 || pk > 0,
          key: pk > 0,
        })),
      ).toEqual(
        config.columns.map((column) => ({
          column: column.name,
          type: column.getSQLType(),
          required: column.notNull,
          key: column.primary || composite.includes(column.name),
        })),
      );

      const indexes = IndexList.parse(pragma('index_list'));
      const columnsOf = (index: string) =>
        store.reader.sqlite.prepare('SELECT name FROM pragma_index_info(?)').pluck().all(index);
      const named = indexes.filter((each) => each.origin === 'c');
      expect(named.map((each) => `${each.name}: ${columnsOf(each.name).join()}`).sort()).toEqual(
        config.indexes

          .map((each) => {
            const names = each.config.columns.map((column) =>
              'name' in column ? column.name : '',
            );
            return `${each.config.name}: ${names.join()}`;
          })
          .sort(),
      );
      const uniques = indexes.filter((each) => each.origin === 'u');
      expect(uniques.map((each) => columnsOf(each.name).join()).sort()).toEqual(
        [
          ...config.uniqueConstraints.map((each) =>
            each.columns.map((column) => column.name).join(),
          ),
          ...config.columns.filter((column) => column.isUnique).map((column) => column.name),
        ].sort(),
      );
      const references = z.array(ForeignKey).parse(pragma('foreign_key_list'));
      expect(references.map((each) => `${each.from}>${each.table}.${each.to}`).sort()).toEqual(
        config.foreignKeys
          .map((each) => {
            const { columns: from, foreignColumns: to, foreignTable } = each.reference();
            return `${from[0]?.name}>${getTableConfig(foreignTable).name}.${to[0]?.name}`;
          })
          .sort(),
      );
    },
  );

  it.each([
    [`UPDATE journal SET seq = 0 WHERE position = 1`],
    [`UPDATE journal SET salt = NULL WHERE position = 1`],
    [`UPDATE journal SET payload = '{' WHERE position = 1`],
    [`UPDATE journal SET epoch = 'one' WHERE position = 1`],
    [`UPDATE journal SET seq = 9 WHERE position = 1`],
    [`UPDATE journal SET payload = '{}' WHERE position = 1`],
    [`UPDATE journal SET case_previous = 1 WHERE position = 4`],
    [`DELETE FROM journal WHERE position = 4`],
    [copyOfTail('position + 2, seq + 1, header_hash')],
    [copyOfTail('position + 1, seq + 2, header_hash')],
    [copyOfTail('position + 1, seq + 1, previous_hash')],
    [copyOfTail('position, seq, previous_hash')],
    [
      `INSERT INTO device SELECT 2, device_id, epoch, lane, branch_office_id, branch_code, branch_name,
       training, public_key, private_key FROM device`,
    ],
    [`UPDATE reference_counter SET last = 0`],
    [`UPDATE person SET role = 'director'`],
    [`DELETE FROM beneficiary`],
    [`UPDATE case_due SET kind = 'shoeSize'`],
  ])('refuses %s', (sql) => {
    expect(() => store.reader.sqlite.exec(sql)).toThrow(/constraint|STRICT|cannot store/i);
  });
});

describe('the journal', () => {
  it('takes an event that follows, and lets a payload be destroyed', () => {
    store.reader.sqlite.exec(copyOfTail('position + 1, seq + 1, header_hash'));
    store.reader.sqlite.exec('UPDATE journal SET salt = NULL, payload = NULL WHERE position = 1');
    expect(countRows(store.reader)['journal']).toBe(13);
  });
});

describe('the list of migrations', () => {
  it('is in order, by index and by time', () => {
    expect(journal.entries.map((entry) => entry.idx)).toEqual(journal.entries.map((_, at) => at));
    const times = journal.entries.map((entry) => entry.when);
    expect(times).toEqual([...new Set(times)].sort((left, right) => left - right));
  });

  it('was applied whole', () => {
    const applied = store.reader.sqlite
      .prepare('SELECT idx, made_at AS madeAt, hash FROM schema_migration ORDER BY idx')
      .all();
    expect(applied).toEqual(
      readMigrations().map((migration, idx) => ({
        idx,
        madeAt: migration.folderMillis,
        hash: migration.hash,
      })),
    );
    expect(applied).toHaveLength(journal.entries.length);
    expect(schemaVersion(store.reader)).toBe(journal.entries.length);
  });
});

describe('migrating', () => {
  /** The shipped migrations and one more. */
  function withMigration(sql: string): string {
    const next = join(folder, 'migrations');
    mkdirSync(join(next, 'meta'), { recursive: true });
    const tag = '9999_next';
    const when = (journal.entries.at(-1)?.when ?? 0) + 1;
    const entries = [
      ...journal.entries,
      { idx: journal.entries.length, when, tag, breakpoints: true },
    ];
    writeFileSync(join(next, 'meta/_journal.json'), JSON.stringify({ entries }));
    for (const { tag: name } of journal.entries) {
      writeFileSync(
        join(next, `${name}.sql`),
        readFileSync(join(MIGRATIONS_FOLDER, `${name}.sql`)),
      );
    }
    writeFileSync(join(next, `${tag}.sql`), sql);
    return next;
  }

  /** Rebuilds a parent table, the case in which children have been lost elsewhere. */
  const REBUILD_PARENT = `
    CREATE TABLE beneficiary_new (
      -- Who a beneficiary is, in another shape for this test.
      beneficiary_id TEXT PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL, id_number TEXT,
      birth_date TEXT, mobile TEXT, latest_opened INTEGER NOT NULL, case_count INTEGER NOT NULL,
      open_count INTEGER NOT NULL, category TEXT NOT NULL, is_named INTEGER NOT NULL, note TEXT
    ) STRICT;
    --> statement-breakpoint
    INSERT INTO beneficiary_new SELECT *, NULL FROM beneficiary;
    --> statement-breakpoint
    DROP TABLE beneficiary;
    --> statement-breakpoint
    ALTER TABLE beneficiary_new RENAME TO beneficiary;`;

  it('keeps every row of every table, and a copy of the file as it was', () => {
    const before = countRows(store.reader);
    store.close();
    const path = join(folder, 'desk.db');
    const bytes = readFileSync(path);
    const migrationsFolder = withMigration(REBUILD_PARENT);
    const result = openDeskDatabase({ ...deskFiles(folder, key), migrationsFolder });
    if (result.kind !== 'open') throw new Error(result.problem);
    store = result.store;
    const known = journal.entries.length;
    expect(countRows(store.reader)).toEqual({ ...before, schema_migration: known + 1 });
    expect(store.reader.sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(store.reader.sqlite.pragma('foreign_key_check')).toEqual([]);
    expect(schemaVersion(store.reader)).toBe(known + 1);
    expect(result.copyBeforeMigration).not.toBeNull();
    expect(readFileSync(result.copyBeforeMigration ?? '').equals(bytes)).toBe(true);
    accepted(appendEvents(store, { events: [answersEvent(caseId, { city: { value: 'منى' } })] }));

    store.close();
    expect(openDeskDatabase(deskFiles(folder, key))).toMatchObject({ problem: 'newerVersion' });
    store = reopenDesk({ ...deskFiles(folder, key), migrationsFolder });
  });

  it.each([
    ['is no SQL', 'CREATE TABEL x (y)'],
    ['leaves references without their target', 'DELETE FROM beneficiary'],
  ])('that %s leaves the database as it was', (_, sql) => {
    const before = countRows(store.reader);
    store.close();
    const migrationsFolder = withMigration(`CREATE TABLE half (x INTEGER) STRICT;
      --> statement-breakpoint
      ${sql};`);
    expect(openDeskDatabase({ ...deskFiles(folder, key), migrationsFolder })).toEqual({
      kind: 'failed',
      problem: 'migrationFailed',
    });
    store = reopenDesk(deskFiles(folder, key));
    expect(countRows(store.reader)).toEqual(before);
    expect(readCase(store, caseId)?.reference).toBe('R-1');
  });

  it('that asks for it has the projections made anew from the journal, once', () => {
    store.close();
    const migrationsFolder = withMigration(`
      UPDATE case_summary SET applicant_name = 'x', category = 'x';
      --> statement-breakpoint
      UPDATE beneficiary SET name = 'x', case_count = 7;
      --> statement-breakpoint
      INSERT INTO setting (name, value) VALUES ('projections.rebuild', 'true');`);
    store = reopenDesk({ ...deskFiles(folder, key), migrationsFolder });
    const read = (sql: string) => store.reader.sqlite.prepare(sql).raw().all();
    expect(read('SELECT applicant_name, category FROM case_summary')).toEqual([
      ['ريم ماجد علي الشهري', ''],
    ]);
    expect(read('SELECT name, case_count, open_count FROM beneficiary')).toEqual([
      ['ريم ماجد علي الشهري', 1, 1],
    ]);
    expect(wantsRebuilding(store.reader)).toBe(false);
  });

  it('keeps the copy encrypted', () => {
    store.close();
    const migrationsFolder = withMigration('CREATE TABLE more (x INTEGER) STRICT;');
    store = reopenDesk({ ...deskFiles(folder, key), migrationsFolder });
    const copy = join(folder, `desk.db.version-${journal.entries.length}`);
    expect(existsSync(copy)).toBe(true);
    expect(() => connect(copy, nodeCrypto.randomBytes(32), 'read')).toThrow();
    connect(copy, key, 'read').sqlite.close();
  });
});
