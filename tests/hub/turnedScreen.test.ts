import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { widowAnswersOn } from '#tests/fixtures/widowDocuments.ts';
import {
  createTestDesk,
  foundBranch,
  openStatus,
  PASSWORD,
} from '../integration/desk/support/testDesk.ts';
import { interview, openCase, welcome } from '../integration/desk/support/widowCase.ts';
import { createTestHub, type TestHub, waitingRequest } from './support/testHub.ts';

const TODAY = '2026-11-23';
const PATIENCE = { timeout: 20_000, interval: 50 };

const Devices = z.looseObject({
  devices: z.array(z.looseObject({ lastBatch: z.unknown().nullable() })),
});

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());

it('a screen that is turned to the beneficiary stays so when headquarters takes the laptop in', async () => {
  const desk = await createTestDesk(`${TODAY}T08:00:00.000Z`);
  const { client } = desk;
  await foundBranch(desk);
  const caseId = await openCase(client);
  await welcome(client, caseId);
  await interview(client, caseId, widowAnswersOn(TODAY));
  await client.interview.complete({ caseId });
  const { enrolment } = await client.sync.enrol({ hubUrl: hub.origin });
  const requestId = await waitingRequest(hub);
  const code = enrolment.state === 'asking' ? enrolment.code : '';
  await client.opinion.begin({ caseId, language: 'ur' });
  const answer = await hub.api('POST', `/enrolments/${requestId}/approve`, { requestId, code });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  // What waited is sent once the laptop is taken in.
  await vi.waitFor(async () => {
    const { devices } = Devices.parse((await hub.api('GET', '/devices')).body);
    expect(devices.some(({ lastBatch }) => lastBatch !== null)).toBe(true);
  }, PATIENCE);
  const turned = openStatus(await client.session.status());
  expect(turned.kiosk).toMatchObject({ caseId, language: 'ur', ended: null });
  expect(openStatus(await client.opinion.end({ password: PASSWORD })).kiosk).toBeNull();
  expect((await client.sync.status()).enrolment.state).toBe('enrolled');
  await desk.close();
});
