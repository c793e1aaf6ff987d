import { parentPort, workerData } from 'node:worker_threads';
import { nodeCrypto } from '#ports/nodeCrypto.ts';
import { loadReferenceData } from '#ports/referenceData.ts';
import type { ImportSurroundings } from '#shared/domain/import/checkCase.ts';
import type {
  CheckAnswer,
  CheckRequest,
  CheckThreadStart,
  KnownKeys,
  PublishedMessage,
} from './checkMessages.ts';
import { lookAtCase } from './lookAtCase.ts';

/** One checking thread: it answers each request with what was found in its cases. */
const { resourcesFolder, hubId, published } = workerData as CheckThreadStart;
const reference = loadReferenceData(resourcesFolder);
reference.take(published);

parentPort?.on('message', (message: CheckRequest | PublishedMessage) => {
  if ('published' in message) {
    reference.take(message.published);
    return;
  }
  const { number, cases, keys, today } = message;
  const surroundings = surroundingsOf(keys);
  const answer: CheckAnswer = {
    number,
    cases: cases.map((each) => lookAtCase(surroundings, each, today)),
  };
  parentPort?.postMessage(answer);
});

function surroundingsOf(keys: KnownKeys): ImportSurroundings {
  return {
    crypto: nodeCrypto,
    hubId,
    rulesOf: (versions) => {
      // Of a version that was never published here: a finding, no fault of the program.
      return reference.missingOf(versions).length > 0 ? null : reference.rulesOf(versions);
    },
    missingOf: (versions) => reference.missingOf(versions),
    settingsOf: (version) =>
      reference.isHere('settings', version) ? reference.settingsOf(version) : null,
    keysOf: (deviceId, actorId) => {
      const device = keys.devices[deviceId];
      return {
        device: device === undefined ? [] : [device],
        actor: keys.people[`${deviceId} ${actorId}`] ?? [],
      };
    },
  };
}
