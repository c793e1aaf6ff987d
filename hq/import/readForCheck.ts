import {
  type CheckableEvent,
  listCheckableEvents,
  listPeopleOfDevices,
} from '#db/hub/caseChecks.ts';
import type { HubReader } from '#db/hub/connection.ts';
import { listDeviceKeys } from '#db/hub/devices.ts';
import { isoDate, riyadhDayNumber } from '#shared/domain/calendar/dayNumber.ts';
import { DESK_EVENT_PAYLOADS } from '#shared/domain/case/caseEvent.ts';
import { bytesOfBase64Url } from '#shared/protocol/bytes.ts';
import { compareEvents } from '#shared/protocol/eventOrder.ts';
import type { HubContext } from '../context.ts';
import type { CaseForCheck, KnownKeys } from './checkMessages.ts';

/** Cases as they stood when they were read; what came meanwhile is seen by their position. */
export interface ReadForCheck {
  readonly cases: readonly CaseForCheck[];
  readonly keys: KnownKeys;
  readonly today: string;
  readonly positions: ReadonlyMap<string, number>;
}

export async function readForCheck(
  { db, clock }: Pick<HubContext, 'db' | 'clock'>,
  caseIds: readonly string[],
): Promise<ReadForCheck> {
  const stored = Map.groupBy(await listCheckableEvents(db, caseIds), ({ header }) => header.caseId);
  const cases = [...stored].map(([caseId, events]) => ({ caseId, events: inOrder(events) }));
  const devices = new Set([...stored.values()].flat().map(({ header: { deviceId } }) => deviceId));
  return {
    cases,
    keys: await knownKeys(db, [...devices]),
    today: isoDate(riyadhDayNumber(clock.now())),
    positions: new Map(
      [...stored].map(([caseId, events]) => [
        caseId,
        events.reduce((last, { position }) => Math.max(last, position), 0),
      ]),
    ),
  };
}

function inOrder(events: readonly CheckableEvent[]): CaseForCheck['events'] {
  return [...events]
    .sort((left, right) => compareEvents(left.header, right.header))
    .map(({ header, payload }) => ({ header, payload }));
}

/** A person's key counts for the laptop that named them: no other laptop can speak for its people. */
async function knownKeys(db: HubReader, deviceIds: readonly string[]): Promise<KnownKeys> {
  const devices = await listDeviceKeys(db, deviceIds);
  const people: Record<string, Uint8Array[]> = {};
  for (const { deviceId, payload } of await listPeopleOfDevices(db, deviceIds)) {
    const content: unknown = payload === null ? null : JSON.parse(payload);
    const added = DESK_EVENT_PAYLOADS.representativeAdded.safeParse(content);
    if (!added.success) continue;
    const { actorId, publicKey } = added.data;
    (people[`${deviceId} ${actorId}`] ??= []).push(bytesOfBase64Url(publicKey));
  }
  return {
    devices: Object.fromEntries(devices.map(({ deviceId, publicKey }) => [deviceId, publicKey])),
    people,
  };
}
