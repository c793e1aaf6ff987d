import { findLastSavedAt } from '#db/desk/caseLists.ts';
import { getDevice } from '#db/desk/device.ts';
import { findLinkageWeights } from '#db/desk/linkageWeights.ts';
import { type OpenDeskResult, openDeskInSteps } from '#db/desk/openDesk.ts';
import { listDeskPeople } from '#db/desk/people.ts';
import { listPublishedDocuments } from '#db/desk/publishedReference.ts';
import { createPace, runPaced, WorkStopped } from '#electron/copies/pace.ts';
import type { DeskOptions } from '#electron/dispatcher/desk.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { KeyContext } from '#electron/keys/keyFile.ts';
import { setPassword } from '#electron/keys/keys.ts';
import { KnownPeople } from '#electron/known/knownPeople.ts';
import { MatchIndex } from '#electron/known/matchIndex.ts';
import type { DeliveredReference } from '#ports/deliveredReference.ts';
import { firstKnowledge } from '#ports/firstKnowledge.ts';
import { createReference } from '#ports/referenceData.ts';
import type { DeskTrouble, OpeningProgress } from '#shared/contracts/session.ts';
import type { ActorId } from '#shared/domain/identity.ts';
import { granted } from './keyRefusal.ts';
import type { OpenDesk } from './openDesk.ts';
import { createScanUploads } from './scanUploads.ts';
import { registerKey } from './signingKey.ts';
import { refusalOfStore, TROUBLE_OF_STORE } from './storeRefusal.ts';

export type OpenedStore = Exclude<OpenDeskResult, { kind: 'failed' }>;

export interface DeskOpenerParts {
  readonly options: DeskOptions;
  readonly keys: KeyContext;
  readonly delivered: DeliveredReference;
}

/** Opens the database of the profile and makes a desk of it, at which one person sits. */
export class DeskOpener {
  readonly #parts: DeskOpenerParts;
  #trouble: DeskTrouble | null = null;
  #progress: OpeningProgress | null = null;
  #isStopped = false;

  constructor(parts: DeskOpenerParts) {
    this.#parts = parts;
  }

  /** What the last attempt to open the database met; shown at the door until one succeeds. */
  get trouble(): DeskTrouble | null {
    return this.#trouble;
  }

  /** How far an opening is that takes long; null while none is under way. */
  get progress(): OpeningProgress | null {
    return this.#progress;
  }

  /** For good: an opening that is under way is taken back, and begins anew when the desk is next opened. */
  stop(): void {
    this.#isStopped = true;
  }

  /** @throws DeskError with the sentence of the store's problem; `notUnlocked` when it was stopped */
  async openStore(key: Uint8Array): Promise<OpenedStore> {
    const { profileFolder: folder, clock, crypto, ids } = this.#parts.options;
    const pace = createPace(() => !this.#isStopped);
    try {
      const steps = openDeskInSteps({ folder, key, clock, crypto, ids });
      const opened = await runPaced(steps, pace, (progress) => {
        this.#progress = progress;
      });
      if (opened.kind === 'failed') {
        this.#trouble = TROUBLE_OF_STORE[opened.problem];
        throw refusalOfStore(opened.problem);
      }
      this.#trouble = null;
      return opened;
    } catch (error) {
      if (error instanceof WorkStopped) throw new DeskError('notUnlocked');
      throw error;
    } finally {
      this.#progress = null;
    }
  }

  /** @throws DeskError `wrongPassword` for a person whom the store does not know */
  deskOf({ store }: OpenedStore, actorId: ActorId, actorKey: Uint8Array): OpenDesk {
    const { delivered, options } = this.#parts;
    const found = listDeskPeople(store.reader).find((each) => each.actorId === actorId);
    if (!found) throw new DeskError('wrongPassword');
    const { displayName, role } = found;
    const device = getDevice(store.reader);
    const reference = createReference(delivered, device.training);
    reference.take(listPublishedDocuments(store.reader));
    return {
      store,
      device,
      person: { actorId, displayName, role },
      actorKey,
      reference,
      uploads: createScanUploads(store.attachments),
      known: new KnownPeople(
        store,
        findLinkageWeights(store.reader)?.knowledge ?? firstKnowledge(options.resourcesFolder),
      ),
      matchIndex: new MatchIndex(store),
      saved: { lastSavedAt: findLastSavedAt(store.reader), headNotRecorded: false },
    };
  }

  /** A new password with a new signing key, and the event that makes the key known. @throws DeskError */
  async withNewKey(
    opened: OpenedStore,
    actorId: ActorId,
    password: string,
    databaseKey: Uint8Array,
  ): Promise<OpenDesk> {
    const { newKeys } = granted(
      await setPassword(this.#parts.keys, {
        actorId,
        password,
        databaseKey,
        actorPrivateKey: null,
        renewPepper: true,
      }),
    );
    if (newKeys === null) throw new TypeError('a new password without a new key');
    if (opened.store.writable) registerKey(opened.store, actorId, newKeys.publicKey);
    return this.deskOf(opened, actorId, newKeys.privateKey);
  }
}

/** What is not made into a desk must be free to be opened again. @throws what `work` throws */
export async function closingOnFailure(
  { store }: OpenedStore,
  work: () => OpenDesk | Promise<OpenDesk>,
): Promise<OpenDesk> {
  try {
    return await work();
  } catch (error) {
    store.close();
    throw error;
  }
}
