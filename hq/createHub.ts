import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { connectHub } from '#db/hub/connection.ts';
import { migrateHub } from '#db/hub/migrate.ts';
import { dropExpiredAnswers } from '#db/hub/parcels.ts';
import { hasHqPeople } from '#db/hub/people.ts';
import { listPublishedDocuments } from '#db/hub/publishedReference.ts';
import { dropExpiredQuarantine } from '#db/hub/quarantine.ts';
import { dropEndedSessions } from '#db/hub/sessions.ts';
import { loadReferenceData } from '#ports/referenceData.ts';
import type { PublishedDocument } from '#shared/domain/publication/publishedDocument.ts';
import type { Clock, Crypto, IdGenerator } from '#shared/ports.ts';
import { createCaseProjector } from './cases/caseProjector.ts';
import type { HubContext } from './context.ts';
import { releaseDueDecisions } from './decisions/releaseDecisions.ts';
import { closeEndedCases } from './delivery/closeByTheClock.ts';
import type { HubLog } from './host/log.ts';
import { openHubKey } from './hubKey.ts';
import { createCheckPool } from './import/checkPool.ts';
import { createImporter } from './import/importer.ts';
import { createLinker } from './linkage/linker.ts';
import { createMatchIndexKeeper } from './matchIndex/keeper.ts';
import { ensureDatabase, startBundledPostgres } from './postgres/bundledPostgres.ts';
import { createHubServer } from './server/hubServer.ts';
import { SetUpCode } from './services/sessionService.ts';
import { openStickKeys } from './stickKeys.ts';
import { countAwaited } from './study/countAwaited.ts';

export interface HubOptions {
  /** Absolute: key, and the bundled database where one is used. */
  readonly dataFolder: string;
  /** Absolute: `resources/` as delivered. */
  readonly resourcesFolder: string;
  /** Any PostgreSQL; null for the bundled one. */
  readonly databaseUrl: string | null;
  readonly address: string;
  /** 0 for any free one. */
  readonly port: number;
  /** Absolute: the built screens; none are served without it. */
  readonly screensFolder?: string;
  /** Cases of one transaction of an import; its own choice where it is left out. */
  readonly importChunk?: number;
  /** A new headquarters becomes one for training, for good; one that is there stays what it is. */
  readonly training?: boolean;
  readonly clock: Clock;
  readonly crypto: Crypto;
  readonly ids: IdGenerator;
  readonly log: HubLog;
}

export interface Hub {
  readonly origin: string;
  readonly context: HubContext;
  /** For the terminal while nobody is there yet: makes the administrator, once; else null. */
  readonly setUpCode: string | null;
  /** Lets requests that were begun end, then the database; safe to call twice. */
  close(): Promise<void>;
}

const HOUSEKEEPING_MS = 60 * 60_000;
const RELEASE_MS = 60_000;
const GRACE_MS = 5_000;
const DAY_MS = 24 * 60 * 60_000;

