import { listBatches } from '#db/hub/batches.ts';
import { listQuarantine } from '#db/hub/quarantine.ts';
import { DeviceId } from '#shared/domain/identity.ts';
import { RefusalCode } from '#shared/protocol/sync/refusal.ts';
import type { HubContext } from '../context.ts';

const MOST_LISTED = 200;

export async function batchesOf(hub: HubContext) {
  const batches = await listBatches(hub.db, MOST_LISTED);
  return {
    batches: batches.map((batch) => ({ ...batch, deviceId: DeviceId.parse(batch.deviceId) })),
  };
}

export async function quarantineOf(hub: HubContext) {
  const entries = await listQuarantine(hub.db, MOST_LISTED);
  return {
    entries: entries.map((entry) => ({
      ...entry,
      code: RefusalCode.parse(entry.code),
      deviceId: DeviceId.nullable().parse(entry.deviceId),
    })),
  };
}
