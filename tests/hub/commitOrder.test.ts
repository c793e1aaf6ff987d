import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HubDatabase, writeHub } from '#db/hub/connection.ts';
import { appendHubEvents } from '#db/hub/hubEvents.ts';
import { readHubJournal } from '#db/hub/journal.ts';
import { nodeCrypto } from '#ports/nodeCrypto.ts';
import { headerHash, verifyChain } from '#shared/protocol/chain.ts';
import { createSender, post, type Sender } from './support/sender.ts';
import { createTestHub, type TestHub } from './support/testHub.ts';

let hub: TestHub;
let db: HubDatabase;
beforeAll(async () => {
  hub = await createTestHub();
  ({ db } = hub.hub.context);
});
afterAll(() => hub.close());

const branchAdded = (branchCode: string) => ({
  kind: 'branchAdded' as const,
  actorId: hub.hub.context.hubId,
  payload: {
    branchOfficeId: hub.hub.context.ids.uuid() as never,
    branchCode,
    branchName: 'فرع',
  },
});

describe('the journal of headquarters', () => {
  it('a plain sequence would let a cursor pass a row that commits later', async () => {
    await db.query('CREATE TABLE plain (position bigserial PRIMARY KEY, name text)');
    const early = await db.pool.connect();
    await early.query('BEGIN');
    await early.query(`INSERT INTO plain (name) VALUES ('early')`);
    await db.query(`INSERT INTO plain (name) VALUES ('late')`);
    const seen = await db.query<{ position: number }>(
      'SELECT position FROM plain ORDER BY position',
    );
    await early.query('COMMIT');
    early.release();
    // The cursor would stand at 2 by now, and never come back for 1.
    expect(seen).toEqual([{ position: 2 }]);
  });

  it('shows no position before all that stand before it are there', async () => {
    const senders: Sender[] = [];
    for (let made = 0; made < 4; made += 1) senders.push(await createSender(hub));
    let reading = true;
    let cursor = 0;
    const passed: number[] = [];
    const reader = (async () => {
      while (reading) {
        const rows = await readHubJournal(db, cursor, 1000);
        passed.push(...rows.map(({ position }) => position));
        cursor = rows.at(-1)?.position ?? cursor;
      }
    })();
    await Promise.all([
      ...senders.map(async (sender) => {
        for (let event = 0; event < 4; event += 1) {
          const batch = await sender.batch({ after: 2 + event, events: 1, number: event + 1 });
          expect((await post(hub, batch)).status).toBe(200);
        }
      }),
      ...Array.from({ length: 12 }, (_, index) =>
        writeHub(db, async (writer) => {
          await appendHubEvents(writer, hub.hub.context, [branchAdded(`A${index}`)]);
          // Some are undone after they took their position.
          if (index % 3 === 0) throw new Error('undone');
        }).catch(() => undefined),
      ),
    ]);
    const [last] = await db.query<{ position: number }>('SELECT position FROM journal_head');
    while (cursor < (last?.position ?? 0)) await new Promise((resolve) => setImmediate(resolve));
    reading = false;
    await reader;
    expect(passed).toEqual(Array.from({ length: last?.position ?? 0 }, (_, index) => index + 1));
    for (const sender of senders) sender.close();
  });

  it('chains headquarters’ own events like those of any device', async () => {
    const all = await readHubJournal(db, 0, 10_000);
    const own = all.filter(({ header }) => header.deviceId === hub.hub.context.hubId);
    expect(own.length).toBeGreaterThan(3);
    const verdict = verifyChain(nodeCrypto, own as never);
    expect(verdict).toMatchObject({ ok: true, checked: own.length });
    expect(headerHash(nodeCrypto, own[0]?.header as never)).toBe(own[0]?.headerHash);
  });

  it('lets nobody change or delete an event, and lets a payload be destroyed', async () => {
    await expect(db.query('DELETE FROM journal')).rejects.toThrow('constraint');
    await expect(db.query(`UPDATE journal SET kind = 'other'`)).rejects.toThrow('constraint');
    await db.query('UPDATE journal SET salt = NULL, payload = NULL WHERE position = 1');
    const [first] = await readHubJournal(db, 0, 1);
    expect(first).toMatchObject({ salt: null, payload: null });
  });
});
