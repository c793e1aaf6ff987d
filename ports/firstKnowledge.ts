import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LinkageKnowledge } from '#shared/domain/linkage/knowledge.ts';

const FILE = fileURLToPath(
  new URL('../resources/linkage/first-knowledge.v1.json', import.meta.url),
);

let read: LinkageKnowledge | null = null;

/**
 * What is known of linking people before a register has people enough of its own to learn from: learnt from
 * invented people, as `tests/bench/matching/firstKnowledge.ts` makes it.
 */
export function firstKnowledge(): LinkageKnowledge {
  read ??= LinkageKnowledge.parse(JSON.parse(readFileSync(FILE, 'utf8')));
  return read;
}
