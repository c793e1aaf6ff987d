import { z } from 'zod';
import { Base64Url, DeviceId, Instant, IsoDay, Sha256Hex } from '../../domain/identity.ts';
import { BLOCK_BYTES } from '../../domain/matchIndex/identifierFilter.ts';
import { PART_BYTES } from '../../domain/matchIndex/indexEntry.ts';
import { HubId } from './batchManifest.ts';

/** What a page may be at most: parts and blocks that changed. */
export const MATCH_PAGE_LIMITS = { items: 200, headCharacters: 4_096 } as const;
export const MATCH_PAGE_BYTES =
  MATCH_PAGE_LIMITS.headCharacters + MATCH_PAGE_LIMITS.items * (PART_BYTES + 5);

/** Where a laptop stands: a version, and the last change that it has of it; 0 and 0 before the first. */
export const MatchQuestion = z.strictObject({
  version: z.coerce.number().int().min(0),
  after: z.coerce.number().int().min(0),
});
export type MatchQuestion = z.infer<typeof MatchQuestion>;

export function matchIndexPath({ version, after }: MatchQuestion): string {
  return `/sync/match-index?version=${version}&after=${after}`;
}

/**
 * The first line of a page, signed as a statement. The bytes behind it are items: a byte for the kind (1 a
 * part, 2 a block), four for its number, and its bytes.
 */
export const MatchIndexPage = z.looseObject({
  format: z.literal('rifada.matchIndexPage'),
  hubId: HubId,
  deviceId: DeviceId,
  /** 0 where headquarters has no index yet. */
  version: z.int().min(0),
  key: Base64Url.length(43),
  blocks: z.int().min(1),
  after: z.int().min(0),
  through: z.int().min(0),
  items: z.int().min(0).max(MATCH_PAGE_LIMITS.items),
  more: z.boolean(),
  /** SHA-256 over the bytes behind the first line. */
  digest: Sha256Hex,
  hubTime: Instant,
});
export type MatchIndexPage = z.infer<typeof MatchIndexPage>;

export interface MatchItem {
  readonly kind: 'part' | 'block';
  readonly number: number;
  readonly bytes: Uint8Array;
}

const KINDS = { part: { code: 1, bytes: PART_BYTES }, block: { code: 2, bytes: BLOCK_BYTES } };

export function writeMatchItems(items: readonly MatchItem[]): Uint8Array {
  const size = items.reduce((sum, { bytes }) => sum + 5 + bytes.length, 0);
  const body = new Uint8Array(size);
  const view = new DataView(body.buffer);
  let at = 0;
  for (const { kind, number, bytes } of items) {
    view.setUint8(at, KINDS[kind].code);
    view.setUint32(at + 1, number);
    body.set(bytes, at + 5);
    at += 5 + bytes.length;
  }
  return body;
}

/** Null where the bytes are not so many items of this form. */
export function readMatchItems(body: Uint8Array, count: number): readonly MatchItem[] | null {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const items: MatchItem[] = [];
  let at = 0;
  while (at + 5 <= body.length) {
    const code = view.getUint8(at);
    const kind = code === KINDS.part.code ? 'part' : code === KINDS.block.code ? 'block' : null;
    if (kind === null) return null;
    const end = at + 5 + KINDS[kind].bytes;
    if (end > body.length) return null;
    items.push({ kind, number: view.getUint32(at + 1), bytes: body.slice(at + 5, end) });
    at = end;
  }
  return at === body.length && items.length === count ? items : null;
}

/** Whom a mark means, asked by a person at a branch for a case or before there is one; the asking is kept. */
export const MatchLookup = z.strictObject({
  mark: z.string().regex(/^[0-9a-f]{16}$/),
  actor: z.uuid(),
  case: z.uuid().optional(),
});
export type MatchLookup = z.infer<typeof MatchLookup>;

export function matchLookupPath({ mark, actor, case: caseId }: MatchLookup): string {
  return `/sync/match-index/marks/${mark}?actor=${actor}${caseId === undefined ? '' : `&case=${caseId}`}`;
}

export const MatchLookupAnswer = z.looseObject({
  format: z.literal('rifada.matchLookup'),
  hubId: HubId,
  deviceId: DeviceId,
  mark: z.string(),
  /** The branches where the person is registered; empty where the entry is not known any more. */
  branches: z.array(z.string().max(120)).max(50),
  /** For a relations officer of the branch alone; null for anybody else, who calls the branch. */
  details: z
    .looseObject({ fileNo: z.string().max(40).nullable(), lastRequestOn: IsoDay.nullable() })
    .nullable(),
  hubTime: Instant,
});
export type MatchLookupAnswer = z.infer<typeof MatchLookupAnswer>;
