import type { z } from 'zod';
import { listBranches } from '#db/hub/branches.ts';
import { listStandingMerges } from '#db/hub/personMerges.ts';
import {
  beneficiariesOf,
  listRegisteredCases,
  listRegistry,
  personOf,
} from '#db/hub/registryLists.ts';
import type { hqRegistryContract, RegistryFile } from '#shared/contracts/hq/registry.ts';
import { addDays } from '#shared/domain/calendar/dateArithmetic.ts';
import { isoDate, parseIsoDate } from '#shared/domain/calendar/dayNumber.ts';
import { heardStatus } from '#shared/domain/case/heardStatus.ts';
import { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import { BeneficiaryId, BranchOfficeId, type IsoDay } from '#shared/domain/identity.ts';
import { readCasesOfHub } from '../cases/hubCase.ts';
import type { HubContext } from '../context.ts';
import { riyadhToday } from '../decisions/releaseDecisions.ts';
import { HqError } from '../dispatcher/hqError.ts';
import { contactsWith } from './personContacts.ts';
import { registryFileOf } from './registryFile.ts';
import { registrySearch } from './registrySearch.ts';
import { sourceOf } from './valueSource.ts';

type Input<Name extends keyof typeof hqRegistryContract> = z.output<
  NonNullable<(typeof hqRegistryContract)[Name]['~orpc']['inputSchema']>
>;

const MOST_CONTACTS = 100;

/** @throws HqError `inputInvalid` for a cursor that is none of ours */
export async function listPeopleOfRegistry(hub: HubContext, input: Input<'list'>) {
  const { people, total, isCut, next } = await listRegistry(hub.db, {
    order: input.order,
    branchOfficeId: input.branchOfficeId ?? null,
    status: input.status === undefined ? null : heardStatus(input.status),
    category: input.category ?? null,
    need: input.need ?? null,
    since: input.since === undefined ? null : dayBegins(input.since),
    before: input.until === undefined ? null : dayBegins(nextDay(input.until)),
    search: registrySearch(input.text ?? ''),
    after: input.after === undefined ? null : readCursor(input.after),
    offset: input.offset,
    limit: input.limit,
  });
  return {
    people: people.map((row) => ({
      ...row,
      personId: BeneficiaryId.parse(row.personId),
      latestStatus: heardStatus(CaseStatus.parse(row.latestStatus)),
      latestAt: row.latestAt.toISOString(),
    })),
    total,
    isCut,
    next: next === null ? null : next.join(' '),
  };
}

export async function registryFilters({ db, reference }: HubContext) {
  const branches = await listBranches(db);
  const { questionnaire } = reference.rulesOf(reference.inForce);
  const choicesOf = (field: string) =>
    (questionnaire.fieldByName.get(field)?.choices ?? []).map(({ name, label }) => ({
      name,
      label,
    }));
  return {
    branches: branches.map(({ branchOfficeId, name }) => ({
      branchOfficeId: BranchOfficeId.parse(branchOfficeId),
      name,
    })),
    categories: choicesOf('familyCategory'),
    needs: choicesOf('supportItems/type'),
  };
}

/** Under whatever number somebody asks, the person whom it leads to. @throws HqError `notFound` */
export async function openRegistryFile(
  hub: HubContext,
  { personId }: Input<'open'>,
): Promise<RegistryFile> {
  const person = await personOf(hub.db, personId);
  const beneficiaries = await beneficiariesOf(hub.db, person);
  const [listed, merges, contacts] = await Promise.all([
    listRegisteredCases(hub.db, beneficiaries),
    listStandingMerges(hub.db, beneficiaries),
    contactsWith(hub.db, beneficiaries, MOST_CONTACTS),
  ]);
  if (listed.length === 0) throw new HqError('notFound');
  const cases = await readCasesOfHub(
    hub.db,
    hub.hubId,
    listed.map(({ caseId }) => caseId),
  );
  const requests = listed.flatMap(({ caseId, ...rest }) => {
    const state = cases.get(caseId)?.state ?? null;
    return state === null ? [] : [{ ...rest, state }];
  });
  return {
    ...registryFileOf(
      BeneficiaryId.parse(person),
      requests,
      (field) => sourceOf(merges, person, field),
      hub.reference,
    ),
    contacts,
    today: riyadhToday(hub),
  };
}

/** Midnight in Riyadh. */
function dayBegins(day: IsoDay): string {
  return new Date(`${day}T00:00:00+03:00`).toISOString();
}

function nextDay(day: IsoDay): IsoDay {
  const number = parseIsoDate(day);
  if (number === null) throw new HqError('inputInvalid');
  return isoDate(addDays(number, 1));
}

function readCursor(text: string): readonly [string, string] {
  const end = text.lastIndexOf(' ');
  const id = BeneficiaryId.safeParse(text.slice(end + 1));
  if (end < 0 || !id.success) throw new HqError('inputInvalid');
  return [text.slice(0, end), id.data];
}
