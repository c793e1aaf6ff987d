import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { listCases } from '#db/desk/cases.ts';
import { FeedFault } from '#db/desk/feedChains.ts';
import { countParked, lastArrival, readFeedHead } from '#db/desk/feedEvents.ts';
import { journalTail, readCase, readCaseEvents } from '#db/desk/journal.ts';
import { queueState } from '#db/desk/queue.ts';
import { rebuildProjections } from '#db/desk/rebuildProjections.ts';
import { takeFeed } from '#db/desk/takeFeed.ts';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import { replayMerged } from '#shared/domain/case/canonicalOrder.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { hexOf, utf8Bytes } from '#shared/protocol/bytes.ts';
import { canonicalText, payloadTextHash } from '#shared/protocol/chain.ts';
import type { ReceivedEntry } from '#shared/protocol/sync/feedEntry.ts';
import { feedCursor } from '#shared/protocol/sync/feedPage.ts';
import {
  answersEvent,
  deskFiles,
  newCaseId,
  openedEvent,
  reopenDesk,
} from './support/deskFixture.ts';
import { createLaptop, HUB_ID, type Laptop, type Relay } from './support/relay.ts';

const laptops: Laptop[] = [];
afterEach(() => {
  for (const laptop of laptops.splice(0)) laptop.close();
});

function newLaptop(relay: Relay, aheadMs = 0): Laptop {
  const laptop = createLaptop(relay, aheadMs);
  laptops.push(laptop);
  return laptop;
}

const newRelay = (): Relay => ({ entries: [] });
const named = (name: string) => ({ nameFirst: { value: name } });

/** An entry whose header and hash were made anew after a change. */
function changed(
  entry: ReceivedEntry,
  change: Record<string, unknown>,
  payload?: string,
): ReceivedEntry {
  const salt = entry.salt ?? new Uint8Array(16);
  const content = payload ?? entry.payload ?? '{}';
  const header = {
    ...entry.header,
    payloadHash: payloadTextHash(nodeCrypto, salt, content),
    ...change,
  };
  const headerText = canonicalText(header);
  const headerHash = hexOf(nodeCrypto.sha256(utf8Bytes(headerText)));
  return { ...entry, header, headerText, headerHash, salt, payload: content } as ReceivedEntry;
}

function take(laptop: Laptop, entries: readonly ReceivedEntry[]) {
  const last = entries.at(-1);
  return takeFeed(laptop.store, {
    entries,
    through: feedCursor(last?.position ?? 1, last?.headerHash ?? '0'.repeat(64)),
    readAt: '2025-02-24T06:00:00.000Z',
    hubId: HUB_ID,
  });
}

describe('laptops that hear of each other', () => {
  it('find the same cases, in whatever order they write, send and hear', () => {
    const step = fc.record({
      laptop: fc.nat({ max: 2 }),
      deed: fc.constantFrom('write', 'write', 'open', 'send', 'take', 'take'),
      field: fc.constantFrom('nameFirst', 'nameFamily', 'mobile'),
      count: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 30 }), (steps) => {
        const relay = newRelay();
        // One clock is an hour ahead, one two hours behind.
        const group = [0, 3_600_000, -7_200_000].map((ahead) => newLaptop(relay, ahead));
        const caseIds: CaseId[] = [];
        let written = 0;
        for (const { laptop, deed, field, count } of steps) {
          const at = group[laptop];
          if (at === undefined) continue;
          if (deed === 'open') {
            const caseId = newCaseId();
            caseIds.push(caseId);
            at.append([openedEvent(caseId, `R-${caseIds.length}`)]);
          } else if (deed === 'write') {
            const caseId = caseIds.find((each) => readCase(at.store, each) !== null);
            written += 1;
            if (caseId) at.append([answersEvent(caseId, { [field]: { value: `v${written}` } })]);
          } else if (deed === 'send') at.send();
          else at.take(count);
        }
        for (const at of group) at.send();
        for (const at of group) at.take();
        for (const caseId of caseIds) {
          const [first, ...others] = group.map(({ store }) => readCase(store, caseId));
          expect(first).not.toBeNull();
          for (const other of others) expect(other).toEqual(first);
          const [one] = group;
          if (one) expect(replayMerged(readCaseEvents(one.store.reader, caseId))).toEqual(first);
        }
        for (const { store } of group) {
          const order = () =>
            listCases(store.reader, {}, { limit: 200 }).cases.map((each) => [
              each.caseId,
              each.status,
            ]);
          const kept = order();
          expect(kept).toHaveLength(caseIds.length);
          expect(rebuildProjections(store).ok).toBe(true);
          expect(order()).toEqual(kept);
          expect(store.reader.sqlite.pragma('foreign_key_check')).toEqual([]);
        }
        for (const laptop of laptops.splice(0)) laptop.close();
      }),
      { numRuns: 6 },
    );
  });

  it('keep their own journal, its head and their queue as they were', () => {
    const relay = newRelay();
    const [one, other] = [newLaptop(relay), newLaptop(relay)];
    const caseId = newCaseId();
    one.append([openedEvent(caseId, 'R-1'), answersEvent(caseId, named('ريم'))]);
    one.send();
    const before = { tail: journalTail(other.store.reader), queue: queueState(other.store.reader) };
    other.take();
    expect({
      tail: journalTail(other.store.reader),
      queue: queueState(other.store.reader),
    }).toEqual(before);
    expect(listCases(other.store.reader, {}, { limit: 5 }).cases[0]).toMatchObject({
      caseId,
      receipted: true,
    });
    // What is written now comes after what was heard, although this clock was never so far.
    other.append([answersEvent(caseId, named('رؤى'))]);
    expect(readCaseEvents(other.store.reader, caseId).map(({ kind }) => kind)).toEqual([
      'caseOpened',
      'answersChanged',
      'answersChanged',
    ]);
    expect(listCases(other.store.reader, {}, { limit: 5 }).cases[0]?.receipted).toBe(false);
  });
});

