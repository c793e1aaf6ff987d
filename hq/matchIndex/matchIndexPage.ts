import { createHash } from 'node:crypto';
import {
  bitsOfBlocks,
  listMatchChanges,
  listMatchVersions,
  recordsOfParts,
} from '#db/hub/matchIndex.ts';
import { DeviceId, Sha256Hex } from '#shared/domain/identity.ts';
import { BLOCK_BYTES } from '#shared/domain/matchIndex/identifierFilter.ts';
import { ENTRIES_A_PART, ENTRY_BYTES, PART_BYTES } from '#shared/domain/matchIndex/indexEntry.ts';
import { base64UrlOf, utf8Bytes } from '#shared/protocol/bytes.ts';
import { HubId } from '#shared/protocol/sync/batchManifest.ts';
import { signStatement } from '#shared/protocol/sync/hubStatement.ts';
import {
  MATCH_PAGE_LIMITS,
  type MatchItem,
  type MatchQuestion,
  writeMatchItems,
} from '#shared/protocol/sync/matchIndexPage.ts';
import { type HubContext, nowOf } from '../context.ts';
import { indexKeyOf } from './keeper.ts';

/**
 * What of the match index changed since the laptop read it, or the beginning of the version in force for one
 * that has another. A part goes as it stands now, so that no page can be out of date.
 */
export async function matchIndexPage(
  hub: HubContext,
  deviceId: string,
  question: MatchQuestion,
): Promise<Uint8Array> {
  const inForce = (await listMatchVersions(hub.db)).findLast(({ whole }) => whole);
  const after = inForce?.version === question.version ? question.after : 0;
  const changes =
    inForce === undefined
      ? []
      : await listMatchChanges(hub.db, inForce.version, after, MATCH_PAGE_LIMITS.items + 1);
  const sent = changes.slice(0, MATCH_PAGE_LIMITS.items);
  const items = inForce === undefined ? [] : await itemsOf(hub, inForce.version, sent);
  const body = writeMatchItems(items);
  const head = signStatement(hub.crypto, hub.privateKey, {
    format: 'rifada.matchIndexPage',
    hubId: HubId.parse(hub.hubId),
    deviceId: DeviceId.parse(deviceId),
    version: inForce?.version ?? 0,
    key: base64UrlOf(indexKeyOf(hub, inForce?.keyEpoch ?? 1).bytes),
    blocks: inForce?.blocks ?? 1,
    after,
    through: sent.at(-1)?.change ?? after,
    items: items.length,
    more: changes.length > sent.length,
    digest: Sha256Hex.parse(createHash('sha256').update(body).digest('hex')),
    hubTime: nowOf(hub),
  });
  return Buffer.concat([utf8Bytes(`${head}\n`), body]);
}

async function itemsOf(
  { db }: HubContext,
  version: number,
  changes: readonly { readonly kind: 'part' | 'block'; readonly number: number }[],
): Promise<readonly MatchItem[]> {
  const numbers = (kind: MatchItem['kind']) =>
    changes.filter((change) => change.kind === kind).map(({ number }) => number);
  const parts = new Map(numbers('part').map((part) => [part, new Uint8Array(PART_BYTES)]));
  for (const { slot, record } of await recordsOfParts(
    db,
    version,
    [...parts.keys()],
    ENTRIES_A_PART,
  )) {
    const part = parts.get(Math.floor(slot / ENTRIES_A_PART));
    part?.set(record, (slot % ENTRIES_A_PART) * ENTRY_BYTES);
  }
  const blocks = await bitsOfBlocks(db, version, numbers('block'));
  return changes.map(({ kind, number }) => ({
    kind,
    number,
    bytes:
      kind === 'part'
        ? (parts.get(number) ?? new Uint8Array(PART_BYTES))
        : (blocks.get(number) ?? new Uint8Array(BLOCK_BYTES)),
  }));
}
