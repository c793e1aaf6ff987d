import { adoptBranch, findBranchByCode, insertBranch, lanesOf } from '#db/hub/branches.ts';
import { writeHub } from '#db/hub/connection.ts';
import { findHubDevice, insertDevice } from '#db/hub/devices.ts';
import {
  answerEnrolment,
  countWaiting,
  dropEarlierEnrolments,
  type EnrolmentRow,
  findEnrolment,
  insertEnrolment,
  listEnrolments,
  lockEnrolment,
} from '#db/hub/enrolments.ts';
import { appendHubEvents } from '#db/hub/hubEvents.ts';
import type { EnrolmentListed } from '#shared/contracts/hq/devices.ts';
import { type ActorId, BranchOfficeId, DeviceId, Sha256Hex } from '#shared/domain/identity.ts';
import { GIVEN_LANES } from '#shared/domain/reference/lanes.ts';
import { isTrainingBranch } from '#shared/domain/training.ts';
import { base64UrlOf, bytesOfBase64Url, hexOf } from '#shared/protocol/bytes.ts';
import { canonicalText } from '#shared/protocol/chain.ts';
import { HubId } from '#shared/protocol/sync/batchManifest.ts';
import {
  type EnrolmentRequest,
  enrolmentCode,
  enrolmentSignatureHolds,
  SignedEnrolmentRequest,
} from '#shared/protocol/sync/enrolment.ts';
import { signStatement } from '#shared/protocol/sync/hubStatement.ts';
import { readCanonical } from '#shared/protocol/sync/readCanonical.ts';
import { type HubContext, nowOf } from '../context.ts';
import { HqError } from '../dispatcher/hqError.ts';
import { plainCode } from './sessionService.ts';

/** Over the network somebody waits at the laptop; a stick takes its time. */
const WAITS_MS = 7 * 24 * 60 * 60_000;
/** Anyone who reaches the hub may ask: so many requests at once, and no more. */
const MOST_WAITING = 500;
const MOST_LISTED = 200;
const LIMITS = { depth: 4, members: 40 };

/** @throws HqError `inputInvalid`, `tooManyAttempts` */
export async function takeEnrolment(hub: HubContext, text: string): Promise<EnrolmentRow> {
  const reading = readCanonical(text.trim(), LIMITS);
  const parsed = reading.ok ? SignedEnrolmentRequest.safeParse(reading.value) : null;
  if (!parsed?.success || !enrolmentSignatureHolds(hub.crypto, parsed.data)) {
    throw new HqError('inputInvalid');
  }
  const now = new Date(hub.clock.now());
  const { request } = parsed.data;
  const known = await findEnrolment(hub.db, request.requestId);
  const canonical = canonicalText(parsed.data);
  if (known !== null) {
    if (known.request !== canonical) throw new HqError('inputInvalid');
    return known;
  }
  if ((await countWaiting(hub.db, now)) >= MOST_WAITING) throw new HqError('tooManyAttempts');
  const taken = await insertEnrolment(hub.db, {
    requestId: request.requestId,
    request: canonical,
    receivedAt: now,
    expiresAt: new Date(now.getTime() + WAITS_MS),
  });
  await dropEarlierEnrolments(hub.db, request);
  return taken;
}

export async function listRequests(hub: HubContext) {
  const now = new Date(hub.clock.now());
  return { requests: (await listEnrolments(hub.db, now, MOST_LISTED)).map(listedEnrolment) };
}

/**
 * Takes the laptop in: its branch (an old one by its code, else a new one under the laptop's own id),
 * its key, a lane of its own. What the laptop called its branch before is adopted.
 * @throws HqError `notFound`, `trainingApart`, `codeMismatch`, `requestAnswered`
 */
