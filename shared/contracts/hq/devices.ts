import { z } from 'zod';
import { BranchCode } from '#shared/contracts/session.ts';
import { BranchOfficeId, DeviceId, Instant } from '#shared/domain/identity.ts';
import { hqPermitted } from './base.ts';

const Branch = z.strictObject({
  branchOfficeId: BranchOfficeId,
  code: z.string(),
  name: z.string(),
});

/** A branch with how many of its laptops are in use. */
const BranchListed = Branch.extend({ laptops: z.int() });

const DeviceListed = z.strictObject({
  deviceId: DeviceId,
  branchOfficeId: BranchOfficeId,
  branchCode: z.string(),
  branchName: z.string(),
  lane: z.string(),
  state: z.enum(['enrolled', 'revoked']),
  enrolledAt: Instant,
  revokedAt: Instant.nullable(),
  lastContactAt: Instant.nullable(),
  /** The laptop's clock less headquarters', in milliseconds. */
  clockSkewMs: z.int().nullable(),
  eventsHeld: z.int(),
  /** Whoever asked for the laptop to be taken in; null where it was taken in otherwise. */
  personName: z.string().nullable(),
  revokedReason: z.string().nullable(),
  lastBatch: z.strictObject({ number: z.int(), events: z.int(), receivedAt: Instant }).nullable(),
  /** When a batch came without those before it; null where nothing is missing. */
  gapSince: Instant.nullable(),
  /** What of it lies in quarantine. */
  refused: z.int(),
});
export type DeviceListed = z.infer<typeof DeviceListed>;

export const EnrolmentListed = z.strictObject({
  requestId: z.uuid(),
  deviceId: DeviceId,
  branchCode: z.string(),
  branchName: z.string(),
  personName: z.string(),
  state: z.enum(['waiting', 'granted', 'refused']),
  receivedAt: Instant,
  expiresAt: Instant,
});
export type EnrolmentListed = z.infer<typeof EnrolmentListed>;

export const hqDevicesContract = {
  branches: hqPermitted('devices.read')
    .route({ method: 'GET', path: '/branches' })
    .output(z.strictObject({ branches: z.array(BranchListed) })),
  addBranch: hqPermitted('devices.administer')
    .route({ method: 'POST', path: '/branches' })
    .input(z.strictObject({ code: BranchCode, name: z.string().trim().min(2).max(120) }))
    .output(Branch),
  list: hqPermitted('devices.read')
    .route({ method: 'GET', path: '/devices' })
    .output(z.strictObject({ devices: z.array(DeviceListed) })),
  revoke: hqPermitted('devices.administer')
    .route({ method: 'POST', path: '/devices/{deviceId}/revoke' })
    .input(z.strictObject({ deviceId: DeviceId, reason: z.string().trim().min(1).max(500) }))
    .output(z.strictObject({ revoked: z.literal(true) })),
  /** A laptop that was shut out is heard again: it was found, or its desk was restored from a copy. */
  readmit: hqPermitted('devices.administer')
    .route({ method: 'POST', path: '/devices/{deviceId}/readmit' })
    .input(z.strictObject({ deviceId: DeviceId, reason: z.string().trim().min(1).max(500) }))
    .output(z.strictObject({ readmitted: z.literal(true) })),
  requests: hqPermitted('devices.read')
    .route({ method: 'GET', path: '/enrolments' })
    .output(z.strictObject({ requests: z.array(EnrolmentListed) })),
  /** The code is typed from the laptop's own screen: it holds both keys, and nobody between them. */
  approve: hqPermitted('devices.administer')
    .route({ method: 'POST', path: '/enrolments/{requestId}/approve' })
    .input(z.strictObject({ requestId: z.uuid(), code: z.string().max(20) }))
    .output(EnrolmentListed),
  refuse: hqPermitted('devices.administer')
    .route({ method: 'POST', path: '/enrolments/{requestId}/refuse' })
    .input(z.strictObject({ requestId: z.uuid() }))
    .output(EnrolmentListed),
  /** The request as a file that came on a stick. */
  takeRequest: hqPermitted('devices.administer')
    .route({ method: 'POST', path: '/enrolments' })
    .input(z.strictObject({ file: z.string().max(20_000) }))
    .output(EnrolmentListed),
  /** The answer as a file for the stick, and the code that is read out to whoever carries it. */
  answer: hqPermitted('devices.administer')
    .route({ method: 'GET', path: '/enrolments/{requestId}/answer' })
    .input(z.strictObject({ requestId: z.uuid() }))
    .output(z.strictObject({ file: z.string(), code: z.string() })),
};
