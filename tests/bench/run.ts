import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchDesk } from './desk.ts';
import { type Figure, lineOf } from './harness.ts';
import { benchSearch } from './search.ts';
import { benchStart } from './start.ts';
import { benchSync } from './sync/bench.ts';

/** `npm run bench -- desk [--json FILE]`: prints one line for each figure as it is measured. */
const suites: Readonly<Record<string, () => AsyncIterable<Figure>>> = {
  desk: async function* desk() {
    yield* benchDesk();
    yield* benchSearch();
    yield* benchStart();
  },
  sync: benchSync,
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' } },
});
const chosen = positionals.length > 0 ? positionals : Object.keys(suites);
const unknown = chosen.filter((name) => !Object.hasOwn(suites, name));

if (unknown.length > 0) {
  console.error(`${unknown.join(', ')}: ${Object.keys(suites).join(' | ')}`);
  process.exitCode = 2;
} else {
  const figures: Figure[] = [];
  for (const name of chosen) {
    for await (const figure of suites[name]?.() ?? []) {
      console.log(lineOf(figure));
      figures.push(figure);
    }
  }
  if (values.json !== undefined) {
    writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
  }
}
