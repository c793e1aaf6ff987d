import { z } from 'zod';
import { DeviceId, Instant, Sha256Hex } from '../../domain/identity.ts';
import { LinkageKnowledge } from '../../domain/linkage/knowledge.ts';
import { HubId } from './batchManifest.ts';

/** The weights that a laptop has; 0 for none of headquarters' own. */
export const WeightsQuestion = z.strictObject({ version: z.coerce.number().int().min(0) });
export type WeightsQuestion = z.infer<typeof WeightsQuestion>;

export function linkageWeightsPath({ version }: WeightsQuestion): string {
  return `/sync/linkage-weights?version=${version}`;
}

/** What a page of weights may be at most, its first line with it. */
export const WEIGHTS_PAGE_BYTES = 4 * 1024 * 1024;

/**
 * The first line of a page, signed as a statement. Behind it stand the weights that headquarters learnt from all its
 * persons, as JSON; nothing where the laptop has them, or headquarters has learnt nothing yet (version 0).
 */
export const LinkageWeights = z.looseObject({
  format: z.literal('rifada.linkageWeights'),
  hubId: HubId,
  deviceId: DeviceId,
  version: z.int().min(0),
  /** SHA-256 over the bytes behind the first line. */
  digest: Sha256Hex,
  hubTime: Instant,
});
export type LinkageWeights = z.infer<typeof LinkageWeights>;

/** Null for what are no weights of this engine: a laptop and headquarters may be of different times. */
export function readWeights(text: string): LinkageKnowledge | null {
  try {
    const weights = LinkageKnowledge.safeParse(JSON.parse(text));
    return weights.success ? weights.data : null;
  } catch {
    return null;
  }
}
