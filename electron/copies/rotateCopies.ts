import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeskStore } from '#db/desk/store.ts';
import { keptCopies } from '#shared/domain/copies/keptCopies.ts';
import type { CopyReading } from './checkCopy.ts';
import { type CopyFile, listCopyNames, openCopyContent, readCopyFile } from './copyFile.ts';
import { CopyFailure, copyProblemOf } from './copyProblem.ts';
import { type CopiedPicture, dropDestroyedPictures } from './pictures.ts';
import { isSegmentName, segmentNameOf } from './segments.ts';

/**
 * Takes away the copies that are no longer kept, and after them what no kept copy needs. A copy that
 * cannot be read is left alone. The copy before this is made already: a folder that goes away now
 * leaves more behind than it should, and the next run takes it.
 * @returns how many copies are kept
 * @throws WorkStopped
 */
export async function rotateCopies(
  store: DeskStore,
  reading: CopyReading,
  copied: readonly CopiedPicture[],
): Promise<number> {
  let kept = 1;
  try {
    const files = await readAll(reading);
    const staying = keptCopies(files.map(({ head }) => head.madeAt));
    kept = staying.size;
    for (const { head, name } of files) {
      if (!staying.has(head.madeAt)) await rm(join(reading.place.folder, name));
    }
    const keptFiles = files.filter(({ head }) => staying.has(head.madeAt));
    await dropSegments(reading, await neededSegments(reading, keptFiles));
    await dropDestroyedPictures(store, reading.place, copied, reading.pace);
  } catch (error) {
    if (copyProblemOf(error) === null) throw error;
  }
  return kept;
}

async function readAll({ place, pace }: CopyReading): Promise<readonly CopyFile[]> {
  const files: CopyFile[] = [];
  for (const name of await listCopyNames(place)) {
    await pace();
    const file = await readCopyFile(place, name).catch(whenUnreadable);
    if (file !== null) files.push(file);
  }
  return files;
}

/** Null where one of them does not open: what it needs is then not known. */
async function neededSegments(
  { cipher, crypto, pace }: CopyReading,
  files: readonly CopyFile[],
): Promise<ReadonlySet<string> | null> {
  const needed = new Set<string>();
  for (const file of files) {
    await pace();
    const content = await openCopyContent(cipher, crypto, file).catch(whenUnreadable);
    if (content === null) return null;
    for (const segment of content.segments) needed.add(segmentNameOf(segment));
  }
  return needed;
}

async function dropSegments(
  { place }: CopyReading,
  needed: ReadonlySet<string> | null,
): Promise<void> {
  if (needed === null) return;
  for (const name of await readdir(place.folder)) {
    if (isSegmentName(name) && !needed.has(name)) await rm(join(place.folder, name));
  }
}

function whenUnreadable(error: unknown): null {
  if (error instanceof CopyFailure) return null;
  throw error;
}
