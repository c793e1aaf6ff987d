import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { listBatches } from '#db/hub/batches.ts';
import { readHubJournal } from '#db/hub/journal.ts';
import type { TestDesk } from '../integration/desk/support/testDesk.ts';
import { openCase, welcome } from '../integration/desk/support/widowCase.ts';
import { createEnrolledDesk, untilSync } from './support/enrolledDesk.ts';
import { createTestHub, type TestHub } from './support/testHub.ts';

let hub: TestHub;
let desk: TestDesk;
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());
afterEach(() => desk.close());

describe('from the desk to headquarters', () => {
  it('every event of a case arrives by itself, and leaves the queue with its receipt', async () => {
    desk = await createEnrolledDesk(hub);
    const caseId = await openCase(desk.client);
    await welcome(desk.client, caseId);

    const status = await untilSync(desk, ({ counts }) => counts.eventsWaiting === 0);

    expect(status.situation).toBe('allSent');
    expect(status.contacts[0]?.outcome).toBe('allSent');
    const held = await readHubJournal(hub.hub.context.db, 0, 1000);
    const ofCase = held.filter(({ header }) => header.caseId === caseId);
    expect(ofCase.map(({ header }) => header.kind)).toEqual([
      'caseOpened',
      'answersChanged',
      'privacyNoticeShown',
      'servicesExplained',
      'inquiriesConfirmed',
    ]);
    const exported = await desk.client.cases.export({ caseId });
    expect(exported.events.map(({ headerHash }) => headerHash)).toEqual(
      ofCase.map(({ headerHash }) => headerHash),
    );
    expect(await listBatches(hub.hub.context.db, { limit: 10 })).not.toHaveLength(0);
  });
});
