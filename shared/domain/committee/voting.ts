import type { ActorId } from '../identity.ts';
import type { AgendaCase, CommitteeSession, Motion } from './session.ts';

/** Why somebody has no voice on a case. */
export type NoVoice = 'notAMember' | 'memberAbsent' | 'memberRecused' | 'memberOfFirstDecision';

type Sitting = Pick<CommitteeSession, 'members' | 'present'>;

/**
 * Whether a member may vote on this case, and if not, why.
 * @param firstDeciders on an appeal those who made the decision that it is about; else nobody
 */
export function noVoice(
  { members, present }: Sitting,
  { recusals }: Pick<AgendaCase, 'recusals'>,
  firstDeciders: ReadonlySet<string>,
  personId: string,
): NoVoice | null {
  if (!members.some((member) => member.personId === personId)) return 'notAMember';
  if (firstDeciders.has(personId)) return 'memberOfFirstDecision';
  if (recusals.some(({ memberId }) => memberId === personId)) return 'memberRecused';
  return present.some((each) => each === personId) ? null : 'memberAbsent';
}

/** The members who may vote on this case now. */
export function votersOn(
  session: Sitting,
  onAgenda: Pick<AgendaCase, 'recusals'>,
  firstDeciders: ReadonlySet<string>,
): readonly ActorId[] {
  return session.members.flatMap(({ personId }) =>
    noVoice(session, onAgenda, firstDeciders, personId) === null ? [personId] : [],
  );
}

export interface Tally {
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
  /** As many for as against, and the chair's own vote among them settled it. */
  readonly byCastingVote: boolean;
  readonly isCarried: boolean;
}

/**
 * What the votes on a motion come to: more for than against, abstentions beside; where both are alike
 * the chair's own vote decides, and where the chair has none, nothing is carried.
 */
export function tallyOf({ votes }: Pick<Motion, 'votes'>, chairId: string): Tally {
  const count = (wanted: string) => votes.filter(({ vote }) => vote === wanted).length;
  const inFavour = count('for');
  const against = count('against');
  const isTie = inFavour === against && inFavour > 0;
  const chair = votes.find(({ memberId }) => memberId === chairId)?.vote;
  const byCastingVote = isTie && (chair === 'for' || chair === 'against');
  return {
    for: inFavour,
    against,
    abstain: count('abstain'),
    byCastingVote,
    isCarried: inFavour > against || (byCastingVote && chair === 'for'),
  };
}

/** Members who may vote and have not. */
export function votesMissing(
  { votes }: Pick<Motion, 'votes'>,
  voters: readonly string[],
): readonly string[] {
  return voters.filter((voter) => !votes.some(({ memberId }) => memberId === voter));
}
