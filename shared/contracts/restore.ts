import { z } from 'zod';
import { ActorId, Instant } from '#shared/domain/identity.ts';
import { permitted } from './base.ts';
import { FolderPath } from './copies.ts';
import { DeskStatus, Password } from './session.ts';

/** A copy in a folder, by the names of its place and its file. */
const CopyAddress = z.strictObject({
  path: FolderPath,
  place: z.string().max(80),
  name: z.string().max(80),
});

export const FoundCopy = CopyAddress.omit({ path: true }).extend({
  branchName: z.string(),
  branchCode: z.string(),
  training: z.boolean(),
  madeAt: Instant,
  /** The end of the laptop's id, as the names of its folders have it. */
  laptop: z.string(),
  /** Of its own file; what it shares with the copies before it is not counted. */
  bytes: z.int(),
});
export type FoundCopy = z.infer<typeof FoundCopy>;

/** What an opened copy holds, before anything is restored. */
export const OpenedCopy = z.strictObject({
  branchName: z.string(),
  madeAt: Instant,
  people: z.array(z.strictObject({ actorId: ActorId, displayName: z.string() })),
  counts: z.strictObject({
    events: z.int(),
    cases: z.int(),
    drafts: z.int(),
    pictures: z.int(),
  }),
});
export type OpenedCopy = z.infer<typeof OpenedCopy>;

export const RestoreProgress = z.strictObject({
  stage: z.enum(['journal', 'cases', 'people', 'pictures']),
  done: z.int(),
  total: z.int(),
});
export type RestoreProgress = z.infer<typeof RestoreProgress>;

/** What came back, and what is new about the desk. */
export const Restored = z.strictObject({
  /** In the references of cases that are opened from now on. */
  lane: z.string(),
  cases: z.int(),
  drafts: z.int(),
  pictures: z.int(),
  /** Named by the copy, and not to be read there. */
  picturesMissing: z.int(),
});
export type Restored = z.infer<typeof Restored>;

const Opening = CopyAddress.extend({ code: z.string().max(120) });

/**
 * Everything here is open, since nobody is there when a desk is lost; the desk refuses it with
 * `alreadyFounded` wherever there is one that can be worked at.
 */
export const restoreContract = {
  /** The copies in a folder, the latest first. Refuses with `copyNotFound` where there is none. */
  look: permitted('open')
    .input(z.strictObject({ path: FolderPath }))
    .output(z.strictObject({ copies: z.array(FoundCopy) })),
  /** Opens one with the printed code. Refuses with `recoveryCodeMistyped`, `recoveryCodeWrong`, `copyDamaged`. */
  open: permitted('open').input(Opening).output(OpenedCopy),
  /** Makes the desk again and lets this person in with a new password. Answers when all of it is proved. */
  begin: permitted('open')
    .input(Opening.extend({ actorId: ActorId, password: Password }))
    .output(z.strictObject({ status: DeskStatus, restored: Restored })),
  /** How far a restore is, null while none is under way; and whether the host has a dialog for folders. */
  status: permitted('open').output(
    z.strictObject({ progress: RestoreProgress.nullable(), canBrowse: z.boolean() }),
  ),
};

/** Whether a desk may be made again here: where none can be worked at. */
export function mayRestore(status: DeskStatus): boolean {
  switch (status.phase) {
    case 'firstRun':
      return true;
    case 'trouble':
      return status.trouble === 'keyFileMissing' || status.trouble === 'keyFileDamaged';
    case 'locked':
      return (
        status.trouble === 'databaseMissing' ||
        status.trouble === 'databaseDamaged' ||
        status.trouble === 'databaseWrongKey'
      );
    case 'open':
      return status.readOnly;
    case 'confirmRecovery':
      return false;
  }
}
