import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppendResult } from '#db/desk/appendEvents.ts';
import type { NewCaseEvent, NewEvent } from '#db/desk/newEvent.ts';
import { createDeskDatabase, type DeskFiles, openDeskDatabase } from '#db/desk/openDesk.ts';
import type { DeskStore } from '#db/desk/store.ts';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import { createUuidV7Generator } from '#electron/host/uuidV7.ts';
import type { Answer } from '#shared/domain/answers/answer.ts';
import {
  ActorId,
  BeneficiaryId,
  BranchOfficeId,
  CaseId,
  DeviceId,
} from '#shared/domain/identity.ts';
import type { Clock } from '#shared/ports.ts';
import { base64UrlOf } from '#shared/protocol/bytes.ts';

/** A clock that moves one second at every look, from a Monday of 2025. */
export function steppingClock(start = Date.UTC(2025, 1, 24, 6)): Clock {
  let now = start;
  return {
    now: () => {
      now += 1000;
      return now;
    },
  };
}

const ids = createUuidV7Generator(steppingClock(), nodeCrypto);
export const newCaseId = () => CaseId.parse(ids.uuid());
export const newBeneficiaryId = () => BeneficiaryId.parse(ids.uuid());

export const ACTOR = ActorId.parse('01950000-0000-7000-8000-000000000001');
const BRANCH = BranchOfficeId.parse('01950000-0000-7000-8000-000000000002');
const DEVICE = DeviceId.parse('01950000-0000-7000-8000-000000000003');
const FORM = { id: 'support-request', version: 1 };

export function deskFiles(folder: string, key: Uint8Array, clock = steppingClock()): DeskFiles {
  return { folder, key, clock, crypto: nodeCrypto, ids: createUuidV7Generator(clock, nodeCrypto) };
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'rifada-desk-'));
}

export function dropFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Founds a desk in the folder, with its device and its first person. */
export function foundDesk(files: DeskFiles): DeskStore {
  const result = createDeskDatabase(files, founding());
  if (result.kind !== 'open') throw new Error(`not founded: ${JSON.stringify(result)}`);
  return result.store;
}

export function founding() {
  const device = nodeCrypto.generateKeyPair();
  const person = nodeCrypto.generateKeyPair();
  const branch = { branchOfficeId: BRANCH, branchCode: 'MKH01', branchName: 'مكتب منى' };
  const events: readonly NewEvent[] = [
    {
      kind: 'deskFounded',
      caseId: null,
      actorId: ACTOR,
      payload: {
        ...branch,
        lane: 'B7',
        devicePublicKey: base64UrlOf(device.publicKey),
        training: false,
      },
    },
    {
      kind: 'representativeAdded',
      caseId: null,
      actorId: ACTOR,
      payload: {
        actorId: ACTOR,
        displayName: 'نورة',
        role: 'representative',
        publicKey: base64UrlOf(person.publicKey),
      },
    },
  ];
  return {
    device: { deviceId: DEVICE, epoch: 1, lane: 'B7', ...branch, training: false, ...device },
    events,
  };
}

/** Opens a desk that must open well. */
export function reopenDesk(files: DeskFiles): DeskStore {
  const result = openDeskDatabase(files);
  if (result.kind !== 'open') throw new Error(`not open: ${JSON.stringify(result.problem)}`);
  return result.store;
}

export function openedEvent(
  caseId: CaseId,
  reference: string,
  beneficiaryId = newBeneficiaryId(),
): NewCaseEvent {
  return {
    kind: 'caseOpened',
    caseId,
    actorId: ACTOR,
    formVersion: 'support-request@1',
    payload: {
      beneficiaryId,
      branchOfficeId: BRANCH,
      reference,
      secret: base64UrlOf(nodeCrypto.randomBytes(16)),
      channel: 'interview',
      initiatedBy: 'beneficiary',
      questionnaire: FORM,
      documentRules: FORM,
      matchingRules: FORM,
    },
  };
}

/** A page that was left with these answers. A null withdraws. */
export function answersEvent(
  caseId: CaseId,
  answers: Readonly<Record<string, Answer | null>>,
): NewCaseEvent {
  return {
    kind: 'answersChanged',
    caseId,
    actorId: ACTOR,
    formVersion: 'support-request@1',
    payload: {
      section: 'B',
      patches: Object.entries(answers).map(([path, answer]) => ({
        op: 'set',
        path,
        answer,
        base: null,
      })),
    },
  };
}

/** An identity card that ends on 05/12/2025 is laid on the desk. */
export function paperEvent(caseId: CaseId): NewCaseEvent {
  return {
    kind: 'documentRecorded',
    caseId,
    actorId: ACTOR,
    formVersion: 'support-request@1',
    payload: {
      documentKey: 'D1',
      presentation: 'presented',
      originalSighted: true,
      reason: null,
      patches: [
        {
          op: 'set',
          path: 'expiryDate',
          answer: { value: { calendar: 'gregorian', year: 2025, month: 12, day: 5 } },
          base: null,
        },
      ],
    },
  };
}

/** Answers of section B for a person of the synthetic ids. */
export function identityAnswers(
  names: readonly [first: string, father: string, grandfather: string, family: string],
  idNumber = '1012345672',
  mobile = '+966501234567',
): Readonly<Record<string, Answer>> {
  const [nameFirst, nameFather, nameGrandfather, nameFamily] = names;
  return {
    idNumber: { value: idNumber },
    nameFirst: { value: nameFirst },
    nameFather: { value: nameFather },
    nameGrandfather: { value: nameGrandfather },
    nameFamily: { value: nameFamily },
    birthDate: { value: { calendar: 'hijri', year: 1410, month: 8, day: 28 } },
    mobile: { value: mobile },
  };
}

/** The result of an append that must have gone well. */
export function accepted(result: AppendResult): Extract<AppendResult, { ok: true }> {
  if (!result.ok) throw new Error(`not appended: ${result.problem}`);
  return result;
}
