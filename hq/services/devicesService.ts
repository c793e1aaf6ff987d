import { insertBranch, listBranches, listBranchesWithLaptops } from '#db/hub/branches.ts';
import { writeHub } from '#db/hub/connection.ts';
import { listDeviceHealth } from '#db/hub/deviceHealth.ts';
import { markDeviceReadmitted, markDeviceRevoked } from '#db/hub/devices.ts';
import { appendHubEvents } from '#db/hub/hubEvents.ts';
import { type ActorId, BranchOfficeId, DeviceId } from '#shared/domain/identity.ts';
import { type HubContext, nowOf } from '../context.ts';
import { HqError } from '../dispatcher/hqError.ts';

export async function branchesOf(hub: HubContext) {
  const branches = await listBranchesWithLaptops(hub.db);
  return {
    branches: branches.map((branch) => ({
      ...branch,
      branchOfficeId: BranchOfficeId.parse(branch.branchOfficeId),
    })),
  };
}

/** @throws HqError `branchCodeTaken` */
export async function addBranch(
  hub: HubContext,
  actorId: ActorId,
  { code, name }: { readonly code: string; readonly name: string },
) {
  const branchOfficeId = BranchOfficeId.parse(hub.ids.uuid());
  await writeHub(hub.db, async (writer) => {
    const taken = (await listBranches(writer)).some((branch) => branch.code === code);
    if (taken) throw new HqError('branchCodeTaken');
    await insertBranch(writer, { branchOfficeId, code, name }, nowOf(hub));
    const payload = { branchOfficeId, branchCode: code, branchName: name };
    await appendHubEvents(writer, hub, [{ kind: 'branchAdded', actorId, payload }], branchOfficeId);
  });
  return { branchOfficeId, code, name };
}

export async function devicesOf(hub: HubContext) {
  const devices = await listDeviceHealth(hub.db);
  return {
    devices: devices.map((device) => ({
      ...device,
      deviceId: DeviceId.parse(device.deviceId),
      branchOfficeId: BranchOfficeId.parse(device.branchOfficeId),
    })),
  };
}

/** Felt by the laptop at its next contact. @throws HqError `notFound` */
export async function revokeDevice(
  hub: HubContext,
  actorId: ActorId,
  { deviceId, reason }: { readonly deviceId: DeviceId; readonly reason: string },
) {
  await writeHub(hub.db, async (writer) => {
    if (!(await markDeviceRevoked(writer, deviceId, reason, nowOf(hub)))) {
      throw new HqError('notFound');
    }
    await appendHubEvents(writer, hub, [
      { kind: 'deviceRevoked', actorId, payload: { deviceId, reason } },
    ]);
  });
  // What is learnt of persons from now on is said in a key that the revoked laptop does not hold.
  void hub.matchIndex.rotate();
  return { revoked: true } as const;
}

/**
 * A laptop that was shut out is heard again from its next contact on; what it kept meanwhile arrives by
 * its old chain. Why it was shut out stays in the journal.
 * @throws HqError `notFound`
 */
export async function readmitDevice(
  hub: HubContext,
  actorId: ActorId,
  { deviceId, reason }: { readonly deviceId: DeviceId; readonly reason: string },
) {
  await writeHub(hub.db, async (writer) => {
    if (!(await markDeviceReadmitted(writer, deviceId))) throw new HqError('notFound');
    await appendHubEvents(writer, hub, [
      { kind: 'deviceReadmitted', actorId, payload: { deviceId, reason } },
    ]);
  });
  return { readmitted: true } as const;
}
