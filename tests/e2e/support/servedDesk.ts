import { createRouterClient } from '@orpc/server';
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
import type { DeskClient } from '#tests/integration/desk/support/testDesk.ts';
import type { DeskAnswer, DeskOrder, DeskSetup } from './deskMessages.ts';
import { prepareDesk } from './prepareDesk.ts';

export interface ServedDesk {
  readonly caseId: CaseId | null;
  obey(order: Exclude<DeskOrder, { readonly kind: 'start' }>): Promise<DeskAnswer>;
}

/** The real desk on the profile and the clock that a test gives it, with the real loopback server around it. */
export async function serveDesk(setup: DeskSetup): Promise<ServedDesk> {
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
  return {
    caseId,
    obey: async (order) => {
      switch (order.kind) {
        case 'link':
          return { kind: 'link', link: server.newLink() };
        case 'call':
          return { kind: 'called', output: await callAt(client, order.place, order.input) };
        case 'paperText':
          return { kind: 'paperText', text: await paperText(client, CaseId.parse(order.caseId)) };
        case 'moveClock':
          ahead = Date.parse(order.to) - Date.now();
          return { kind: 'done' };
        case 'memory':
          return { kind: 'memory', bytes: process.memoryUsage().rss };
        case 'stop':
          await server.close();
          await desk.close();
          return {
            kind: 'stopped',
            failures: failures.map(({ place, kinds }) => ({ place, kinds: [...kinds] })),
          };
      }
    },
  };
}

/** @throws what the desk refuses with, and when the contract has no such place */
async function callAt(
  client: DeskClient,
  place: readonly string[],
  input: unknown,
): Promise<unknown> {
  let found: unknown = client;
  for (const name of place) {
    found = Reflect.get(Object(found), name);
  }
  if (typeof found !== 'function') throw new Error(`no call at ${place.join('.')}`);
  const output: unknown = await Reflect.apply(found, undefined, [input]);
  return output;
}

async function paperText(client: DeskClient, caseId: CaseId): Promise<string> {
  const state = replayCase((await client.cases.get({ caseId })).events);
  if (state === null) throw new Error('a case without events');
  return paperCodeText({ reference: state.reference, secret: state.secret });
}
