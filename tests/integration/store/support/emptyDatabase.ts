import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { connect, type DeskReader } from '#db/desk/connection.ts';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import { dropFolder, newFolder } from './deskFixture.ts';

/** A database without any table, anew for each test of the file: to be migrated step by step. */
export function eachEmptyDatabase(): () => DeskReader {
  let folder: string;
  let db: DeskReader;
  beforeEach(() => {
    folder = newFolder();
    db = connect(join(folder, 'desk.db'), nodeCrypto.randomBytes(32), 'create');
  });
  afterEach(() => {
    db.sqlite.close();
    dropFolder(folder);
  });
  return () => db;
}
