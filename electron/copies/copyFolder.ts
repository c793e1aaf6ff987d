import { mkdir, readdir, realpath, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, sep } from 'node:path';
import { CopyFailure, copyProblemOf } from './copyProblem.ts';

/** Where the copies of one life of one desk lie: `rifada-MKH01-1a2b3c4d-1`, inside the chosen folder. */
export interface CopyPlace {
  readonly folder: string;
  readonly pictures: string;
}

export const PICTURES_FOLDER = 'pictures';
const PLACE_NAME = /^rifada-[A-Z0-9]{1,8}-[0-9a-f]{8}-\d{1,10}$/;
/** Below this a folder is called full before anything is written. */
const LEAST_FREE_BYTES = 20 * 1024 * 1024;

/**
 * Whether copies may lie in a folder: absolute, there, a folder, outside the desk's own data, to be
 * written to, with room. Answers with its real path.
 * @throws CopyFailure
 */
export async function checkFolder(typed: string, profileFolder: string): Promise<string> {
  const path = typed.trim();
  if (!isAbsolute(path)) throw new CopyFailure('copyFolderMissing');
  const folder = await existingFolder(path);
  if (isInside(folder, await realpath(profileFolder)))
    throw new CopyFailure('copyFolderInsideData');
  await assertWritable(folder);
  await assertRoom(folder, LEAST_FREE_BYTES);
  return folder;
}

/** The real path of a folder that must be there. @throws CopyFailure `copyFolderMissing`, `copyFolderIsFile` */
export async function existingFolder(path: string): Promise<string> {
  try {
    const found = await stat(path);
    if (!found.isDirectory()) throw new CopyFailure('copyFolderIsFile');
    return await realpath(path);
  } catch (error) {
    if (error instanceof CopyFailure) throw error;
    throw new CopyFailure(
      copyProblemOf(error) === 'copyFolderNotWritable'
        ? 'copyFolderNotWritable'
        : 'copyFolderMissing',
    );
  }
}

/** @throws CopyFailure `copyFolderFull`; a file system that does not say how much is free has room */
export async function assertRoom(folder: string, bytes: number): Promise<void> {
  const free = await statfs(folder).then(
    ({ bavail, bsize, blocks }) => (blocks === 0 ? Number.POSITIVE_INFINITY : bavail * bsize),
    () => Number.POSITIVE_INFINITY,
  );
  if (free < bytes) throw new CopyFailure('copyFolderFull');
}

async function assertWritable(folder: string): Promise<void> {
  const probe = join(folder, `.rifada-${process.pid}`);
  try {
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    throw new CopyFailure(
      copyProblemOf(error) === 'copyFolderFull' ? 'copyFolderFull' : 'copyFolderNotWritable',
    );
  }
}

function isInside(folder: string, outer: string): boolean {
  const way = relative(outer, folder);
  return way === '' || (!isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`));
}

/** The end of a desk's id, by which its places are told from those of others. */
export function laptopMark(deviceId: string): string {
  return deviceId.replaceAll('-', '').slice(-8);
}

/** The place of this desk and epoch in the chosen folder, made when it is not there. @throws the file system's error */
export async function openPlace(
  chosen: string,
  desk: { readonly deviceId: string; readonly epoch: number; readonly branchCode: string },
): Promise<CopyPlace> {
  // Headquarters may rename the branch: the place is known by the desk and its epoch.
  const ending = `-${laptopMark(desk.deviceId)}-${desk.epoch}`;
  const known = (await listPlaces(chosen)).find((each) => each.folder.endsWith(ending));
  const place = known ?? placeAt(join(chosen, `rifada-${desk.branchCode}${ending}`));
  await mkdir(place.pictures, { recursive: true, mode: 0o700 });
  return place;
}

/** All places of copies in a folder; the folder itself where it is one. @throws the file system's error */
export async function listPlaces(folder: string): Promise<readonly CopyPlace[]> {
  if (PLACE_NAME.test(basename(folder))) return [placeAt(folder)];
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && PLACE_NAME.test(entry.name))
    .map((entry) => placeAt(join(folder, entry.name)));
}

function placeAt(folder: string): CopyPlace {
  return { folder, pictures: join(folder, PICTURES_FOLDER) };
}
