import { mkdirSync } from 'node:fs';
import { getDevice } from '#db/desk/device.ts';
import { adoptStage } from '#electron/copies/restoredProfile.ts';
import type { DeskOptions } from '#electron/dispatcher/desk.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { KeyContext } from '#electron/keys/keyFile.ts';
import {
  markRecoveryConfirmed,
  readKeyFileText,
  readKeyState,
  renewRecoveryCode,
  unlockWithPassword,
  unlockWithRecoveryCode,
} from '#electron/keys/keys.ts';
import { parseRecoveryCode } from '#electron/keys/recoveryCode.ts';
import type { DeliveredReference } from '#ports/deliveredReference.ts';
import type { DeskStatus, Person, sessionContract } from '#shared/contracts/session.ts';
import type { StaffMember, staffContract } from '#shared/contracts/staff.ts';
import { isoDate, riyadhDayNumber } from '#shared/domain/calendar/dayNumber.ts';
import type { ActorId } from '#shared/domain/identity.ts';
import type { ContractInput } from './contractInput.ts';
import { closingOnFailure, DeskOpener } from './deskOpener.ts';
import { type Phase, statusInside } from './deskPhase.ts';
import { DeskRestore } from './deskRestore.ts';
import { type DoorStatus, lookAtDoor, writeDoorplateOf } from './door.ts';
import { foundDesk } from './founding.ts';
import { granted } from './keyRefusal.ts';
import type { OpenDesk } from './openDesk.ts';
import { OpinionKiosk } from './opinionKiosk.ts';
import { changePreferences, readPreferences, setKeysAside } from './profileFile.ts';
import { mistypedGroups, recoveryPaper } from './recoveryPaper.ts';
import type { StagedDesk } from './restoring.ts';
import { seedTraining } from './seedTraining.ts';
import { ownsKey } from './signingKey.ts';
import { addStaff, assertOwnPassword, changeOwnPassword } from './staff.ts';
import { readTrainingCases } from './trainingCases.ts';

type Input<Name extends keyof typeof sessionContract> = ContractInput<
  (typeof sessionContract)[Name]
>;

/**
 * Who sits at the desk and what is open. One action at a time: deriving a password takes a moment, and
 * a second click must not open the database twice.
 */
export class Session {
  readonly #options: DeskOptions;
  readonly #keys: KeyContext;
  readonly #opener: DeskOpener;
  /** The screen while it is the beneficiary's. */
  readonly opinion: OpinionKiosk;
  readonly restoring: DeskRestore;
  #phase: Phase = { kind: 'door' };
  /** The screen is covered: the desk is open, and nothing of it may be seen or done. */
  #covered = false;
  #turn: Promise<unknown> = Promise.resolve();
  #beforeClosing: () => void = () => undefined;

