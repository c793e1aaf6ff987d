import { z } from 'zod';
import { Instant } from '#shared/domain/identity.ts';
import { permitted } from './base.ts';

/** Why a copy was not made or cannot be read; each is a code of `DeskErrorCode` and has its sentence. */
export const CopyProblem = z.enum([
  /** There is no such folder, or the stick is not in. */
  'copyFolderMissing',
  'copyFolderIsFile',
  'copyFolderNotWritable',
  /** A copy inside the desk's own data would be lost with it. */
  'copyFolderInsideData',
  'copyFolderFull',
  /** The folder went away, or its disk failed, while it was being written. */
  'copyInterrupted',
  /** The folder holds more of this desk than the desk itself: somebody put an older state back. */
  'copyAhead',
  /** What was written does not read back as it was. */
  'copyDamaged',
  /** A later version of the program has written it. */
  'copyNewer',
  /** The journal on this laptop does not prove itself: there is nothing sound to copy. */
  'copyJournalDamaged',
]);
export type CopyProblem = z.infer<typeof CopyProblem>;

export const CopyProgress = z.strictObject({
  stage: z.enum(['journal', 'pictures', 'checking']),
  done: z.int(),
  total: z.int(),
});
export type CopyProgress = z.infer<typeof CopyProgress>;

/** A copy that was made: it was opened again and everything in it counted before this was written. */
export const MadeCopy = z.strictObject({
  madeAt: Instant,
  events: z.int(),
  cases: z.int(),
  drafts: z.int(),
  pictures: z.int(),
  /** How many copies the folder keeps now. */
  kept: z.int(),
});
export type MadeCopy = z.infer<typeof MadeCopy>;

export const CopiesStatus = z.strictObject({
  /** Null while none was chosen. */
  folder: z.string().nullable(),
  /** Whether the folder can be reached now: a stick may be out. */
  folderIsThere: z.boolean(),
  /** Whether the host has a dialog for choosing a folder; without it the path is typed. */
  canBrowse: z.boolean(),
  last: MadeCopy.nullable(),
  /** Entries of the journal that are in no copy. */
  eventsSince: z.int(),
  /** Whether the last copy, or the founding where there is none, is longer ago than two days. */
  isOverdue: z.boolean(),
  /** While one is being made; null otherwise. */
  progress: CopyProgress.nullable(),
  /** Why the last attempt made none; null after one that did. */
  problem: CopyProblem.nullable(),
  /** The file at fault, where it is one. */
  problemFile: z.string().nullable(),
});
export type CopiesStatus = z.infer<typeof CopiesStatus>;

/** Longer than any path that a system takes. */
export const FolderPath = z.string().trim().min(1).max(4_096);

export const copiesContract = {
  status: permitted('copies.use').output(CopiesStatus),
  /** From now on copies are made there. Refuses with the problem that stands in the way. */
  chooseFolder: permitted('copies.use')
    .input(z.strictObject({ path: FolderPath }))
    .output(CopiesStatus),
  /** Begins one now, or says how it stands; what follows is seen in the status. */
  makeNow: permitted('copies.use').output(CopiesStatus),
  /** Opens the host's dialog; null when the person chose nothing. Open: a restore begins with it. */
  browse: permitted('open').output(z.strictObject({ path: z.string().nullable() })),
};
