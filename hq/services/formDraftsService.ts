import { deleteFormDraft, listFormDrafts, saveFormDraft } from '#db/hub/formDrafts.ts';
import { type HqFormDraft, HqFormFields } from '#shared/contracts/hq/formDrafts.ts';
import type { ActorId } from '#shared/domain/identity.ts';
import type { HubContext } from '../context.ts';

/** Nobody has so many forms begun; what is older was given up. */
const MOST_FORMS = 200;

/** The forms that this person has begun. One that no version of the program understands is left out. */
export async function ownForms(
  hub: HubContext,
  personId: ActorId,
): Promise<{ drafts: HqFormDraft[] }> {
  const rows = await listFormDrafts(hub.db, personId);
  const drafts = rows.flatMap(({ scope, body, savedAt }) => {
    const { success, data } = HqFormFields.safeParse(JSON.parse(body));
    return success ? [{ scope, fields: data, savedAt: savedAt.toISOString() }] : [];
  });
  return { drafts };
}

export async function saveForm(
  hub: HubContext,
  personId: ActorId,
  { scope, fields }: Pick<HqFormDraft, 'scope' | 'fields'>,
): Promise<{ savedAt: string }> {
  const savedAt = new Date(hub.clock.now());
  const body = JSON.stringify(fields);
  await saveFormDraft(hub.db, personId, { scope, body, savedAt }, MOST_FORMS);
  return { savedAt: savedAt.toISOString() };
}

export function dropForm(hub: HubContext, personId: ActorId, scope: string): Promise<void> {
  return deleteFormDraft(hub.db, personId, scope);
}
