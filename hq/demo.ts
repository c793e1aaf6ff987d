/**
 * `npm run demo`: the training office whole, on Node 24: a headquarters with somebody in every role, and
 * two branches with invented cases, each a desk of its own that headquarters has taken in. Options after
 * `--`:
 *
 *     --again          what was practised before goes, and all begins anew
 *     --data FOLDER    where it all lies, apart from everything real
 *     --port N         headquarters' port, 7442 unless said otherwise; the desks have the next two
 */
import { isDatabaseAway } from '#db/hub/connection.ts';
import { listHqPeople } from '#db/hub/people.ts';
import { TRAINING_PASSWORD } from '#shared/domain/training.ts';
import type { Hub } from './createHub.ts';
import { createSayDemo, readRoleWords } from './host/demoTexts.ts';
import { PostgresNotStarted } from './postgres/bundledPostgres.ts';
import { type DemoStart, readDemoStart } from './training/demoOptions.ts';
import { openTrainingBranch, openTrainingHub } from './training/openOffice.ts';
import { seedOffice } from './training/seedOffice.ts';
import { type TrainingDesk, TrainingDeskFailed } from './training/trainingDesks.ts';
import { NotATrainingFolder, openTrainingFolder } from './training/trainingFolder.ts';

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
    const hub = await openTrainingHub(start.folder, start.port);
    closers.push(() => hub.close());
    const desks: TrainingDesk[] = [];
    for (const [index, office] of OFFICES.entries()) {
      say(index === 0 ? 'firstDesk' : 'secondDesk');
      const port = start.port + index + 1;
      const desk = await openTrainingBranch(hub, start.folder, { office, port });
      closers.push(() => desk.stop());
      desks.push(desk);
    }
    const last = desks.at(-1);
    // Whoever stops it meanwhile does not wait for what is seeded.
    if (last) await Promise.race([seedOffice(hub.context, last), stopped]);
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
