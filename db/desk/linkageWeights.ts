import { z } from 'zod';
import { LinkageKnowledge } from '#shared/domain/linkage/knowledge.ts';
import type { DeskReader } from './connection.ts';
import { readSetting, setSetting } from './settings.ts';
import type { DeskStore, WriteResult } from './store.ts';

const NAME = 'linkageWeights';

/** What headquarters learnt of how people agree, as it was sent. */
const LinkageWeightsKept = z.strictObject({
  version: z.int().min(1),
  knowledge: LinkageKnowledge,
});
type LinkageWeightsKept = z.infer<typeof LinkageWeightsKept>;

/** Null before any came, and where those that came are of another time of the engine. */
export function findLinkageWeights(db: DeskReader): LinkageWeightsKept | null {
  const kept = LinkageWeightsKept.safeParse(readSetting(db, NAME));
  return kept.success ? kept.data : null;
}

export function keepLinkageWeights(
  store: DeskStore,
  weights: LinkageWeightsKept,
): WriteResult<void> {
  return setSetting(store, NAME, weights);
}
