import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeCrypto } from '#ports/nodeCrypto.ts';
import { systemClock } from '#ports/systemClock.ts';
import { createUuidV7Generator } from '#ports/uuidV7.ts';
import type { TrainingOffice } from '#shared/domain/training.ts';
import { createHub, type Hub } from '../createHub.ts';
import { createHubLog } from '../host/log.ts';
import { SURVEY_KEY_FILE } from '../opinions/surveyIdentities.ts';
import { approveByCode, readTrainingHeadquarters, seedHeadquarters } from './seedHeadquarters.ts';
import { startTrainingDesk, type TrainingDesk } from './trainingDesks.ts';

const SCREENS = fileURLToPath(new URL('../../dist/renderer', import.meta.url));
const RESOURCES = fileURLToPath(new URL('../../resources', import.meta.url));

/** A headquarters for training with somebody in every role, in a folder of the training office. */
export async function openTrainingHub(folder: string, port: number): Promise<Hub> {
  const ids = createUuidV7Generator(systemClock, nodeCrypto);
  const hub = await createHub({
    dataFolder: join(folder, 'hub'),
    databaseUrl: null,
    address: '127.0.0.1',
    port,
    screensFolder: SCREENS,
    resourcesFolder: RESOURCES,
    training: true,
    clock: systemClock,
    crypto: nodeCrypto,
    ids,
    log: createHubLog(
      () => undefined,
      systemClock.now,
      () => ids.uuid(),
    ),
  });
  try {
    const { surveyIdentity } = readTrainingHeadquarters();
    const keyFile = join(hub.context.dataFolder, SURVEY_KEY_FILE);
    writeFileSync(keyFile, `${surveyIdentity}\n`, { mode: 0o600 });
    await seedHeadquarters(hub.context);
  } catch (error) {
    await hub.close();
    throw error;
  }
  return hub;
}

/** One of the two branches beside it, which it takes in. @throws TrainingDeskFailed */
export function openTrainingBranch(
  hub: Hub,
  folder: string,
  { office, port }: { readonly office: TrainingOffice; readonly port: number },
): Promise<TrainingDesk> {
  const profileFolder = join(folder, office === 'first' ? 'desk-1' : 'desk-2');
  return startTrainingDesk({ profileFolder, office, port, hubUrl: hub.origin }, (code) =>
    approveByCode(hub.context, code),
  );
}
