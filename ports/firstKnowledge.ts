import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LinkageKnowledge } from '#shared/domain/linkage/knowledge.ts';

const RESOURCES = fileURLToPath(new URL('../resources', import.meta.url));

let read: LinkageKnowledge | null = null;

/**
 * What is known of linking people before a register has people enough of its own to learn from: learnt from
 * invented people, as `tests/bench/matching/firstKnowledge.ts` makes it.
 */
export function firstKnowledge(resourcesFolder = RESOURCES): LinkageKnowledge {
  const file = join(resourcesFolder, 'linkage', 'first-knowledge.v2.json');
  read ??= LinkageKnowledge.parse(JSON.parse(readFileSync(file, 'utf8')));
  return read;
}
