import { z } from 'zod';

/** Ids are UUIDs; each kind has its own brand so that none can stand in for another. */
const uuid = () => z.uuid();

export const CaseId = uuid().brand<'CaseId'>();
export type CaseId = z.infer<typeof CaseId>;

export const EventId = uuid().brand<'EventId'>();
export type EventId = z.infer<typeof EventId>;

export const DeviceId = uuid().brand<'DeviceId'>();
export type DeviceId = z.infer<typeof DeviceId>;

/** A person who works at the association: representative, officer, clerk. */
export const ActorId = uuid().brand<'ActorId'>();
export type ActorId = z.infer<typeof ActorId>;

export const BeneficiaryId = uuid().brand<'BeneficiaryId'>();
export type BeneficiaryId = z.infer<typeof BeneficiaryId>;

export const BranchOfficeId = uuid().brand<'BranchOfficeId'>();
export type BranchOfficeId = z.infer<typeof BranchOfficeId>;

/** Lower-case hexadecimal SHA-256. */
export const Sha256Hex = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'Sha256Hex'>();
export type Sha256Hex = z.infer<typeof Sha256Hex>;

/** Base64url without padding. */
export const Base64Url = z.string().regex(/^[A-Za-z0-9_-]*$/);
export type Base64Url = z.infer<typeof Base64Url>;

/** An instant: ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` prints it. */
export const Instant = z.iso.datetime({ precision: 3 });
export type Instant = z.infer<typeof Instant>;

/** A civil day, Gregorian, `YYYY-MM-DD`, in Asia/Riyadh. */
export const IsoDay = z.iso.date();
export type IsoDay = z.infer<typeof IsoDay>;
