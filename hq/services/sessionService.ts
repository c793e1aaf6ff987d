import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';
import { writeHub } from '#db/hub/connection.ts';
import { appendHubEvents } from '#db/hub/hubEvents.ts';
import {
  clearFailedSignIns,
  findHqPerson,
  findHqPersonByName,
  type HqPersonRow,
  hasHqPeople,
  insertHqPerson,
  noteFailedSignIn,
} from '#db/hub/people.ts';
import { deleteSession, insertSession, touchSession } from '#db/hub/sessions.ts';
import type { HqPerson, HqStatus, hqSessionContract } from '#shared/contracts/hq/session.ts';
import { ActorId } from '#shared/domain/identity.ts';
import { type HubContext, nowOf } from '../context.ts';
import type { Visit } from '../dispatcher/guard.ts';
import { HqError } from '../dispatcher/hqError.ts';
import { checkNobody, hashPassword, passwordHolds } from './passwords.ts';

/** A working day; and half an hour without a touch. */
const LONGEST_MS = 12 * 60 * 60_000;
const IDLE_MS = 30 * 60_000;

type Input<Name extends 'setUp' | 'signIn'> = z.output<
  NonNullable<(typeof hqSessionContract)[Name]['~orpc']['inputSchema']>
>;

/** The code that the terminal shows while nobody is there; null once somebody is. */
export class SetUpCode {
  #code: string | null = null;

  /** Ten characters of base 32, in two groups. */
  make(): string {
    const text = randomBytes(10).reduce(
      (code, byte) => code + '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.charAt(byte & 31),
      '',
    );
    this.#code = `${text.slice(0, 5)}-${text.slice(5)}`;
    return this.#code;
  }

  matches(typed: string): boolean {
    if (this.#code === null) return false;
    return timingSafeEqual(hashOf(plainCode(typed)), hashOf(plainCode(this.#code)));
  }

  spend(): void {
    this.#code = null;
  }
}

/** As people type it: any case, with hyphens and spaces or without. */
export function plainCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/gu, '').replaceAll('O', '0').replace(/[IL]/gu, '1');
}

export async function personOfToken(
  hub: HubContext,
  token: string | null,
): Promise<HqPerson | null> {
  if (token === null) return null;
  const now = hub.clock.now();
  const personId = await touchSession(
    hub.db,
    hashOf(token),
    new Date(now),
    new Date(now - IDLE_MS),
  );
  const person = personId === null ? null : await findHqPerson(hub.db, personId);
  return person?.active === true ? shown(person) : null;
}

export async function hqStatus(hub: HubContext, visit: Visit): Promise<HqStatus> {
  if (visit.person !== null) return { phase: 'signedIn', person: visit.person };
  return (await hasHqPeople(hub.db)) ? { phase: 'signedOut' } : { phase: 'firstRun' };
}

/** @throws HqError */
export async function setUp(
  hub: HubContext,
  code: SetUpCode,
  visit: Visit,
  input: Input<'setUp'>,
): Promise<HqStatus> {
  if (await hasHqPeople(hub.db)) throw new HqError('alreadySetUp');
  if (!code.matches(input.code)) throw new HqError('setupCodeWrong');
  const passwordHash = await hashPassword(input.password);
  const person: HqPersonRow = {
    personId: ActorId.parse(hub.ids.uuid()),
    userName: input.userName,
    displayName: input.displayName,
    roles: ['administrator'],
    active: true,
  };
  await writeHub(hub.db, async (writer) => {
    // Two at once: the second waits here, and finds somebody.
    await writer.query('LOCK TABLE hq_person IN SHARE ROW EXCLUSIVE MODE');
    if (await hasHqPeople(writer)) throw new HqError('alreadySetUp');
    await insertHqPerson(writer, { ...person, passwordHash }, nowOf(hub));
    await appendHubEvents(writer, hub, [
      {
        kind: 'hqPersonAdded',
        actorId: person.personId,
        payload: {
          personId: person.personId,
          displayName: person.displayName,
          roles: [...person.roles],
        },
      },
    ]);
  });
  code.spend();
  return letIn(hub, visit, person);
}

/** @throws HqError `wrongPassword`, `tooManyAttempts` */
export async function signIn(
  hub: HubContext,
  visit: Visit,
  { userName, password }: Input<'signIn'>,
): Promise<HqStatus> {
  const person = await findHqPersonByName(hub.db, userName);
  const now = new Date(hub.clock.now());
  if (person === null || !person.active) {
    await checkNobody(password);
    throw new HqError('wrongPassword');
  }
  if (person.lockedUntil !== null && person.lockedUntil > now) throw new HqError('tooManyAttempts');
  if (!(await passwordHolds(person.passwordHash, password))) {
    await noteFailedSignIn(hub.db, person.personId, now);
    throw new HqError('wrongPassword');
  }
  await clearFailedSignIns(hub.db, person.personId);
  return letIn(hub, visit, person);
}

export async function signOut(hub: HubContext, visit: Visit): Promise<HqStatus> {
  if (visit.token !== null) await deleteSession(hub.db, hashOf(visit.token));
  visit.setToken(null);
  return { phase: 'signedOut' };
}

/** A new session for this person, in the browser that asked. */
export async function letIn(hub: HubContext, visit: Visit, person: HqPersonRow): Promise<HqStatus> {
  const token = randomBytes(32).toString('base64url');
  const now = hub.clock.now();
  await insertSession(hub.db, {
    tokenHash: hashOf(token),
    personId: person.personId,
    now: new Date(now),
    expiresAt: new Date(now + LONGEST_MS),
  });
  visit.setToken(token);
  return { phase: 'signedIn', person: shown(person) };
}

function shown({ personId, userName, displayName, roles }: HqPersonRow): HqPerson {
  return { personId, userName, displayName, roles: [...roles] };
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
