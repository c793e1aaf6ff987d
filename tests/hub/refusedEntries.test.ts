import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { moveReceiptHead } from '#db/desk/receipts.ts';
import { writeDesk } from '#db/desk/store.ts';
import { listRefusals } from '#db/desk/syncLog.ts';
import { readHubCases } from '#db/hub/journal.ts';
import { listQuarantine } from '#db/hub/quarantine.ts';
import { type PushResult, pushQueue } from '#electron/sync/pushQueue.ts';
import { type Clerk, checksMade, createClerk } from './support/clerks.ts';
import { ALL_SUBMITTED, createFilledSender, type FilledSender } from './support/filledSender.ts';
import { createTestHub, type TestHub } from './support/testHub.ts';

const CASES = 3;

let hub: TestHub;
let clerk: Clerk;
let sender: FilledSender;
let made = 0;
beforeAll(async () => {
  hub = await createTestHub();
  clerk = await createClerk(hub, 'salman');
});
afterAll(() => hub.close());
beforeEach(async () => {
  made += 1;
  sender = await createFilledSender(hub, {
    cases: CASES,
    seed: `damaged ${made}`,
    branchCode: `DMG0${made}`,
    mix: ALL_SUBMITTED,
  });
  // The founding lies in the fixture's first epoch, which headquarters does not hear of.
  writeDesk(sender.desk.store, (writer) =>
    moveReceiptHead(writer, { position: 2, headerHash: 'a'.repeat(64), receiptedAt: NOW }, 0),
  );
});
afterEach(() => sender.close());

const NOW = '2026-11-23T08:00:00.000Z';

interface Entry {
  readonly position: number;
  readonly caseId: string;
  readonly payload: string;
}

/** Entries of answers, one of each case. */
function entriesOfAnswers(): readonly Entry[] {
  return sender.desk.store.reader
    .statement<Entry>(
      `SELECT max(position) AS position, case_id AS caseId, payload FROM journal
       WHERE kind = 'answersChanged' GROUP BY case_id ORDER BY position`,
    )
    .all();
}

/** As a disk does that fails: past the triggers that keep a program from it. */
function damage({ position }: Entry, column: 'payload' | 'at', value: string): void {
  const { sqlite } = sender.desk.store.reader;
  sqlite.exec('DROP TRIGGER IF EXISTS journal_unchanged');
  sqlite.prepare(`UPDATE journal SET ${column} = ? WHERE position = ?`).run(value, position);
}

function push(): Promise<PushResult> {
  const { publicKey, hubId } = hub.hub.context;
  return pushQueue({
    desk: sender.desk,
    hub: { url: hub.origin, hubPublicKey: publicKey, hubId, lastBatch: 0 },
    isOpen: () => true,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
}

const refusals = () =>
  listRefusals(sender.desk.store.reader, 50).map(({ position, code, withheld }) => ({
    ...{ position, code, withheld },
  }));
const kept = async () =>
  (await listQuarantine(hub.hub.context.db, 100)).filter(
    ({ deviceId }) => deviceId === sender.desk.device.deviceId,
  );

describe('an entry whose content is damaged', () => {
  it('stays at the laptop with its reason, all the rest arrives, and its case waits for a person', async () => {
    const [, damaged] = entriesOfAnswers();
    if (damaged === undefined) throw new Error('no answers');
    damage(damaged, 'payload', '{}');
    expect(await push()).toMatchObject({ situation: 'allSent' });
    const { position } = damaged;
    expect(refusals()).toEqual([{ position, code: 'payloadHashWrong', withheld: true }]);
    expect(await kept()).toMatchObject([{ code: 'payloadHashWrong' }]);
    // Its place in the chain is kept by its header, which goes alone.
    const held = await readHubCases(hub.hub.context.db, [damaged.caseId]);
    expect(held.filter(({ payload }) => payload === null)).toHaveLength(1);
    await checksMade(hub);
    const cases = (await clerk.cases()).filter(({ branchCode }) => branchCode === `DMG0${made}`);
    expect(cases).toHaveLength(CASES);
    const found = cases.find(({ caseId }) => caseId === damaged.caseId);
    expect(found?.state).toBe('held');
    expect(found?.findings.map(({ code }) => code)).toContain('eventUnreadable');
    // Nothing is left to send, and nothing is sent twice.
    expect(await push()).toMatchObject({ situation: 'allSent', events: 0 });
  });
});

describe('a journal whose chain does not hold', () => {
  it('waits whole from there on, says so once, and goes when it holds again', async () => {
    const [first] = entriesOfAnswers();
    if (first === undefined) throw new Error('no answers');
    const at = sender.desk.store.reader
      .statement<{ readonly at: string }>('SELECT at FROM journal WHERE position = ?')
      .get(first.position)?.at;
    damage(first, 'at', '2026-01-01T00:00:00.000Z');
    expect(await push()).toMatchObject({ situation: 'refused' });
    expect(await push()).toMatchObject({ situation: 'refused', events: 0 });
    expect(refusals()).toMatchObject([{ code: 'chainBroken', withheld: false }]);
    expect((await kept()).map(({ code }) => code)).toContain('chainBroken');
    damage(first, 'at', at ?? '');
    expect(await push()).toMatchObject({ situation: 'allSent' });
    expect(refusals()).toEqual([]);
  });
});
