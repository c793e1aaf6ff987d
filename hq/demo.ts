/**
 * `npm run demo`: the training office whole, on Node 24: a headquarters with somebody in every role, and
 * two branches with invented cases, each a desk of its own that headquarters has taken in. Options after
 * `--`:
 *
 *     --again          what was practised before goes, and all begins anew
 *     --data FOLDER    where it all lies, apart from everything real
 *     --port N         headquarters' port, 7442 unless said otherwise; the desks have the next two
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDatabaseAway } from '#db/hub/connection.ts';
import { listHqPeople } from '#db/hub/people.ts';
import { nodeCrypto } from '#ports/nodeCrypto.ts';
import { systemClock } from '#ports/systemClock.ts';
import { createUuidV7Generator } from '#ports/uuidV7.ts';
import { TRAINING_PASSWORD } from '#shared/domain/training.ts';
import { createHub, type Hub } from './createHub.ts';
import { createSayDemo, readRoleWords } from './host/demoTexts.ts';
import { createHubLog } from './host/log.ts';
import { PostgresNotStarted } from './postgres/bundledPostgres.ts';
import { type DemoStart, readDemoStart } from './training/demoOptions.ts';
import { approveByCode, seedHeadquarters } from './training/seedHeadquarters.ts';
import {
  startTrainingDesk,
  type TrainingDesk,
  TrainingDeskFailed,
} from './training/trainingDesks.ts';
import { NotATrainingFolder, openTrainingFolder } from './training/trainingFolder.ts';

const SCREENS = fileURLToPath(new URL('../dist/renderer', import.meta.url));
const RESOURCES = fileURLToPath(new URL('../resources', import.meta.url));
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const NAME_WIDTH = 12;
const OFFICES = ['first', 'second'] as const;

const say = createSayDemo((text) => process.stdout.write(text));
const roleWords = readRoleWords();
const reading = readDemoStart(process.argv.slice(2), process.getuid?.() === 0);
if (reading.ok) process.exitCode = await run(reading.start);
else {
  say('optionUnknown', { option: reading.option });
  process.exitCode = 2;
}

async function run(start: DemoStart): Promise<number> {
  const stopped = new Promise<void>((resolve) => {
    for (const signal of STOP_SIGNALS) process.once(signal, () => resolve());
  });
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const closer of closers.splice(0).toReversed()) await closer();
  };
  try {
    openTrainingFolder(start.folder, start.again);
    say('opening');
    const hub = await openHeadquarters(start);
    closers.push(() => hub.close());
    const desks: TrainingDesk[] = [];
    for (const [index, office] of OFFICES.entries()) {
      say(index === 0 ? 'firstDesk' : 'secondDesk');
      const desk = await startTrainingDesk(
        {
          profileFolder: join(start.folder, `desk-${index + 1}`),
          office,
          port: start.port + index + 1,
          hubUrl: hub.origin,
        },
        (code) => approveByCode(hub.context, code),
      );
      closers.push(() => desk.stop());
      desks.push(desk);
    }
    await greet(hub, desks);
    await stopped;
    say('stopping');
    return 0;
  } catch (error) {
    explain(start, error);
    return 1;
  } finally {
    await close();
    process.stdin.pause();
  }
}

async function openHeadquarters(start: DemoStart): Promise<Hub> {
  const ids = createUuidV7Generator(systemClock, nodeCrypto);
  const hub = await createHub({
    dataFolder: join(start.folder, 'hub'),
    databaseUrl: null,
    address: '127.0.0.1',
    port: start.port,
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
  await seedHeadquarters(hub.context);
  return hub;
}

async function greet(hub: Hub, desks: readonly TrainingDesk[]): Promise<void> {
  say('ready', { password: TRAINING_PASSWORD });
  say('headquarters');
  show(hub.origin);
  const people = await listHqPeople(hub.context.db);
  for (const { userName, displayName, roles } of people) {
    const words = [displayName, ...roles.map(roleWords)].join(' · ');
    process.stdout.write(`    ${userName.padEnd(NAME_WIDTH)}${words}\n`);
  }
  process.stdout.write('\n');
  for (const desk of desks) {
    say('desk', { branch: desk.branchName });
    show(desk.link);
  }
  say('firstSteps');
  if (process.stdin.isTTY) {
    say('newLinkHint');
    process.stdin.on('data', () => void showNewLinks(desks));
  }
  say('stopHint');
}

async function showNewLinks(desks: readonly TrainingDesk[]): Promise<void> {
  for (const desk of desks) {
    const link = await desk.newLink();
    say('desk', { branch: desk.branchName });
    show(link);
  }
}

function show(line: string): void {
  process.stdout.write(`  ${line}\n\n`);
}

function explain({ folder, port }: DemoStart, error: unknown): void {
  const isTaken =
    (error instanceof TrainingDeskFailed && error.reason === 'portTaken') ||
    (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE');
  if (error instanceof NotATrainingFolder) say('folderNotOurs', { folder });
  else if (isTaken) say('portTaken', { first: String(port), last: String(port + OFFICES.length) });
  else if (error instanceof PostgresNotStarted) say('databaseNotStarted', { folder });
  else if (isDatabaseAway(error)) say('databaseAway');
  else say('failed', { folder });
}
