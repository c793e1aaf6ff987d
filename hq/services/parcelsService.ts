import { writeHub } from '#db/hub/connection.ts';
import { appendHubEvents } from '#db/hub/hubEvents.ts';
import { findParcelAnswer, listParcels } from '#db/hub/parcels.ts';
import { type ActorId, DeviceId } from '#shared/domain/identity.ts';
import { CHUNK } from '#shared/domain/scans/scan.ts';
import { base64UrlOf } from '#shared/protocol/bytes.ts';
import { ParcelId } from '#shared/protocol/sync/parcel.ts';
import type { HubContext } from '../context.ts';
import { HqError } from '../dispatcher/hqError.ts';

const MOST_LISTED = 100;
/** Characters of the printed key that are read back. */
const ENDING = 6;

export async function parcelsOf(hub: HubContext) {
  const parcels = await listParcels(hub.db, MOST_LISTED);
  return {
    parcels: parcels.map((parcel) => ({
      ...parcel,
      parcelId: ParcelId.parse(parcel.parcelId),
      deviceId: DeviceId.parse(parcel.deviceId),
    })),
  };
}

/** @throws HqError `notFound` */
export async function answerOf(
  hub: HubContext,
  { parcelId, offset }: { readonly parcelId: string; readonly offset: number },
) {
  const found = await findParcelAnswer(hub.db, parcelId);
  if (found === null) throw new HqError('notFound');
  const { answer, branchCode, lane, readAt } = found;
  return {
    fileName: `rifada-${branchCode}-${lane}-${readAt.toISOString().slice(0, 10)}.answer.age`,
    size: answer.length,
    data: base64UrlOf(answer.subarray(offset, offset + CHUNK)),
  };
}

export function stickKeysOf({ stickKeys }: HubContext) {
  return {
    recipients: [...stickKeys.recipients],
    recoveryWaits: stickKeys.waitingRecovery() !== null,
  };
}

/** @throws HqError `notFound` once it was taken */
export function recoveryKeyOf({ stickKeys }: HubContext) {
  const identity = stickKeys.waitingRecovery();
  if (identity === null) throw new HqError('notFound');
  return { identity, recipient: stickKeys.recipients[1] ?? '' };
}

/** @throws HqError `keyNotConfirmed`, `notFound` */
export async function confirmRecoveryKey(
  hub: HubContext,
  actorId: ActorId,
  { ending }: { readonly ending: string },
) {
  const { identity, recipient } = recoveryKeyOf(hub);
  if (ending.toUpperCase() !== identity.slice(-ENDING)) throw new HqError('keyNotConfirmed');
  await writeHub(hub.db, (writer) =>
    appendHubEvents(writer, hub, [{ kind: 'recoveryKeyTaken', actorId, payload: { recipient } }]),
  );
  hub.stickKeys.dropRecovery();
  return { recoveryWaits: false };
}
