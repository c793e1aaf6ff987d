import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readHubJournal } from '#db/hub/journal.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import {
  copyNow,
  foundWithCode,
  newStick,
  restoreFrom,
} from '../integration/copies/support/copyFolder.ts';
import { createTestDesk, type TestDesk } from '../integration/desk/support/testDesk.ts';
import { openCase, readCase, welcome } from '../integration/desk/support/widowCase.ts';
import { enrolOver, untilSync } from './support/enrolledDesk.ts';
import { createTestHub, type TestHub } from './support/testHub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());

let stick: string;
let lost: TestDesk;
let desk: TestDesk;
let code: string;
beforeEach(async () => {
  stick = newStick();
  lost = await createTestDesk();
  desk = await createTestDesk();
  code = await foundWithCode(lost);
  await enrolOver(lost, hub, hub.origin);
  await untilSent(lost);
});
afterEach(async () => {
  await lost.close();
  await desk.close();
  rmSync(stick, { recursive: true, force: true });
});

function untilSent(of: TestDesk) {
  return untilSync(
    of,
    ({ counts, situation }) => counts.eventsWaiting === 0 && situation === 'allSent',
  );
}

async function copy(): Promise<void> {
  await lost.client.copies.chooseFolder({ path: stick });
  expect((await copyNow(lost)).problem).toBeNull();
}

/** An address where nobody is: what is done from now on waits on the laptop. */
async function cutOff(): Promise<void> {
  await lost.client.sync.setAddress({ hubUrl: 'http://127.0.0.1:9' });
}

async function heldOf(caseId: CaseId) {
  const held = await readHubJournal(hub.hub.context.db, 0, 10_000);
  return held.filter(({ header }) => header.caseId === caseId);
}

async function batchesOf(epoch: number) {
  return hub.hub.context.db.query<{ number: number; first_seq: number; last_seq: number }>(
    `SELECT number, first_seq, last_seq FROM batch WHERE device_id =
       (SELECT device_id FROM device_chain WHERE epoch = $1 LIMIT 1) AND epoch = $1 ORDER BY first_seq`,
    [epoch],
  );
}

describe('a restored desk and headquarters', () => {
  it('sends what was waiting when the copy was made, and then its new epoch', async () => {
    const sent = await openCase(lost.client);
    await untilSent(lost);
    await cutOff();
    const waiting = await openCase(lost.client);
    await welcome(lost.client, waiting);
    const waitingEvents = (await lost.client.cases.export({ caseId: waiting })).events;
    await copy();
    const before = (await readHubJournal(hub.hub.context.db, 0, 10_000)).length;

    const { restored } = await restoreFrom(desk, stick, code);
    const begun = await openCase(desk.client);
    await desk.client.sync.setAddress({ hubUrl: hub.origin });
    await untilSent(desk);

    expect((await heldOf(waiting)).map(({ headerHash }) => headerHash)).toEqual(
      waitingEvents.map(({ headerHash }) => headerHash),
    );
    // What had its receipt when the copy was made is not sent again.
    expect(await heldOf(sent)).toHaveLength(
      (await desk.client.cases.export({ caseId: sent })).events.length,
    );
    const fresh = (await readHubJournal(hub.hub.context.db, 0, 10_000)).slice(before);
    const epoch = Math.max(...fresh.map(({ header }) => header.epoch));
    expect(epoch).toBeGreaterThan(1);
    const ofEpoch = fresh.filter(({ header }) => header.epoch === epoch);
    expect(ofEpoch[0]?.header.kind).toBe('deskRestored');
    expect(ofEpoch.map(({ header }) => header.seq)).toEqual(ofEpoch.map((_, index) => index + 1));
    expect((await heldOf(begun)).length).toBeGreaterThan(0);
    const [first] = await batchesOf(epoch);
    expect(first).toMatchObject({ number: 1, first_seq: 1 });
    const devices = (await hub.api('GET', '/devices')).body as { devices: { lane: string }[] };
    expect(devices.devices.map(({ lane }) => lane)).toContain(restored.lane);
  });

  it('does no harm where headquarters has more of the old epoch than the copy', async () => {
    const copied = await openCase(lost.client);
    await copy();
    const afterwards = await openCase(lost.client);
    await untilSent(lost);
    const held = await heldOf(afterwards);
    expect(held.length).toBeGreaterThan(0);

    await restoreFrom(desk, stick, code);
    const begun = await openCase(desk.client);
    const status = await untilSent(desk);

    expect(status.refusals).toEqual([]);
    expect(await heldOf(afterwards)).toEqual(held);
    // What was done after the copy and had reached headquarters comes back from there.
    await vi.waitFor(
      async () => {
        expect((await readCase(desk.client, afterwards)).state.caseId).toBe(afterwards);
      },
      { timeout: 20_000, interval: 100 },
    );
    await welcome(desk.client, afterwards);
    await untilSent(desk);
    expect((await heldOf(afterwards)).length).toBeGreaterThan(held.length);
    expect((await heldOf(copied)).length).toBeGreaterThan(0);
    expect((await heldOf(begun)).length).toBeGreaterThan(0);
  });

  it('and another restored from the same copy both reach it, each in an epoch of its own', async () => {
    await copy();
    const second = await createTestDesk();
    try {
      await restoreFrom(desk, stick, code);
      await restoreFrom(second, stick, code);
      const cases = [await openCase(desk.client), await openCase(second.client)] as const;
      const [one, other] = await Promise.all([untilSent(desk), untilSent(second)]);
      expect([one.refusals, other.refusals]).toEqual([[], []]);
      for (const caseId of cases) expect((await heldOf(caseId)).length).toBeGreaterThan(0);
    } finally {
      await second.close();
    }
  });

  it('keeps its own lane when a request of the epoch before is granted', async () => {
    const asking = await createTestDesk();
    const restoredDesk = await createTestDesk();
    const otherStick = newStick();
    try {
      const otherCode = await foundWithCode(asking);
      const { enrolment } = await asking.client.sync.enrol({ hubUrl: hub.origin });
      await asking.client.copies.chooseFolder({ path: otherStick });
      await copyNow(asking);
      await asking.client.session.lock();
      const { restored } = await restoreFrom(restoredDesk, otherStick, otherCode);
      const { requests } = (await hub.api('GET', '/enrolments')).body as {
        requests: { requestId: string; state: string }[];
      };
      const requestId = requests.find(({ state }) => state === 'waiting')?.requestId ?? '';
      const spoken = enrolment.state === 'asking' ? enrolment.code : '';
      await hub.api('POST', `/enrolments/${requestId}/approve`, { requestId, code: spoken });
      await untilSync(restoredDesk, ({ enrolment: now }) => now.state === 'enrolled');
      const status = await restoredDesk.client.session.status();
      expect(status.phase === 'open' && status.branch.lane).toBe(restored.lane);
      await untilSent(restoredDesk);
    } finally {
      await asking.close();
      await restoredDesk.close();
      rmSync(otherStick, { recursive: true, force: true });
    }
  });
});
