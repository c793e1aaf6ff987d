import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { createDesk } from '#electron/createDesk.ts';
import type { Desk, DeskRouter } from '#electron/dispatcher/desk.ts';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import { createUuidV7Generator } from '#electron/host/uuidV7.ts';
import type { PepperStore } from '#electron/keys/pepperStore.ts';
import type { DeskStatus } from '#shared/contracts/session.ts';
import { ActorId } from '#shared/domain/identity.ts';
import { createRecordedLog, type RecordedLog } from '../../hosts/recordedLog.ts';

export const PASSWORD = 'كلمة مرور طويلة 1';
const RESOURCES = fileURLToPath(new URL('../../../../resources', import.meta.url));

export type DeskClient = RouterClient<DeskRouter>;

export interface TestDesk {
  readonly folder: string;
  readonly log: RecordedLog;
  readonly client: DeskClient;
  /** The system's key store. */
  readonly pepper: PepperStore;
  /** What its hosts serve: every procedure behind the guard, for whoever they say is there. */
  readonly router: DeskRouter;
  /** The wall clock of the desk: an instant as ISO text. */
  setNow(iso: string): void;
  /** The machine is on this network from now on. */
  joinNetwork(name: string): void;
  /** What the system does when the screen is locked. */
  requestLock(): void;
  /** Ends this desk and starts another on the same folder, as the next morning does. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** A desk on a real encrypted database in a folder of its own, with a clock that stands still. */
export async function createTestDesk(now = '2026-11-23T08:00:00.000Z'): Promise<TestDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'rifada-desk-'));
  const log = createRecordedLog();
  const pepper = pepperInMemory();
  let milliseconds = Date.parse(now);
  const clock = { now: () => milliseconds };
  let onLock: () => void = () => undefined;
  let network = '';
  const start = () =>
    createDesk({
      profileFolder: folder,
      resourcesFolder: RESOURCES,
      clock,
      ids: createUuidV7Generator(clock, nodeCrypto),
      crypto: nodeCrypto,
      host: {
        name: 'loopback',
        pepper,
        printsInBrowser: true,
        chooseFolder: null,
        training: 'apart',
        onLockRequest: (listener) => {
          onLock = listener;
          return () => undefined;
        },
      },
      log,
      networks: () => network,
    });
  let desk: Desk = await start();
  let client: DeskClient = createRouterClient(desk.router, { context: desk.context });
  return {
    folder,
    log,
    pepper,
    get client() {
      return client;
    },
    get router() {
      return desk.router;
    },
    setNow: (iso) => {
      milliseconds = Date.parse(iso);
    },
    joinNetwork: (name) => {
      network = name;
    },
    requestLock: () => onLock(),
    restart: async () => {
      await desk.close();
      desk = await start();
      client = createRouterClient(desk.router, { context: desk.context });
    },
    close: async () => {
      await desk.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function pepperInMemory(): PepperStore {
  let kept: Uint8Array | null = null;
  return {
    read: () => kept && Uint8Array.from(kept),
    write: (bytes) => {
      kept = Uint8Array.from(bytes);
    },
  };
}

/** Founds a branch and confirms the printed code, as the first morning does. */
export async function foundBranch({ client }: TestDesk): Promise<OpenStatus> {
  const founded = await client.session.found({
    kind: 'branch',
    language: 'ar',
    branchName: 'مكتب مكة المكرمة',
    branchCode: 'MKH01',
    personName: 'منى سعيد العتيبي',
    password: PASSWORD,
  });
  return openStatus(await confirmPrintedCode(client, founded));
}

export async function confirmPrintedCode(
  client: DeskClient,
  status: DeskStatus,
): Promise<DeskStatus> {
  if (status.phase !== 'confirmRecovery') throw new Error(`the desk is ${status.phase}`);
  const printed = status.recoveryCode.split('-');
  return client.session.confirmRecovery({
    groups: status.askedGroups.map((group) => (printed[group] ?? '').toLowerCase()),
  });
}

export type OpenStatus = Extract<DeskStatus, { phase: 'open' }>;

export function openStatus(status: DeskStatus): OpenStatus {
  if (status.phase !== 'open') throw new Error(`the desk is ${status.phase}`);
  return status;
}

/** The one person of a desk that was just founded. */
export function personAtDoor(status: DeskStatus): ActorId {
  const [person] = status.phase === 'locked' ? status.people : [];
  if (!person) throw new Error(`nobody at the door: ${status.phase}`);
  return ActorId.parse(person.actorId);
}
