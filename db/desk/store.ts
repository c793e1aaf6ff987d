import type { CaseState } from '#shared/domain/case/caseState.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import type { Clock, Crypto, IdGenerator } from '#shared/ports.ts';
import type { Attachments } from './attachments.ts';
import { type DeskReader, type DeskWriter, inTransaction } from './connection.ts';
import type { CopyCipher } from './copyCipher.ts';
import type { HeadFile } from './headFile.ts';
import { type StoreProblem, storeProblemOf } from './storeError.ts';

/** An open desk: the one connection of the one thread that owns the database. */
export interface DeskStore {
  /** What queries take as their first parameter. */
  readonly reader: DeskReader;
  /** False in recovery: every write is then answered `readOnly`. */
  readonly writable: boolean;
  readonly clock: Clock;
  readonly crypto: Crypto;
  readonly ids: IdGenerator;
  readonly head: HeadFile;
  readonly caseStates: CaseStates;
  /** The pictures of scans, beside the database. */
  readonly attachments: Attachments;
  readonly copyCipher: CopyCipher;
  close(): void;
}

export type WriteResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: StoreProblem };

/**
 * Runs one user action as one transaction and returns after it lies on the disk. For what is no
 * event: drafts and settings. An error of the store comes back as a code and leaves all as it was;
 * any other error is thrown on after the rollback.
 */
export function writeDesk<Value>(
  store: DeskStore,
  work: (writer: DeskWriter) => Value,
): WriteResult<Value> {
  if (!store.writable) return { ok: false, problem: 'readOnly' };
  try {
    return { ok: true, value: inTransaction(store.reader, work) };
  } catch (error) {
    const problem = storeProblemOf(error);
    if (problem === null) throw error;
    return { ok: false, problem };
  }
}

/** The same for long work, which lets the process answer between its steps. */
export function* writeDeskInSteps<Step, Value>(
  store: DeskStore,
  work: (reader: DeskReader) => Generator<Step, Value>,
): Generator<Step, WriteResult<Value>> {
  if (!store.writable) return { ok: false, problem: 'readOnly' };
  try {
    return { ok: true, value: yield* work(store.reader) };
  } catch (error) {
    const problem = storeProblemOf(error);
    if (problem === null) throw error;
    return { ok: false, problem };
  }
}

/** The cases that were last worked on, as they stand after the last commit. */
export interface CaseStates {
  get(caseId: CaseId): CaseState | undefined;
  /** Only after the commit of the events that it was reduced from. */
  set(state: CaseState): void;
  clear(): void;
}

const CASES_AT_HAND = 32;

export function createCaseStates(): CaseStates {
  const states = new Map<CaseId, CaseState>();
  return {
    get: (caseId) => states.get(caseId),
    set: (state) => {
      states.delete(state.caseId);
      states.set(state.caseId, state);
      const oldest = states.keys().next();
      if (states.size > CASES_AT_HAND && !oldest.done) states.delete(oldest.value);
    },
    clear: () => states.clear(),
  };
}
