import { basename } from 'node:path';
import { createCopyCipher } from '#db/desk/copyCipher.ts';
import type { DeskFiles } from '#db/desk/openDesk.ts';
import { storeProblemOf } from '#db/desk/storeError.ts';
import {
  type CopyFile,
  listCopyNames,
  openCopyContent,
  readCopyFile,
} from '#electron/copies/copyFile.ts';
import {
  type CopyPlace,
  existingFolder,
  laptopMark,
  listPlaces,
} from '#electron/copies/copyFolder.ts';
import { CopyFailure, copyProblemOf } from '#electron/copies/copyProblem.ts';
import { restoreCopy } from '#electron/copies/restoreCopy.ts';
import { dropStage, markReady, openStage } from '#electron/copies/restoredProfile.ts';
import type { DeskOptions } from '#electron/dispatcher/desk.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { KeyContext } from '#electron/keys/keyFile.ts';
import { putCopiedKeys, setPassword, unlockCopiedKeys } from '#electron/keys/keys.ts';
import { parseRecoveryCode } from '#electron/keys/recoveryCode.ts';
import type {
  FoundCopy,
  OpenedCopy,
  Restored,
  RestoreProgress,
  restoreContract,
} from '#shared/contracts/restore.ts';
import type { ContractInput } from './contractInput.ts';
import { granted } from './keyRefusal.ts';
import { registerKey } from './signingKey.ts';
import { REFUSAL_OF_STORE } from './storeRefusal.ts';

type Input<Name extends keyof typeof restoreContract> = ContractInput<
  (typeof restoreContract)[Name]
>;

/** The copies that can be read in a folder. @throws DeskError `copyFolderMissing`, `copyNotFound`, `copyNewer` … */
export async function lookForCopies({ path }: Input<'look'>): Promise<{ copies: FoundCopy[] }> {
  return refusing(async () => {
    const folder = await existingFolder(path);
    const copies: FoundCopy[] = [];
    let unreadable: CopyFailure | null = null;
    for (const place of await listPlaces(folder)) {
      for (const name of await listCopyNames(place)) {
        try {
          const { head, bytes } = await readCopyFile(place, name);
          const { branchName, branchCode, training, madeAt } = head;
          const address = {
            place: basename(place.folder),
            name,
            laptop: laptopMark(head.deviceId),
          };
          copies.push({ ...address, bytes, branchName, branchCode, training, madeAt });
        } catch (error) {
          if (!(error instanceof CopyFailure)) throw error;
          unreadable = error;
        }
      }
    }
    if (copies.length === 0) throw unreadable ?? new DeskError('copyNotFound');
    copies.sort((one, other) => (one.madeAt < other.madeAt ? 1 : -1));
    return { copies };
  });
}

/** @throws DeskError `recoveryCodeMistyped`, `recoveryCodeWrong`, `copyDamaged`, `copyNewer` … */
export async function openCopy(
  { crypto }: DeskOptions,
  keys: KeyContext,
  input: Input<'open'>,
): Promise<OpenedCopy> {
  return refusing(async () => {
    const { file } = await findCopy(input);
    const key = await keyOf(keys, file, input.code);
    const cipher = createCopyCipher(key, crypto);
    try {
      const { people, counts } = await openCopyContent(cipher, crypto, file);
      const { branchName, madeAt } = file.head;
      return { branchName, madeAt, people, counts };
    } finally {
      cipher.close();
      key.fill(0);
    }
  });
}

export interface StagedDesk {
  readonly databaseKey: Uint8Array;
  readonly actorKey: Uint8Array;
  readonly restored: Restored;
}

/**
 * Makes the desk again beside the profile, with a new password and signing key for one person; ready to
 * take the profile's place.
 * @param onlyDevice the desk that lies here and may be read: no other takes its place
 * @throws DeskError, the profile then being as it was
 */
export async function stageRestore(
  { profileFolder, clock, crypto, ids }: DeskOptions,
  keys: KeyContext,
  input: Input<'begin'>,
  onlyDevice: string | null,
  onProgress: (progress: RestoreProgress) => void,
): Promise<StagedDesk> {
  return refusing(async () => {
    const { place, file } = await findCopy(input);
    if (onlyDevice !== null && file.head.deviceId !== onlyDevice) {
      throw new DeskError('copyOfOtherDesk');
    }
    const databaseKey = await keyOf(keys, file, input.code);
    const folder = openStage(profileFolder);
    const staged = { ...keys, folder };
    const { actorId, password } = input;
    const stage: DeskFiles = { folder, key: databaseKey, clock, crypto, ids };
    granted(putCopiedKeys(staged, file.head.keys));
    const change = { actorId, password, databaseKey, actorPrivateKey: null, renewPepper: true };
    const { newKeys } = granted(await setPassword(staged, change));
    if (newKeys === null) throw new TypeError('a new password without a new key');
    const { store, restored } = await restoreCopy({ place, file, stage, actorId, onProgress });
    try {
      registerKey(store, actorId, newKeys.publicKey);
    } finally {
      store.close();
    }
    markReady(profileFolder, clock.now());
    return { databaseKey, actorKey: newKeys.privateKey, restored };
  }).catch((error: unknown) => {
    dropStage(profileFolder);
    throw error;
  });
}

async function findCopy({
  path,
  place,
  name,
}: Input<'open'>): Promise<{ readonly place: CopyPlace; readonly file: CopyFile }> {
  const places = await listPlaces(await existingFolder(path));
  const found = places.find((each) => basename(each.folder) === place);
  if (!found || !(await listCopyNames(found)).includes(name)) throw new DeskError('copyNotFound');
  return { place: found, file: await readCopyFile(found, name) };
}

async function keyOf(
  keys: KeyContext,
  { name, head }: CopyFile,
  code: string,
): Promise<Uint8Array> {
  const parsed = parseRecoveryCode(code);
  if (!parsed.ok) {
    const groups = parsed.problems.map(({ group }) => group - 1);
    throw new DeskError('recoveryCodeMistyped', { groups });
  }
  const opened = await unlockCopiedKeys(keys, head.keys, code);
  if (!opened.ok && opened.problem === 'keyFileDamaged') throw new CopyFailure('copyDamaged', name);
  return granted(opened).databaseKey;
}

/** What is read lies on the stick; what is written lies here: a full disk is the laptop's own. */
async function refusing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DeskError) throw error;
    if (error instanceof CopyFailure) {
      throw new DeskError(error.problem, error.file === null ? undefined : { path: error.file });
    }
    if (copyProblemOf(error) === 'copyFolderFull') throw new DeskError('diskFull');
    const problem = storeProblemOf(error);
    if (problem === 'inputOutput' || problem === 'notPermitted' || copyProblemOf(error) !== null) {
      throw new DeskError('copyInterrupted');
    }
    if (problem !== null) throw new DeskError(REFUSAL_OF_STORE[problem]);
    throw error;
  }
}
