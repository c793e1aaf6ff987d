import { setTimeout as pause } from 'node:timers/promises';
import { listSessions } from '#db/hub/committeeSessions.ts';
import { type ImportCaseRow, listImportCases } from '#db/hub/importLists.ts';
import { listHqPeople } from '#db/hub/people.ts';
import type { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import type { HqRole } from '#shared/domain/hub/hqPermission.ts';
import { type ActorId, CaseId } from '#shared/domain/identity.ts';
import { findHubCase } from '../cases/hubCase.ts';
import { setAgenda } from '../committee/sessionPlans.ts';
import type { HubContext } from '../context.ts';
import { askedItems } from '../decisions/askedItems.ts';
import { HqError } from '../dispatcher/hqError.ts';
import { importOne } from '../services/importService.ts';
import { beginStudy, reportStudy } from '../study/studyService.ts';
import { registerWhenTold, seedDecided } from './seedDecided.ts';
import { readTrainingHeadquarters } from './seedHeadquarters.ts';
import { seedInquiries } from './seedInquiries.ts';
import type { TrainingDesk } from './trainingDesks.ts';

/** Of the invented cases of the second branch the oldest four share nobody with another file. */
const OF_NEWCOMERS = 4;
const MOST_LISTED = 200;
const LONGEST_WAIT_MS = 20_000;
const LOOK_EVERY_MS = 250;
/** Of a session that was planned and never touched since. */
const AS_PLANNED = 1;

interface Seeders {
  readonly clerkId: ActorId;
  readonly officerId: ActorId;
}

/** The branch whose cases they are, and its representative's telephone. */
export type SeededBranch = Pick<TrainingDesk, 'branchName' | 'tellDecisions'>;

/**
 * What a newcomer finds at headquarters beside the inbox, made by the services that a person's press calls.
 * Of the branch's oldest cases the first is decided and told, and soon due to be delivered; the next two
 * are studied and on the agenda of the planned session; one waits for an officer; all others wait in the
 * inbox for whoever practises there. Somebody has written to headquarters, with a question for the
 * officer, and somebody has complained. Waits a little for the cases to come in. A session that somebody
 * has worked on is left alone.
 * @throws never: the office opens without all this too, and the log says why
 */
export async function seedOffice(hub: HubContext, branch: SeededBranch): Promise<void> {
  try {
    const people = await listHqPeople(hub.db);
    const personOf = (role: HqRole) => people.find(({ roles }) => roles.includes(role));
    const [planned] = await listSessions(hub.db, 'coming', 1);
    const relations = personOf('relationsOfficer');
    const clerkId = personOf('importClerk')?.personId;
    const officerId = personOf('researchOfficer')?.personId;
    if (!hub.training || planned === undefined || planned.version !== AS_PLANNED) return;
    if (relations === undefined || clerkId === undefined || officerId === undefined) return;
    await seedInquiries(hub, relations);
    const [toDeliver, ...others] = await readyCases(hub, branch.branchName, { clerkId, officerId });
    if (toDeliver === undefined) return;
    await seedDecided(hub, planned, toDeliver);
    const { sessionId, chairId, version } = planned;
    await setAgenda(hub, chairId, { sessionId, cases: others, version });
    branch.tellDecisions();
    const delivery = personOf('deliveryOfficer')?.personId;
    if (delivery !== undefined) void registered(hub, delivery, toDeliver);
  } catch (error) {
    hub.log.failure('seedOffice', error);
  }
}

async function registered(hub: HubContext, actorId: ActorId, caseId: CaseId): Promise<void> {
  try {
    await registerWhenTold(hub, actorId, caseId);
  } catch (error) {
    hub.log.failure('seedOffice', error);
  }
}

/** Studied and ready for the committee, from the oldest; the last of a newcomer's cases is imported alone. */
async function readyCases(
  hub: HubContext,
  branchName: string,
  by: Seeders,
): Promise<readonly CaseId[]> {
  const until = performance.now() + LONGEST_WAIT_MS;
  for (;;) {
    const wish = { batchId: null, state: null, offset: 0, limit: MOST_LISTED };
    const { cases } = await listImportCases(hub.db, wish);
    const oldest = cases
      .filter((row) => row.branchName === branchName && row.submittedAt !== null)
      .slice(0, OF_NEWCOMERS);
    const ready: CaseId[] = [];
    let imported = 0;
    for (const [index, row] of oldest.entries()) {
      const isLast = index === OF_NEWCOMERS - 1;
      const stage = await takeOn(hub, row, by, isLast ? 'imported' : 'readyForCommittee');
      if (stage === 'readyForCommittee') ready.push(CaseId.parse(row.caseId));
      if (stage === 'imported') imported += 1;
    }
    if (ready.length + imported === OF_NEWCOMERS || performance.now() > until) return ready;
    await pause(LOOK_EVERY_MS);
  }
}

/** Takes a case as far as it can go now; one that changed under its hands is tried again at the next look. */
async function takeOn(
  hub: HubContext,
  row: ImportCaseRow,
  by: Seeders,
  upTo: 'imported' | 'readyForCommittee',
): Promise<CaseStatus | null> {
  const caseId = CaseId.parse(row.caseId);
  try {
    if (row.state === 'clean') {
      await importOne(hub, by.clerkId, { caseId, seen: row.seen, reason: null });
    }
    let state = (await findHubCase(hub.db, hub.hubId, caseId))?.state;
    if (upTo === 'imported') return state?.stage ?? null;
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
      return 'readyForCommittee';
    }
    return state?.stage ?? null;
  } catch (error) {
    if (error instanceof HqError) return null;
    throw error;
  }
}
