import { getDevice } from '#db/desk/device.ts';
import { insertBranch } from '#db/hub/branches.ts';
import { writeHub } from '#db/hub/connection.ts';
import { insertDevice } from '#db/hub/devices.ts';
import type { OpenDesk } from '#electron/services/openDesk.ts';
import { registerKey } from '#electron/services/signingKey.ts';
import { BUSY_OFFICE, type StepMix } from '#electron/services/syntheticHistory.ts';
import { makeBatch } from '#electron/sync/makeBatch.ts';
import { nodeCrypto } from '#ports/nodeCrypto.ts';
import { HubId } from '#shared/protocol/sync/batchManifest.ts';
import { fillDesk, openFilledDesk } from '../../integration/desk/support/filledDesk.ts';
import { dropFolder, newFolder } from '../../integration/store/support/deskFixture.ts';
import { post } from './sender.ts';
import type { TestHub } from './testHub.ts';

/** Every case on its way to headquarters. */
export const ALL_SUBMITTED: StepMix = {
  ...{ opened: 0, welcomed: 0, interviewing: 0, interviewed: 0 },
  ...{ documents: 0, matched: 0, signed: 0, submitted: 1000 },
};

export interface FilledSender {
  readonly desk: OpenDesk;
  readonly branchOfficeId: string;
  /** Sends all that headquarters has not had yet. @returns the ids of the batches */
  sendAll(): Promise<readonly string[]>;
  close(): void;
}

export interface FilledSenderOptions {
  readonly cases: number;
  readonly seed: string;
  readonly branchCode: string;
  readonly branchName?: string;
  readonly mix?: StepMix;
}

/** A laptop of a branch with a real journal full of invented cases, known to headquarters. */
export async function createFilledSender(
  hub: Pick<TestHub, 'hub' | 'origin'>,
  { cases, seed, branchCode, branchName = 'فرع', mix = BUSY_OFFICE }: FilledSenderOptions,
): Promise<FilledSender> {
  const { context } = hub.hub;
  const folder = newFolder();
  const from = context.clock.now() - (cases + 1) * 900_000;
  const filled = openFilledDesk({ folder, cases: 0, seed, mix });
  // The fixture's desks all have one id; headquarters knows each laptop by its own.
  const deviceId = context.ids.uuid();
  filled.store.reader.sqlite.exec(`UPDATE device SET device_id = '${deviceId}', epoch = 2`);
  const { publicKey: personKey, privateKey: actorKey } = nodeCrypto.generateKeyPair();
  const desk = { ...filled, device: getDevice(filled.store.reader), actorKey };
  registerKey(desk.store, desk.person.actorId, personKey);
  fillDesk(desk, { cases, seed, mix, from });
  const branchOfficeId = context.ids.uuid();
  const now = new Date(context.clock.now()).toISOString();
  await writeHub(context.db, async (writer) => {
    await insertBranch(writer, { branchOfficeId, code: branchCode, name: branchName }, now);
    const { publicKey, lane } = desk.device;
    const state = 'enrolled';
    await insertDevice(writer, { deviceId, branchOfficeId, publicKey, lane, state }, now);
  });
  let sent = FOUNDING;
  let number = 0;
  return {
    desk,
    branchOfficeId,
    sendAll: async () => {
      const batchIds: string[] = [];
      for (;;) {
        const batch = await makeBatch({
          store: desk.store,
          device: desk.device,
          hubId: HubId.parse(context.hubId),
          afterPosition: sent,
          number: number + 1,
          mostEvents: 500,
          packing: 'small',
          isOpen: () => true,
        });
        if (batch === null) return batchIds;
        const { status, statement } = await post(hub, batch.packed);
        if (status !== 200 || statement.format !== 'rifada.receipt') {
          throw new Error(`refused: ${JSON.stringify(statement)}`);
        }
        number += 1;
        sent = batch.lastPosition;
        batchIds.push(statement.batchId);
      }
    },
    close: () => {
      desk.store.close();
      dropFolder(folder);
    },
  };
}

/** The founding lies in the fixture's first epoch; the cases begin the second. */
const FOUNDING = 2;
