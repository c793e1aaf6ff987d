import { deskTest } from './deskTest.ts';
import { type RunningHub, startHub } from './startHub.ts';

/** What a browser's console says of a refusal that the screen says in words. */
export const REFUSED = /Failed to load resource: .* status of (400|401|403|404|409|422|429|503)/;
/** What it says while the hub is away. */
export const HUB_GONE = /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/;

/** A test with a hub of its file's own, as `npm run hq` brings it up, pages to look at it, and desks to reach it. */
export const hqTest = deskTest.extend<{ readonly hub: RunningHub }>({
  hub: [
    async ({}, provide) => {
      const hub = await startHub();
      await provide(hub);
      await hub.close();
    },
    { scope: 'file' },
  ],
});
