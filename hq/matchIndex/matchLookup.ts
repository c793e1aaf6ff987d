import { writeHub } from '#db/hub/connection.ts';
import { findMarked, findMarkedPerson, noteMatchLookup } from '#db/hub/matchIndex.ts';
import { findBranchRole } from '#db/hub/people.ts';
import { DeviceId } from '#shared/domain/identity.ts';
import { HubId } from '#shared/protocol/sync/batchManifest.ts';
import { signStatement } from '#shared/protocol/sync/hubStatement.ts';
import type { MatchLookup } from '#shared/protocol/sync/matchIndexPage.ts';
import { type HubContext, nowOf } from '../context.ts';
import { type HubAnswer, Refused } from '../intake/refusal.ts';

/**
 * Whom an entry of the match index means. Whoever works at the laptop hears the branch to call; a relations
 * officer also the file and the day of the last request. Each asking is written down.
 * @throws Refused `malformed` for somebody who does not work at this laptop
 */
export async function matchLookup(
  hub: HubContext,
  deviceId: string,
  { mark, actor, case: caseId }: MatchLookup,
): Promise<HubAnswer> {
  const role = await findBranchRole(hub.db, deviceId, actor);
  if (role === null) throw new Refused('malformed');
  const beneficiaryId = await findMarked(hub.db, mark);
  const person = beneficiaryId === null ? null : await findMarkedPerson(hub.db, beneficiaryId);
  await writeHub(hub.db, (writer) =>
    noteMatchLookup(writer, {
      at: nowOf(hub),
      deviceId,
      actorId: actor,
      caseId: caseId ?? null,
      mark,
      beneficiaryId,
    }),
  );
  return {
    status: 200,
    body: signStatement(hub.crypto, hub.privateKey, {
      format: 'rifada.matchLookup',
      hubId: HubId.parse(hub.hubId),
      deviceId: DeviceId.parse(deviceId),
      mark,
      branches: [...(person?.branches ?? [])],
      details:
        person === null || role !== 'relationsOfficer'
          ? null
          : { fileNo: person.fileNo, lastRequestOn: person.lastRequestOn },
      hubTime: nowOf(hub),
    }),
  };
}