/** The hub: its database, its key, and what it says over HTTP. Leaves nothing running when it fails. */
export async function createHub(options: HubOptions): Promise<Hub> {
  const { dataFolder, clock, crypto, ids, log } = options;
  mkdirSync(dataFolder, { recursive: true, mode: 0o711 });
  const reference = loadReferenceData(options.resourcesFolder);
  const closers: (() => Promise<void>)[] = [];
  let closing: Promise<void> | null = null;
  const close = () =>
    (closing ??= (async () => {
      for (const closer of closers.toReversed()) await closer();
      log.note('stopped');
    })());
  try {
    let url = options.databaseUrl;
    if (url === null) {
      const postgres = await startBundledPostgres(join(dataFolder, 'postgres'));
      closers.push(postgres.stop);
      url = postgres.url;
      await ensureDatabase(url);
    }
    const db = connectHub(url);
    closers.push(() => db.close());
    await migrateHub(db);
    reference.take(await listPublishedDocuments(db));
    const identity = await openHubKey(db, dataFolder, options, options.training === true);
    const stickKeys = await openStickKeys(db, dataFolder, options);
    const caseProjector = createCaseProjector({ db, hubId: identity.hubId, log }, () =>
      importer.nudge(),
    );
    closers.push(() => caseProjector.close());
    const checkPool = createCheckPool({
      resourcesFolder: options.resourcesFolder,
      hubId: identity.hubId,
      published: await listPublishedDocuments(db),
    });
    const matchIndex = createMatchIndexKeeper({ ...identity, db, clock, crypto, log });
    closers.push(() => matchIndex.close());
    const withoutImporter = {
      ...identity,
      db,
      clock,
      crypto,
      ids,
      log,
      reference,
      takePublished: (documents: readonly PublishedDocument[]) => {
        reference.take(documents);
        checkPool.take(documents);
      },
      stickKeys,
      dataFolder,
      caseProjector,
      matchIndex,
    };
    const linker = createLinker(withoutImporter);
    closers.push(() => linker.close());
    const importer = createImporter(withoutImporter, checkPool, linker, options.importChunk);
    closers.push(() => importer.close());
    const context: HubContext = { ...withoutImporter, importer };
    caseProjector.nudge();
    importer.nudge();
    const code = new SetUpCode();
    const setUpCode = (await hasHqPeople(db)) ? null : code.make();
    const server = await createHubServer(context, code, options.screensFolder ?? null);
    closers.push(() => closeServer(server));
    const timer = setInterval(() => void keepHouse(context), HOUSEKEEPING_MS);
    closers.push(async () => clearInterval(timer));
    await keepHouse(context);
    closers.push(releaseByTheClock(context));
    closers.push(countByTheClock(context));
    closers.push(closeByTheClock(context));
    const origin = await server.listen({ host: options.address, port: options.port });
    log.note('started', { origin });
    return { origin, context, setUpCode, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Lets requests that were begun end. A connection on which nothing was ever asked is not idle to the
 * server, and would hold it open for a minute.
 */
async function closeServer(server: FastifyInstance): Promise<void> {
  const force = setTimeout(() => server.server.closeAllConnections(), GRACE_MS);
  try {
    await server.close();
  } finally {
    clearTimeout(force);
  }
}

/** Looks for decisions whose day has come, now and every minute; @returns what ends it */
function releaseByTheClock(hub: HubContext): () => Promise<void> {
  return byTheClock(hub, 'releaseDecisions', async () => {
    const released = await releaseDueDecisions(hub);
    if (released > 0) hub.log.note('decisions released', { decisions: released });
  });
}

/** Reminders and lapses, by the same clock; @returns what ends it */
function countByTheClock(hub: HubContext): () => Promise<void> {
  return byTheClock(hub, 'countAwaited', async () => {
    const { reminded, lapsed } = await countAwaited(hub);
    if (reminded + lapsed > 0) hub.log.note('awaited counted', { reminded, lapsed });
  });
}

/** Cases in which nothing more is to come, by the same clock; @returns what ends it */
function closeByTheClock(hub: HubContext): () => Promise<void> {
  return byTheClock(hub, 'closeEndedCases', async () => {
    const closed = await closeEndedCases(hub);
    if (closed > 0) hub.log.note('cases closed', { cases: closed });
  });
}

function byTheClock(hub: HubContext, name: string, work: () => Promise<void>): () => Promise<void> {
  let looking: Promise<void> = Promise.resolve();
  const look = () => {
    looking = looking.then(async () => {
      try {
        await work();
      } catch (error) {
        hub.log.failure(name, error);
      }
    });
  };
  look();
  const timer = setInterval(look, RELEASE_MS);
  return async () => {
    clearInterval(timer);
    await looking;
  };
}

/** What has had its day goes. */
async function keepHouse({ db, clock, log }: HubContext): Promise<void> {
  try {
    const now = new Date(clock.now());
    const dropped = await dropExpiredQuarantine(db, now.toISOString());
    await dropExpiredAnswers(db, now.toISOString());
    await dropEndedSessions(db, now, new Date(now.getTime() - DAY_MS));
    if (dropped > 0) log.note('quarantine expired', { entries: dropped });
  } catch (error) {
    log.failure('housekeeping', error);
  }
}
