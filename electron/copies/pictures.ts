import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { KEPT } from '#db/desk/attachments.ts';
import { standsInJournal } from '#db/desk/settleAttachments.ts';
import type { DeskStore } from '#db/desk/store.ts';
import { type CopyPlace, PICTURES_FOLDER } from './copyFolder.ts';
import { CopyFailure } from './copyProblem.ts';
import { writeDurably } from './durableFiles.ts';
import type { Pace } from './pace.ts';

/** A picture as a copy names it: it lies there as it lies in the profile, closed by itself. */
export interface CopiedPicture {
  readonly name: string;
  readonly bytes: number;
}

const LINE = /^([0-9a-f]{64}) (\d{1,12})$/;

export function picturePath(place: CopyPlace, name: string): string {
  return join(place.pictures, name + KEPT);
}

/** As the folder of copies has it. */
export function pictureFileName(name: string): string {
  return `${PICTURES_FOLDER}/${name}${KEPT}`;
}

export function pictureLines(pictures: readonly CopiedPicture[]): string {
  return pictures.map(({ name, bytes }) => `${name} ${bytes}`).join('\n');
}

/** @throws CopyFailure `copyDamaged` for a line that is none */
export async function readPictureLines(
  text: string,
  copyName: string,
  pace: Pace,
): Promise<readonly CopiedPicture[]> {
  const pictures: CopiedPicture[] = [];
  for (const line of text === '' ? [] : text.split('\n')) {
    const [, name, bytes] = LINE.exec(line) ?? [];
    if (name === undefined) throw new CopyFailure('copyDamaged', copyName);
    pictures.push({ name, bytes: Number(bytes) });
    await pace();
  }
  return pictures;
}

/** The names and lengths of the pictures that already lie in a place. @throws the file system's error */
export async function listPictures(place: CopyPlace): Promise<ReadonlyMap<string, number>> {
  const lengths = new Map<string, number>();
  for (const file of await readdir(place.pictures)) {
    if (!file.endsWith(KEPT)) continue;
    const { size } = await stat(join(place.pictures, file));
    lengths.set(file.slice(0, -KEPT.length), size);
  }
  return lengths;
}

/**
 * Brings the pictures of a place up to those of the desk. One that the desk destroys meanwhile is left
 * out. Answers with all, and with those that were written now.
 * @throws WorkStopped, or the file system's error
 */
export async function copyPictures(
  { attachments }: DeskStore,
  place: CopyPlace,
  pace: Pace,
  onProgress: (done: number, total: number) => void,
): Promise<{ readonly all: readonly CopiedPicture[]; readonly written: ReadonlySet<string> }> {
  const files = attachments.files();
  const there = await listPictures(place);
  const all: CopiedPicture[] = [];
  const written = new Set<string>();
  for (const { name, path } of files) {
    await pace();
    onProgress(all.length, files.length);
    const known = there.get(name);
    const own = await stat(path).catch(whenGone);
    if (own === null) continue;
    if (known !== own.size) {
      const bytes = await readFile(path).catch(whenGone);
      if (bytes === null) continue;
      await writeDurably(picturePath(place, name), bytes);
      written.add(name);
    }
    all.push({ name, bytes: own.size });
  }
  return { all, written };
}

/**
 * Whether a picture lies in the place as it was written: of the length that the copy says, and opened
 * with its content proved by its hash.
 */
export async function pictureIsWhole(
  { attachments }: Pick<DeskStore, 'attachments'>,
  place: CopyPlace,
  { name, bytes }: CopiedPicture,
): Promise<boolean> {
  const file = await readFile(picturePath(place, name)).catch(whenGone);
  return file !== null && file.length === bytes && attachments.inspect(file)?.isWhole === true;
}

/**
 * Takes out of the place what the journal says was destroyed: a picture whose basis has fallen away
 * must not live on in a copy. What the profile merely lacks stays: the copy may be all there is of it.
 * @throws WorkStopped, or the file system's error
 */
export async function dropDestroyedPictures(
  store: DeskStore,
  place: CopyPlace,
  copied: readonly CopiedPicture[],
  pace: Pace,
): Promise<void> {
  const present = new Set(copied.map(({ name }) => name));
  for (const name of (await listPictures(place)).keys()) {
    await pace();
    if (present.has(name)) continue;
    const path = picturePath(place, name);
    const inspected = store.attachments.inspect(await readFile(path));
    await pace();
    if (inspected !== null && !standsInJournal(store, inspected.place)) await rm(path);
  }
}

function whenGone(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
