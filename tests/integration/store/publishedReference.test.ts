import { afterEach, describe, expect, it } from 'vitest';
import { readCopiedTables } from '#db/desk/copiedTables.ts';
import { countParked } from '#db/desk/feedEvents.ts';
import {
  countUnreadablePublications,
  listPublishedDocuments,
  listPublishedVersions,
} from '#db/desk/publishedReference.ts';
import { rebuildProjections } from '#db/desk/rebuildProjections.ts';
import { takeFeed } from '#db/desk/takeFeed.ts';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import { createUuidV7Generator } from '#electron/host/uuidV7.ts';
import delivered from '#resources/settings/settings.v1.json' with { type: 'json' };
import { EventHeader } from '#shared/domain/case/caseEvent.ts';
import { canonicalText, headerHash, payloadTextHash } from '#shared/protocol/chain.ts';
import type { ReceivedEntry } from '#shared/protocol/sync/feedEntry.ts';
import { feedCursor } from '#shared/protocol/sync/feedPage.ts';
import { deskFiles, reopenDesk, steppingClock } from './support/deskFixture.ts';
import { createLaptop, HUB_ID, type Laptop } from './support/relay.ts';

const OTHER_LAPTOP = '01950000-0000-7000-8000-0000000000bb';
const DIRECTOR = '01950000-0000-7000-8000-0000000000cc';
const ids = createUuidV7Generator(steppingClock(), nodeCrypto);

const laptops: Laptop[] = [];
afterEach(() => {
  for (const laptop of laptops.splice(0)) laptop.close();
});

function newLaptop(): Laptop {
  const laptop = createLaptop({ entries: [] });
  laptops.push(laptop);
  return laptop;
}

/** Settings of this version in which an appeal may be filed for so many days. */
function settingsOf(version: number, appealDays: number) {
  const { periods } = delivered;
  return { ...delivered, version, periods: { ...periods, appealDays } };
}

function payloadOf(source: object, change: object = {}): unknown {
  const { id, version } = { id: 'settings', version: 0, ...source };
  const document = { format: 1, kind: 'settings', id, version, source, ...change };
  return { document, reason: 'قرار مجلس الإدارة' };
}

/** Publications as one device wrote them, chained. */
function written(payloads: readonly unknown[], deviceId: string): readonly ReceivedEntry[] {
  const entries: ReceivedEntry[] = [];
  let previousHash = '0'.repeat(64);
  for (const payload of payloads) {
    const salt = nodeCrypto.randomBytes(16);
    const text = canonicalText(payload);
    const header = EventHeader.parse({
      eventId: ids.uuid(),
      deviceId,
      epoch: 1,
      seq: entries.length + 1,
      at: '2025-02-24T06:00:00.000Z',
      hlc: '001740355200000-00000',
      actorId: DIRECTOR,
      caseId: null,
      kind: 'referencePublished',
      formVersion: null,
      base: null,
      payloadHash: payloadTextHash(nodeCrypto, salt, text),
      previousHash,
    });
    const hash = headerHash(nodeCrypto, header);
    entries.push({
      position: entries.length + 1,
      header,
      headerText: canonicalText(header),
      headerHash: hash,
      salt,
      payload: text,
    });
    previousHash = hash;
  }
  return entries;
}

function take({ store }: Laptop, payloads: readonly unknown[], deviceId = HUB_ID): void {
  const entries = written(payloads, deviceId);
  const last = entries.at(-1);
  const result = takeFeed(store, {
    entries,
    through: feedCursor(entries.length, last?.headerHash ?? '0'.repeat(64)),
    readAt: '2025-02-24T06:00:00.000Z',
    hubId: HUB_ID,
  });
  expect(result).toMatchObject({ ok: true, taken: payloads.length });
}

const appealDaysIn = ({ store }: Laptop) =>
  listPublishedDocuments(store.reader).map(({ version, source }) => [
    version,
    (source as ReturnType<typeof settingsOf>).periods.appealDays,
  ]);

describe('what headquarters has published', () => {
  it('is kept with who published it and why, goes into copies, and outlives the projections', () => {
    const laptop = newLaptop();
    take(laptop, [payloadOf(settingsOf(2, 40)), payloadOf(settingsOf(3, 50))]);
    const kept = () => listPublishedVersions(laptop.store.reader);
    expect(appealDaysIn(laptop)).toEqual([
      [2, 40],
      [3, 50],
    ]);
    expect(kept()[0]).toMatchObject({ version: 3, reason: 'قرار مجلس الإدارة' });
    const before = kept();
    expect(rebuildProjections(laptop.store).ok).toBe(true);
    expect(kept()).toEqual(before);
    const copied = readCopiedTables(laptop.store.reader).find(
      ({ name }) => name === 'published_reference',
    );
    expect(copied?.rows).toHaveLength(2);
  });

  it('is not believed of a laptop, also when everything is read anew', () => {
    const laptop = newLaptop();
    take(laptop, [payloadOf(settingsOf(2, 1))], OTHER_LAPTOP);
    expect(appealDaysIn(laptop)).toEqual([]);
    expect(rebuildProjections(laptop.store).ok).toBe(true);
    expect(appealDaysIn(laptop)).toEqual([]);
  });

  it('stays what it is when another of the same number comes', () => {
    const laptop = newLaptop();
    take(laptop, [payloadOf(settingsOf(2, 40)), payloadOf(settingsOf(2, 1))]);
    expect(appealDaysIn(laptop)).toEqual([[2, 40]]);
  });

  it.each([
    ['of a format that is not known yet', payloadOf(settingsOf(2, 40), { format: 2 })],
    ['of a kind that is not known yet', payloadOf(settingsOf(2, 40), { kind: 'fees' })],
    ['with a content that cannot be read', payloadOf({ ...settingsOf(2, 40), fees: [] })],
    ['that is not what it says it is', payloadOf(settingsOf(2, 40), { version: 3 })],
    ['below the policy', payloadOf({ ...settingsOf(2, 40), registration: 'never' })],
  ])('waits aside %s, and holds nothing up', (_, payload) => {
    const laptop = newLaptop();
    take(laptop, [payload, payloadOf(settingsOf(4, 45))]);
    expect(appealDaysIn(laptop)).toEqual([[4, 45]]);
    expect(countParked(laptop.store.reader)).toBe(1);
    expect(countUnreadablePublications(laptop.store.reader)).toBe(1);
  });

  it('is taken in force as soon as the program can read it', () => {
    const laptop = newLaptop();
    take(laptop, [payloadOf(settingsOf(2, 40))]);
    // As an older program would have kept what this one can read.
    laptop.store.reader.sqlite.exec(
      'UPDATE feed_event SET parked = 1; DELETE FROM published_reference',
    );
    laptop.store.close();
    const reopened = reopenDesk(deskFiles(laptop.folder, laptop.key));
    expect(countUnreadablePublications(reopened.reader)).toBe(0);
    expect(listPublishedDocuments(reopened.reader).map(({ version }) => version)).toEqual([2]);
    reopened.close();
  });
});