export async function approveRequest(
  hub: HubContext,
  actorId: ActorId,
  requestId: string,
  code: string,
): Promise<EnrolmentListed> {
  return writeHub(hub.db, async (writer) => {
    const row = await lockEnrolment(writer, requestId);
    if (row === null) throw new HqError('notFound');
    const request = requestOf(row);
    // What is invented never stands among what is true, in either direction.
    if (isTrainingBranch(request.branchCode) !== hub.training) throw new HqError('trainingApart');
    const devicePublicKey = bytesOfBase64Url(request.devicePublicKey);
    // A request that came as a file was made before its laptop knew headquarters' key.
    const expected = [hub.publicKey, new Uint8Array(32)].map((hubPublicKey) =>
      enrolmentCode(hub.crypto, { requestId, devicePublicKey, hubPublicKey }),
    );
    if (!expected.some((each) => plainCode(each) === plainCode(code))) {
      throw new HqError('codeMismatch');
    }
    if (row.state !== 'waiting' || row.expiresAt.getTime() <= hub.clock.now()) {
      throw new HqError('requestAnswered');
    }
    if ((await findHubDevice(writer, request.deviceId)) !== null)
      throw new HqError('requestAnswered');
    const now = nowOf(hub);
    const known = await findBranchByCode(writer, request.branchCode);
    const branch = known ?? {
      branchOfficeId: request.branchOfficeId,
      code: request.branchCode,
      name: request.branchName,
    };
    const branchOfficeId = BranchOfficeId.parse(branch.branchOfficeId);
    if (known === null) await insertBranch(writer, branch, now);
    await adoptBranch(writer, request.branchOfficeId, branchOfficeId);
    const lane = laneFor(request.lane, await lanesOf(writer, branchOfficeId));
    const { deviceId } = request;
    await insertDevice(
      writer,
      { deviceId, branchOfficeId, publicKey: devicePublicKey, lane, state: 'enrolled' },
      now,
    );
    const grant = signStatement(hub.crypto, hub.privateKey, {
      format: 'rifada.grant',
      requestId,
      hubId: HubId.parse(hub.hubId),
      hubPublicKey: base64UrlOf(hub.publicKey),
      deviceId: DeviceId.parse(deviceId),
      deviceKeyHash: Sha256Hex.parse(hexOf(hub.crypto.sha256(devicePublicKey))),
      branchOfficeId,
      branchCode: branch.code,
      branchName: branch.name,
      lane,
      grantedAt: now,
      stickRecipients: [...hub.stickKeys.recipients],
    });
    await answerEnrolment(writer, requestId, 'granted', grant, now);
    await appendHubEvents(
      writer,
      hub,
      [
        ...(known === null
          ? [
              {
                kind: 'branchAdded' as const,
                actorId,
                payload: { branchOfficeId, branchCode: branch.code, branchName: branch.name },
              },
            ]
          : []),
        {
          kind: 'deviceEnrolled',
          actorId,
          payload: {
            deviceId,
            branchOfficeId,
            provisionalBranchId: request.branchOfficeId,
            devicePublicKey: request.devicePublicKey,
            lane,
          },
        },
      ],
      branchOfficeId,
    );
    return listedEnrolment({ ...row, state: 'granted' });
  });
}

/** @throws HqError `notFound`, `requestAnswered` */
export async function refuseRequest(hub: HubContext, requestId: string): Promise<EnrolmentListed> {
  return writeHub(hub.db, async (writer) => {
    const row = await lockEnrolment(writer, requestId);
    if (row === null) throw new HqError('notFound');
    if (row.state !== 'waiting') throw new HqError('requestAnswered');
    await answerEnrolment(writer, requestId, 'refused', null, nowOf(hub));
    return listedEnrolment({ ...row, state: 'refused' });
  });
}

/** The signed grant as a file, and the code that is read out to the laptop. @throws HqError `notFound` */
export async function answerFile(
  hub: HubContext,
  requestId: string,
): Promise<{ file: string; code: string }> {
  const row = await findEnrolment(hub.db, requestId);
  if (row?.answer == null) throw new HqError('notFound');
  const code = enrolmentCode(hub.crypto, {
    requestId,
    devicePublicKey: bytesOfBase64Url(requestOf(row).devicePublicKey),
    hubPublicKey: hub.publicKey,
  });
  return { file: row.answer, code };
}

export function requestOf(row: Pick<EnrolmentRow, 'request'>): EnrolmentRequest {
  return SignedEnrolmentRequest.parse(JSON.parse(row.request)).request;
}

function listedEnrolment(row: EnrolmentRow): EnrolmentListed {
  const { requestId, deviceId, branchCode, branchName, personName } = requestOf(row);
  return {
    requestId,
    deviceId,
    branchCode,
    branchName,
    personName,
    state: row.state,
    receivedAt: row.receivedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  };
}

/** The laptop's own lane while nobody else in its branch has it: its references stay in one row. */
function laneFor(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  const free = GIVEN_LANES.find((lane) => !taken.includes(lane));
  if (free === undefined) throw new HqError('unexpected');
  return free;
}
