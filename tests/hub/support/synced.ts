import type { TestDesk } from '../../integration/desk/support/testDesk.ts';
import { untilSync } from './enrolledDesk.ts';
import type { TestHub } from './testHub.ts';

/** Sends what there is, asks for what has come, and waits until both sides have it. */
export async function synced(hub: TestHub, desk: TestDesk): Promise<void> {
  // A clock that stands still brings no second try by itself.
  await untilSync(desk, ({ counts, progress }) => {
    void desk.client.sync.sendNow();
    return counts.eventsWaiting === 0 && progress === null;
  });
  const [head] = await hub.hub.context.db.query<{ readonly position: number }>(
    'SELECT position FROM journal_head',
  );
  await untilSync(desk, ({ feed, receiving }) => {
    void desk.client.sync.sendNow();
    return receiving === null && feed.position >= (head?.position ?? 0);
  });
  await hub.hub.context.caseProjector.settled();
}
