import { createHash } from 'node:crypto';
import { findKnowledge } from '#db/hub/linkedPersons.ts';
import { DeviceId, Sha256Hex } from '#shared/domain/identity.ts';
import { utf8Bytes } from '#shared/protocol/bytes.ts';
import { HubId } from '#shared/protocol/sync/batchManifest.ts';
import { signStatement } from '#shared/protocol/sync/hubStatement.ts';
import type { WeightsQuestion } from '#shared/protocol/sync/linkageWeights.ts';
import { type HubContext, nowOf } from '../context.ts';

/**
 * The weights in force, for a laptop that has others: what was learnt from all persons says more than what a
 * branch's own people could. The first ones, which are of invented people, lie on every laptop already.
 */
export async function weightsPage(
  { db, crypto, privateKey, hubId, clock }: HubContext,
  deviceId: string,
  question: WeightsQuestion,
): Promise<Uint8Array> {
  const { row } = await findKnowledge(db);
  const learnt = row !== null && row.persons > 0 ? row : null;
  const isNews = learnt !== null && learnt.version !== question.version;
  const body = isNews ? utf8Bytes(JSON.stringify(learnt.knowledge)) : new Uint8Array(0);
  const head = signStatement(crypto, privateKey, {
    format: 'rifada.linkageWeights',
    hubId: HubId.parse(hubId),
    deviceId: DeviceId.parse(deviceId),
    version: learnt?.version ?? 0,
    digest: Sha256Hex.parse(createHash('sha256').update(body).digest('hex')),
    hubTime: nowOf({ clock }),
  });
  return Buffer.concat([utf8Bytes(`${head}\n`), body]);
}
