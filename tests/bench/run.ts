import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchActions } from './actions.ts';
import { benchDesk } from './desk.ts';
import { type Figure, lineOf } from './harness.ts';
import { benchLookup, USUAL_PERSONS } from './hq/lookup.ts';
import { benchRegistry, USUAL_REGISTRY } from './hq/registry.ts';
import { benchMatching, USUAL_OPTIONS } from './matching/bench.ts';
import { benchSearch } from './search.ts';
import { benchStart } from './start.ts';
import { benchSync, USUAL_CASES } from './sync/bench.ts';
import { benchImport } from './sync/importBench.ts';

/**
 * `npm run bench -- desk [--json FILE]`: prints one line for each figure as it is measured.
 * `sync` also takes [--cases NUMBER], `hq` [--persons NUMBER].
 * `matching` also takes [--size PERSONS] [--seed NUMBER] [--persons IN_THE_INDEX] [--indexed IN_THE_MATCH_INDEX] and, for labelled files,
 * [--file LEFT.csv [--file RIGHT.csv] --truth HEADING [--pattern 'rec-(\\d+)']].
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    cases: { type: 'string' },
    size: { type: 'string' },
    seed: { type: 'string' },
    persons: { type: 'string' },
    indexed: { type: 'string' },
    file: { type: 'string', multiple: true },
    truth: { type: 'string' },
    pattern: { type: 'string' },
  },
});
const suites: Readonly<Record<string, () => AsyncIterable<Figure>>> = {
  desk: async function* desk() {
    yield* benchDesk();
    yield* benchSearch();
    yield* benchStart();
    yield* benchActions();
  },
  sync: async function* sync() {
    const cases = Number(values.cases ?? USUAL_CASES);
    yield* benchSync({ cases });
    yield* benchImport({ cases });
  },
  hq: async function* hq() {
    yield* benchLookup({ persons: Number(values.persons ?? USUAL_PERSONS) });
    yield* benchRegistry(Number(values.persons ?? USUAL_REGISTRY));
  },
  matching: () =>
    benchMatching({
      size: Number(values.size ?? USUAL_OPTIONS.size),
      seed: Number(values.seed ?? USUAL_OPTIONS.seed),
      persons: Number(values.persons ?? USUAL_OPTIONS.persons),
      indexed: Number(values.indexed ?? USUAL_OPTIONS.indexed),
      files: values.file ?? [],
      truth: values.truth ?? USUAL_OPTIONS.truth,
      pattern: values.pattern ?? null,
    }),
};

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
