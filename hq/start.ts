/**
 * `npm run hq`: headquarters' hub, on Node 24. With `DATABASE_URL` it uses that PostgreSQL, else the
 * one that comes with it. Options after `--`:
 *
 *     --data FOLDER    where it keeps its key, and the bundled database
 *     --port N         7432 unless said otherwise; 0 for any free one
 *     --address A      127.0.0.1 unless said otherwise
 */

import { fileURLToPath } from 'node:url';
import { isDatabaseAway } from '#db/hub/connection.ts';
import { HubDatabaseNewer } from '#db/hub/migrate.ts';
import { nodeCrypto } from '#ports/nodeCrypto.ts';
import { systemClock } from '#ports/systemClock.ts';
import { createUuidV7Generator } from '#ports/uuidV7.ts';
import { createHub, type Hub } from './createHub.ts';
import { type HubStart, readHubStart } from './host/hubOptions.ts';
import { createSayHub } from './host/hubTexts.ts';
import { createHubLog } from './host/log.ts';
import { HubKeyMissing } from './hubKey.ts';

const SCREENS = fileURLToPath(new URL('../dist/renderer', import.meta.url));
const RESOURCES = fileURLToPath(new URL('../resources', import.meta.url));
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const say = createSayHub((text) => process.stdout.write(text));
const ids = createUuidV7Generator(systemClock, nodeCrypto);
// The log is for machines, and goes where it does not stand between the sentences for people.
const log = createHubLog(
  (line) => process.stderr.write(line),
  systemClock.now,
  () => ids.uuid(),
);

const reading = readHubStart(process.argv.slice(2), process.env, process.getuid?.() === 0);
if (reading.ok) {
  process.exitCode = await run(reading.start);
} else {
  say('optionUnknown', { option: reading.option });
  process.exitCode = 2;
}

async function run(start: HubStart): Promise<number> {
  const stopped = new Promise<void>((resolve) => {
    for (const signal of STOP_SIGNALS) process.once(signal, () => resolve());
  });
  say('opening');
  let hub: Hub;
  try {
    hub = await createHub({
      ...start,
      screensFolder: SCREENS,
      resourcesFolder: RESOURCES,
      clock: systemClock,
      crypto: nodeCrypto,
      ids,
      log,
    });
  } catch (error) {
    explain(start, error);
    return 1;
  }
  say('serving');
  process.stdout.write(`  ${hub.origin}\n\n`);
  if (hub.setUpCode !== null) {
    say('setUp');
    process.stdout.write(`  ${hub.setUpCode}\n\n`);
  }
  say('stopHint');
  await stopped;
  say('stopping');
  await hub.close();
  return 0;
}

function explain(start: HubStart, error: unknown): void {
  if (error instanceof HubKeyMissing) say('keyMissing', { folder: start.dataFolder });
  else if (error instanceof HubDatabaseNewer) say('databaseNewer');
  else if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    say('portTaken', { port: String(start.port) });
  } else if (isDatabaseAway(error)) say('databaseAway');
  else say('failed', { logId: log.failure('start', error) });
}
