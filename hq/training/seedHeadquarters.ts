import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { writeHub } from '#db/hub/connection.ts';
import { appendHubEvents } from '#db/hub/hubEvents.ts';
import { hasHqPeople, insertHqPerson, listHqPeople } from '#db/hub/people.ts';
import { HqName, UserName } from '#shared/contracts/hq/session.ts';
import { ContactChannel } from '#shared/domain/case/vocabulary.ts';
import { SessionPlace } from '#shared/domain/committee/sessionEvents.ts';
import { ComplaintSubject } from '#shared/domain/contacts/contactEvents.ts';
import { INQUIRY_REASONS } from '#shared/domain/contacts/inquiryReferral.ts';
import { HqRole } from '#shared/domain/hub/hqPermission.ts';
import { NewLead } from '#shared/domain/hub/lead.ts';
import { ActorId } from '#shared/domain/identity.ts';
import { TRAINING_PASSWORD } from '#shared/domain/training.ts';
import { planSession } from '../committee/sessionPlans.ts';
import { type HubContext, nowOf } from '../context.ts';
import { riyadhToday } from '../decisions/releaseDecisions.ts';
import { HqError } from '../dispatcher/hqError.ts';
import { approveRequest, listRequests } from '../services/enrolmentService.ts';
import { hashPassword } from '../services/passwords.ts';

const FILE = new URL('../../resources/training/headquarters.v1.json', import.meta.url);

const TrainingHeadquarters = z.strictObject({
  id: z.literal('trainingHeadquarters'),
  version: z.int(),
  people: z.array(
    z.strictObject({ userName: UserName, displayName: HqName, roles: z.array(HqRole).min(1) }),
  ),
  /** Of the committee, on the day of the first start: what is studied then can be decided then. */
  session: z.strictObject({ startsAt: z.string(), place: SessionPlace }),
  /** Opens what training desks seal; the provisional key of the survey is no secret. */
  surveyIdentity: z.string().regex(/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/),
  /** What the officer writes of the first cases. */
  study: z.strictObject({ findings: z.string().min(1), reason: z.string().min(1) }),
  /** When the session was held in which the first case was decided. */
  decided: z.strictObject({ startsAt: z.string() }),
  /** Somebody who wrote to headquarters itself, and what the officer is asked about it. */
  lead: NewLead,
  question: z.strictObject({
    reason: z.enum(INQUIRY_REASONS),
    question: z.string().min(1),
    appointment: z.null(),
  }),
  complaint: z.strictObject({
    channel: ContactChannel,
    about: ComplaintSubject,
    text: z.string().min(1),
    name: z.string().nullable(),
    phone: z.string().nullable(),
    against: z.null(),
  }),
});

/** Somebody in every role and a session of the committee, at the first start; all have the password of training. */
export async function seedHeadquarters(hub: HubContext): Promise<void> {
  if (!hub.training || (await hasHqPeople(hub.db))) return;
  const { people, session } = readTrainingHeadquarters();
  const passwordHash = await hashPassword(TRAINING_PASSWORD);
  await writeHub(hub.db, async (writer) => {
    for (const person of people) {
      const personId = ActorId.parse(hub.ids.uuid());
      const { displayName, roles } = person;
      await insertHqPerson(writer, { ...person, personId, active: true, passwordHash }, nowOf(hub));
      await appendHubEvents(writer, hub, [
        { kind: 'hqPersonAdded', actorId: personId, payload: { personId, displayName, roles } },
      ]);
    }
  });
  const committee = (await listHqPeople(hub.db)).filter(({ roles }) =>
    roles.some((role) => SITS.has(role)),
  );
  const chair = committee.find(({ roles }) => roles.includes('committeeChair'));
  if (chair === undefined) throw new TypeError('a committee without its chair');
  await planSession(hub, chair.personId, {
    ...session,
    heldOn: riyadhToday(hub),
    members: committee.map(({ personId }) => personId),
    chairId: chair.personId,
  });
}

export function readTrainingHeadquarters(): z.infer<typeof TrainingHeadquarters> {
  const source: unknown = JSON.parse(readFileSync(fileURLToPath(FILE), 'utf8'));
  return TrainingHeadquarters.parse(source);
}

const SITS: ReadonlySet<HqRole> = new Set(['committeeChair', 'committeeMember']);

/** The administrator hears the code of the laptop that asks and takes it in, as on the screen. */
export async function approveByCode(hub: HubContext, code: string): Promise<void> {
  const people = await listHqPeople(hub.db);
  const administrator = people.find(
    ({ active, roles }) => active && roles.includes('administrator'),
  );
  if (administrator === undefined) throw new HqError('notFound');
  const { requests } = await listRequests(hub);
  for (const { requestId, state } of requests) {
    if (state !== 'waiting') continue;
    try {
      await approveRequest(hub, administrator.personId, requestId, code);
      return;
    } catch (error) {
      // Each request has a code of its own: another one's is the next to be tried.
      if (!(error instanceof HqError) || error.code !== 'codeMismatch') throw error;
    }
  }
  throw new HqError('notFound');
}
