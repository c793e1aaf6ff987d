import { z } from 'zod';
import { RefusalCode } from '../../protocol/sync/refusal.ts';
import { SESSION_EVENT_PAYLOADS } from '../committee/sessionEvents.ts';
import { CONTACT_EVENT_PAYLOADS, ComplaintId } from '../contacts/contactEvents.ts';
import { INQUIRY_EVENT_PAYLOADS } from '../contacts/inquiryReferral.ts';
import { ActorId, Base64Url, BranchOfficeId, DeviceId, IsoDay } from '../identity.ts';
import { PUBLICATION_EVENT_PAYLOADS } from '../publication/publishedDocument.ts';
import { HqRole } from './hqPermission.ts';
import { LEAD_EVENT_PAYLOADS } from './lead.ts';
import { PERSON_LINK_PAYLOADS } from './personLinks.ts';

/** What headquarters writes into its own journal about itself; cases have events of their own. */
export const HUB_EVENT_PAYLOADS = {
  hubFounded: z.strictObject({ hubPublicKey: Base64Url.length(43) }),
  hqPersonAdded: z.strictObject({
    personId: ActorId,
    displayName: z.string().min(1).max(120),
    roles: z.array(HqRole).max(20),
  }),
  hqPersonChanged: z.strictObject({
    personId: ActorId,
    displayName: z.string().min(1).max(120),
    roles: z.array(HqRole).max(20),
    active: z.boolean(),
  }),
  branchAdded: z.strictObject({
    branchOfficeId: BranchOfficeId,
    branchCode: z.string().max(8),
    branchName: z.string().min(1).max(120),
  }),
  deviceEnrolled: z.strictObject({
    deviceId: DeviceId,
    branchOfficeId: BranchOfficeId,
    /** The branch that the laptop had made for itself; its cases name it. */
    provisionalBranchId: BranchOfficeId,
    devicePublicKey: Base64Url.length(43),
    lane: z.string().length(2),
  }),
  deviceRevoked: z.strictObject({ deviceId: DeviceId, reason: z.string().trim().min(1).max(500) }),
  /** A laptop that was shut out may send again, from where it stopped. */
  deviceReadmitted: z.strictObject({
    deviceId: DeviceId,
    reason: z.string().trim().min(1).max(500),
  }),
  ...LEAD_EVENT_PAYLOADS,
  ...SESSION_EVENT_PAYLOADS,
  ...PERSON_LINK_PAYLOADS,
  ...PUBLICATION_EVENT_PAYLOADS,
  /** A lead on its way to a branch, which keeps it as a contact of its own. */
  contactRecorded: CONTACT_EVENT_PAYLOADS.contactRecorded,
  /** Questions to the social-research officer on what somebody asked, and the answers. */
  ...INQUIRY_EVENT_PAYLOADS,
  /** One that reached headquarters itself; the answer goes down to the branch that recorded it. */
  complaintRecorded: CONTACT_EVENT_PAYLOADS.complaintRecorded,
  complaintAnswered: CONTACT_EVENT_PAYLOADS.complaintAnswered,
  complaintAppealed: z.strictObject({
    complaintId: ComplaintId,
    reason: z.string().trim().min(1).max(4000),
    appealedOn: IsoDay,
  }),
  importRuleChanged: z.strictObject({ automatic: z.boolean(), stopped: z.boolean() }),
  sendingRefused: z.strictObject({
    quarantineId: z.uuid(),
    code: RefusalCode,
    deviceId: DeviceId.nullable(),
    seq: z.int().nullable(),
  }),
  /** Somebody saved the bytes of what was refused, to look at them. */
  refusedBytesTaken: z.strictObject({ quarantineId: z.uuid() }),
  /** A file that came on a stick was read, whatever became of it. */
  parcelRead: z.strictObject({
    parcelId: z.uuid(),
    deviceId: DeviceId,
    events: z.int().min(0),
    pages: z.int().min(0),
    /** Why it was not taken to its end. */
    refused: z.string().max(40).nullable(),
  }),
  /** The printed key was taken off headquarters' disk. */
  recoveryKeyTaken: z.strictObject({ recipient: z.string().max(100) }),
} as const;

export type HubEventKind = keyof typeof HUB_EVENT_PAYLOADS;
export type HubEventPayload<Kind extends HubEventKind> = z.infer<(typeof HUB_EVENT_PAYLOADS)[Kind]>;
