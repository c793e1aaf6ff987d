import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { learnKnowledge } from '#shared/domain/linkage/knowledge.ts';
import { PersonIndex } from '#shared/domain/linkage/personIndex.ts';
import { personValues } from '#shared/domain/linkage/personValues.ts';
import { compareInTurn, type Figure } from '../harness.ts';
import { arabicRegister, type LabelledRecord, USUAL_PLAN } from './arabicRegister.ts';

const PEER = 'fuse.js@7.1.0';
const RECORDS = 17_000;
const NAMES = ['given', 'father', 'grandfather', 'family'];
const KEYS = [...NAMES, 'nationalId', 'mobile'];

interface FuzzySearch {
  search(text: string, options: { readonly limit: number }): readonly unknown[];
}
type FuzzySearchClass = new (
  list: readonly object[],
  options: { readonly keys: readonly string[]; readonly threshold: number },
) => FuzzySearch;

/** One applicant among 17,000 records, ours and a fuzzy search of text, in turn. */
export function* benchFuzzySearch(seed: number): Iterable<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'rifada-fuse-'));
  try {
    writeFileSync(join(folder, 'package.json'), '{"private":true}');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', PEER], {
      cwd: folder,
      stdio: 'ignore',
    });
    const Fuse = createRequire(join(folder, 'package.json'))('fuse.js') as FuzzySearchClass;
    const { headings, left, right } = arabicRegister({ ...USUAL_PLAN, size: RECORDS, seed });
    const textOf = ({ cells }: LabelledRecord) =>
      Object.fromEntries(headings.slice(1).map((name, at) => [name, cells[at + 1] ?? '']));
    const fuse = new Fuse(left.map(textOf), { keys: KEYS, threshold: 0.4 });
    const index = new PersonIndex();
    for (const record of left) index.put(record.entity, personValues(textOf(record)));
    index.useKnowledge(learnKnowledge(index.sample(5_000)));
    let asked = 0;
    const next = () => {
      asked = (asked + 1) % right.length;
      return textOf(right[asked] as LabelledRecord);
    };
    yield compareInTurn({
      name: `one applicant among ${RECORDS}, against fuse.js`,
      goal: '≤ 0.01 of it',
      rounds: 3,
      samplesPerRound: 15,
      ours: () => index.candidates(personValues(next())),
      against: {
        name: 'fuse.js',
        sample: () => {
          const person = next();
          return fuse.search(NAMES.map((name) => person[name] ?? '').join(' '), { limit: 5 });
        },
      },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
