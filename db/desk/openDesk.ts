import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, Crypto, IdGenerator } from '#shared/ports.ts';
import { type AppendResult, appendEvents } from './appendEvents.ts';
import { openAttachments, syncFolder } from './attachments.ts';
import { connect, type DeskReader, inTransaction, PragmaNotTaken } from './connection.ts';
import { type CopyAsideProgress, copyAside } from './copyAside.ts';
import { createCopyCipher } from './copyCipher.ts';
import { type Device, insertDevice } from './device.ts';
import { type HeadFile, type HeadFileState, type JournalHead, openHeadFile } from './headFile.ts';
import { journalTail } from './journal.ts';
import {
  MIGRATIONS_FOLDER,
  MigrationError,
  migrate,
  readMigrations,
  schemaVersion,
} from './migrate.ts';
import type { NewEvent } from './newEvent.ts';
import { readParked } from './readParked.ts';
import { type RebuildProgress, rebuildStore, wantsRebuilding } from './rebuildProjections.ts';
import { settleAttachments } from './settleAttachments.ts';
import { lastOf } from './steps.ts';
import { createCaseStates, type DeskStore } from './store.ts';
import { type StoreProblem, storeProblemOf } from './storeError.ts';

export const DATABASE_FILE = 'desk.db';
export const HEAD_FILE = 'desk.head';
/** SQLite's page; an encrypted file is whole pages, and a file below one page is cut. */
const PAGE_SIZE = 4096;
/** A file up to this size is checked whole at every opening: about 10 ms a MiB. */
const CHECK_AT_OPENING = 16 * 1024 * 1024;

export interface DeskFiles {
  /** The profile folder; must exist. */
  readonly folder: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
  readonly clock: Clock;
  readonly crypto: Crypto;
  readonly ids: IdGenerator;
  /** Where the migrations lie, when the program is bundled. */
  readonly migrationsFolder?: string;
}

export type OpenDeskResult =
  | {
      readonly kind: 'open';
      readonly store: DeskStore;
      /** `missing` or `damaged`: the guard against old copies could not be asked, and began anew. */
      readonly headFile: HeadFileState;
      /** The copy that was kept before a migration; null when none was needed. */
      readonly copyBeforeMigration: string | null;
    }
  | {
      /** An older copy, or another history: for reading and for recovery only. */
      readonly kind: 'recovery';
      readonly problem: 'behindSideFile';
      readonly store: DeskStore;
      /** How far the head file says that the journal had come. */
      readonly expected: JournalHead;
    }
  | { readonly kind: 'failed'; readonly problem: StoreProblem };

/** How far an opening is that takes long: after a new version of the program has changed the schema. */
export type OpeningProgress = CopyAsideProgress | RebuildProgress;

/** Opens the desk's database. Never makes one, and never throws for what a disk or a file can do. */
export function openDeskDatabase(files: DeskFiles): OpenDeskResult {
  return lastOf(openDeskInSteps(files));
}

/**
 * The same, in steps of a few milliseconds where it takes long. Ended early, nothing is open, and the
 * next opening begins what is missing anew.
 */
export function* openDeskInSteps(files: DeskFiles): Generator<OpeningProgress, OpenDeskResult> {
  const path = join(files.folder, DATABASE_FILE);
  if (!existsSync(path)) return failed('missing');
  try {
    return yield* openExisting(files, path);
  } catch (error) {
    return failed(problemAtOpening(error, files));
  }
}

function* openExisting(files: DeskFiles, path: string): Generator<OpeningProgress, OpenDeskResult> {
  const size = statSync(path).size;
  if (size < PAGE_SIZE || size % PAGE_SIZE !== 0) return failed('damaged');
  const migrations = readMigrations(files.migrationsFolder ?? MIGRATIONS_FOLDER);
  let reader = connect(path, files.key, 'write');
  let close = () => {
    reader.sqlite.close();
  };
  let isOpen = false;
  try {
    const version = schemaVersion(reader);
    if (version > migrations.length) return failed('newerVersion');
    if (version === 0) return failed('damaged');
    if (size <= CHECK_AT_OPENING && !soundPages(reader)) return failed('damaged');

    const headPath = join(files.folder, HEAD_FILE);
    const read = openHeadFile(headPath, files.key, files.crypto, 'read');
    const { head: expected, state: headFile } = read;
    read.close();
    if (expected !== null && !journalHolds(reader, expected)) {
      reader.sqlite.close();
      reader = connect(path, files.key, 'read');
      isOpen = true;
      return {
        kind: 'recovery',
        problem: 'behindSideFile',
        store: storeOf(files, reader, read, false),
        expected,
      };
    }

    let copyBeforeMigration: string | null = null;
    if (version < migrations.length) {
      // The copy is made while no connection is open: closing any descriptor of a file drops a
      // process's POSIX locks on it, also those of SQLite.
      reader.sqlite.close();
      copyBeforeMigration = yield* copyAside(path, version);
      reader = connect(path, files.key, 'write');
      migrate(reader, migrations, new Date(files.clock.now()).toISOString());
    }
    const head = openHeadFile(headPath, files.key, files.crypto, 'write');
    const store = storeOf(files, reader, head, true);
    close = () => store.close();
    const tail = journalTail(reader);
    if (tail && tail.position !== expected?.position) head.write(tail);
    if (headFile === 'missing') syncFolder(files.folder);
    const rebuilt = wantsRebuilding(reader) ? yield* rebuildStore(store) : yield* readParked(store);
    if (!rebuilt.ok) return failed(rebuilt.problem);
    settleAttachments(store);
    isOpen = true;
    return {
      kind: 'open',
      store,
      headFile,
      copyBeforeMigration,
    };
  } finally {
    if (!isOpen) close();
  }
}

