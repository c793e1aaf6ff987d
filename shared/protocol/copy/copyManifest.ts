import { z } from 'zod';
import { ActorId, DeviceId, Instant, Sha256Hex } from '../../domain/identity.ts';

/** The version of copies that this program writes, and the newest that it reads. */
export const COPY_VERSION = 1;

/**
 * What anyone may read of a copy: whose it is and when it was made. Its key slots are in it, as the
 * profile's key file has them: each is closed by itself, and one of them opens the rest.
 */
export const CopyHead = z.strictObject({
  format: z.literal('rifada.copy'),
  version: z.literal(COPY_VERSION),
  /** How many migrations the desk's database had seen. */
  schemaVersion: z.int().min(1),
  madeAt: Instant,
  deviceId: DeviceId,
  epoch: z.int().min(1),
  branchCode: z.string().max(8),
  branchName: z.string().max(120),
  training: z.boolean(),
  /** The bytes of the key file as text. */
  keys: z.string().max(1_000_000),
});
export type CopyHead = z.infer<typeof CopyHead>;

/** Read before all else, so that a copy of a later program is called newer and not damaged. */
export const CopyVersion = z.looseObject({
  format: z.literal('rifada.copy'),
  version: z.int().min(1),
});

const ChainPlace = z.strictObject({
  epoch: z.int().min(1),
  seq: z.int().min(1),
  headerHash: Sha256Hex,
});

/** A stretch of the journal in a file of its own; later copies share it. */
export const CopySegment = z.strictObject({
  first: z.int().min(1),
  last: z.int().min(1),
  /** How many cases begin in it. */
  opened: z.int().min(0),
  /** Where the chain stood before its first event; null where the journal begins. */
  before: ChainPlace.nullable(),
  after: ChainPlace,
});
export type CopySegment = z.infer<typeof CopySegment>;

const Cell = z.union([
  z.string(),
  z.number(),
  z.null(),
  z.strictObject({ bytes: z.string().regex(/^[0-9a-f]*$/) }),
]);
export type CopyCell = z.infer<typeof Cell>;

/** The rows of one table that the journal cannot give back. */
export const CopyTable = z.strictObject({
  name: z.string().regex(/^[a-z_]{1,40}$/),
  columns: z.array(z.string().regex(/^[a-z_]{1,40}$/)),
  rows: z.array(z.array(Cell)),
});
export type CopyTable = z.infer<typeof CopyTable>;

/** The closed part: what makes the desk whole again beside the files that it names. */
export const CopyContent = z.strictObject({
  segments: z.array(CopySegment),
  tables: z.array(CopyTable),
  /** Who works at the desk: one of them takes a new password when it is restored. */
  people: z.array(z.strictObject({ actorId: ActorId, displayName: z.string() })),
  /** One picture a line: the name of its file, a space, its length in bytes. */
  pictures: z.string(),
  counts: z.strictObject({
    events: z.int().min(1),
    /** Opened at this desk. */
    cases: z.int().min(0),
    drafts: z.int().min(0),
    pictures: z.int().min(0),
  }),
});
export type CopyContent = z.infer<typeof CopyContent>;
