import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { KeyProblem, KeyResult } from '#electron/keys/keyError.ts';
import type { DeskErrorCode } from '#shared/contracts/errors.ts';

/** What the person is told when the keys refuse. An unknown person is no more than a wrong password. */
export const REFUSAL_OF_KEYS = {
  keyFileMissing: 'keyFileMissing',
  keyFileDamaged: 'keyFileDamaged',
  keyFileExists: 'alreadyFounded',
  keyFileNotWritten: 'diskFailed',
  pepperMissing: 'keyStoreUnavailable',
  pepperChanged: 'keyStoreUnavailable',
  pepperUnavailable: 'keyStoreUnavailable',
  wrongPassword: 'wrongPassword',
  wrongRecoveryCode: 'recoveryCodeWrong',
  passwordTooShort: 'passwordTooShort',
  unknownPerson: 'wrongPassword',
  personExists: 'alreadyFounded',
  wrongDatabaseKey: 'databaseWrongKey',
} as const satisfies Record<KeyProblem, DeskErrorCode>;

/** @throws DeskError with the sentence of the problem */
export function granted<Value>(result: KeyResult<Value>): { readonly ok: true } & Value {
  if (!result.ok) throw new DeskError(REFUSAL_OF_KEYS[result.problem]);
  return result;
}
