import type { z } from 'zod';
import {
  type CollisionRow,
  dismissCollision,
  listCollidingCases,
  listCollisions,
  lockCollision,
} from '#db/hub/collisions.ts';
import { type HubReader, writeHub } from '#db/hub/connection.ts';
import { appendHubEvents } from '#db/hub/hubEvents.ts';
import { listNamesOf } from '#db/hub/people.ts';
import { countReview } from '#db/hub/reviewLists.ts';
import type { Collision, hqReviewContract } from '#shared/contracts/hq/review.ts';
import { type ActorId, BeneficiaryId, CaseId } from '#shared/domain/identity.ts';
import { type HubContext, nowOf } from '../context.ts';
import { HqError } from '../dispatcher/hqError.ts';
import { personsInShort } from './personSides.ts';

type Input<Name extends 'collisions' | 'dismiss'> = z.output<
  NonNullable<(typeof hqReviewContract)[Name]['~orpc']['inputSchema']>
>;

/** A list names so many of those who collide. */
const MOST_NAMED = 12;

export async function collisionsOf(
  { db }: Pick<HubContext, 'db'>,
  { kind, ...wish }: Input<'collisions'>,
) {
  const { rows, total } = await listCollisions(db, { ...wish, kind: kind ?? null });
  return {
    collisions: await shownCollisions(db, rows),
    total,
    counts: await countReview(db),
  };
}

/**
 * They share it with reason; it is asked again when somebody else comes to it.
 * @throws HqError `notFound`; `pairChanged` when there are others than were seen
 */
export async function dismiss(
  hub: HubContext,
  actorId: ActorId,
  { collisionId, total, reason }: Input<'dismiss'>,
): Promise<Collision> {
  const row = await writeHub(hub.db, async (writer) => {
    const collision = await lockCollision(writer, collisionId);
    if (collision === null) throw new HqError('notFound');
    if (collision.dismissedAt !== null || collision.people.length !== total) {
      throw new HqError('pairChanged');
    }
    const dismissed = { at: nowOf(hub), by: actorId, reason };
    await dismissCollision(writer, collision, dismissed);
    const { kind, people } = collision;
    await appendHubEvents(writer, hub, [
      {
        kind: 'collisionDismissed',
        actorId,
        payload: { collisionId, kind, people: BeneficiaryId.array().parse(people), reason },
      },
    ]);
    return {
      ...collision,
      dismissedAt: new Date(dismissed.at),
      dismissedBy: actorId,
      dismissedReason: reason,
    };
  });
  const [shown] = await shownCollisions(hub.db, [row]);
  if (shown === undefined) throw new HqError('notFound');
  return shown;
}

export async function shownCollisions(
  db: HubReader,
  rows: readonly CollisionRow[],
): Promise<Collision[]> {
  const names = await listNamesOf(
    db,
    rows.flatMap(({ dismissedBy }) => dismissedBy ?? []),
    [],
  );
  return Promise.all(
    rows.map(async (row): Promise<Collision> => {
      const cases = await listCollidingCases(db, row);
      const named = cases.slice(0, MOST_NAMED);
      const persons = await personsInShort(
        db,
        named.map(({ person }) => person),
      );
      return {
        collisionId: row.collisionId,
        kind: row.kind,
        values: [...row.values],
        people: named.flatMap(({ caseId, reference }, at) => {
          const person = persons[at];
          return person === undefined
            ? []
            : [{ ...person, caseId: CaseId.parse(caseId), reference }];
        }),
        total: row.people.length,
        foundAt: row.foundAt.toISOString(),
        dismissed:
          row.dismissedAt === null
            ? null
            : {
                at: row.dismissedAt.toISOString(),
                by: names.get(row.dismissedBy ?? '') ?? '',
                reason: row.dismissedReason ?? '',
              },
      };
    }),
  );
}
