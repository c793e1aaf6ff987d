import { stat } from 'node:fs/promises';
import { ZodError } from 'zod';
import { readSetting, setSetting } from '#db/desk/settings.ts';
import type { Log } from '#electron/dispatcher/log.ts';
import type { OpenDesk } from '#electron/services/openDesk.ts';
import { describeFailure } from '#ports/describeFailure.ts';
import { type CopyProblem, type CopyProgress, MadeCopy } from '#shared/contracts/copies.ts';
import { riyadhDayNumber } from '#shared/domain/calendar/dayNumber.ts';
import { CopyFailure, copyProblemOf } from './copyProblem.ts';
import { makeCopy } from './makeCopy.ts';
import { WorkStopped } from './pace.ts';

export interface CopyRunnerOptions {
  /** Null while the desk is locked, is being founded, or may only be read. */
  readonly desk: () => OpenDesk | null;
  readonly profileFolder: string;
  /** The bytes of the key file as it stands. */
  readonly readKeys: () => string;
  readonly log: Log;
}

/** What the screen may know of a run, besides what lies in the store. */
export interface CopyRunState {
  readonly progress: CopyProgress | null;
  readonly problem: CopyProblem | null;
  readonly problemFile: string | null;
}

const LOOK_EVERY_MS = 30_000;
/** After a copy that could not be made; asked by hand, it is tried at once. */
const PAUSE_MS = 15 * 60_000;
const FOLDER_SETTING = 'copies.folder';
const LAST_SETTING = 'copies.last';
const REST: CopyRunState = { progress: null, problem: null, problemFile: null };

/** Makes a copy once a day while the desk is open and the folder is there, and on demand; one at a time. */
export class CopyRunner {
  readonly #options: CopyRunnerOptions;
  #state: CopyRunState = REST;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  /** What was asked for by hand while another copy was under way. */
  #next: (() => void) | null = null;
  #stopped = new AbortController();
  #notBefore = 0;

  constructor(options: CopyRunnerOptions) {
    this.#options = options;
  }

  start(): void {
    this.#timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
    this.#timer.unref();
  }

  get state(): CopyRunState {
    return this.#state;
  }

  /** The person asks. @throws CopyFailure `copyFolderMissing` while no folder was chosen */
  makeNow(desk: OpenDesk): void {
    const folder = chosenFolder(desk);
    if (folder === null) throw new CopyFailure('copyFolderMissing');
    this.#begin(desk, folder, true);
  }

  /** Before the store closes: what is under way ends at its next step, and the copies before it stay. */
  release(): void {
    this.#stopped.abort();
    this.#stopped = new AbortController();
    this.#next = null;
    this.#state = REST;
    this.#notBefore = 0;
  }

  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.release();
    await this.#running;
  }

  /** Settles when none is being made. */
  async settled(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  /** Begins the day's copy where it is due and the folder is there. */
  async look(): Promise<void> {
    const desk = this.#options.desk();
    if (desk === null || this.#running !== null) return;
    const folder = chosenFolder(desk);
    const now = desk.store.clock.now();
    if (folder === null || now < this.#notBefore) return;
    const last = lastCopy(desk);
    if (last !== null && riyadhDayNumber(Date.parse(last.madeAt)) === riyadhDayNumber(now)) return;
    if (!(await folderIsThere(folder)) || this.#options.desk()?.store !== desk.store) return;
    this.#begin(desk, folder, false);
  }

  /** Asked for by hand, it holds all that was saved until then: one under way may not, and is waited for. */
  #begin(desk: OpenDesk, folder: string, isAsked: boolean): void {
    if (this.#running !== null && !isAsked) return;
    this.#state = { ...REST, progress: { stage: 'journal', done: 0, total: 0 } };
    if (this.#running !== null) {
      this.#next = () => this.#begin(desk, folder, true);
      return;
    }
    this.#running = this.#make(desk, folder, isAsked).finally(() => {
      this.#running = null;
      const next = this.#next;
      this.#next = null;
      next?.();
    });
  }

  async #make(desk: OpenDesk, folder: string, checksAll: boolean): Promise<void> {
    const { profileFolder, readKeys } = this.#options;
    const { store, device } = desk;
    const { signal } = this.#stopped;
    const isOpen = () => !signal.aborted && this.#options.desk()?.store === store;
    try {
      const made = await makeCopy({
        store,
        device,
        profileFolder,
        folder,
        keys: readKeys(),
        checksAll,
        isOpen,
        onProgress: (progress) => {
          if (isOpen()) this.#state = { ...REST, progress };
        },
      });
      if (!isOpen()) return;
      setSetting(store, LAST_SETTING, MadeCopy.parse(made));
      this.#state = REST;
    } catch (error) {
      if (error instanceof WorkStopped || !isOpen()) return;
      const problem = error instanceof ZodError ? 'copyJournalDamaged' : copyProblemOf(error);
      if (problem === null) this.#options.log.failure(describeFailure('copies', error));
      const problemFile = error instanceof CopyFailure ? error.file : null;
      this.#state = { progress: null, problem: problem ?? 'copyInterrupted', problemFile };
      this.#notBefore = store.clock.now() + PAUSE_MS;
    }
  }
}

export function chosenFolder({ store }: OpenDesk): string | null {
  const folder = readSetting(store.reader, FOLDER_SETTING);
  return typeof folder === 'string' ? folder : null;
}

/** The last copy that was made and proved, as it was counted then; null before the first. */
export function lastCopy({ store }: OpenDesk): MadeCopy | null {
  const last = MadeCopy.safeParse(readSetting(store.reader, LAST_SETTING));
  return last.success ? last.data : null;
}

export function keepChosenFolder({ store }: OpenDesk, folder: string) {
  return setSetting(store, FOLDER_SETTING, folder);
}

export async function folderIsThere(folder: string): Promise<boolean> {
  return stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