describe('what does not hang together', () => {
  function threeSent(): { readonly relay: Relay; readonly other: Laptop; readonly caseId: CaseId } {
    const relay = newRelay();
    const [one, other] = [newLaptop(relay), newLaptop(relay)];
    const caseId = newCaseId();
    one.append([openedEvent(caseId, 'R-1')]);
    one.append([answersEvent(caseId, named('ريم'))]);
    one.append([answersEvent(caseId, named('ريما'))]);
    one.send();
    return { relay, other, caseId };
  }

  it.each([
    ['a gap', ([first, , third]: readonly ReceivedEntry[]) => [first, third]],
    ['another order', ([first, second, third]: readonly ReceivedEntry[]) => [second, first, third]],
    [
      'a header that was put in the place of another',
      ([first, second, third]: readonly ReceivedEntry[]) => [
        first,
        second && changed(second, { kind: 'interviewCompleted' }, '{}'),
        third,
      ],
    ],
  ])('%s is refused whole, and the next whole page is taken', (_, change) => {
    const { relay, other, caseId } = threeSent();
    const entries = change(relay.entries).filter((entry) => entry !== undefined);
    expect(() => take(other, entries)).toThrow(FeedFault);
    expect(lastArrival(other.store.reader)).toBe(0);
    expect(readFeedHead(other.store.reader).readAt).toBeNull();
    expect(readCase(other.store, caseId)).toBeNull();
    other.take();
    expect(readCase(other.store, caseId)?.eventCount).toBe(3);
  });

  it('what was taken before is passed over, and another event in its place refused', () => {
    const { relay, other } = threeSent();
    expect(take(other, relay.entries)).toMatchObject({ ok: true, taken: 3 });
    expect(take(other, relay.entries)).toMatchObject({ ok: true, taken: 0 });
    const [, second] = relay.entries;
    if (second === undefined) throw new Error('nothing sent');
    expect(() => take(other, [changed(second, { actorId: HUB_ID })])).toThrow(FeedFault);
  });
});

describe('what only a later version knows', () => {
  it('is kept, counts for nothing, and is read as soon as it can be', () => {
    const relay = newRelay();
    const [one, other] = [newLaptop(relay), newLaptop(relay)];
    const caseId = newCaseId();
    one.append([openedEvent(caseId, 'R-1')]);
    one.append([answersEvent(caseId, named('ريم'))]);
    one.send();
    const [opened, second] = relay.entries;
    if (opened === undefined || second === undefined) throw new Error('nothing sent');
    const later = changed(second, { kind: 'caseBlessed', laterField: 7 }, '{"wish":"خير"}');
    take(other, [opened, later]);
    expect(countParked(other.store.reader)).toBe(1);
    expect(readCase(other.store, caseId)?.eventCount).toBe(1);

    // As an older program would have kept what this one can read.
    const known = changed(second, { seq: 3, previousHash: later.headerHash });
    take(other, [known]);
    other.store.reader.sqlite.exec(
      `UPDATE feed_event SET parked = 1 WHERE kind = 'answersChanged';
       UPDATE case_summary SET applicant_name = ''`,
    );
    other.store.close();
    const reopened = reopenDesk(deskFiles(other.folder, other.key));
    expect(countParked(reopened.reader)).toBe(1);
    expect(listCases(reopened.reader, {}, { limit: 5 }).cases[0]?.applicantName).toBe('ريم');
    reopened.close();
  });

  it('a laptop that says it imported a case is not believed', () => {
    const relay = newRelay();
    const [one, other] = [newLaptop(relay), newLaptop(relay)];
    const caseId = newCaseId();
    one.append([openedEvent(caseId, 'R-1')]);
    one.append([
      {
        kind: 'caseSetAside',
        caseId,
        actorId: HUB_ID as never,
        formVersion: null,
        payload: { reason: 'لا شيء' },
      },
    ]);
    one.send();
    other.take();
    expect(readCase(other.store, caseId)?.headquarters.setAside).toBeNull();
  });
});
