import { fileURLToPath } from 'node:url';
import { createHub } from '#hq/createHub.ts';
import { createHubLog } from '#hq/host/log.ts';
import { nodeCrypto } from '#ports/nodeCrypto.ts';
import { systemClock } from '#ports/systemClock.ts';
import { createUuidV7Generator } from '#ports/uuidV7.ts';

/** A hub in a process of its own, as it runs at headquarters. Its arguments: data folder, database. */
const [dataFolder = '', databaseUrl = ''] = process.argv.slice(2);
const ids = createUuidV7Generator(systemClock, nodeCrypto);
const hub = await createHub({
  resourcesFolder: fileURLToPath(new URL('../../../resources', import.meta.url)),
  dataFolder,
  databaseUrl,
  address: '127.0.0.1',
  port: 0,
  clock: systemClock,
  crypto: nodeCrypto,
  ids,
  log: createHubLog(
    () => undefined,
    systemClock.now,
    () => ids.uuid(),
  ),
});
process.send?.({
  origin: hub.origin,
  hubId: hub.context.hubId,
  publicKey: Buffer.from(hub.context.publicKey).toString('base64url'),
});
process.on('message', () => void hub.close().then(() => process.exit(0)));
