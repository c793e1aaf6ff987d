import { writeHub } from '#db/hub/connection.ts';
import type { NewHubCaseEvent } from '#db/hub/hubEvents.ts';
import { lockAndReadCases, writeCaseEvents } from '#hq/cases/writeCaseEvents.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import type { TestDesk } from '../../integration/desk/support/testDesk.ts';
import { untilSync } from './enrolledDesk.ts';
import type { TestHub } from './testHub.ts';

/** Sends what there is and waits until headquarters has it. */
export async function sent(desk: Pick<TestDesk, 'client'>): Promise<void> {
  await desk.client.sync.sendNow();
  await untilSync(desk, ({ counts, progress }) => counts.eventsWaiting === 0 && progress === null);
}

/** Asks for what has come until this laptop stands where headquarters' journal ends. */
export async function pulled(
  hub: Pick<TestHub, 'hub'>,
  desk: Pick<TestDesk, 'client'>,
): Promise<void> {
  const [head] = await hub.hub.context.db.query<{ readonly position: number }>(
    'SELECT position FROM journal_head',
  );
  await untilSync(desk, ({ feed, receiving }) => {
    void desk.client.sync.sendNow();
    return receiving === null && feed.position >= (head?.position ?? 0);
  });
}

type HeadquartersDeed = {
  [Kind in NewHubCaseEvent['kind']]: Pick<
    Extract<NewHubCaseEvent, { kind: Kind }>,
    'kind' | 'payload'
  >;
}[NewHubCaseEvent['kind']];

/** What a person at headquarters does with a case, as the hub's own services append it. */
export async function actAtHeadquarters(
  hub: Pick<TestHub, 'hub'>,
  caseId: CaseId,
  deeds: readonly HeadquartersDeed[],
): Promise<void> {
  const { context } = hub.hub;
  await context.caseProjector.settled();
  const [person] = await context.db.query<{ readonly id: string }>(
    'SELECT person_id AS id FROM hq_person LIMIT 1',
  );
  await writeHub(context.db, async (writer) => {
    const cases = await lockAndReadCases(writer, context, [caseId]);
    await writeCaseEvents(
      writer,
      context,
      cases,
      deeds.map((deed) => ({ ...deed, caseId, actorId: person?.id ?? context.hubId })),
    );
  });
}
