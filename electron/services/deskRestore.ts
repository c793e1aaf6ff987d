import type { DeskOptions } from '#electron/dispatcher/desk.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { KeyContext } from '#electron/keys/keyFile.ts';
import {
  mayRestore,
  type OpenedCopy,
  type Restored,
  type RestoreProgress,
  type restoreContract,
} from '#shared/contracts/restore.ts';
import type { DeskStatus } from '#shared/contracts/session.ts';
import type { ActorId, DeviceId } from '#shared/domain/identity.ts';
import type { ContractInput } from './contractInput.ts';
import { openCopy, type StagedDesk, stageRestore } from './restoring.ts';

/** What a restoring needs of the session that it stands in. */
export interface RestoreSession {
  readonly options: DeskOptions;
  readonly keys: KeyContext;
  readonly status: () => DeskStatus;
  readonly inTurn: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** The desk that lies here and can be read, whose place no other takes; null for none. */
  readonly onlyDevice: () => DeviceId | null;
  /** Puts the desk that was made in the profile's place and lets the person in. */
  readonly moveIn: (staged: StagedDesk, actorId: ActorId) => Promise<DeskStatus>;
}

type Input<Name extends keyof typeof restoreContract> = ContractInput<
  (typeof restoreContract)[Name]
>;

/** A desk that is made again from a copy, where there is none that can be worked at. */
export class DeskRestore {
  readonly #session: RestoreSession;
  #progress: RestoreProgress | null = null;

  constructor(session: RestoreSession) {
    this.#session = session;
  }

  open(input: Input<'open'>): Promise<OpenedCopy> {
    this.assertMay();
    return openCopy(this.#session.options, this.#session.keys, input);
  }

  /**
   * Makes the desk again from a copy and lets a person in. What lies in the profile and cannot be worked
   * at is set aside once the copy is proved.
   */
  begin(input: Input<'begin'>): Promise<{ status: DeskStatus; restored: Restored }> {
    const { options, keys, inTurn, onlyDevice, moveIn } = this.#session;
    return inTurn(async () => {
      this.assertMay();
      try {
        const staged = await stageRestore(options, keys, input, onlyDevice(), (progress) => {
          this.#progress = progress;
        });
        return { status: await moveIn(staged, input.actorId), restored: staged.restored };
      } finally {
        this.#progress = null;
      }
    });
  }

  status(): { progress: RestoreProgress | null; canBrowse: boolean } {
    const { chooseFolder } = this.#session.options.host;
    return { progress: this.#progress, canBrowse: chooseFolder !== null };
  }

  /** @throws DeskError `alreadyFounded` where there is a desk that can be worked at */
  assertMay(): void {
    if (!mayRestore(this.#session.status())) throw new DeskError('alreadyFounded');
  }
}
