import type { z } from 'zod';
import { writeHub } from '#db/hub/connection.ts';
import { appendHubEvents } from '#db/hub/hubEvents.ts';
import {
  findHqPerson,
  type HqPersonRow,
  insertHqPerson,
  listHqPeople,
  updateHqPerson,
} from '#db/hub/people.ts';
import { deleteSessionsOf } from '#db/hub/sessions.ts';
import type { hqPeopleContract } from '#shared/contracts/hq/people.ts';
import { ActorId } from '#shared/domain/identity.ts';
import { type HubContext, nowOf } from '../context.ts';
import { HqError } from '../dispatcher/hqError.ts';
import { hashPassword } from './passwords.ts';

type Input<Name extends 'add' | 'change'> = z.output<
  NonNullable<(typeof hqPeopleContract)[Name]['~orpc']['inputSchema']>
>;

export async function listPeople(hub: HubContext) {
  return { people: (await listHqPeople(hub.db)).map(listed) };
}

/** For the door of a training headquarters: whoever practises chooses whom to be. */
export async function trainingPeople(hub: HubContext) {
  if (!hub.training) return { people: [] };
  const people = (await listHqPeople(hub.db)).filter(({ active }) => active);
  return {
    people: people.map(({ personId, userName, displayName, roles }) => ({
      ...{ personId, userName, displayName },
      roles: [...roles],
    })),
  };
}

/** @throws HqError `userNameTaken`, `passwordTooShort` */
export async function addPerson(hub: HubContext, actorId: ActorId, input: Input<'add'>) {
  const passwordHash = await hashPassword(input.password);
  const person: HqPersonRow = {
    personId: ActorId.parse(hub.ids.uuid()),
    userName: input.userName,
    displayName: input.displayName,
    roles: input.roles,
    active: true,
  };
  await writeHub(hub.db, async (writer) => {
    const isNew = await insertHqPerson(writer, { ...person, passwordHash }, nowOf(hub));
    if (!isNew) throw new HqError('userNameTaken');
    const { personId, displayName } = person;
    await appendHubEvents(writer, hub, [
      { kind: 'hqPersonAdded', actorId, payload: { personId, displayName, roles: input.roles } },
    ]);
  });
  return listed(person);
}

/** @throws HqError `notFound`, `ownAdministration`, `lastAdministrator`, `passwordTooShort` */
export async function changePerson(hub: HubContext, actorId: ActorId, input: Input<'change'>) {
  const newHash = input.password === undefined ? null : await hashPassword(input.password);
  return writeHub(hub.db, async (writer) => {
    await writer.query('LOCK TABLE hq_person IN SHARE ROW EXCLUSIVE MODE');
    const before = await findHqPerson(writer, input.personId);
    if (before === null) throw new HqError('notFound');
    const after = {
      ...before,
      displayName: input.displayName ?? before.displayName,
      roles: input.roles ?? before.roles,
      active: input.active ?? before.active,
      passwordHash: newHash ?? before.passwordHash,
    };
    // Whoever shuts themselves out cannot take it back: somebody else has to do it.
    const administers = after.active && after.roles.includes('administrator');
    if (after.personId === actorId && !administers) throw new HqError('ownAdministration');
    const others = (await listHqPeople(writer)).filter((each) => each.personId !== after.personId);
    if (![...others, after].some((each) => each.active && each.roles.includes('administrator'))) {
      throw new HqError('lastAdministrator');
    }
    await updateHqPerson(writer, after);
    if (newHash !== null || !after.active) await deleteSessionsOf(writer, after.personId);
    const { personId, displayName, active } = after;
    await appendHubEvents(writer, hub, [
      {
        kind: 'hqPersonChanged',
        actorId,
        payload: { personId, displayName, roles: [...after.roles], active },
      },
    ]);
    return listed(after);
  });
}

function listed({ personId, userName, displayName, roles, active }: HqPersonRow) {
  return { personId, userName, displayName, roles: [...roles], active };
}