  constructor(options: DeskOptions, delivered: DeliveredReference) {
    const { profileFolder, host, crypto, clock } = options;
    mkdirSync(profileFolder, { recursive: true, mode: 0o700 });
    adoptStage(profileFolder);
    this.#options = options;
    const keys = { folder: profileFolder, pepper: host.pepper, crypto, clock };
    this.#keys = keys;
    this.#opener = new DeskOpener({ options, keys, delivered });
    this.opinion = new OpinionKiosk({
      desk: () => this.desk(),
      status: () => this.status(),
      inTurn: (work) => this.#inTurn(work),
      keys,
    });
    this.restoring = new DeskRestore({
      options,
      keys,
      status: () => this.status(),
      inTurn: (work) => this.#inTurn(work),
      onlyDevice: () => (this.#phase.kind === 'open' ? this.#phase.desk.device.deviceId : null),
      moveIn: (staged, actorId) => this.#moveIn(staged, actorId),
    });
  }

  currentPerson(): Person | null {
    return this.#phase.kind === 'door' || this.#covered ? null : this.#phase.desk.person;
  }

  /** @throws DeskError `notUnlocked`, `recoveryNotConfirmed` */
  desk(): OpenDesk {
    if (this.#phase.kind === 'door' || this.#covered) throw new DeskError('notUnlocked');
    if (this.#phase.kind === 'confirmRecovery') throw new DeskError('recoveryNotConfirmed');
    return this.#phase.desk;
  }

  /** The desk while somebody works at it and it may be written to; null otherwise. */
  deskAtWork(): OpenDesk | null {
    return this.#phase.kind === 'open' && this.#phase.desk.store.writable ? this.#phase.desk : null;
  }

  /** The key file as it stands, for copies. @throws DeskError */
  keyFileText(): string {
    return granted(readKeyFileText(this.#keys)).text;
  }

  /** Reads branch and lane anew, after headquarters gave them. */
  refreshDevice(): void {
    if (this.#phase.kind !== 'open') return;
    const { desk } = this.#phase;
    this.#phase = { kind: 'open', desk: { ...desk, device: getDevice(desk.store.reader) } };
    writeDoorplateOf(this.#options.profileFolder, this.#phase.desk);
  }

  status(): DeskStatus {
    const { profileFolder, clock } = this.#options;
    const about = {
      today: isoDate(riyadhDayNumber(clock.now())),
      preferences: readPreferences(profileFolder),
    };
    const phase = this.#phase;
    if (phase.kind === 'door') return { ...about, ...this.#door() };
    const screen = { covered: this.#covered, kiosk: this.opinion.screen };
    return { ...about, ...statusInside(phase, screen) };
  }

  found(input: Input<'found'>): Promise<DeskStatus> {
    return this.#inTurn(async () => {
      if (this.#phase.kind !== 'door' || this.#door().phase !== 'firstRun') {
        throw new DeskError('alreadyFounded');
      }
      const { profileFolder, clock } = this.#options;
      setKeysAside(profileFolder, clock.now());
      const founded = await foundDesk(this.#options, this.#keys, input);
      const desk = this.#opener.deskOf(founded.opened, founded.actorId, founded.actorKey);
      // From here on the desk is founded: whatever fails, its database must be free to be opened.
      await closingOnFailure(founded.opened, async () => {
        writeDoorplateOf(profileFolder, desk);
        this.setPreferences({ language: input.language });
        if (input.kind === 'training') {
          granted(await markRecoveryConfirmed(this.#keys, founded.recoveryCode));
          await seedTraining(desk, readTrainingCases(this.#options.resourcesFolder, input.office));
        }
        return desk;
      });
      this.#phase =
        input.kind === 'training'
          ? { kind: 'open', desk }
          : this.#toConfirm(desk, founded.recoveryCode);
      return this.status();
    });
  }

  confirmRecovery({ groups }: Input<'confirmRecovery'>): Promise<DeskStatus> {
    return this.#inTurn(async () => {
      const phase = this.#phase;
      if (phase.kind !== 'confirmRecovery') return this.status();
      const mistyped = mistypedGroups(phase.paper, groups);
      if (mistyped.length > 0) {
        throw new DeskError('recoveryCodeMistyped', { groups: [...mistyped] });
      }
      granted(await markRecoveryConfirmed(this.#keys, phase.paper.recoveryCode));
      this.#phase = { kind: 'open', desk: phase.desk };
      return this.status();
    });
  }

  unlock({ actorId, password }: Input<'unlock'>): Promise<DeskStatus> {
    return this.#inTurn(async () => {
      if (this.#phase.kind !== 'door') return this.status();
      this.#assertFounded();
      const { databaseKey, actorPrivateKey } = granted(
        await unlockWithPassword(this.#keys, actorId, password),
      );
      const opened = await this.#opener.openStore(databaseKey);
      const desk = await closingOnFailure(opened, async () => {
        if (opened.store.writable && !ownsKey(opened.store, actorId, actorPrivateKey)) {
          // A recovery was cut off between its new key and the event that names it.
          return this.#opener.withNewKey(opened, actorId, password, databaseKey);
        }
        return this.#opener.deskOf(opened, actorId, actorPrivateKey);
      });
      return this.#letIn(desk, databaseKey);
    });
  }

  recover({ code, actorId, password }: Input<'recover'>): Promise<DeskStatus> {
    return this.#inTurn(async () => {
      if (this.#phase.kind !== 'door') return this.status();
      this.#assertFounded();
      const parsed = parseRecoveryCode(code);
      if (!parsed.ok) {
        const groups = parsed.problems.map(({ group }) => group - 1);
        throw new DeskError('recoveryCodeMistyped', { groups });
      }
      const { databaseKey } = granted(await unlockWithRecoveryCode(this.#keys, code));
      const opened = await this.#opener.openStore(databaseKey);
      const desk = await closingOnFailure(opened, () =>
        this.#opener.withNewKey(opened, actorId, password, databaseKey),
      );
      return this.#letIn(desk, databaseKey);
    });
  }

  /** @throws DeskError `kioskStands`: nobody leaves the beneficiary's screen but by the password */
  lockByHand(): Promise<DeskStatus> {
    if (this.isTurned()) throw new DeskError('kioskStands');
    return this.lock();
  }

  lock(): Promise<DeskStatus> {
    return this.#inTurn(async () => {
      this.#closeDesk();
      return this.status();
    });
  }

  isTurned(): boolean {
    return this.opinion.screen !== null;
  }

  /** Covers the screen and leaves the desk open: whoever uncovers it finds everything as it was. */
  cover(): Promise<DeskStatus> {
    return this.#inTurn(async () => {
      this.#covered = this.#phase.kind === 'open';
      return this.status();
    });
  }

  /** @throws DeskError `wrongPassword`; `notUnlocked` when the desk was locked meanwhile */
  uncover({ password }: Input<'uncover'>): Promise<DeskStatus> {
    return this.#inTurn(async () => {
      if (this.#phase.kind !== 'open') throw new DeskError('notUnlocked');
      await assertOwnPassword(this.#phase.desk, this.#keys, password);
      this.#covered = false;
      return this.status();
    });
  }

  addStaff(input: ContractInput<typeof staffContract.add>): Promise<{ people: StaffMember[] }> {
    return this.#inTurn(async () => {
      const desk = this.desk();
      const staff = await addStaff(desk, this.#keys, input);
      writeDoorplateOf(this.#options.profileFolder, desk);
      return staff;
    });
  }

  changePassword(input: ContractInput<typeof staffContract.changePassword>): Promise<DeskStatus> {
    return this.#inTurn(async () => {
      await changeOwnPassword(this.desk(), this.#keys, input);
      return this.status();
    });
  }

  setPreferences(changes: Input<'setPreferences'>): DeskStatus {
    changePreferences(this.#options.profileFolder, changes);
    return this.status();
  }

  /** Puts out what is being done and ends the session. */
  async close(): Promise<void> {
    this.#opener.stop();
    await this.lock();
  }

  #door(): DoorStatus {
    return lookAtDoor(this.#options.profileFolder, this.#keys, this.#opener);
  }

  #assertFounded(): void {
    const door = this.#door();
    if (door.phase === 'firstRun') throw new DeskError('notFounded');
    if (door.phase === 'trouble') throw new DeskError(door.trouble);
  }

  /** Nobody works on a desk whose recovery code was never seen: it is made anew and asked for. */
  async #letIn(desk: OpenDesk, databaseKey: Uint8Array): Promise<DeskStatus> {
    try {
      const keys = granted(readKeyState(this.#keys));
      writeDoorplateOf(this.#options.profileFolder, desk);
      if (keys.recoveryConfirmedAt === null && desk.store.writable) {
        const renewed = granted(await renewRecoveryCode(this.#keys, databaseKey));
        this.#phase = this.#toConfirm(desk, renewed.recoveryCode);
      } else {
        this.#phase = { kind: 'open', desk };
      }
    } catch (error) {
      desk.store.close();
      throw error;
    }
    return this.status();
  }

  async #moveIn({ databaseKey, actorKey }: StagedDesk, actorId: ActorId): Promise<DeskStatus> {
    this.#closeDesk();
    adoptStage(this.#options.profileFolder);
    const opened = await this.#opener.openStore(databaseKey);
    const desk = await closingOnFailure(opened, () =>
      this.#opener.deskOf(opened, actorId, actorKey),
    );
    return this.#letIn(desk, databaseKey);
  }

  #toConfirm(desk: OpenDesk, recoveryCode: string): Phase {
    return {
      kind: 'confirmRecovery',
      desk,
      paper: recoveryPaper(this.#options.crypto, recoveryCode),
    };
  }

  /** Called before the store closes, whatever closes it. */
  onClosing(listener: () => void): void {
    this.#beforeClosing = listener;
  }

  #closeDesk(): void {
    this.#covered = false;
    this.opinion.clear();
    if (this.#phase.kind === 'door') return;
    this.#beforeClosing();
    const { desk } = this.#phase;
    this.#phase = { kind: 'door' };
    desk.actorKey.fill(0);
    desk.device.privateKey.fill(0);
    desk.store.close();
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#turn.then(work, work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}
