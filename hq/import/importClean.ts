import type { LockedCase } from '#db/hub/caseChecks.ts';
import type { HubWriter } from '#db/hub/connection.ts';
import { filesOf } from '#db/hub/registryFiles.ts';
import { appendToRows, type HubAuthorOfCases } from './appendToRows.ts';
import type { CheckedCaseAnswer } from './checkMessages.ts';

/** A candidate whose row is locked, and in which nothing was found as it stands now. */
export interface CleanCase
  extends Pick<CheckedCaseAnswer, 'statusOnceImported' | 'base' | 'after'> {
  readonly row: LockedCase;
}

/**
 * Imports clean cases: each gets the file of its beneficiary, and its branch hears of it. Whoever calls it
 * marks them as checked after it.
 * @param actorId who imports; headquarters' own id where the rule does
 * @returns how many
 */
export async function importClean(
  writer: HubWriter,
  hub: HubAuthorOfCases,
  cases: readonly CleanCase[],
  actorId: string,
): Promise<number> {
  if (cases.length === 0) return 0;
  const files = await filesOf(
    writer,
    cases.map(({ row }) => row.beneficiaryId),
  );
  const by = actorId === hub.hubId ? 'rule' : 'clerk';
  await appendToRows(
    writer,
    hub,
    cases.map(({ row, base, after, statusOnceImported }) => {
      const fileNo = row.fileNo ?? files.get(row.beneficiaryId);
      if (fileNo === undefined) throw new TypeError('a beneficiary without a file');
      return {
        row,
        base,
        after,
        event: {
          kind: 'caseImported' as const,
          caseId: row.caseId,
          actorId,
          payload: { fileNo, by },
        },
        becomes: { stage: 'imported', status: statusOnceImported, fileNo, candidate: false },
      };
    }),
  );
  return cases.length;
}
