import { appendEvents } from '#db/desk/appendEvents.ts';
import { listDeskPeople } from '#db/desk/people.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { KeyContext } from '#electron/keys/keyFile.ts';
import { addPerson, setPassword, unlockWithPassword } from '#electron/keys/keys.ts';
import type { StaffMember, staffContract } from '#shared/contracts/staff.ts';
import { ActorId } from '#shared/domain/identity.ts';
import { searchKeyOf } from '#shared/domain/names/normalizeName.ts';
import { base64UrlOf } from '#shared/protocol/bytes.ts';
import type { ContractInput } from './contractInput.ts';
import { granted } from './keyRefusal.ts';
import type { OpenDesk } from './openDesk.ts';
import { refusalOfStore } from './storeRefusal.ts';

/** Everyone who has a password on this laptop, in the order in which they came. */
export function staffOf(desk: OpenDesk): { people: StaffMember[] } {
  const people = listDeskPeople(desk.store.reader).map(
    ({ actorId, displayName, role, addedAt }) => ({ actorId, displayName, role, addedAt }),
  );
  return { people };
}

/**
 * Gives a person a password and a signing key of their own. The key comes first: a slot without its
 * event opens nothing and is shown to nobody, an event without its slot would be a person locked out.
 * @throws DeskError `nameTaken`, `wrongPassword`, `passwordTooShort`, or what store and keys refuse
 */
export async function addStaff(
  desk: OpenDesk,
  keys: KeyContext,
  { displayName, role, password, ownPassword }: ContractInput<typeof staffContract.add>,
): Promise<{ people: StaffMember[] }> {
  if (!desk.store.writable) throw new DeskError('readOnlyRecovery');
  // Two of one name could not be told apart at the door, nor on a receipt.
  const wanted = searchKeyOf(displayName);
  if (staffOf(desk).people.some((each) => searchKeyOf(each.displayName) === wanted)) {
    throw new DeskError('nameTaken');
  }
  const { databaseKey } = granted(await unlockWithPassword(keys, desk.person.actorId, ownPassword));
  const actorId = ActorId.parse(desk.store.ids.uuid());
  const { actorKeys } = granted(await addPerson(keys, { actorId, password, databaseKey }));
  databaseKey.fill(0);
  actorKeys.privateKey.fill(0);
  const result = appendEvents(desk.store, {
    events: [
      {
        kind: 'representativeAdded',
        caseId: null,
        actorId: desk.person.actorId,
        payload: { actorId, displayName, role, publicKey: base64UrlOf(actorKeys.publicKey) },
      },
    ],
  });
  if (!result.committed) throw refusalOfStore(result.problem);
  return staffOf(desk);
}

/**
 * A new password for whoever sits at the desk; their signing key stays.
 * @throws DeskError `wrongPassword`, `passwordTooShort`
 */
export async function changeOwnPassword(
  desk: OpenDesk,
  keys: KeyContext,
  { ownPassword, password }: ContractInput<typeof staffContract.changePassword>,
): Promise<void> {
  const { actorId } = desk.person;
  const { databaseKey, actorPrivateKey } = granted(
    await unlockWithPassword(keys, actorId, ownPassword),
  );
  granted(await setPassword(keys, { actorId, password, databaseKey, actorPrivateKey }));
  databaseKey.fill(0);
  actorPrivateKey.fill(0);
}

/** @throws DeskError `wrongPassword` when it is not the password of whoever sits at the desk */
export async function assertOwnPassword(
  desk: OpenDesk,
  keys: KeyContext,
  password: string,
): Promise<void> {
  const { databaseKey, actorPrivateKey } = granted(
    await unlockWithPassword(keys, desk.person.actorId, password),
  );
  databaseKey.fill(0);
  actorPrivateKey.fill(0);
}
