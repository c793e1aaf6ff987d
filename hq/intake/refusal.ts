import { createHash } from 'node:crypto';
import { writeHub } from '#db/hub/connection.ts';
import { appendHubEvents } from '#db/hub/hubEvents.ts';
import { quarantineBytes } from '#db/hub/quarantine.ts';
import { DeviceId } from '#shared/domain/identity.ts';
import { signStatement } from '#shared/protocol/sync/hubStatement.ts';
import type { RefusalCode } from '#shared/protocol/sync/refusal.ts';
import { MINIMUM_PROTOCOL_VERSION } from '#shared/protocol/sync/version.ts';
import { type HubContext, nowOf } from '../context.ts';

/** Why something was not taken in; thrown inside a transaction, so that nothing of it stays. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: RefusalCode;
  readonly seq: number | null;
  readonly expectedSeq: number | null;

  constructor(code: RefusalCode, seq: number | null = null, expectedSeq: number | null = null) {
    super(code);
    this.code = code;
    this.seq = seq;
    this.expectedSeq = expectedSeq;
  }
}

/** The answer over HTTP: a signed statement with its status. */
export interface HubAnswer {
  readonly status: number;
  readonly body: string;
}

export const STATUS_OF_REFUSAL = {
  malformed: 400,
  notCanonical: 400,
  tooLarge: 413,
  tooMany: 429,
  protocolTooOld: 426,
  protocolTooNew: 400,
  // Not 421, which programs answer by sending the same again at once.
  wrongRecipient: 422,
  deviceUnknown: 401,
  deviceRevoked: 403,
  signatureWrong: 401,
  clockSkew: 401,
  chainBroken: 422,
  payloadHashWrong: 422,
  sequenceGap: 409,
  batchConflict: 409,
  eventConflict: 409,
  attachmentHashWrong: 422,
  attachmentUnknown: 404,
  cursorUnknown: 409,
  unavailable: 503,
} as const satisfies Record<RefusalCode, number>;

/** Ninety days: long enough for a person to look, and no store of what nobody asked for. */
const QUARANTINE_MS = 90 * 24 * 60 * 60_000;

/** These say nothing about the bytes, so that there is nothing to look at. */
const NOT_KEPT: ReadonlySet<RefusalCode> = new Set(['unavailable', 'tooMany', 'clockSkew']);

export interface RefusedBytes {
  readonly code: RefusalCode;
  readonly seq: number | null;
  readonly expectedSeq: number | null;
  readonly deviceId: string | null;
  readonly batchId: string | null;
  /** As they came over the wire. */
  readonly bytes: Uint8Array;
}

/** Keeps the bytes, writes the entry that headquarters sees, and makes the signed answer. */
export async function refuseBytes(hub: HubContext, refused: RefusedBytes): Promise<HubAnswer> {
  const quarantineId = NOT_KEPT.has(refused.code) ? null : await keepBytes(hub, refused);
  hub.log.note('sending refused', {
    code: refused.code,
    deviceId: refused.deviceId,
    seq: refused.seq,
    quarantineId,
  });
  return refusalAnswer(hub, { ...refused, quarantineId });
}

/** What is larger than is read at all: all of them are one entry without bytes, so that it is seen and counted. */
export function refuseUnread(hub: HubContext): Promise<HubAnswer> {
  return refuseBytes(hub, {
    ...{ code: 'tooLarge', seq: null, expectedSeq: null, deviceId: null, batchId: null },
    bytes: new Uint8Array(),
  });
}

export function refusalAnswer(
  hub: HubContext,
  {
    code,
    seq = null,
    expectedSeq = null,
    batchId = null,
    quarantineId = null,
  }: Pick<RefusedBytes, 'code'> & Partial<RefusedBytes> & { readonly quarantineId?: string | null },
): HubAnswer {
  const body = signStatement(hub.crypto, hub.privateKey, {
    format: 'rifada.refusal',
    code,
    hubTime: nowOf(hub),
    batchId: batchId as never,
    seq,
    expectedSeq,
    quarantineId,
    minimumProtocol: MINIMUM_PROTOCOL_VERSION,
  });
  return { status: STATUS_OF_REFUSAL[code], body };
}

async function keepBytes(hub: HubContext, refused: RefusedBytes): Promise<string | null> {
  const now = hub.clock.now();
  try {
    return await writeHub(hub.db, async (writer) => {
      const kept = await quarantineBytes(writer, {
        quarantineId: hub.ids.uuid(),
        code: refused.code,
        deviceId: refused.deviceId,
        batchId: refused.batchId,
        seq: refused.seq,
        bytes: refused.bytes,
        bytesHash: createHash('sha256').update(refused.bytes).digest(),
        receivedAt: new Date(now).toISOString(),
        expiresAt: new Date(now + QUARANTINE_MS).toISOString(),
      });
      if (kept === null) return null;
      if (kept.isNew) {
        await appendHubEvents(writer, hub, [
          {
            kind: 'sendingRefused',
            actorId: hub.hubId,
            payload: {
              quarantineId: kept.quarantineId,
              code: refused.code,
              deviceId: DeviceId.nullable().parse(refused.deviceId),
              seq: refused.seq,
            },
          },
        ]);
      }
      return kept.quarantineId;
    });
  } catch (error) {
    // The answer is a refusal either way, and says by its missing id that nothing was kept.
    hub.log.failure('quarantine', error);
    return null;
  }
}
