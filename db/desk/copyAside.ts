import {
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  writeSync,
} from 'node:fs';

/** How much of the file lies beside it, in MiB. */
export interface CopyAsideProgress {
  readonly stage: 'copy';
  readonly done: number;
  readonly total: number;
}

/** Copied between two steps; a disk that would take it later is waited for each time. */
const COPIED_AT_ONCE = 4 * 1024 * 1024;
const MEBIBYTE = 1024 * 1024;

/**
 * Copies the file of a database to `….version-N` beside it, whole or not at all, in steps of a few
 * milliseconds. Nobody may hold it open meanwhile. Answers with the path.
 * @throws the file system's error
 */
export function* copyAside(path: string, version: number): Generator<CopyAsideProgress, string> {
  const copy = `${path}.version-${version}`;
  const from = openSync(path, 'r');
  const to = openSync(`${copy}.new`, 'w', 0o600);
  try {
    const buffer = Buffer.alloc(COPIED_AT_ONCE);
    const total = Math.ceil(fstatSync(from).size / MEBIBYTE);
    for (let done = 0; ; ) {
      yield { stage: 'copy', done: Math.floor(done / MEBIBYTE), total };
      const length = readSync(from, buffer, 0, COPIED_AT_ONCE, done);
      if (length === 0) break;
      writeFully(to, buffer.subarray(0, length));
      fsyncSync(to);
      done += length;
    }
  } finally {
    closeSync(from);
    closeSync(to);
  }
  renameSync(`${copy}.new`, copy);
  return copy;
}

function writeFully(descriptor: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) {
    written += writeSync(descriptor, bytes, written);
  }
}
