import { countBatches, listBatches, listBatchGaps } from '#db/hub/batches.ts';
import { listPeopleOfDevices } from '#db/hub/caseChecks.ts';
import { writeHub } from '#db/hub/connection.ts';
import { appendHubEvents } from '#db/hub/hubEvents.ts';
import { countBatchStates } from '#db/hub/importLists.ts';
import { listQuarantine, readQuarantineBytes } from '#db/hub/quarantine.ts';
import { DESK_EVENT_PAYLOADS } from '#shared/domain/case/caseEvent.ts';
import { type ActorId, DeviceId } from '#shared/domain/identity.ts';
import { ImportState } from '#shared/domain/import/importState.ts';
import { CHUNK } from '#shared/domain/scans/scan.ts';
import { base64UrlOf } from '#shared/protocol/bytes.ts';
import { RefusalCode } from '#shared/protocol/sync/refusal.ts';
import type { HubContext } from '../context.ts';
import { HqError } from '../dispatcher/hqError.ts';

const MOST_LISTED = 200;

export async function batchesOf(
  hub: HubContext,
  asked: { readonly batchId?: string | undefined; readonly limit: number },
) {
  const batches = await listBatches(hub.db, { limit: asked.limit, batchId: asked.batchId ?? null });
  const [total, counts, people, gaps] = await Promise.all([
    countBatches(hub.db),
    countBatchStates(
      hub.db,
      batches.map(({ batchId }) => batchId),
    ),
    peopleOf(hub, [...new Set(batches.map(({ deviceId }) => deviceId))]),
    gapsOf(hub),
  ]);
  return {
    total,
    batches: batches.map((batch) => ({
      ...batch,
      deviceId: DeviceId.parse(batch.deviceId),
      people: [...(people.get(batch.deviceId) ?? [])],
      counts: counts.get(batch.batchId) ?? NO_CASES,
    })),
    gaps,
  };
}

const NO_CASES = Object.fromEntries(ImportState.options.map((state) => [state, 0])) as Record<
  ImportState,
  number
>;

/** Who works at each of these laptops, by the name they have there now. */
async function peopleOf(
  { db }: HubContext,
  deviceIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const people = new Map<string, Map<string, string>>();
  for (const { deviceId, payload } of await listPeopleOfDevices(db, deviceIds)) {
    const content: unknown = payload === null ? null : JSON.parse(payload);
    const added = DESK_EVENT_PAYLOADS.representativeAdded.safeParse(content);
    if (!added.success) continue;
    const own = people.get(deviceId) ?? new Map<string, string>();
    people.set(deviceId, own.set(added.data.actorId, added.data.displayName));
  }
  return new Map([...people].map(([deviceId, own]) => [deviceId, new Set(own.values())]));
}

/** So many missing numbers are named; more say no more. */
const MOST_NAMED = 20;

async function gapsOf({ db }: HubContext) {
  return (await listBatchGaps(db)).map(({ lastNumber, ...gap }) => ({
    ...gap,
    deviceId: DeviceId.parse(gap.deviceId),
    missing: Array.from(
      { length: Math.max(0, Math.min(gap.arrived - lastNumber - 1, MOST_NAMED)) },
      (_, at) => lastNumber + 1 + at,
    ),
  }));
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

/** @throws HqError `notFound` also once it has expired */
export async function refusedBytes(
  hub: HubContext,
  actorId: ActorId,
  { quarantineId, offset }: { readonly quarantineId: string; readonly offset: number },
) {
  const bytes = await readQuarantineBytes(hub.db, quarantineId);
  if (bytes === null) throw new HqError('notFound');
  if (offset === 0) {
    await writeHub(hub.db, (writer) =>
      appendHubEvents(writer, hub, [
        { kind: 'refusedBytesTaken', actorId, payload: { quarantineId } },
      ]),
    );
  }
  return {
    fileName: `rifada-refused-${quarantineId}.bin`,
    size: bytes.length,
    data: base64UrlOf(bytes.subarray(offset, offset + CHUNK)),
  };
}
