import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { learnKnowledge } from '#shared/domain/linkage/knowledge.ts';
import { PersonIndex } from '#shared/domain/linkage/personIndex.ts';
import { personValues } from '#shared/domain/linkage/personValues.ts';
import { arabicRegister, USUAL_PLAN } from './arabicRegister.ts';

/**
 * Makes `resources/linkage/first-knowledge.v2.json` anew: what a register knows before it has people enough
 * to learn from. Run it with Node, and `npm run format`, when the engine's levels, relations or fields change.
 */
const FILE = fileURLToPath(
  new URL('../../../resources/linkage/first-knowledge.v2.json', import.meta.url),
);

const { headings, left } = arabicRegister({
  ...USUAL_PLAN,
  ...{ form: 'deduplication', size: 20_000, seed: 1446, overlap: 0.1 },
});
const index = new PersonIndex();
for (const [at, { cells }] of left.entries()) {
  const person = Object.fromEntries(
    headings.slice(1).map((name, place) => [name, cells[place + 1]]),
  );
  index.put(String(at), personValues(person));
}
const knowledge = learnKnowledge(index.sample(left.length));
const rounded = JSON.stringify(knowledge, (_, value: unknown) =>
  typeof value === 'number' ? Number(value.toPrecision(5)) : value,
);
writeFileSync(FILE, `${rounded}\n`);
