import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CastVote } from '#shared/domain/committee/session.ts';
import { Vote } from '#shared/domain/committee/sessionEvents.ts';
import { noVoice, tallyOf, votersOn, votesMissing } from '#shared/domain/committee/voting.ts';
import { ActorId, Instant } from '#shared/domain/identity.ts';

const id = (index: number) =>
  ActorId.parse(`00000000-0000-4000-8000-${String(index).padStart(12, '0')}`);
const PEOPLE = Array.from({ length: 9 }, (_, index) => id(index + 1));
const CHAIR = id(1);
const AT = Instant.parse('2026-11-24T08:00:00.000Z');

const votesOf = (votes: readonly (readonly [ActorId, Vote])[]): readonly CastVote[] =>
  votes.map(([memberId, vote]) => ({ memberId, vote, castBy: memberId, at: AT }));

/** Some of nine people, each with a vote. */
const cast = fc
  .tuple(fc.subarray([...PEOPLE]), fc.array(fc.constantFrom(...Vote.options), { minLength: 9 }))
  .map(([who, votes]) =>
    votesOf(who.map((memberId, index) => [memberId, votes[index] ?? 'abstain'] as const)),
  );

const sitting = fc.record({
  members: fc.subarray([...PEOPLE], { minLength: 1 }),
  present: fc.subarray([...PEOPLE]),
  recused: fc.subarray([...PEOPLE]),
  first: fc.subarray([...PEOPLE]),
});

describe('the votes on a motion', () => {
  it('carry it where more are for than against, whatever abstains', () => {
    fc.assert(
      fc.property(cast, (votes) => {
        const tally = tallyOf({ votes: [...votes] }, CHAIR);
        expect(tally.for + tally.against + tally.abstain).toBe(votes.length);
        if (tally.for > tally.against) expect(tally.isCarried).toBe(true);
        if (tally.for < tally.against) expect(tally.isCarried).toBe(false);
        const without = votes.filter(({ vote }) => vote !== 'abstain');
        expect(tallyOf({ votes: without }, CHAIR).isCarried).toBe(tally.isCarried);
      }),
    );
  });

  it('are settled by the chair’s own vote alone where both are alike, and carry nothing where there is none', () => {
    fc.assert(
      fc.property(cast, (votes) => {
        const tally = tallyOf({ votes: [...votes] }, CHAIR);
        if (tally.for !== tally.against) {
          expect(tally.byCastingVote).toBe(false);
          return;
        }
        const chair = votes.find(({ memberId }) => memberId === CHAIR)?.vote;
        expect(tally.isCarried).toBe(chair === 'for');
        expect(tally.byCastingVote).toBe(chair === 'for' || chair === 'against');
      }),
    );
    expect(tallyOf({ votes: [] }, CHAIR).isCarried).toBe(false);
  });

  it('do not depend on the order in which they were given', () => {
    fc.assert(
      fc.property(cast, (votes) => {
        expect(tallyOf({ votes: votes.toReversed() }, CHAIR)).toEqual(
          tallyOf({ votes: [...votes] }, CHAIR),
        );
      }),
    );
  });
});

describe('who has a voice on a case', () => {
  it('is a member who is there, has not stepped back and did not make the first decision; nobody else', () => {
    fc.assert(
      fc.property(sitting, ({ members, present, recused, first }) => {
        const session = {
          members: members.map((personId) => ({ personId, name: 'x' })),
          present,
        };
        const agenda = {
          recusals: recused.map((memberId) => ({ memberId, reason: 'قرابة', at: AT })),
        };
        const deciders = new Set<string>(first);
        const voters = votersOn(session, agenda, deciders);
        for (const person of PEOPLE) {
          const has =
            members.includes(person) &&
            present.includes(person) &&
            !recused.includes(person) &&
            !first.includes(person);
          expect(voters.includes(person)).toBe(has);
          expect(noVoice(session, agenda, deciders, person) === null).toBe(has);
        }
        expect(votesMissing({ votes: [] }, voters)).toEqual(voters);
      }),
    );
  });
});
