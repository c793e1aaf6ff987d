/** Everything that can go wrong with the keys; each has a sentence in the locales. */
export const KEY_PROBLEMS = [
  /** There is no key file. Never answered by making a new key: the database would be lost. */
  'keyFileMissing',
  /** The key file is cut, changed or not ours. `keys.previous.json` may still serve. */
  'keyFileDamaged',
  /** There is one already where a new one was to be made. */
  'keyFileExists',
  'keyFileNotWritten',
  /** The system's key store does not hold this desk's secret any more: only the recovery code opens it. */
  'pepperMissing',
  /** It holds another one: the profile was carried to another machine or user. */
  'pepperChanged',
  /** The key store did not answer. */
  'pepperUnavailable',
  'wrongPassword',
  'wrongRecoveryCode',
  /** Shorter than `SHORTEST_PASSWORD` characters. */
  'passwordTooShort',
  'unknownPerson',
  'personExists',
  /** The database key given does not belong to this key file. */
  'wrongDatabaseKey',
] as const;

export type KeyProblem = (typeof KEY_PROBLEMS)[number];

export type KeyResult<Value> =
  | ({ readonly ok: true } & Value)
  | { readonly ok: false; readonly problem: KeyProblem };

/** Carries a problem out of the depth; caught at every exported function. */
export class KeyFailure extends Error {
  readonly problem: KeyProblem;

  constructor(problem: KeyProblem) {
    super(problem);
    this.name = 'KeyFailure';
    this.problem = problem;
  }
}
