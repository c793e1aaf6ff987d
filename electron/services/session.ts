import { mkdirSync } from 'node:fs';
import { findLastSavedAt } from '#db/desk/caseLists.ts';
import { getDevice } from '#db/desk/device.ts';
import { type OpenDeskResult, openDeskDatabase } from '#db/desk/openDesk.ts';
import { listDeskPeople } from '#db/desk/people.ts';
import { listPublishedDocuments } from '#db/desk/publishedReference.ts';
import { adoptStage } from '#electron/copies/restoredProfile.ts';
import type { DeskOptions } from '#electron/dispatcher/desk.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { KeyContext } from '#electron/keys/keyFile.ts';
import {
  markRecoveryConfirmed,
  readKeyFileText,
  readKeyState,
  renewRecoveryCode,
  setPassword,
  unlockWithPassword,
  unlockWithRecoveryCode,
} from '#electron/keys/keys.ts';
import { groupAsPrinted, parseRecoveryCode, RECOVERY_GROUPS } from '#electron/keys/recoveryCode.ts';
import { KnownPeople } from '#electron/known/knownPeople.ts';
import { MatchIndex } from '#electron/known/matchIndex.ts';
import type { DeliveredReference } from '#ports/deliveredReference.ts';
import { firstKnowledge } from '#ports/firstKnowledge.ts';
import { createReference } from '#ports/referenceData.ts';
import type { opinionContract } from '#shared/contracts/opinion.ts';
import {
  mayRestore,
  type OpenedCopy,
  type Restored,
  type RestoreProgress,
  type restoreContract,
} from '#shared/contracts/restore.ts';
import type {
  DeskStatus,
  DeskTrouble,
  Kiosk,
  Person,
  Preferences,
  sessionContract,
} from '#shared/contracts/session.ts';
import type { StaffMember, staffContract } from '#shared/contracts/staff.ts';
import { isoDate, riyadhDayNumber } from '#shared/domain/calendar/dayNumber.ts';
import type { ActorId, CaseId, IsoDay } from '#shared/domain/identity.ts';
import type { ContractInput } from './contractInput.ts';
import { type DoorStatus, lookAtDoor, writeDoorplateOf } from './door.ts';
import { foundDesk } from './founding.ts';
import { granted } from './keyRefusal.ts';
import type { OpenDesk } from './openDesk.ts';
import { assertMayAsk, declineOpinion, giveOpinion } from './opinionService.ts';
import { readPreferences, setKeysAside, writePreferences } from './profileFile.ts';
import { openCopy, stageRestore } from './restoring.ts';
import { createScanUploads } from './scanUploads.ts';
import { seedTraining } from './seedTraining.ts';
import { ownsKey, registerKey } from './signingKey.ts';
import { addStaff, assertOwnPassword, changeOwnPassword } from './staff.ts';
import { refusalOfStore, TROUBLE_OF_STORE } from './storeRefusal.ts';
import { readTrainingCases } from './trainingCases.ts';

type Input<Name extends keyof typeof sessionContract> = ContractInput<
  (typeof sessionContract)[Name]
>;

/** Where the desk is; `door` stands for everything before somebody is let in. */
type Phase =
  | { readonly kind: 'door' }
  | {
      readonly kind: 'confirmRecovery';
      readonly desk: OpenDesk;
      readonly recoveryCode: string;
      readonly askedGroups: readonly number[];
    }
  | { readonly kind: 'open'; readonly desk: OpenDesk; readonly kiosk?: Kiosk };

const ASKED_GROUPS = 2;

/**
 * Who sits at the desk and what is open. One action at a time: deriving a password takes a moment, and
 * a second click must not open the database twice.
 */
export class Session {
  readonly #options: DeskOptions;
  readonly #keys: KeyContext;
  readonly #delivered: DeliveredReference;
  #phase: Phase = { kind: 'door' };
  /** The screen is covered: the desk is open, and nothing of it may be seen or done. */
  #covered = false;
  /** What the last attempt to open the database met; shown at the door until one succeeds. */
  #storeTrouble: DeskTrouble | null = null;
  #restoring: RestoreProgress | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #beforeClosing: () => void = () => undefined;

