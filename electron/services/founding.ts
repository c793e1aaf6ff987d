import { createDeskDatabase, type OpenDeskResult } from '#db/desk/openDesk.ts';
import type { DeskOptions } from '#electron/dispatcher/desk.ts';
import type { KeyContext } from '#electron/keys/keyFile.ts';
import { createKeyFile } from '#electron/keys/keys.ts';
import type { sessionContract } from '#shared/contracts/session.ts';
import { ActorId, BranchOfficeId, DeviceId } from '#shared/domain/identity.ts';
import { GIVEN_LANES, laneByChance } from '#shared/domain/reference/lanes.ts';
import {
  TRAINING_OFFICES,
  TRAINING_PASSWORD,
  type TrainingOffice,
} from '#shared/domain/training.ts';
import { base64UrlOf } from '#shared/protocol/bytes.ts';
import type { ContractInput } from './contractInput.ts';
import { granted } from './keyRefusal.ts';
import { setKeysAside } from './profileFile.ts';
import { refusalOfStore } from './storeRefusal.ts';
import { readTrainingCases } from './trainingCases.ts';

export interface Founded {
  readonly opened: Exclude<OpenDeskResult, { kind: 'failed' }>;
  readonly actorId: ActorId;
  readonly actorKey: Uint8Array;
  /** Shown once, for printing. */
  readonly recoveryCode: string;
}

type FoundInput = ContractInput<typeof sessionContract.found>;

/**
 * Makes a provisional branch with its keys, its device and its first person; headquarters adopts
 * them at enrolment. @throws DeskError, leaving a folder in which founding can begin again
 */
export async function foundDesk(
  options: DeskOptions,
  keys: KeyContext,
  input: FoundInput,
): Promise<Founded> {
  const { profileFolder: folder, clock, crypto, ids } = options;
  const { branchName, branchCode, personName, password } =
    input.kind === 'training' ? trainingOffice(options, input.office) : input;
  const actorId = ActorId.parse(ids.uuid());
  const made = granted(await createKeyFile(keys, { actorId, password }));
  const { publicKey, privateKey } = crypto.generateKeyPair();
  const training = input.kind === 'training';
  const device = {
    deviceId: DeviceId.parse(ids.uuid()),
    epoch: 1,
    // By chance, until headquarters gives this device its own.
    lane: laneByChance(GIVEN_LANES, new Set(), crypto.randomBytes(4)),
    branchOfficeId: BranchOfficeId.parse(ids.uuid()),
    branchCode,
    branchName,
    training,
    publicKey,
    privateKey,
  };
  const opened = createDeskDatabase(
    { folder, key: made.databaseKey, clock, crypto, ids },
    {
      device,
      events: [
        {
          kind: 'deskFounded',
          caseId: null,
          actorId,
          payload: {
            branchOfficeId: device.branchOfficeId,
            branchCode,
            branchName,
            lane: device.lane,
            devicePublicKey: base64UrlOf(publicKey),
            training,
          },
        },
        {
          kind: 'representativeAdded',
          caseId: null,
          actorId,
          payload: {
            actorId,
            displayName: personName,
            // Whoever sets a laptop up administers it (policy, roles).
            role: 'relationsOfficer',
            publicKey: base64UrlOf(made.actorKeys.publicKey),
          },
        },
      ],
    },
  );
  if (opened.kind === 'failed') {
    setKeysAside(folder, clock.now());
    throw refusalOfStore(opened.problem);
  }
  return {
    opened,
    actorId,
    actorKey: made.actorKeys.privateKey,
    recoveryCode: made.recoveryCode,
  };
}

/** The training office: names are data like a branch's own, in the language of its cases. */
function trainingOffice({ resourcesFolder }: DeskOptions, which: TrainingOffice = 'first') {
  const { office } = readTrainingCases(resourcesFolder, which);
  return { ...office, branchCode: TRAINING_OFFICES[which], password: TRAINING_PASSWORD };
}
