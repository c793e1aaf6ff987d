import type { ActorId } from '#shared/domain/identity.ts';
import type { HqCallContext } from './guard.ts';
import { HqError } from './hqError.ts';

/** Who asks; the guard has let nobody in without a person. */
export function actorOf({ visit }: Pick<HqCallContext, 'visit'>): ActorId {
  if (visit.person === null) throw new HqError('notSignedIn');
  return visit.person.personId;
}
