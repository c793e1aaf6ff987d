import { setTimeout as pause } from 'node:timers/promises';
import { listSessions } from '#db/hub/committeeSessions.ts';
import { type ImportCaseRow, listImportCases } from '#db/hub/importLists.ts';
import { listHqPeople } from '#db/hub/people.ts';
import type { HqRole } from '#shared/domain/hub/hqPermission.ts';
import { type ActorId, CaseId } from '#shared/domain/identity.ts';
import { findHubCase } from '../cases/hubCase.ts';
import { setAgenda } from '../committee/sessionPlans.ts';
import type { HubContext } from '../context.ts';
import { askedItems } from '../decisions/askedItems.ts';
import { HqError } from '../dispatcher/hqError.ts';
import { importOne } from '../services/importService.ts';
import { beginStudy, reportStudy } from '../study/studyService.ts';
import { readTrainingHeadquarters } from './seedHeadquarters.ts';

/** Of the invented cases of the second branch the two oldest share nobody with another file. */
const MOST = 2;
const MOST_LISTED = 200;
const LONGEST_WAIT_MS = 20_000;
const LOOK_EVERY_MS = 250;
/** Of a session that was planned and never touched since. */
const AS_PLANNED = 1;

interface Seeders {
  readonly clerkId: ActorId;
  readonly officerId: ActorId;
}

/**
 * The oldest cases of a training branch are imported, studied and put on the agenda of the planned session,
 * so that a newcomer can decide at once; all others wait in the inbox for whoever practises there. Waits a
 * little for them to come in. A session that somebody has worked on is left alone.
 * @throws never: the office opens without an agenda too, and the log says why
 */
export async function seedAgenda(hub: HubContext, branchName: string): Promise<void> {
  try {
    const [session] = await listSessions(hub.db, 'coming', 1);
    if (!hub.training || session === undefined || session.version !== AS_PLANNED) return;
    const cases = await studiedCases(hub, branchName);
    if (cases.length === 0) return;
    const { sessionId, chairId, version } = session;
    await setAgenda(hub, chairId, { sessionId, cases: [...cases], version });
  } catch (error) {
    hub.log.failure('seedAgenda', error);
  }
}

async function studiedCases(hub: HubContext, branchName: string): Promise<readonly CaseId[]> {
  const people = await listHqPeople(hub.db);
  const idOf = (role: HqRole) => people.find(({ roles }) => roles.includes(role))?.personId;
  const clerkId = idOf('importClerk');
  const officerId = idOf('researchOfficer');
  if (clerkId === undefined || officerId === undefined) return [];
  const until = performance.now() + LONGEST_WAIT_MS;
  for (;;) {
    const wish = { batchId: null, state: null, offset: 0, limit: MOST_LISTED };
    const { cases } = await listImportCases(hub.db, wish);
    const oldest = cases
      .filter((row) => row.branchName === branchName && row.submittedAt !== null)
      .slice(0, MOST);
    const ready: CaseId[] = [];
    for (const row of oldest) {
      if (await isStudied(hub, row, { clerkId, officerId })) ready.push(CaseId.parse(row.caseId));
    }
    if (ready.length === MOST || performance.now() > until) return ready;
    await pause(LOOK_EVERY_MS);
  }
}

/** Takes a case as far as it can go now; one that changed under its hands is tried again at the next look. */
async function isStudied(hub: HubContext, row: ImportCaseRow, by: Seeders): Promise<boolean> {
  const caseId = CaseId.parse(row.caseId);
  try {
    if (row.state === 'clean') {
      await importOne(hub, by.clerkId, { caseId, seen: row.seen, reason: null });
    }
    let state = (await findHubCase(hub.db, hub.hubId, caseId))?.state;
    if (state?.stage === 'imported') {
      await beginStudy(hub, by.officerId, { caseId, noConflict: true });
      state = (await findHubCase(hub.db, hub.hubId, caseId))?.state;
    }
    if (state?.stage === 'underStudy') {
      const { findings, reason } = readTrainingHeadquarters().study;
      const asked = askedItems(state, hub.reference.rulesOf(state).questionnaire);
      const items = asked.map(({ itemId, amount, quantity }) => ({
        ...{ itemId, recommends: 'accept' as const, amount, months: null, reason },
        quantity: amount === null && quantity === null ? 1 : quantity,
      }));
      await reportStudy(hub, by.officerId, { caseId, findings, items });
      return true;
    }
    return state?.stage === 'readyForCommittee';
  } catch (error) {
    if (error instanceof HqError) return false;
    throw error;
  }
}
