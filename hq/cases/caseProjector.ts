import {
  lockHubCases,
  lockProjectedPosition,
  moveProjectedPosition,
  putHubCases,
} from '#db/hub/cases.ts';
import { type HubWriter, isDatabaseAway, writeHub } from '#db/hub/connection.ts';
import { changedCases } from '#db/hub/journal.ts';
import { putRegistryCases } from '#db/hub/registryCases.ts';
import { putStudyRows } from '#db/hub/studyCases.ts';
import type { HubContext } from '../context.ts';
import { projectRegistryCase } from '../registry/projectRegistryCase.ts';
import { readCasesOfHub } from './hubCase.ts';
import { projectHubCase } from './projectHubCase.ts';
import { projectReferrals, projectStudy } from './projectStudy.ts';

/** Keeps the rows of the cases true to the journal, behind the acceptance of batches. */
export interface CaseProjector {
  /** Something was appended; the rows follow soon. */
  nudge(): void;
  /** Ends when all that is in the journal now stands in the rows, or cannot now. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** So many events are brought into the rows in one transaction. */
const MOST_EVENTS = 2_000;
const RETRY_MS = 2_000;
/** A laptop that was away sends one batch after the other: between two of them this is not quiet. */
const QUIET_MS = 200;
/** While batches come, this long between two transactions: taking them in goes first. */
const PAUSE_MS = 2_000;

export function createCaseProjector(
  hub: Pick<HubContext, 'db' | 'hubId' | 'log'>,
  afterEach: () => void = () => undefined,
): CaseProjector {
  let running: Promise<void> | null = null;
  let again = false;
  let closed = false;
  let retry: NodeJS.Timeout | null = null;
  let nudgedAt = Number.NEGATIVE_INFINITY;
  let wake: (() => void) | null = null;
  let isAwaited = false;

  /** While batches come the rows follow slowly; once it is quiet, or somebody waits, at once. */
  const giveWay = async (): Promise<void> => {
    const begun = performance.now();
    const goesOn = () =>
      !closed &&
      !isAwaited &&
      performance.now() - nudgedAt < QUIET_MS &&
      performance.now() - begun < PAUSE_MS;
    while (goesOn()) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, QUIET_MS);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    wake = null;
  };

  const run = async (): Promise<void> => {
    try {
      do {
        again = false;
        await giveWay();
        while (!closed && (await projectSome(hub))) {
          afterEach();
          await giveWay();
        }
      } while (again && !closed);
    } catch (error) {
      hub.log.failure('caseProjector', error);
      // A database that is away comes back; anything else is tried again with the next event.
      if (!closed && isDatabaseAway(error)) retry = setTimeout(nudge, RETRY_MS);
    } finally {
      running = null;
    }
  };
  const nudge = (): void => {
    again = true;
    nudgedAt = performance.now();
    if (!closed) running ??= run();
  };
  return {
    nudge,
    settled: async () => {
      nudge();
      isAwaited = true;
      wake?.();
      while (running !== null) await running;
      isAwaited = false;
    },
    close: async () => {
      closed = true;
      if (retry !== null) clearTimeout(retry);
      wake?.();
      await running;
    },
  };
}

/** @returns whether there was anything to bring in */
function projectSome({ db, hubId }: Pick<HubContext, 'db' | 'hubId'>): Promise<boolean> {
  return writeHub(db, async (writer) => {
    const after = await lockProjectedPosition(writer);
    const { through, caseBranches } = await changedCases(writer, after, MOST_EVENTS, hubId);
    if (through === after) return false;
    await projectCases(writer, hubId, caseBranches);
    await moveProjectedPosition(writer, through);
    return true;
  });
}

/**
 * Makes the rows of these cases anew from all their events.
 * @param branches the branch of each, for one that has no row yet
 */
export async function projectCases(
  writer: HubWriter,
  hubId: string,
  branches: ReadonlyMap<string, string>,
): Promise<void> {
  const caseIds = [...branches.keys()];
  const known = await lockHubCases(writer, caseIds);
  const cases = await readCasesOfHub(writer, hubId, caseIds);
  await putRegistryCases(
    writer,
    [...cases.values()].flatMap(({ state }) =>
      state === null ? [] : [projectRegistryCase(state)],
    ),
  );
  const projected = [...cases.values()].flatMap((each) => {
    const branch = known.get(each.caseId) ?? branches.get(each.caseId);
    const row = branch === undefined ? null : projectHubCase(each, branch);
    return row === null || each.state === null ? [] : [{ ...row, state: each.state }];
  });
  await putHubCases(writer, projected);
  await putStudyRows(
    writer,
    projected.map(({ row }) => row.caseId),
    projected.flatMap(({ state }) => projectStudy(state) ?? []),
    projected.flatMap(({ state }) => projectReferrals(state)),
  );
}
