import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type BundledPostgres,
  ensureDatabase,
  startBundledPostgres,
} from '#hq/postgres/bundledPostgres.ts';
import { type Clerk, checksMade, createClerk } from './support/clerks.ts';
import { ALL_SUBMITTED, createFilledSender, type FilledSender } from './support/filledSender.ts';
import { createTestHub, type TestHub } from './support/testHub.ts';

/** More than one transaction takes. */
const CASES = 25;

let folder: string;
let postgres: BundledPostgres;
let hub: TestHub;
let sender: FilledSender;
let clerk: Clerk;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rifada-postgres-'));
  postgres = await startBundledPostgres(folder);
  await ensureDatabase(postgres.url);
  hub = await createTestHub(undefined, postgres.url, 10);
  clerk = await createClerk(hub, 'salman');
  sender = await createFilledSender(hub, {
    cases: CASES,
    seed: 'stopped',
    branchCode: 'MKH01',
    mix: ALL_SUBMITTED,
  });
  await clerk.call('POST', '/imports/setting', { automatic: true, stopped: true });
  await sender.sendAll();
  await hub.hub.context.caseProjector.settled();
});
afterAll(async () => {
  sender.close();
  await hub.close();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('an import whose database goes away in the middle', () => {
  it('says so, leaves nothing half, and goes on when the database is back', async () => {
    const { importer } = hub.hub.context;
    const submitted = (await clerk.overview()).counts.unchecked;
    expect(submitted).toBeGreaterThan(20);
    await clerk.call('POST', '/imports/setting', { automatic: true, stopped: false });
    while (importer.progress().imported === 0) await nextTurn();
    process.kill(postgres.processId, 'SIGKILL');
    await importer.settled();
    expect(importer.progress().state).toBe('databaseAway');
    const refused = await clerk.call('POST', '/imports/clean', { batchId: null });
    expect(refused).toMatchObject({ status: 503, body: { code: 'databaseAway' } });

    postgres = await startBundledPostgres(folder);
    const stopped = { automatic: true, stopped: true };
    await hub.restart(postgres.url);
    await clerk.call('POST', '/imports/setting', stopped);
    await checksMade(hub);
    // Whatever the moment: each case has its row and its event, or neither.
    expect(await importedTwice()).toEqual([]);

    await clerk.call('POST', '/imports/setting', { ...stopped, stopped: false });
    await checksMade(hub);
    const { counts } = await clerk.overview();
    expect(counts).toMatchObject({ imported: submitted, clean: 0, unchecked: 0, held: 0 });
    expect(await importedTwice()).toEqual([]);
  });
});

/** Cases whose row does not say what their events say, or that were imported more than once. */
function importedTwice(): Promise<readonly unknown[]> {
  return hub.hub.context.db.query(
    `SELECT h.case_id, h.stage, count(j.event_id)::int AS events
     FROM hub_case h LEFT JOIN journal j ON j.case_id = h.case_id AND j.kind = 'caseImported'
     GROUP BY h.case_id HAVING count(j.event_id) <> CASE h.stage WHEN 'imported' THEN 1 ELSE 0 END`,
  );
}
