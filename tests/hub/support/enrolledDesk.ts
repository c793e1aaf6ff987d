import { expect, vi } from 'vitest';
import type { SyncStatus } from '#shared/contracts/sync.ts';
import {
  createTestDesk,
  foundBranch,
  type TestDesk,
} from '../../integration/desk/support/testDesk.ts';
import { type TestHub, waitingRequest } from './testHub.ts';

const PATIENCE = { timeout: 20_000, interval: 50 };

/** Waits until the desk says so of its sync; the last status is in the failure. */
export async function untilSync(
  { client }: Pick<TestDesk, 'client'>,
  holds: (status: SyncStatus) => boolean,
): Promise<SyncStatus> {
  return vi.waitFor(async () => {
    const status = await client.sync.status();
    const { waiting: _waiting, ...seen } = status;
    expect(holds(status) ? null : seen).toBeNull();
    return status;
  }, PATIENCE);
}

/** A founded desk that headquarters has taken in by the code on its screen, as two people do it. */
export async function createEnrolledDesk(hub: TestHub): Promise<TestDesk> {
  const desk = await createTestDesk();
  if (hub.hub.context.training) {
    await desk.client.session.found({ kind: 'training', language: 'ar' });
  } else await foundBranch(desk);
  await enrolOver(desk, hub, hub.origin);
  return desk;
}

export async function enrolOver(
  desk: Pick<TestDesk, 'client'>,
  hub: TestHub,
  url: string,
): Promise<void> {
  const { enrolment } = await desk.client.sync.enrol({ hubUrl: url });
  if (enrolment.state !== 'asking') throw new Error(`the request is ${enrolment.state}`);
  const requestId = await waitingRequest(hub);
  const { code } = enrolment;
  const answer = await hub.api('POST', `/enrolments/${requestId}/approve`, { requestId, code });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  await untilSync(desk, (status) => status.enrolment.state === 'enrolled');
}
