import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CaseId } from '#shared/domain/identity.ts';
import {
  createTestDesk,
  foundBranch,
  PASSWORD,
  personAtDoor,
  type TestDesk,
} from '../integration/desk/support/testDesk.ts';
import { fillPage, openCase, readCase, setAnswer } from '../integration/desk/support/widowCase.ts';
import { actAtHeadquarters, sent } from './support/branchLaptops.ts';
import { CUTS, type CuttingProxy, createCuttingProxy } from './support/cuttingProxy.ts';
import { createEnrolledDesk, enrolOver } from './support/enrolledDesk.ts';
import { createTestHub, type TestHub } from './support/testHub.ts';

const CASES = 6;
const FILE_NUMBER = '2026-000001';

let hub: TestHub;
let proxy: CuttingProxy;
let writes: TestDesk;
let hears: TestDesk;
beforeAll(async () => {
  hub = await createTestHub();
  proxy = await createCuttingProxy(hub.origin);
  writes = await createEnrolledDesk(hub);
  hears = await createTestDesk();
  await foundBranch(hears);
  await enrolOver(hears, hub, proxy.origin);
  await hasHeard();
}, 60_000);
afterAll(async () => {
  await writes.close();
  await hears.close();
  await proxy.close();
  await hub.close();
});

const isFeed = (method: string, path: string) => method === 'GET' && path.startsWith('/sync/feed');

/** Cases of the branch's other laptop, and a word of headquarters on one of them. */
async function newWork(): Promise<readonly CaseId[]> {
  proxy.setDown(true);
  const caseIds: CaseId[] = [];
  for (let made = 0; made < CASES; made += 1) {
    const caseId = await openCase(writes.client, [
      setAnswer('nameFirst', { value: 'ريم' }),
      setAnswer('nameFamily', { value: 'السبيعي' }),
    ]);
    await fillPage(writes.client, caseId, 'B', [setAnswer('nameFirst', { value: 'ريما' })]);
    caseIds.push(caseId);
  }
  await sent(writes);
  const [first] = caseIds;
  if (first === undefined) throw new Error('no case');
  await actAtHeadquarters(hub, first, [
    { kind: 'caseImported', payload: { fileNo: FILE_NUMBER, by: 'rule' } },
  ]);
  proxy.setDown(false);
  return caseIds;
}

/** The person asks until all has come, as often as the network fails. */
async function hasHeard(): Promise<void> {
  const [head] = await hub.hub.context.db.query<{ readonly position: number }>(
    'SELECT position FROM journal_head',
  );
  await vi.waitFor(
    async () => {
      const { feed, receiving, situation } = await hears.client.sync.sendNow();
      expect({ receiving, situation, isThere: feed.position >= (head?.position ?? 0) }).toEqual({
        receiving: null,
        situation: 'allSent',
        isThere: true,
      });
    },
    { timeout: 30_000, interval: 40 },
  );
}

/** The laptop that hears holds what was written, once, and the cases stand there as where they were written. */
async function expectOneEffect(caseIds: readonly CaseId[]): Promise<void> {
  for (const caseId of caseIds) {
    const { events } = await writes.client.cases.get({ caseId });
    const held = await hears.client.cases.get({ caseId });
    const ofLaptops = held.events.filter(({ deviceId }) => deviceId !== hub.hub.context.hubId);
    expect(ofLaptops.map(({ eventId }) => eventId)).toEqual(events.map(({ eventId }) => eventId));
    const { state } = await readCase(hears.client, caseId);
    expect(state.conflicts).toEqual({});
    expect(state.headquarters.fileNo).toBe(caseId === caseIds[0] ? FILE_NUMBER : null);
  }
  const { feed } = await hears.client.sync.status();
  expect(feed.parked).toBe(0);
}

describe('a network that fails while a branch hears of its cases', () => {
  it.each(CUTS)('%s leaves one effect', async (cut) => {
    const caseIds = await newWork();
    proxy.cutNext(cut, isFeed);
    await hasHeard();
    expect(proxy.forgetCuts()).toBe(0);
    await expectOneEffect(caseIds);
  });

  it('again and again, in every way, goes on from what is there', async () => {
    const caseIds = await newWork();
    for (const cut of CUTS) proxy.cutNext(cut, isFeed);
    await hasHeard();
    expect(proxy.forgetCuts()).toBe(0);
    await expectOneEffect(caseIds);
  });

  it('a desk that is locked while a page comes in goes on where it stood', async () => {
    const caseIds = await newWork();
    // Until something comes, and no longer: the lock falls into the page.
    await hears.client.sync.sendNow();
    await vi.waitFor(
      async () => {
        const { receiving } = await hears.client.sync.status();
        expect(receiving).not.toBeNull();
      },
      { timeout: 10_000, interval: 1 },
    );
    const status = await hears.client.session.lock();
    await hears.client.session.unlock({ actorId: personAtDoor(status), password: PASSWORD });
    await hasHeard();
    await expectOneEffect(caseIds);
  });
});
