import { ActorId, Base64Url, type Instant } from '#shared/domain/identity.ts';
import type { DeskReader } from './connection.ts';
import { person } from './schema.ts';

/** Someone who works at this desk. */
export interface DeskPerson {
  readonly actorId: ActorId;
  readonly displayName: string;
  readonly role: 'representative' | 'relationsOfficer';
  /** The Ed25519 key that this person signs with today; earlier ones stand in the journal. */
  readonly publicKey: Base64Url;
  readonly addedAt: Instant;
}

/** Everyone of this desk, in the order in which they were added. */
export function listDeskPeople(db: DeskReader): readonly DeskPerson[] {
  return db.orm
    .select()
    .from(person)
    .orderBy(person.addedAt, person.actorId)
    .all()
    .map((row) => ({
      ...row,
      actorId: ActorId.parse(row.actorId),
      publicKey: Base64Url.parse(row.publicKey),
    }));
}