export interface Founding {
  readonly device: Device;
  /** The desk's first events: that it was founded, and by whom. */
  readonly events: readonly NewEvent[];
}

/**
 * Makes the database of a new desk, whole or not at all: it is built under another name and renamed
 * when device and first events are on the disk. Answers `exists` rather than replace anything.
 */
export function createDeskDatabase(files: DeskFiles, founding: Founding): OpenDeskResult {
  const path = join(files.folder, DATABASE_FILE);
  const headPath = join(files.folder, HEAD_FILE);
  if (existsSync(path) || existsSync(headPath)) return failed('exists');
  const unfinished = [`${path}.new`, `${path}.new-journal`, `${headPath}.new`];
  for (const leftOver of unfinished) rmSync(leftOver, { force: true });
  try {
    const reader = connect(`${path}.new`, files.key, 'create');
    let result: AppendResult;
    try {
      migrate(
        reader,
        readMigrations(files.migrationsFolder ?? MIGRATIONS_FOLDER),
        new Date(files.clock.now()).toISOString(),
      );
      inTransaction(reader, (writer) => insertDevice(writer, founding.device));
      const head = openHeadFile(`${headPath}.new`, files.key, files.crypto, 'write');
      const store = storeOf(files, reader, head, true);
      result = appendEvents(store, { events: founding.events });
      head.close();
    } finally {
      reader.sqlite.close();
    }
    if (!result.ok) {
      for (const leftOver of unfinished) rmSync(leftOver, { force: true });
      return failed(result.problem);
    }
    // The head last: a database without its head opens, and says that the guard began anew.
    renameSync(`${path}.new`, path);
    renameSync(`${headPath}.new`, headPath);
    syncFolder(files.folder);
  } catch (error) {
    return failed(problemAtOpening(error, files));
  }
  return openDeskDatabase(files);
}

/** The database is ours as far as the head says: at that position it has that very event. */
function journalHolds(reader: DeskReader, expected: JournalHead): boolean {
  const row = reader
    .statement<{ readonly hash: string }>(
      'SELECT header_hash AS hash FROM journal WHERE position = ?',
    )
    .get(expected.position);
  return row?.hash === expected.headerHash;
}

function soundPages(reader: DeskReader): boolean {
  return reader.sqlite.pragma('quick_check(1)', { simple: true }) === 'ok';
}

/**
 * SQLite cannot tell a wrong key from a broken first page: both give no database. The head file
 * can: what is authentic under this key was written with it.
 */
function problemAtOpening(error: unknown, files: DeskFiles): StoreProblem {
  if (error instanceof MigrationError) return 'migrationFailed';
  if (error instanceof PragmaNotTaken) return 'inputOutput';
  const problem = storeProblemOf(error);
  if (problem === null) throw error;
  if (problem !== 'damaged' || !isNoDatabase(error)) return problem;
  try {
    const head = openHeadFile(join(files.folder, HEAD_FILE), files.key, files.crypto, 'read');
    head.close();
    return head.head === null ? 'wrongKey' : 'damaged';
  } catch {
    return 'wrongKey';
  }
}

function isNoDatabase(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_NOTADB';
}

function storeOf(
  files: DeskFiles,
  reader: DeskReader,
  head: HeadFile,
  writable: boolean,
): DeskStore {
  const { clock, crypto, ids } = files;
  const attachments = openAttachments(files.folder, files.key, crypto);
  const copyCipher = createCopyCipher(files.key, crypto);
  return {
    reader,
    writable,
    clock,
    crypto,
    ids,
    head,
    caseStates: createCaseStates(),
    attachments,
    copyCipher,
    close: () => {
      reader.sqlite.close();
      attachments.close();
      copyCipher.close();
      if (writable) head.close();
    },
  };
}

function failed(problem: StoreProblem): OpenDeskResult {
  return { kind: 'failed', problem };
}
