import { afterEach, expect, test } from 'vitest';
import { FeedFault } from '#db/desk/feedChains.ts';
import { readFeedHead } from '#db/desk/feedEvents.ts';
import { readCase } from '#db/desk/journal.ts';
import { beginFeed } from '#db/desk/takeFeed.ts';
import { CaseId } from '#shared/domain/identity.ts';
import type { ReceivedEntry } from '#shared/protocol/sync/feedEntry.ts';
import { FEED_START, feedCursor } from '#shared/protocol/sync/feedPage.ts';
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

function laptopOf(relay: Relay): Laptop {
  const laptop = createLaptop(relay, 0);
  laptops.push(laptop);
  return laptop;
}

const caseId = newCaseId();

/** What another laptop wrote of one case: an opening and two pages of answers. */
function sent(relay: Relay): readonly ReceivedEntry[] {
  const other = laptopOf(relay);
  other.append([openedEvent(caseId, 'R-1')]);
  other.append([answersEvent(caseId, { nameFirst: { value: 'هند' } })]);
  other.append([answersEvent(caseId, { mobile: { value: '0500000001' } })]);
  other.send();
  return relay.entries;
}

function stretchOf(entries: readonly ReceivedEntry[]) {
  const last = entries.at(-1);
  return {
    entries,
    through: feedCursor(last?.position ?? 1, last?.headerHash ?? ''),
    readAt: '2026-11-26T06:00:00.000Z',
    hubId: HUB_ID,
  };
}

test('what came is on the disk once the page is finished, with its cursor', () => {
  const relay: Relay = { entries: [] };
  const entries = sent(relay);
  const here = laptopOf(relay);
  const intake = beginFeed(here.store);
  intake.take(stretchOf(entries.slice(0, 2)));
  intake.take(stretchOf(entries.slice(2)));
  expect(intake.finish()).toBeNull();
  expect(reopened(here)).toEqual({ cursor: stretchOf(entries).through, isThere: true });
});

test('whoever saves in between commits what came, and the page goes on', () => {
  const relay: Relay = { entries: [] };
  const entries = sent(relay);
  const here = laptopOf(relay);
  const intake = beginFeed(here.store);
  intake.take(stretchOf(entries.slice(0, 2)));
  const own = newCaseId();
  here.append([openedEvent(own, 'R-2')]);
  intake.take(stretchOf(entries.slice(2)));
  // The desk dies here: the save and all that came before it stay.
  expect(reopened(here, own)).toEqual({
    cursor: stretchOf(entries.slice(0, 2)).through,
    isThere: true,
  });
});

test('a desk that dies in mid-page has neither the entries nor the cursor', () => {
  const relay: Relay = { entries: [] };
  const entries = sent(relay);
  const here = laptopOf(relay);
  beginFeed(here.store).take(stretchOf(entries));
  expect(reopened(here)).toEqual({ cursor: FEED_START, isThere: false });
});

test('entries that do not hang together take back their own slice alone', () => {
  const relay: Relay = { entries: [] };
  const entries = sent(relay);
  const here = laptopOf(relay);
  const intake = beginFeed(here.store);
  intake.take(stretchOf(entries.slice(0, 1)));
  expect(() => intake.take(stretchOf(entries.slice(2)))).toThrow(FeedFault);
  expect(intake.finish()).toBeNull();
  expect(reopened(here)).toEqual({ cursor: stretchOf(entries.slice(0, 1)).through, isThere: true });
});

/** What a desk finds that is opened anew, without a word to the one before. */
function reopened({ store, folder, key }: Laptop, alsoOf: string = caseId) {
  store.close();
  const again = reopenDesk(deskFiles(folder, key));
  try {
    const { cursor } = readFeedHead(again.reader);
    return { cursor, isThere: readCase(again, CaseId.parse(alsoOf)) !== null };
  } finally {
    again.close();
  }
}
