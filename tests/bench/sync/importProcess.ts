import { writeHub } from '#db/hub/connection.ts';
import { countImportStates } from '#db/hub/importLists.ts';
import { writeImportSetting } from '#db/hub/importSettings.ts';
import { createHub } from '#hq/createHub.ts';
import { createHubLog } from '#hq/host/log.ts';
import { nodeCrypto } from '#ports/nodeCrypto.ts';
import { systemClock } from '#ports/systemClock.ts';
import { createUuidV7Generator } from '#ports/uuidV7.ts';

/**
 * A hub in a process of its own, with its imports stopped until it is told `import`. Its arguments:
 * data folder, database, resources.
 */
const [dataFolder = '', databaseUrl = '', resourcesFolder = ''] = process.argv.slice(2);
const ids = createUuidV7Generator(systemClock, nodeCrypto);
const hub = await createHub({
  dataFolder,
  databaseUrl,
  resourcesFolder,
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
const { db, caseProjector, importer } = hub.context;
const setting = (stopped: boolean) =>
  writeHub(db, (writer) => writeImportSetting(writer, { automatic: true, stopped }));
await setting(true);

async function answer(asked: unknown): Promise<unknown> {
  switch (asked) {
    case 'project':
      await caseProjector.settled();
      await importer.settled();
      return 'projected';
    case 'import': {
      await setting(false);
      const begun = performance.now();
      await importer.settled();
      const ms = performance.now() - begun;
      return { ms, counts: await countImportStates(db) };
    }
    default:
      await hub.close();
      return 'stopped';
  }
}

process.on('message', (asked) => {
  void answer(asked).then((said) => {
    process.send?.(said);
    if (said === 'stopped') process.exit(0);
  });
});
process.send?.({
  origin: hub.origin,
  hubId: hub.context.hubId,
  publicKey: Buffer.from(hub.context.publicKey).toString('base64url'),
});
