import { listBatches } from '#db/hub/batches.ts';
import { listSessions } from '#db/hub/committeeSessions.ts';
import { listHqPeople } from '#db/hub/people.ts';
import { type ActorId, CaseId } from '#shared/domain/identity.ts';
import { findHubCase } from '../cases/hubCase.ts';
import { readyCases } from '../committee/sessionLists.ts';
import { setAgenda } from '../committee/sessionPlans.ts';
import type { HubContext } from '../context.ts';
import { askedItems } from '../decisions/askedItems.ts';
import { orderImport } from '../services/importService.ts';
import { beginStudy, reportStudy } from '../study/studyService.ts';
import { readTrainingHeadquarters } from './seedHeadquarters.ts';

const MOST = 3;
const LONGEST_WAIT_MS = 15_000;
const LOOK_EVERY_MS = 250;

/**
 * Some cases of the training branches are studied and stand on the agenda of the planned session, so that
 * a newcomer can decide at once. Waits a little for them to come in; without any there is no agenda yet.
 */
export async function seedAgenda(hub: HubContext): Promise<void> {
  const [session] = await listSessions(hub.db, 'coming', 1);
  if (!hub.training || session === undefined || session.agenda.length > 0) return;
  const people = await listHqPeople(hub.db);
  const officer = people.find(({ roles }) => roles.includes('researchOfficer'));
  const clerk = people.find(({ roles }) => roles.includes('importClerk'));
  if (session.status !== 'planned' || officer === undefined || clerk === undefined) return;
  const { findings, reason } = readTrainingHeadquarters().study;
  for (const caseId of await importedCases(hub, clerk.personId)) {
    const held = await findHubCase(hub.db, hub.hubId, caseId);
    if (held?.state == null) continue;
    const { personId } = officer;
    await beginStudy(hub, personId, { caseId, noConflict: true });
    await reportStudy(hub, personId, {
      caseId,
      findings,
      items: askedItems(held.state, hub.reference.rulesOf(held.state).questionnaire).map(
        ({ itemId, amount, quantity }) => ({
          itemId,
          recommends: 'accept',
          amount,
          quantity: amount === null && quantity === null ? 1 : quantity,
          months: null,
          reason,
        }),
      ),
    });
  }
  const { cases } = await readyCases(hub);
  if (cases.length === 0) return;
  await setAgenda(hub, session.chairId, {
    sessionId: session.sessionId,
    cases: cases.map(({ caseId }) => caseId),
    version: session.version,
  });
}

/** The clean cases of a branch's first batch; those of the other wait in the inbox for whoever practises there. */
async function importedCases(hub: HubContext, clerkId: ActorId): Promise<readonly CaseId[]> {
  const until = performance.now() + LONGEST_WAIT_MS;
  let ordered = false;
  for (;;) {
    const rows = await hub.db.query<{ readonly id: string }>(
      `SELECT case_id AS id FROM hub_case WHERE stage = 'imported' ORDER BY submitted_at LIMIT $1`,
      [MOST],
    );
    if (rows.length === MOST || performance.now() > until) {
      return rows.map(({ id }) => CaseId.parse(id));
    }
    const latest = (await listBatches(hub.db, 1)).find(({ cases }) => cases > 0);
    if (!ordered && latest !== undefined) {
      await orderImport(hub, clerkId, { batchId: latest.batchId });
      ordered = true;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
