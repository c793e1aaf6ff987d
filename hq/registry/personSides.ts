import type { HubReader } from '#db/hub/connection.ts';
import { listStandingMerges, membersOf } from '#db/hub/personMerges.ts';
import { listPersonCases, listPersonsInShort } from '#db/hub/reviewLists.ts';
import type { PersonInShort, PersonSide, ShownValue } from '#shared/contracts/hq/review.ts';
import { PersonInShort as Short } from '#shared/contracts/hq/review.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { duplicateOf } from '#shared/domain/case/headquartersState.ts';
import { heardStatus } from '#shared/domain/case/heardStatus.ts';
import { PersonField } from '#shared/domain/hub/personLinks.ts';
import { BranchOfficeId, CaseId } from '#shared/domain/identity.ts';
import type { Questionnaire } from '#shared/domain/questionnaire/model.ts';
import { readCasesOfHub } from '../cases/hubCase.ts';
import type { HubContext } from '../context.ts';
import { contactsWith } from './personContacts.ts';
import { addressOf, householdOf, itemLabels, phonesOf, shownValues } from './personValues.ts';
import { mayRepeat } from './repeatedRequests.ts';

/** So many times that somebody spoke with a person are enough to know them by. */
const MOST_CONTACTS = 8;

/** These persons in short, in the order in which they are asked for. */
export async function personsInShort(
  db: HubReader,
  personIds: readonly string[],
): Promise<readonly PersonInShort[]> {
  const rows = await listPersonsInShort(db, personIds);
  return personIds.map((personId) =>
    Short.parse(rows.get(personId) ?? { personId, name: '', fileNo: null, branches: [] }),
  );
}

/**
 * A person with everything that headquarters holds of them, whoever was joined with them included. Where
 * records differ, the values chosen when they were joined count.
 */
export async function personSide(hub: HubContext, personId: string): Promise<PersonSide> {
  const members = await membersOf(hub.db, personId);
  const [[short], listed, merges, contacts] = await Promise.all([
    personsInShort(hub.db, [personId]),
    listPersonCases(hub.db, members),
    listStandingMerges(hub.db, members),
    contactsWith(hub.db, members, MOST_CONTACTS),
  ]);
  const cases = await readCasesOfHub(
    hub.db,
    hub.hubId,
    listed.map(({ caseId }) => caseId),
  );
  const read = listed.flatMap((row) => {
    const state = cases.get(row.caseId)?.state ?? null;
    return state === null ? [] : [{ row, state, form: formOf(hub, state) }];
  });
  const newest = new Map<string, (typeof read)[number]>();
  for (const each of read) {
    if (!newest.has(each.row.beneficiaryId)) newest.set(each.row.beneficiaryId, each);
  }
  const values = new Map(
    [...newest].map(([id, { state, form }]) => [id, shownValues(state, form)]),
  );
  for (const { keptId, mergedId, fromMerged } of merges) {
    values.set(keptId, joined(values.get(keptId), values.get(mergedId), fromMerged));
  }
  const own = newest.get(personId) ?? read[0];
  const references = new Map<string, string>(
    read.map(({ state }) => [state.caseId, state.reference]),
  );
  return {
    ...Short.parse(short),
    values: values.get(personId) ?? {},
    requests: read.map(({ row, state, form }) => {
      const repeated = duplicateOf(state.headquarters);
      return {
        caseId: CaseId.parse(row.caseId),
        reference: state.reference,
        branch: {
          branchOfficeId: BranchOfficeId.parse(row.branchOfficeId),
          code: row.code,
          name: row.name,
        },
        status: heardStatus(state.status),
        submittedAt: state.submission?.at ?? null,
        items: itemLabels(state, form),
        mayRepeat: mayRepeat(state),
        repeats: repeated === null ? null : (references.get(repeated.caseId) ?? ''),
      };
    }),
    documents: own === undefined ? [] : documentsOf(hub, own.state),
    household: own === undefined ? [] : householdOf(own.state, own.form),
    phones: [...new Set(read.flatMap(({ state }) => phonesOf(state)))],
    address: own === undefined ? '' : addressOf(own.state),
    contacts: contacts.map(({ contactId, at, channel, topic, branchName }) => ({
      contactId,
      at,
      channel,
      topic,
      branchName,
    })),
  };
}

type Values = Partial<Record<PersonField, ShownValue>>;

/** What was chosen of the one who was joined, and what only they had said. */
function joined(
  kept: Values | undefined,
  merged: Values | undefined,
  fromMerged: readonly string[],
): Values {
  const chosen = PersonField.array().parse(fromMerged);
  return {
    ...merged,
    ...kept,
    ...Object.fromEntries(
      chosen.flatMap((field) => {
        const value = merged?.[field];
        return value === undefined ? [] : [[field, value]];
      }),
    ),
  };
}

/** Null where its version was never published here. */
function formOf({ reference }: HubContext, state: CaseState): Questionnaire | null {
  try {
    return reference.rulesOf(state).questionnaire;
  } catch {
    return null;
  }
}

function documentsOf({ reference }: HubContext, state: CaseState): PersonSide['documents'] {
  const labels = labelsOf(reference, state);
  return (state.submission?.validAtSubmission ?? []).map(({ documentKey, validUntil }) => ({
    documentKey,
    label: labels.get(documentKey.split('/')[0] ?? '') ?? null,
    validUntil,
  }));
}

function labelsOf(reference: HubContext['reference'], state: CaseState) {
  try {
    const { rules } = reference.rulesOf(state).documentRules;
    return new Map<string, { readonly ar: string; readonly en: string }>(
      rules.map(({ type, face: { label } }) => [type, { ar: label.ar, en: label.en }]),
    );
  } catch {
    return new Map<string, { readonly ar: string; readonly en: string }>();
  }
}
