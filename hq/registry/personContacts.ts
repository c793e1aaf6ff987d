import type { HubReader } from '#db/hub/connection.ts';
import { listContactsOf } from '#db/hub/registryLists.ts';
import type { RegistryFile } from '#shared/contracts/hq/registry.ts';
import { CONTACT_EVENT_PAYLOADS } from '#shared/domain/contacts/contactEvents.ts';

/** The contacts of branches and of headquarters with these beneficiaries, the latest first. */
export async function contactsWith(
  db: HubReader,
  beneficiaryIds: readonly string[],
  atMost: number,
): Promise<RegistryFile['contacts']> {
  const contacts = await listContactsOf(db, beneficiaryIds, atMost);
  return contacts.flatMap(({ at, payload, branchName }) => {
    const read = CONTACT_EVENT_PAYLOADS.contactRecorded.safeParse(JSON.parse(payload));
    if (!read.success) return [];
    const { contactId, channel, topic, said, answer } = read.data;
    return [{ contactId, at: at.toISOString(), channel, topic, said, answer, branchName }];
  });
}
