import type { WriteResult } from '#db/desk/store.ts';
import type { StoreProblem } from '#db/desk/storeError.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { DeskErrorCode } from '#shared/contracts/errors.ts';
import type { DeskTrouble } from '#shared/contracts/session.ts';

/** What the person is told when the store refuses. A failed migration left the file as it was: the disk is named. */
export const REFUSAL_OF_STORE = {
  missing: 'databaseMissing',
  exists: 'alreadyFounded',
  wrongKey: 'databaseWrongKey',
  damaged: 'databaseDamaged',
  locked: 'databaseInUse',
  newerVersion: 'databaseNewer',
  behindSideFile: 'readOnlyRecovery',
  migrationFailed: 'diskFailed',
  diskFull: 'diskFull',
  inputOutput: 'diskFailed',
  notPermitted: 'diskFailed',
  readOnly: 'readOnlyRecovery',
  invalidEvent: 'unexpected',
  headNotWritten: 'headNotRecorded',
} as const satisfies Record<StoreProblem, DeskErrorCode>;

/** The same for a desk that does not open; null where the problem is no such trouble. */
export const TROUBLE_OF_STORE = {
  missing: 'databaseMissing',
  exists: null,
  wrongKey: 'databaseWrongKey',
  damaged: 'databaseDamaged',
  locked: 'databaseInUse',
  newerVersion: 'databaseNewer',
  behindSideFile: null,
  migrationFailed: 'diskFailed',
  diskFull: 'diskFull',
  inputOutput: 'diskFailed',
  notPermitted: 'diskFailed',
  readOnly: null,
  invalidEvent: null,
  headNotWritten: null,
} as const satisfies Record<StoreProblem, DeskTrouble | null>;

export function refusalOfStore(problem: StoreProblem): DeskError {
  return new DeskError(REFUSAL_OF_STORE[problem]);
}

/** The value of a write that lies on the disk. @throws DeskError when it does not */
export function written<Value>(result: WriteResult<Value>): Value {
  if (!result.ok) throw refusalOfStore(result.problem);
  return result.value;
}
