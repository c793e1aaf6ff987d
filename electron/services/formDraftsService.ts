import { dropFormDraft, readFormDraft, saveFormDraft } from '#db/desk/formDrafts.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { formDraftsContract } from '#shared/contracts/formDrafts.ts';
import type { Instant } from '#shared/domain/identity.ts';
import type { ContractInput } from './contractInput.ts';
import type { OpenDesk } from './openDesk.ts';
import { written } from './storeRefusal.ts';

type Input<Name extends keyof typeof formDraftsContract> = ContractInput<
  (typeof formDraftsContract)[Name]
>;

/** What the person at the desk has begun to write in a form and not recorded. */
export function readForm(desk: OpenDesk, { scope }: Input<'read'>): { body: string | null } {
  const { actorId } = desk.person;
  const body = readFormDraft(desk.store.reader, { actorId, scope });
  return { body: body === null ? null : JSON.stringify(body) };
}

/** @throws DeskError `inputInvalid` for what is no JSON */
export function saveForm(desk: OpenDesk, { scope, body }: Input<'save'>): { savedAt: Instant } {
  const { actorId } = desk.person;
  const form = parsed(body);
  if (form === null) {
    written(dropFormDraft(desk.store, { actorId, scope }));
    return { savedAt: new Date(desk.store.clock.now()).toISOString() };
  }
  const saved = written(saveFormDraft(desk.store, { actorId, scope, body: form }));
  desk.saved.lastSavedAt = saved.savedAt;
  return saved;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new DeskError('inputInvalid');
  }
}
