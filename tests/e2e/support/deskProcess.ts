import { createRouterClient } from '@orpc/server';
import * as z from 'zod';
import { createDesk } from '#electron/createDesk.ts';
import type { Failure } from '#electron/dispatcher/log.ts';
import { programFolders } from '#electron/host/composition.ts';
import { loadHostTexts } from '#electron/host/hostTexts.ts';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import { listRendererFiles } from '#electron/host/rendererFiles.ts';
import { createUuidV7Generator } from '#electron/host/uuidV7.ts';
import { createLoopbackHost } from '#electron/loopback/loopbackHost.ts';
import { startLoopbackServer } from '#electron/loopback/loopbackServer.ts';
import { replayCase } from '#shared/domain/case/reduceCase.ts';
import { CaseId } from '#shared/domain/identity.ts';
import { paperCodeText } from '#shared/domain/reference/paperCode.ts';
import { DeskOrder, type DeskReport, DeskSetup } from './deskMessages.ts';
import { prepareDesk } from './prepareDesk.ts';

/**
 * A desk in a process of its own, with the real loopback server around it, so that it can be killed
 * as a power cut kills it. The test gives it its profile and its clock, and asks it for links.
 */
const setup = DeskSetup.parse(JSON.parse(z.string().parse(process.argv[2])));
const folders = programFolders(setup.rootFolder);
const failures: Failure[] = [];
let ahead = Date.parse(setup.startsAt) - Date.now();
const clock = { now: () => Date.now() + ahead };

const desk = await createDesk({
  profileFolder: setup.profileFolder,
  resourcesFolder: folders.resources,
  clock,
  ids: createUuidV7Generator(clock, nodeCrypto),
  crypto: nodeCrypto,
  host: createLoopbackHost(setup.pepperFile),
  log: {
    failure: (failure) => {
      failures.push(failure);
      return `log-${failures.length}`;
    },
    note: () => undefined,
  },
});
const client = createRouterClient(desk.router, { context: desk.context });
const caseId = await prepareDesk(client, setup);
const server = await startLoopbackServer({
  desk,
  files: listRendererFiles(folders.renderer),
  port: 0,
  say: loadHostTexts(folders.resources),
});

function report(message: DeskReport): void {
  process.send?.(message);
}

process.on('message', (message) => {
  const order = DeskOrder.parse(message);
  switch (order.kind) {
    case 'link':
      report({ kind: 'link', link: server.newLink() });
      return;
    case 'paperText':
      void paperText(CaseId.parse(order.caseId)).then((text) =>
        report({ kind: 'paperText', text }),
      );
      return;
    case 'moveClock':
      ahead = Date.parse(order.to) - Date.now();
      report({ kind: 'done' });
      return;
    case 'stop':
      void stop();
      return;
  }
});

async function paperText(id: CaseId): Promise<string> {
  const state = replayCase((await client.cases.get({ caseId: id })).events);
  if (state === null) throw new Error('a case without events');
  return paperCodeText({ reference: state.reference, secret: state.secret });
}

async function stop(): Promise<void> {
  await server.close();
  await desk.close();
  report({
    kind: 'stopped',
    failures: failures.map(({ place, kinds }) => ({ place, kinds: [...kinds] })),
  });
  process.disconnect();
}

report({ kind: 'ready', caseId });
