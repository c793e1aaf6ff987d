import { listDeskPeople } from '#db/desk/people.ts';
import type { KeyContext } from '#electron/keys/keyFile.ts';
import { readKeyState, restoreKeyFile } from '#electron/keys/keys.ts';
import type { DeskStatus } from '#shared/contracts/session.ts';
import type { DeskOpener } from './deskOpener.ts';
import type { OpenDesk } from './openDesk.ts';
import { profileTraces, readDoorplate, writeDoorplate } from './profileFile.ts';

/** What is said of a desk before somebody is let in. */
export type DoorStatus = DeskStatus extends infer Status
  ? Status extends { readonly phase: 'firstRun' | 'locked' | 'trouble' }
    ? Omit<Status, 'today' | 'preferences'>
    : never
  : never;

/** What stands at the door of this profile folder. */
export function lookAtDoor(
  folder: string,
  keyContext: KeyContext,
  { trouble, progress }: Pick<DeskOpener, 'trouble' | 'progress'>,
): DoorStatus {
  const traces = profileTraces(folder);
  let keys = readKeyState(keyContext);
  if (!keys.ok && keys.problem === 'keyFileDamaged' && restoreKeyFile(keyContext).ok) {
    keys = readKeyState(keyContext);
  }
  // Unused keys alone are a founding that was cut off; any other trace is a desk whose files are away.
  const used = keys.ok && keys.recoveryConfirmedAt !== null;
  if (!traces.database && !traces.doorplate && !traces.head && !used) {
    return { phase: 'firstRun' };
  }
  if (!keys.ok) {
    const fault = keys.problem === 'keyFileMissing' ? 'keyFileMissing' : 'keyFileDamaged';
    return { phase: 'trouble', trouble: fault };
  }
  const doorplate = readDoorplate(folder);
  return {
    phase: 'locked',
    branchName: doorplate?.branchName ?? '',
    training: doorplate?.training ?? false,
    people: doorplate?.people ?? keys.people.map((actorId) => ({ actorId, displayName: actorId })),
    trouble: traces.database ? trouble : 'databaseMissing',
    opening: progress,
  };
}

export function writeDoorplateOf(folder: string, { store, device }: OpenDesk): void {
  try {
    writeDoorplate(folder, {
      format: 'rifada.door.1',
      branchName: device.branchName,
      training: device.training,
      people: listDeskPeople(store.reader).map(({ actorId, displayName }) => ({
        actorId,
        displayName,
      })),
    });
  } catch {
    // The doorplate is a convenience: the desk opens without it, and it is written at the next opening.
  }
}
