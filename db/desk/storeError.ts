import { SqliteError } from 'better-sqlite3';

/** Everything that can go wrong between the desk and its store; each has a sentence in the locales. */
export const STORE_PROBLEMS = [
  /** There is no database in the folder. Never answered by making one. */
  'missing',
  /** There is one already where a new one was to be made. */
  'exists',
  /** The key does not open it. */
  'wrongKey',
  /** The file is cut, overwritten or not ours. */
  'damaged',
  /** Another process holds it. */
  'locked',
  /** A newer version of the program has written it; it was not touched. */
  'newerVersion',
  /** The head file knows later or other events: this is an older copy. It is open for reading only. */
  'behindSideFile',
  /** A migration could not be applied; the database is as it was. */
  'migrationFailed',
  'diskFull',
  /** The disk refused to read or write. */
  'inputOutput',
  /** The folder or file may not be written by this user. */
  'notPermitted',
  /** The store is open for reading only. */
  'readOnly',
  /** An event that its schema or the case's state does not allow; nothing was written. */
  'invalidEvent',
  /** The events are committed, but the head file could not be written after them. */
  'headNotWritten',
] as const;

export type StoreProblem = (typeof STORE_PROBLEMS)[number];

/** Names the problem behind an error of SQLite or of the file system; null when it is neither. */
export function storeProblemOf(error: unknown): StoreProblem | null {
  const code = errorCode(error);
  if (code === null) return null;
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return 'diskFull';
  if (code.startsWith('SQLITE_BUSY') || code === 'SQLITE_LOCKED') return 'locked';
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return 'damaged';
  if (code.startsWith('SQLITE_READONLY')) return 'readOnly';
  if (code.startsWith('SQLITE_IOERR')) return 'inputOutput';
  if (
    ['SQLITE_PERM', 'SQLITE_AUTH', 'SQLITE_CANTOPEN', 'EACCES', 'EPERM', 'EROFS'].includes(code)
  ) {
    return 'notPermitted';
  }
  return ['EIO', 'EFBIG', 'EBADF', 'EMFILE'].includes(code) ? 'inputOutput' : null;
}

function errorCode(error: unknown): string | null {
  if (error instanceof SqliteError) return error.code;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string')
    return error.code;
  return null;
}