  constructor(options: DeskOptions, delivered: DeliveredReference) {
    const { profileFolder, host, crypto, clock } = options;
    mkdirSync(profileFolder, { recursive: true, mode: 0o700 });
    adoptStage(profileFolder);
    this.#options = options;
    this.#delivered = delivered;
    this.#keys = { folder: profileFolder, pepper: host.pepper, crypto, clock };
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
    const about = { today: this.#today(), preferences: this.#preferences() };
    const phase = this.#phase;
    if (phase.kind === 'door') return { ...about, ...this.#door() };
    const { device, person, store } = phase.desk;
    const { branchOfficeId, branchCode: code, branchName: name, lane, training } = device;
    const branch = { branchOfficeId, code, name, lane, training };
    if (phase.kind === 'open') {
      return {
        ...about,
        phase: 'open',
        branch,
        person,
        readOnly: !store.writable,
        covered: this.#covered,
        kiosk: phase.kiosk ?? null,
      };
    }
    const { recoveryCode, askedGroups } = phase;
    return {
      ...about,
      phase: 'confirmRecovery',
      branch,
      person,
      recoveryCode,
      askedGroups: [...askedGroups],
    };
  }

  found(input: Input<'found'>): Promise<DeskStatus> {
    return this.#inTurn(async () => {
      if (this.#phase.kind !== 'door' || this.#door().phase !== 'firstRun') {
        throw new DeskError('alreadyFounded');
      }
      const { profileFolder, clock } = this.#options;
      setKeysAside(profileFolder, clock.now());
      const founded = await foundDesk(this.#options, this.#keys, input);
      const desk = this.#deskOf(founded.opened, founded.actorId, founded.actorKey);
      // From here on the desk is founded: whatever fails, its database must be free to be opened.
      await this.#closingOnFailure(founded.opened, async () => {
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
      const printed = phase.recoveryCode.split('-');
      const mistyped = phase.askedGroups.filter(
        (group, index) => groupAsPrinted(groups[index] ?? '') !== printed[group],
      );
      if (mistyped.length > 0) throw new DeskError('recoveryCodeMistyped', { groups: mistyped });
      granted(await markRecoveryConfirmed(this.#keys, phase.recoveryCode));
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
      const opened = this.#openStore(databaseKey);
      const desk = await this.#closingOnFailure(opened, async () => {
        if (opened.store.writable && !ownsKey(opened.store, actorId, actorPrivateKey)) {
          // A recovery was cut off between its new key and the event that names it.
          return this.#withNewKey(opened, actorId, password, databaseKey);
        }
        return this.#deskOf(opened, actorId, actorPrivateKey);
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
      const opened = this.#openStore(databaseKey);
      const desk = await this.#closingOnFailure(opened, () =>
        this.#withNewKey(opened, actorId, password, databaseKey),
      );
      return this.#letIn(desk, databaseKey);
    });
  }

  openCopy(input: ContractInput<typeof restoreContract.open>): Promise<OpenedCopy> {
    this.assertMayRestore();
    return openCopy(this.#options, this.#keys, input);
  }

  /**
   * Makes the desk again from a copy and lets a person in. What lies in the profile and cannot be worked
   * at is set aside once the copy is proved.
   */
  restore(
    input: ContractInput<typeof restoreContract.begin>,
  ): Promise<{ status: DeskStatus; restored: Restored }> {
    return this.#inTurn(async () => {
      this.assertMayRestore();
      const { profileFolder } = this.#options;
      const phase = this.#phase;
      const onlyDevice = phase.kind === 'open' ? phase.desk.device.deviceId : null;
      try {
        const staged = await stageRestore(
          this.#options,
          this.#keys,
          input,
          onlyDevice,
          (progress) => {
            this.#restoring = progress;
          },
        );
        this.#closeDesk();
        adoptStage(profileFolder);
        const opened = this.#openStore(staged.databaseKey);
        const desk = await this.#closingOnFailure(opened, () =>
          this.#deskOf(opened, input.actorId, staged.actorKey),
        );
        const status = await this.#letIn(desk, staged.databaseKey);
        return { status, restored: staged.restored };
      } finally {
        this.#restoring = null;
      }
    });
  }

