import type { z } from 'zod';
import { listCasesOfBatch } from '#db/hub/batchCases.ts';
import { writeHub } from '#db/hub/connection.ts';
import { appendHubEvents } from '#db/hub/hubEvents.ts';
import {
  countBatchStates,
  countImportStates,
  findImportCase,
  type ImportCaseRow,
  listCasesByReference,
  listImportCases,
} from '#db/hub/importLists.ts';
import {
  findOpenOrder,
  insertImportOrder,
  readImportSetting,
  writeImportSetting,
} from '#db/hub/importSettings.ts';
import { listNamesOf } from '#db/hub/people.ts';
import type {
  hqImportsContract,
  ImportCase,
  ImportOverview,
} from '#shared/contracts/hq/imports.ts';
import { type ActorId, CaseId } from '#shared/domain/identity.ts';
import { versionKey } from '#shared/domain/texts/textLibrary.ts';
import { findHubCase } from '../cases/hubCase.ts';
import { type HubContext, nowOf } from '../context.ts';
import { HqError } from '../dispatcher/hqError.ts';
import * as clerk from '../import/clerkActions.ts';

type Input<Name extends keyof typeof hqImportsContract> = z.output<
  NonNullable<(typeof hqImportsContract)[Name]['~orpc']['inputSchema']>
>;

export async function importOverviewOf(hub: HubContext): Promise<ImportOverview> {
  const [setting, counts, order] = await Promise.all([
    readImportSetting(hub.db),
    countImportStates(hub.db),
    findOpenOrder(hub.db),
  ]);
  const left = async () => {
    if (order?.batchId == null) return order === null && !setting.automatic ? 0 : counts.clean;
    return (await countBatchStates(hub.db, [order.batchId])).get(order.batchId)?.clean ?? 0;
  };
  return {
    ...setting,
    ...hub.importer.progress(),
    ordered: order !== null,
    toImport: await left(),
    counts,
  };
}

/** What was begun goes on from where it was stopped. */
export async function setImporting(
  hub: HubContext,
  actorId: ActorId,
  setting: Input<'setting'>,
): Promise<ImportOverview> {
  await writeHub(hub.db, async (writer) => {
    await writeImportSetting(writer, setting);
    await appendHubEvents(writer, hub, [{ kind: 'importRuleChanged', actorId, payload: setting }]);
  });
  hub.importer.nudge();
  return importOverviewOf(hub);
}

/** @throws HqError `notFound` for a batch that headquarters does not have */
export async function orderImport(
  hub: HubContext,
  personId: ActorId,
  { batchId }: Input<'importClean'>,
): Promise<ImportOverview> {
  await writeHub(hub.db, async (writer) => {
    if (batchId !== null && (await listCasesOfBatch(writer, batchId)) === null) {
      throw new HqError('notFound');
    }
    await insertImportOrder(writer, { orderId: hub.ids.uuid(), batchId, personId }, nowOf(hub));
  });
  hub.importer.nudge();
  return importOverviewOf(hub);
}

export async function importCasesOf(hub: HubContext, input: Input<'cases'>) {
  const { batchId = null, state = null, offset, limit } = input;
  const { cases, total } = await listImportCases(hub.db, { batchId, state, offset, limit });
  return { cases: cases.map(listed), total };
}

/** @throws HqError `notFound` */
export async function importCaseFile(hub: HubContext, { caseId }: Input<'caseFile'>) {
  const row = await findImportCase(hub.db, caseId);
  const held = await findHubCase(hub.db, hub.hubId, caseId);
  if (row === null || held === null) throw new HqError('notFound');
  const actors = [...new Set(held.events.map(({ actorId }) => actorId as string))];
  const devices = [...new Set(held.events.map(({ deviceId }) => deviceId as string))];
  const named = [...row.findings, ...row.notes].flatMap(({ other }) => other ?? []);
  const others = await listCasesByReference(hub.db, [...new Set(named)]);
  return {
    others: Object.fromEntries(
      others.map(({ reference, caseId: other, ...rest }) => [
        reference,
        { caseId: CaseId.parse(other), ...rest },
      ]),
    ),
    case: listed(row),
    events: [...held.events],
    unreadable: held.unreadable.length,
    people: Object.fromEntries(await listNamesOf(hub.db, actors, devices)),
  };
}

/** As they were published here: null where one of the versions is not. */
export function rulesFor({ reference }: HubContext, input: Input<'rules'>) {
  const { questionnaires, documentRules, matchingRules, inForce } = reference.bundle;
  const found = {
    questionnaire: questionnaires[input.questionnaire ?? versionKey(inForce.questionnaire)],
    documentRules: documentRules[input.documentRules ?? versionKey(inForce.documentRules)],
    matchingRules: matchingRules[input.matchingRules ?? versionKey(inForce.matchingRules)],
  };
  return { rules: Object.values(found).includes(undefined) ? null : found };
}

export async function importOne(hub: HubContext, actorId: ActorId, input: Input<'importCase'>) {
  return listed(await clerk.importCase(hub, actorId, input));
}

export async function holdOne(hub: HubContext, actorId: ActorId, input: Input<'holdCase'>) {
  return listed(await clerk.holdCase(hub, actorId, input));
}

export async function returnOne(hub: HubContext, actorId: ActorId, input: Input<'returnCase'>) {
  return listed(await clerk.returnCase(hub, actorId, input));
}

/** @throws HqError `notFound`, `headquartersHasActed` */
export async function setAside(hub: HubContext, actorId: ActorId, input: Input<'setAside'>) {
  const caseIds =
    'batchId' in input ? await listCasesOfBatch(hub.db, input.batchId) : input.caseIds;
  if (caseIds === null) throw new HqError('notFound');
  const ids = CaseId.array().parse(caseIds);
  return { setAside: await clerk.setAsideCases(hub, actorId, ids, input.reason) };
}

export async function readmit(hub: HubContext, actorId: ActorId, input: Input<'readmit'>) {
  return { readmitted: await clerk.readmitCases(hub, actorId, input.caseIds, input.reason) };
}

function listed(row: ImportCaseRow): ImportCase {
  return {
    ...row,
    caseId: CaseId.parse(row.caseId),
    findings: [...row.findings],
    notes: [...row.notes],
  };
}
