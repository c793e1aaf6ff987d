import { appendEvents } from '#db/desk/appendEvents.ts';
import { listDeskPeople } from '#db/desk/people.ts';
import type { DeskStore } from '#db/desk/store.ts';
import type { ActorId } from '#shared/domain/identity.ts';
import { base64UrlOf, bytesOfBase64Url, utf8Bytes } from '#shared/protocol/bytes.ts';
import { refusalOfStore } from './storeRefusal.ts';

const PROBE = utf8Bytes('rifada.keyProbe.1');

/** Whether this private key belongs to the public key on record for the person. */
export function ownsKey(store: DeskStore, actorId: ActorId, privateKey: Uint8Array): boolean {
  const person = listDeskPeople(store.reader).find((each) => each.actorId === actorId);
  if (!person) return true;
  const signature = store.crypto.sign(privateKey, PROBE);
  return store.crypto.verify(bytesOfBase64Url(person.publicKey), PROBE, signature);
}

/** Puts a person's new signing key on record; seals made with the old one keep it in the journal. */
export function registerKey(store: DeskStore, actorId: ActorId, publicKey: Uint8Array): void {
  const person = listDeskPeople(store.reader).find((each) => each.actorId === actorId);
  if (!person) return;
  const result = appendEvents(store, {
    events: [
      {
        kind: 'representativeAdded',
        caseId: null,
        actorId,
        payload: {
          actorId,
          displayName: person.displayName,
          role: person.role,
          publicKey: base64UrlOf(publicKey),
        },
      },
    ],
  });
  if (!result.committed) throw refusalOfStore(result.problem);
}
