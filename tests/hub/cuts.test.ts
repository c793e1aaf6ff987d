import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readHubCases } from '#db/hub/journal.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import type { ScanId } from '#shared/domain/scans/scan.ts';
import { openCase } from '../integration/desk/support/widowCase.ts';
import { CUTS, type Cut, type CuttingProxy, createCuttingProxy } from './support/cuttingProxy.ts';
import { untilSync } from './support/enrolledDesk.ts';
import { attachScan, createScanningDesk, type Picture, pictureOf } from './support/scannedCase.ts';
import { createTrainingHub, type TestHub } from './support/testHub.ts';

let hub: TestHub;
let proxy: CuttingProxy;
let desk: Awaited<ReturnType<typeof createScanningDesk>>;
beforeAll(async () => {
  hub = await createTrainingHub();
  proxy = await createCuttingProxy(hub.origin);
  desk = await createScanningDesk(hub, proxy.origin);
  await untilSync(desk, ({ situation }) => situation === 'allSent');
}, 60_000);
afterAll(async () => {
  await desk.close();
  await proxy.close();
  await hub.close();
});

interface Work {
  readonly caseId: CaseId;
  readonly scanId: ScanId;
  readonly picture: Picture;
}

let made = 0;

/** A case and a picture of two pieces, while nothing gets through. */
async function newWork(): Promise<Work> {
  proxy.setDown(true);
  made += 1;
  const picture = pictureOf(900, 700, 600_000 + made);
  const caseId = await openCase(desk.client);
  const scanId = await attachScan(desk.client, desk.caseId, [picture]);
  proxy.setDown(false);
  return { caseId, scanId, picture };
}

/** The person asks until all is there, as often as the network fails. */
async function sendUntilThere(): Promise<void> {
  await vi.waitFor(
    async () => {
      const { counts } = await desk.client.sync.sendNow();
      expect(counts).toMatchObject({ eventsWaiting: 0, pagesWaiting: 0 });
    },
    { timeout: 30_000, interval: 40 },
  );
}

/** What the laptop holds lies at headquarters once: every entry, and every byte of the picture. */
async function expectOneEffect({ caseId, scanId, picture }: Work): Promise<void> {
  const { db } = hub.hub.context;
  for (const each of [caseId, desk.caseId]) {
    const exported = await desk.client.cases.export({ caseId: each });
    const held = await readHubCases(db, [each]);
    expect(held.map(({ headerHash }) => headerHash)).toEqual(
      exported.events.map(({ headerHash }) => headerHash),
    );
  }
  const [stored] = await db.query<{ readonly sha: string; readonly complete: boolean }>(
    `SELECT encode(sha256(string_agg(c.bytes, ''::bytea ORDER BY c.first_byte)), 'hex') AS sha,
       bool_and(a.completed_at IS NOT NULL) AS complete
     FROM attachment a JOIN attachment_chunk c USING (hash) WHERE a.hash = decode($1, 'hex')`,
    [picture.page.hash],
  );
  expect(stored).toEqual({ sha: picture.page.hash, complete: true });
  const { refusals, pageProblems } = await desk.client.sync.status();
  expect({ refusals, pageProblems }).toEqual({ refusals: [], pageProblems: [] });
  // A document takes so many scans and no more.
  const removal = { caseId: desk.caseId, scanId, reason: 'تجربة', voidSignature: false };
  await desk.client.scans.remove(removal);
}

const TARGETS = {
  'a batch': (method: string, path: string) => method === 'POST' && path === '/sync/batches',
  'the question about a page': (method: string) => method === 'HEAD',
  'a piece of a page': (method: string) => method === 'PUT',
} as const;

describe.each(Object.entries(TARGETS))('a network that fails at %s', (_target, holdsFor) => {
  it.each(CUTS)('%s leaves one effect', async (cut) => {
    const work = await newWork();
    proxy.cutNext(cut, holdsFor);
    await sendUntilThere();
    expect(proxy.forgetCuts()).toBe(0);
    await expectOneEffect(work);
  });

  it('again and again, in every way, goes on from what is there', async () => {
    const work = await newWork();
    for (const cut of CUTS) proxy.cutNext(cut, holdsFor);
    await sendUntilThere();
    proxy.forgetCuts();
    await expectOneEffect(work);
  });
});

describe('a network that fails at random', () => {
  const Failure = fc.record({
    cut: fc.constantFrom<Cut>(...CUTS),
    /** Requests that get through before it. */
    after: fc.nat({ max: 3 }),
  });

  it('leaves one effect', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(Failure, { maxLength: 6 }), async (failures) => {
        const work = await newWork();
        for (const { cut, after } of failures) {
          let left = after;
          proxy.cutNext(cut, () => left-- <= 0);
        }
        await sendUntilThere();
        proxy.forgetCuts();
        await expectOneEffect(work);
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});
