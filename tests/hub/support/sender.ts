import { gunzipSync, gzipSync } from 'node:zlib';
import { appendEvents } from '#db/desk/appendEvents.ts';
import { type Device, getDevice } from '#db/desk/device.ts';
import type { DeskStore } from '#db/desk/store.ts';
import { insertBranch } from '#db/hub/branches.ts';
import { writeHub } from '#db/hub/connection.ts';
import { insertDevice } from '#db/hub/devices.ts';
import { makeBatch } from '#electron/sync/makeBatch.ts';
import { nodeCrypto } from '#ports/nodeCrypto.ts';
import { batchHeadLine } from '#shared/protocol/sync/batch.ts';
import { BatchManifest, HubId } from '#shared/protocol/sync/batchManifest.ts';
import { readStatement, type Statement } from '#shared/protocol/sync/hubStatement.ts';
import {
  accepted,
  answersEvent,
  deskFiles,
  dropFolder,
  foundDesk,
  newCaseId,
  newFolder,
  openedEvent,
} from '../../integration/store/support/deskFixture.ts';
import type { TestHub } from './testHub.ts';

/** A laptop's real journal and key, whose batches can be changed on their way. */
export interface Sender {
  readonly store: DeskStore;
  readonly device: Device;
  batch(options?: BatchOptions): Promise<Uint8Array>;
  close(): void;
}

export interface BatchOptions {
  readonly after?: number;
  readonly events?: number;
  readonly number?: number;
}

/** A laptop with two events of its founding and four of two cases, known to headquarters. */
export async function createSender(hub: Pick<TestHub, 'hub'>): Promise<Sender> {
  const folder = newFolder();
  const store = foundDesk(deskFiles(folder, nodeCrypto.randomBytes(32)));
  const ids = hub.hub.context.ids;
  // The fixture's desks all have one id; headquarters knows each laptop by its own.
  const deviceId = ids.uuid();
  store.reader.sqlite.exec(`UPDATE device SET device_id = '${deviceId}', epoch = 2`);
  for (const reference of ['R-1', 'R-2']) {
    const caseId = newCaseId();
    accepted(
      appendEvents(store, {
        events: [
          openedEvent(caseId, reference),
          answersEvent(caseId, {
            nameFirst: { value: 'ريم' },
            notes: { value: 'سطر\u0001 "و" \\' },
          }),
        ],
      }),
    );
  }
  const device = getDevice(store.reader);
  const branchOfficeId = ids.uuid();
  const now = new Date(hub.hub.context.clock.now()).toISOString();
  await writeHub(hub.hub.context.db, async (writer) => {
    const code = `T${String.fromCharCode(65 + Math.floor(Math.random() * 26), 65 + Math.floor(Math.random() * 26))}${String(Math.floor(Math.random() * 100)).padStart(2, '0')}`;
    await insertBranch(writer, { branchOfficeId, code, name: 'فرع' }, now);
    const { publicKey, lane } = device;
    await insertDevice(
      writer,
      { deviceId, branchOfficeId, publicKey, lane, state: 'enrolled' },
      now,
    );
  });
  return {
    store,
    device,
    batch: async ({ after = FOUNDING, events = 500, number = 1 } = {}) => {
      const made = await makeBatch({
        store,
        device,
        hubId: HubId.parse(hub.hub.context.hubId),
        afterPosition: after,
        number,
        mostEvents: events,
        packing: 'small',
        isOpen: () => true,
      });
      if (made === null) throw new Error('nothing to send');
      return made.packed;
    },
    close: () => {
      store.close();
      dropFolder(folder);
    },
  };
}

/** The founding lies in the fixture's first epoch; the cases begin the second. */
const FOUNDING = 2;

export interface Answer {
  readonly status: number;
  readonly statement: Statement;
}

/** Posts bytes as a laptop does; the answer must be signed by headquarters, whatever it says. */
export async function post(
  hub: Pick<TestHub, 'hub' | 'origin'>,
  packed: Uint8Array,
): Promise<Answer> {
  const response = await fetch(`${hub.origin}/sync/batches`, {
    method: 'POST',
    body: Uint8Array.from(packed),
    headers: { 'content-type': 'application/gzip' },
  });
  const text = await response.text();
  const reading = readStatement(nodeCrypto, hub.hub.context.publicKey, text);
  if (reading.kind !== 'ours') throw new Error(`not headquarters: ${reading.kind} ${text}`);
  return { status: response.status, statement: reading.statement };
}

export async function codeOf(answer: Promise<Answer>): Promise<string> {
  const { statement } = await answer;
  return statement.format === 'rifada.refusal' ? statement.code : statement.format;
}

/** Changes the lines of a batch and leaves its signature as it was. */
export function changed(
  packed: Uint8Array,
  change: (lines: readonly string[]) => readonly string[],
): Uint8Array {
  const lines = gunzipSync(packed).toString('utf8').split('\n');
  return gzipSync(change(lines.slice(0, -1)).join('\n').concat('\n'));
}

/** Signs a changed manifest anew, with the laptop's own key or with another. */
export function resigned(
  packed: Uint8Array,
  privateKey: Uint8Array,
  change: (manifest: BatchManifest) => Record<string, unknown>,
): Uint8Array {
  return changed(packed, ([head = '', ...events]) => {
    const parsed: unknown = JSON.parse(head);
    const manifest = BatchManifest.parse((parsed as { manifest: unknown }).manifest);
    const other = { ...manifest, ...change(manifest) } as BatchManifest;
    return [batchHeadLine(nodeCrypto, privateKey, other), ...events];
  });
}
