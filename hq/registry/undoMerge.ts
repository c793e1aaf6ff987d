import { uncheckCasesOf } from '#db/hub/caseChecks.ts';
import { refreshCollisionsOf } from '#db/hub/collisions.ts';
import { writeHub } from '#db/hub/connection.ts';
import { appendHubEvents, type NewHubCaseEvent } from '#db/hub/hubEvents.ts';
import {
  findMerge,
  listCasesOfPersons,
  listStandingMerges,
  lockMerges,
  markMergeUndone,
  membersOf,
  personsOf,
  putPersons,
} from '#db/hub/personMerges.ts';
import { newFiles } from '#db/hub/registryFiles.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import type { MergeId } from '#shared/domain/case/mergeEvents.ts';
import type { ActorId } from '#shared/domain/identity.ts';
import { lockAndReadCases, writeCaseEvents } from '../cases/writeCaseEvents.ts';
import { type HubContext, nowOf } from '../context.ts';
import { HqError } from '../dispatcher/hqError.ts';
import { personsUnder } from './mergeTargets.ts';

/**
 * Parts two persons who had been joined: each has the own file again, with all requests of the own,
 * those that came meanwhile as well. A request that was taken for a repetition goes on where it was.
 * @throws HqError `notFound`; `pairChanged` for a merge that was taken back before
 */
export async function undoMerge(
  hub: HubContext,
  actorId: ActorId,
  { mergeId, reason }: { readonly mergeId: MergeId; readonly reason: string },
): Promise<void> {
  await writeHub(hub.db, async (writer) => {
    await lockMerges(writer);
    const merge = await findMerge(writer, mergeId);
    if (merge === null) throw new HqError('notFound');
    if (merge.undoneAt !== null) throw new HqError('pairChanged');
    const person = (await personsOf(writer, [merge.keptId])).get(merge.keptId) ?? merge.keptId;
    const members = await membersOf(writer, person);
    await markMergeUndone(writer, mergeId, { at: nowOf(hub), by: actorId, reason });
    const persons = personsUnder(members, await listStandingMerges(writer, members));
    await putPersons(writer, persons);
    const listed = await listCasesOfPersons(writer, members);
    const cases = await lockAndReadCases(
      writer,
      hub,
      listed.map(({ caseId }) => caseId),
    );
    const parted = listed.flatMap(({ caseId, beneficiaryId }) => {
      const state = cases.get(caseId)?.state ?? null;
      if (state === null) return [];
      return [{ state, isMerged: persons.get(beneficiaryId) === merge.mergedId }];
    });
    const isFiled = parted.some(
      ({ state, isMerged }) => isMerged && state.headquarters.fileNo !== null,
    );
    const [fresh = null] = merge.mergedFileNo === null && isFiled ? await newFiles(writer, 1) : [];
    const mergedFileNo = merge.mergedFileNo ?? fresh;
    await refreshCollisionsOf(writer, members, nowOf(hub));
    await uncheckCasesOf(writer, members);
    await appendHubEvents(writer, hub, [
      { kind: 'mergeUndone', actorId, payload: { mergeId, reason } },
    ]);
    await writeCaseEvents(
      writer,
      hub,
      cases,
      parted.flatMap(({ state, isMerged }): readonly NewHubCaseEvent[] => {
        const { fileNo } = state.headquarters;
        const own = isMerged && fileNo !== null ? mergedFileNo : fileNo;
        if (!wasTold(state, mergeId) && own === fileNo) return [];
        return [
          {
            kind: 'personSeparated',
            caseId: state.caseId,
            actorId,
            payload: { mergeId, fileNo: own },
          },
        ];
      }),
    );
  });
  hub.importer.nudge();
}

function wasTold({ headquarters }: CaseState, mergeId: MergeId): boolean {
  return headquarters.merges.some((merge) => merge.mergeId === mergeId);
}
