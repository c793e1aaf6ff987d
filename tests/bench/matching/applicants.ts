import { learnKnowledge } from '#shared/domain/linkage/knowledge.ts';
import { PersonIndex } from '#shared/domain/linkage/personIndex.ts';
import { personValues } from '#shared/domain/linkage/personValues.ts';
import { type Figure, figureOf } from '../harness.ts';
import { arabicRegister, type LabelledRecord, USUAL_PLAN } from './arabicRegister.ts';

const QUESTIONS = 2000;
const ROUNDS = 3;
const GOAL_MS = 5;
/** From so many persons knowledge is learnt. */
const LEARNT_FROM = 10_000;

/** How long one applicant waits for an answer among all persons, and whether it is right. */
export function* benchApplicants(persons: number, seed: number): Iterable<Figure> {
  const overlap = Math.min(0.5, QUESTIONS / persons);
  const { headings, left, right } = arabicRegister({ ...USUAL_PLAN, size: persons, seed, overlap });
  const valuesOf = ({ cells }: LabelledRecord) =>
    personValues(Object.fromEntries(headings.slice(1).map((name, at) => [name, cells[at + 1]])));
  const index = new PersonIndex();
  for (const record of left) index.put(record.entity, valuesOf(record));
  index.useKnowledge(learnKnowledge(index.sample(LEARNT_FROM)));
  const known = new Set(left.map(({ entity }) => entity));
  const asked = [
    ...right.filter(({ entity }) => known.has(entity)).slice(0, QUESTIONS),
    ...right.filter(({ entity }) => !known.has(entity)).slice(0, QUESTIONS),
  ].map((record) => ({ record, values: valuesOf(record) }));
  yield figureOf(
    {
      name: `one applicant among ${persons} persons, p99`,
      goal: `≤ ${GOAL_MS} ms`,
      rounds: ROUNDS,
      samplesPerRound: asked.length,
      against: { limit: GOAL_MS },
    },
    ...timesOf(index, asked),
  );
  let found = 0;
  let mistaken = 0;
  for (const { record, values } of asked) {
    const [first] = index.candidates(values);
    if (first?.id === record.entity) found += 1;
    else if (first !== undefined && first.probability >= 0.95 && !known.has(record.entity)) {
      mistaken += 1;
    }
  }
  const askedKnown = asked.filter(({ record }) => known.has(record.entity)).length;
  yield shareFigure(`known applicants found first among ${persons}`, found / askedKnown, 0.95);
  yield shareFigure(
    `new applicants surely taken for somebody among ${persons}`,
    mistaken / Math.max(1, asked.length - askedKnown),
    0.001,
  );
}

interface Asked {
  readonly record: LabelledRecord;
  readonly values: readonly string[];
}

/** The p99 of each round in milliseconds, and the same over the goal. */
function timesOf(index: PersonIndex, asked: readonly Asked[]): [number[], number[]] {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const times = asked.map(({ values }) => {
      const begun = performance.now();
      index.candidates(values);
      return performance.now() - begun;
    });
    times.sort((one, other) => one - other);
    return times[Math.ceil(times.length * 0.99) - 1] ?? 0;
  });
  return [rounds, rounds.map((p99) => p99 / GOAL_MS)];
}

function shareFigure(name: string, share: number, goal: number): Figure {
  return figureOf(
    {
      unit: '%',
      name,
      goal: `${goal * 100} %`,
      rounds: 1,
      samplesPerRound: 1,
      against: { limit: goal * 100 },
    },
    [share * 100],
    [share / goal],
  );
}
