import { findHubDevice, type HubDevice, noteContact } from '#db/hub/devices.ts';
import {
  type DeviceRequest,
  deviceSignatureHolds,
  REQUEST_WINDOW_MS,
  readDeviceRequest,
} from '#shared/protocol/sync/deviceRequest.ts';
import { type HubContext, nowOf } from '../context.ts';
import { Refused } from './refusal.ts';

/**
 * The laptop that signed this request, and was not revoked. Notes the contact and the laptop's clock.
 * @throws Refused
 */
export async function knownDevice(
  hub: HubContext,
  header: string | undefined,
  method: DeviceRequest['method'],
  path: string,
): Promise<HubDevice> {
  const signed = header === undefined ? null : readDeviceRequest(header);
  if (signed === null) throw new Refused('malformed');
  const { request } = signed;
  const device = await findHubDevice(hub.db, request.deviceId);
  if (device === null) throw new Refused('deviceUnknown');
  if (!deviceSignatureHolds(hub.crypto, device.publicKey, signed)) {
    throw new Refused('signatureWrong');
  }
  if (device.state === 'revoked') throw new Refused('deviceRevoked');
  if (request.method !== method || request.path !== path) throw new Refused('signatureWrong');
  const now = hub.clock.now();
  if (Math.abs(Date.parse(request.at) - now) > REQUEST_WINDOW_MS) throw new Refused('clockSkew');
  await noteContact(hub.db, device.deviceId, nowOf(hub), Date.parse(request.deviceTime) - now);
  return device;
}
