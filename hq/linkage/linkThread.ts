import { parentPort } from 'node:worker_threads';
import { assertNever } from '#shared/domain/assertNever.ts';
import { learnKnowledge } from '#shared/domain/linkage/knowledge.ts';
import { PersonIndex } from '#shared/domain/linkage/personIndex.ts';
import { PERSON_FIELDS } from '#shared/domain/linkage/personValues.ts';
import { type Register, RegisterBuilder } from '#shared/domain/linkage/register.ts';
import type { LinkAnswer, LinkApplicant, LinkedApplicant, LinkRequest } from './linkMessages.ts';

/** The one thread in which all persons of headquarters stand side by side; and one that learns, beside it. */
const index = new PersonIndex();
/** Of more persons some are drawn to learn from. */
const LEARN_FROM = 10_000;
/** A person of whom more are likely is one whose data say little. */
const MOST_CANDIDATES = 8;

parentPort?.on('message', (request: LinkRequest) => {
  parentPort?.postMessage({ number: request.number, ...answerTo(request) } as LinkAnswer);
});

function answerTo(request: LinkRequest) {
  switch (request.kind) {
    case 'load':
      for (const { id, values } of request.persons) index.put(id, values);
      return { kind: 'done', persons: index.size } as const;
    case 'draw':
      return { kind: 'drawn', drawn: index.draw(LEARN_FROM), persons: index.size } as const;
    case 'learn':
      return { kind: 'learnt', knowledge: learnKnowledge(registerOf(request.drawn)) } as const;
    case 'use':
      index.useKnowledge(request.knowledge);
      return { kind: 'done', persons: index.size } as const;
    case 'link':
      return {
        kind: 'linked',
        applicants: request.applicants.map(linked),
        persons: index.size,
      } as const;
    case 'explain':
      return {
        kind: 'explained',
        pairs: request.pairs.map(({ values, id }) => {
          const explained = index.explain(values, id);
          return explained === null ? null : { id, ...explained };
        }),
      } as const;
    default:
      return assertNever(request);
  }
}

function registerOf(drawn: readonly (readonly string[])[]): Register {
  const register = new RegisterBuilder(PERSON_FIELDS);
  for (const values of drawn) register.add(values);
  return register.finish();
}

/** Each is looked for before they are put in: of two who come together the second finds the first. */
function linked({ id, values, except }: LinkApplicant): LinkedApplicant {
  const candidates = index
    .candidates(values, { atMost: MOST_CANDIDATES, except: [id, ...except] })
    .map((candidate) => ({
      id: candidate.id,
      probability: candidate.probability,
      weight: candidate.weight,
      fields: candidate.explain().fields,
    }));
  index.put(id, values);
  return { id, candidates };
}
