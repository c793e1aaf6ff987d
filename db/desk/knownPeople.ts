import { ActorId } from '#shared/domain/identity.ts';
import type { DeskReader, DeskWriter } from './connection.ts';

/** Someone who works elsewhere: at another laptop of the branch, or at headquarters. */
export interface KnownPerson {
  readonly actorId: ActorId;
  readonly displayName: string;
  readonly atHeadquarters: boolean;
}

export function putKnownPerson(
  writer: DeskWriter,
  person: KnownPerson & {
    /** Raw Ed25519, base64url; empty for people of headquarters, who sign nothing at a branch. */
    readonly publicKey: string;
    readonly since: string;
  },
): void {
  writer
    .statement(
      `INSERT INTO known_person (actor_id, public_key, display_name, at_headquarters, since)
       VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (actor_id, public_key) DO UPDATE SET display_name = excluded.display_name,
         since = excluded.since`,
    )
    .run(
      person.actorId,
      person.publicKey,
      person.displayName,
      person.atHeadquarters ? 1 : 0,
      person.since,
    );
}

/** Everybody who works elsewhere, each once, under the name that they were given last. */
export function listKnownPeople(db: DeskReader): readonly KnownPerson[] {
  return db
    .statement<{
      readonly actorId: string;
      readonly displayName: string;
      readonly atHeadquarters: number;
    }>(
      `SELECT actor_id AS actorId, display_name AS displayName, at_headquarters AS atHeadquarters,
         max(since) FROM known_person GROUP BY actor_id ORDER BY actor_id`,
    )
    .all()
    .map(({ actorId, displayName, atHeadquarters }) => ({
      actorId: ActorId.parse(actorId),
      displayName,
      atHeadquarters: atHeadquarters === 1,
    }));
}