  restoreStatus(): { progress: RestoreProgress | null; canBrowse: boolean } {
    return { progress: this.#restoring, canBrowse: this.#options.host.chooseFolder !== null };
  }

  /** @throws DeskError `alreadyFounded` where there is a desk that can be worked at */
  assertMayRestore(): void {
    if (!mayRestore(this.status())) throw new DeskError('alreadyFounded');
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

  /** What stands on the beneficiary's screen; null while the screen is the representative's. */
  kiosk(): Kiosk | null {
    return this.#phase.kind === 'open' ? (this.#phase.kiosk ?? null) : null;
  }

  isTurned(): boolean {
    return this.kiosk() !== null;
  }

  /** Turns the screen to the beneficiary. From here on only the password leads back. */
  beginKiosk({ caseId, language }: ContractInput<typeof opinionContract.begin>): DeskStatus {
    const desk = this.desk();
    if (this.kiosk() !== null) throw new DeskError('kioskStands');
    const survey = assertMayAsk(desk, caseId, language);
    this.#phase = { kind: 'open', desk, kiosk: { survey, caseId, language, ended: null } };
    return this.status();
  }

  giveOpinion(input: ContractInput<typeof opinionContract.give>): Promise<DeskStatus> {
    return this.#endingSurvey('given', (desk, caseId) => giveOpinion(desk, caseId, input));
  }

  declineOpinion(): Promise<DeskStatus> {
    return this.#endingSurvey('declined', async (desk, caseId) => declineOpinion(desk, caseId));
  }

  #endingSurvey(
    ended: 'given' | 'declined',
    work: (desk: OpenDesk, caseId: CaseId) => Promise<void>,
  ): Promise<DeskStatus> {
    return this.#inTurn(async () => {
      const desk = this.desk();
      const kiosk = this.kiosk();
      if (kiosk === null) throw new DeskError('actionNotAllowed');
      await work(desk, kiosk.caseId);
      this.#phase = { kind: 'open', desk, kiosk: { ...kiosk, ended } };
      return this.status();
    });
  }

  /** Covers the screen and leaves the desk open: whoever uncovers it finds everything as it was. */
  cover(): Promise<DeskStatus> {
    return this.#inTurn(async () => {
      this.#covered = this.#phase.kind === 'open';
      return this.status();
    });
  }

  /** Gives the screen back to the representative; what was answered and not sent is kept nowhere. */
  endKiosk({ password }: ContractInput<typeof opinionContract.end>): Promise<DeskStatus> {
    return this.#inTurn(async () => {
      const desk = this.desk();
      if (this.kiosk() === null) return this.status();
      await assertOwnPassword(desk, this.#keys, password);
      this.#phase = { kind: 'open', desk };
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
    const kept = this.#preferences();
    const preferences: Preferences = {
      language: changes.language ?? kept.language,
      theme: changes.theme ?? kept.theme,
      contrast: changes.contrast ?? kept.contrast,
      coverAfterMinutes: changes.coverAfterMinutes ?? kept.coverAfterMinutes,
    };
    try {
      writePreferences(this.#options.profileFolder, preferences);
    } catch {
      throw new DeskError('diskFailed');
    }
    return this.status();
  }

  /** Puts out what is being done and ends the session. */
  async close(): Promise<void> {
    await this.lock();
  }

  #door(): DoorStatus {
    return lookAtDoor(this.#options.profileFolder, this.#keys, this.#storeTrouble);
  }

  #assertFounded(): void {
    const door = this.#door();
    if (door.phase === 'firstRun') throw new DeskError('notFounded');
    if (door.phase === 'trouble') throw new DeskError(door.trouble);
  }

  #today(): IsoDay {
    return isoDate(riyadhDayNumber(this.#options.clock.now()));
  }

  #preferences(): Preferences {
    return readPreferences(this.#options.profileFolder);
  }

  #openStore(key: Uint8Array): Opened {
    const { profileFolder: folder, clock, crypto, ids } = this.#options;
    const opened = openDeskDatabase({ folder, key, clock, crypto, ids });
    if (opened.kind === 'failed') {
      this.#storeTrouble = TROUBLE_OF_STORE[opened.problem];
      throw refusalOfStore(opened.problem);
    }
    this.#storeTrouble = null;
    return opened;
  }

  async #closingOnFailure(
    { store }: Opened,
    work: () => OpenDesk | Promise<OpenDesk>,
  ): Promise<OpenDesk> {
    try {
      return await work();
    } catch (error) {
      store.close();
      throw error;
    }
  }

  #deskOf({ store }: Opened, actorId: ActorId, actorKey: Uint8Array): OpenDesk {
    const found = listDeskPeople(store.reader).find((each) => each.actorId === actorId);
    if (!found) throw new DeskError('wrongPassword');
    const { displayName, role } = found;
    const device = getDevice(store.reader);
    const reference = createReference(this.#delivered, device.training);
    reference.take(listPublishedDocuments(store.reader));
    return {
      store,
      device,
      person: { actorId, displayName, role },
      actorKey,
      reference,
      uploads: createScanUploads(store.attachments),
      known: new KnownPeople(store, firstKnowledge(this.#options.resourcesFolder)),
      matchIndex: new MatchIndex(store),
      saved: { lastSavedAt: findLastSavedAt(store.reader), headNotRecorded: false },
    };
  }

  /** A new password with a new signing key, and the event that makes the key known. */
  async #withNewKey(
    opened: Opened,
    actorId: ActorId,
    password: string,
    databaseKey: Uint8Array,
  ): Promise<OpenDesk> {
    const { newKeys } = granted(
      await setPassword(this.#keys, {
        actorId,
        password,
        databaseKey,
        actorPrivateKey: null,
        renewPepper: true,
      }),
    );
    if (newKeys === null) throw new TypeError('a new password without a new key');
    if (opened.store.writable) registerKey(opened.store, actorId, newKeys.publicKey);
    return this.#deskOf(opened, actorId, newKeys.privateKey);
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

  #toConfirm(desk: OpenDesk, recoveryCode: string): Phase {
    const { crypto } = this.#options;
    const groups = Array.from({ length: RECOVERY_GROUPS }, (_, group) => ({
      group,
      order: crypto.randomBytes(4).join('.'),
    }));
    const askedGroups = groups
      .toSorted((one, other) => (one.order < other.order ? -1 : 1))
      .slice(0, ASKED_GROUPS)
      .map(({ group }) => group)
      .toSorted((one, other) => one - other);
    return { kind: 'confirmRecovery', desk, recoveryCode, askedGroups };
  }

  /** Called before the store closes, whatever closes it. */
  onClosing(listener: () => void): void {
    this.#beforeClosing = listener;
  }

  #closeDesk(): void {
    this.#covered = false;
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

type Opened = Exclude<OpenDeskResult, { kind: 'failed' }>;
