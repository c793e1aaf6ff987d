import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '#db/desk/connection.ts';
import {
  COPIED_TABLES,
  REBUILT_TABLES,
  readCopiedTables,
  SENT_AGAIN_TABLES,
  writeCopiedTables,
} from '#db/desk/copiedTables.ts';
import { saveDraft } from '#db/desk/drafts.ts';
import { DESK_TABLES } from '#db/desk/schema.ts';
import { setSetting } from '#db/desk/settings.ts';
import type { DeskStore } from '#db/desk/store.ts';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import {
  ACTOR,
  deskFiles,
  dropFolder,
  foundDesk,
  newCaseId,
  newFolder,
} from './support/deskFixture.ts';

let folder: string;
let store: DeskStore;
beforeEach(() => {
  folder = newFolder();
  store = foundDesk(deskFiles(folder, nodeCrypto.randomBytes(32)));
});
afterEach(() => {
  store.close();
  dropFolder(folder);
});

describe('a copy of the store', () => {
  it('takes every table, or knows that it is made anew', () => {
    const names = DESK_TABLES.map((table) => getTableConfig(table).name);
    expect([...COPIED_TABLES, ...REBUILT_TABLES, ...SENT_AGAIN_TABLES].toSorted()).toEqual(
      names.toSorted(),
    );
  });

  it('gives the rows back as they were, bytes and nulls among them', () => {
    saveDraft(store, { caseId: newCaseId(), scope: 'B', actorId: ACTOR, body: { city: 'مكة' } });
    setSetting(store, 'language', null);
    const tables = readCopiedTables(store.reader);
    inTransaction(store.reader, (writer) => {
      writer.sqlite.exec(`UPDATE setting SET value = '1'; DELETE FROM draft`);
      writeCopiedTables(writer, tables);
    });
    expect(readCopiedTables(store.reader)).toEqual(tables);
    expect(tables.find(({ name }) => name === 'device')?.rows).toHaveLength(1);
  });
});
