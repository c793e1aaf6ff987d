import { appendEvents } from '#db/desk/appendEvents.ts';
import { readFeedHead } from '#db/desk/feedEvents.ts';
import { readJournal } from '#db/desk/journal.ts';
import type { NewEvent } from '#db/desk/newEvent.ts';
import type { DeskStore } from '#db/desk/store.ts';
import { takeFeed } from '#db/desk/takeFeed.ts';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import { createUuidV7Generator } from '#electron/host/uuidV7.ts';
import { canonicalText } from '#shared/protocol/chain.ts';
import type { ReceivedEntry } from '#shared/protocol/sync/feedEntry.ts';
import { feedCursor, positionOf } from '#shared/protocol/sync/feedPage.ts';
import {
  accepted,
  deskFiles,
  dropFolder,
  foundDesk,
  newFolder,
  steppingClock,
} from './deskFixture.ts';

export const HUB_ID = '01950000-0000-7000-8000-0000000000aa';

/** What the laptops of one branch have sent, in the order in which it came. */
export interface Relay {
  readonly entries: ReceivedEntry[];
}

/** A laptop with a store of its own that sends to a relay and takes from it. */
export interface Laptop {
  readonly store: DeskStore;
  readonly folder: string;
  readonly key: Uint8Array;
  append(events: readonly NewEvent[]): void;
  send(): void;
  take(most?: number): void;
  close(): void;
}

const ids = createUuidV7Generator(steppingClock(), nodeCrypto);

/** @param aheadMs how much its clock is ahead of the others' */
export function createLaptop(relay: Relay, aheadMs = 0): Laptop {
  const folder = newFolder();
  const key = nodeCrypto.randomBytes(32);
  const store = foundDesk(
    deskFiles(folder, key, steppingClock(Date.UTC(2025, 1, 24, 6) + aheadMs)),
  );
  // The fixture's desks all have one id; each of these is its own, from a second epoch on.
  const deviceId = ids.uuid();
  store.reader.sqlite.exec(`UPDATE device SET device_id = '${deviceId}', epoch = 2`);
  store.reader.sqlite.exec(
    `INSERT INTO hub_link (singleton, hub_id, hub_public_key, state, asked_at, enrolled_at, last_batch)
     VALUES (1, '${HUB_ID}', x'${'00'.repeat(32)}', 'enrolled', '2025-02-24T06:00:00.000Z',
       '2025-02-24T06:00:00.000Z', 0)`,
  );
  let sentThrough = 2;
  return {
    store,
    folder,
    key,
    append: (events) => void accepted(appendEvents(store, { events })),
    send: () => {
      for (const row of readJournal(store.reader, sentThrough, 1000)) {
        sentThrough = row.position;
        relay.entries.push(entryOf(row, relay.entries.length + 1));
      }
    },
    take: (most = 1000) => {
      const after = positionOf(readFeedHead(store.reader).cursor);
      const next = relay.entries.slice(after, after + most);
      const last = next.at(-1);
      if (last === undefined) return;
      const result = takeFeed(store, {
        entries: next.filter(({ header }) => header.deviceId !== deviceId),
        through: feedCursor(last.position, last.headerHash),
        readAt: '2025-02-24T06:00:00.000Z',
        hubId: HUB_ID,
      });
      if (!result.ok) throw new Error(`not taken: ${result.problem}`);
    },
    close: () => {
      store.close();
      dropFolder(folder);
    },
  };
}

export function entryOf(
  row: ReturnType<typeof readJournal>[number],
  position: number,
): ReceivedEntry {
  return {
    position,
    header: row.header,
    headerText: canonicalText(row.header),
    headerHash: row.headerHash as ReceivedEntry['headerHash'],
    salt: row.salt,
    payload: row.payload,
  };
}
