import type { z } from 'zod';
import { writeHub } from '#db/hub/connection.ts';
import { appendHubEvents } from '#db/hub/hubEvents.ts';
import {
  clearFailedSignIns,
  findHqPerson,
  noteFailedSignIn,
  updateHqPerson,
} from '#db/hub/people.ts';
import { deleteSessionsOf } from '#db/hub/sessions.ts';
import type { HqStatus, hqSessionContract } from '#shared/contracts/hq/session.ts';
import type { HubContext } from '../context.ts';
import type { Visit } from '../dispatcher/guard.ts';
import { HqError } from '../dispatcher/hqError.ts';
import { hashPassword, passwordHolds } from './passwords.ts';
import { letIn } from './sessionService.ts';

type Input = z.output<
  NonNullable<(typeof hqSessionContract.changePassword)['~orpc']['inputSchema']>
>;

/**
 * A new password for whoever is signed in. Wrong guesses of the old one count as at the door; every
 * other session of the person ends.
 * @throws HqError `notSignedIn`, `tooManyAttempts`, `wrongPassword`, `passwordTooShort`
 */
export async function changeOwnPassword(
  hub: HubContext,
  visit: Visit,
  { password, newPassword }: Input,
): Promise<HqStatus> {
  if (visit.person === null) throw new HqError('notSignedIn');
  const { personId } = visit.person;
  const now = new Date(hub.clock.now());
  const known = await findHqPerson(hub.db, personId);
  if (known === null) throw new HqError('notSignedIn');
  if (known.lockedUntil !== null && known.lockedUntil > now) throw new HqError('tooManyAttempts');
  if (!(await passwordHolds(known.passwordHash, password))) {
    await noteFailedSignIn(hub.db, personId, now);
    throw new HqError('wrongPassword');
  }
  const passwordHash = await hashPassword(newPassword);
  await clearFailedSignIns(hub.db, personId);
  const after = await writeHub(hub.db, async (writer) => {
    const person = await findHqPerson(writer, personId);
    if (person === null) throw new HqError('notSignedIn');
    await updateHqPerson(writer, { ...person, passwordHash });
    await deleteSessionsOf(writer, personId);
    const { displayName, roles, active } = person;
    await appendHubEvents(writer, hub, [
      {
        kind: 'hqPersonChanged',
        actorId: personId,
        payload: { personId, displayName, roles: [...roles], active },
      },
    ]);
    return person;
  });
  return letIn(hub, visit, after);
}
