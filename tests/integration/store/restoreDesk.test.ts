import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendEvents } from '#db/desk/appendEvents.ts';
import { connect } from '#db/desk/connection.ts';
import { readCopiedTables } from '#db/desk/copiedTables.ts';
import { getDevice } from '#db/desk/device.ts';
import { readDrafts, saveDraft } from '#db/desk/drafts.ts';
import { readCase, readJournal, verifyStoredChain } from '#db/desk/journal.ts';
import { migrate, readMigrations, schemaVersion } from '#db/desk/migrate.ts';
import { restoreDesk } from '#db/desk/restoreDesk.ts';
import type { DeskStore } from '#db/desk/store.ts';
import { nodeCrypto } from '#ports/nodeCrypto.ts';
import type { CopyTable } from '#shared/protocol/copy/copyManifest.ts';
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
  reopenDesk,
} from './support/deskFixture.ts';

const key = nodeCrypto.randomBytes(32);
const caseId = newCaseId();
let folder: string;
let other: string;
let store: DeskStore;
beforeEach(() => {
  folder = newFolder();
  other = newFolder();
  store = foundDesk(deskFiles(folder, key));
  accepted(
    appendEvents(store, {
      events: [
        openedEvent(caseId, 'R-1'),
        answersEvent(caseId, identityAnswers(['ريم', 'ماجد', 'علي', 'الشهري'])),
      ],
    }),
  );
  saveDraft(store, { caseId, scope: 'C', actorId: ACTOR, body: { city: 'مكة' } });
});
afterEach(() => {
  store.close();
  dropFolder(folder);
  dropFolder(other);
});

/** The schema of the first copies: tables that came later are not in them. */
const OLDEST = 8;

/** The rows as a program of that schema would have copied them: without the tables and columns that came later. */
function tablesAt(version: number): readonly CopyTable[] {
  const reader = connect(`${other}/old.db`, key, 'create');
  migrate(reader, readMigrations().slice(0, version), '2025-02-24T06:00:00.000Z');
  const columnsOf = (name: string) =>
    reader
      .statement<{ readonly name: string }>(`SELECT name FROM pragma_table_info('${name}')`)
      .all()
      .map((column) => column.name);
  const tables = readCopiedTables(store.reader).flatMap((table) => {
    const columns = columnsOf(table.name);
    if (columns.length === 0) return [];
    const kept = columns.map((column) => table.columns.indexOf(column));
    const rows = table.rows.map((row) => kept.map((at) => row[at] ?? null));
    return [{ ...table, columns, rows }];
  });
  reader.sqlite.close();
  return tables;
}

describe('a database made again from a copy', () => {
  it.each([OLDEST, readMigrations().length])(
    'of schema %i is whole and up to date',
    async (version) => {
      const files = deskFiles(other, key);
      const rows = readJournal(store.reader, 0, 100);
      const restoring = restoreDesk(files, version);
      restoring.addEvents(rows.slice(0, 3));
      restoring.addEvents(rows.slice(3));
      restoring.addTables(tablesAt(version), { epoch: 9, lane: '0K' });
      for (const _step of restoring.rebuild());
      restoring.finish();

      const again = reopenDesk(files);
      try {
        expect(schemaVersion(again.reader)).toBe(readMigrations().length);
        expect(getDevice(again.reader)).toMatchObject({ epoch: 9, lane: '0K' });
        expect(await verifyStoredChain(again.reader, nodeCrypto)).toMatchObject({ ok: true });
        expect(readCase(again, caseId)).toEqual(readCase(store, caseId));
        expect(readDrafts(again.reader, caseId)).toEqual(readDrafts(store.reader, caseId));
        const [next] = accepted(
          appendEvents(again, { events: [answersEvent(caseId, { city: { value: 'منى' } })] }),
        ).events;
        expect(next?.header).toMatchObject({ epoch: 9, seq: 1 });
      } finally {
        again.close();
      }
    },
  );
});
