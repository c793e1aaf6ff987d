/**
 * The training office of a desk, as a program of its own: a headquarters with somebody in every role and
 * a second branch. The desk that starts it is the first branch; it gives a `TrainingOfficeStart`, hears
 * `TrainingOfficeMessage`s and sends `TrainingOfficeOrder`s. It ends with the desk, however that ends.
 */
import { listHqPeople } from '#db/hub/people.ts';
import {
  type TrainingOfficeMessage,
  TrainingOfficeOrder,
  TrainingOfficeStart,
  type TrainingOfficeTrouble,
} from '#shared/training/trainingOfficeMessage.ts';
import { BundledPostgresMissing, PostgresNotStarted } from '../postgres/bundledPostgres.ts';
import { openTrainingBranch, openTrainingHub } from './openOffice.ts';
import { approveByCode } from './seedHeadquarters.ts';
import { seedOffice } from './seedOffice.ts';
import { NotATrainingFolder, openTrainingFolder } from './trainingFolder.ts';

// The terminal gives Ctrl+C to all; the desk ends this program, in its order.
process.on('SIGINT', () => undefined);

const given: unknown = JSON.parse(process.argv[2] ?? 'null');
const { folder, again } = TrainingOfficeStart.parse(given);
const closers: (() => Promise<void>)[] = [];
let ending: Promise<void> | null = null;

process.once('disconnect', () => void end());
try {
  openTrainingFolder(folder, again);
  const hub = await openTrainingHub(folder, 0);
  closers.push(() => hub.close());
  process.on('message', (message) => void obey(TrainingOfficeOrder.parse(message)));
  say({ kind: 'open', hubUrl: hub.origin });
  const branch = await openTrainingBranch(hub, folder, { office: 'second', port: 0 });
  closers.push(() => branch.stop());
  const { branchName } = branch;
  const people = await listHqPeople(hub.context.db);
  say({
    kind: 'ready',
    people: people.flatMap(({ active, userName, displayName, roles }) =>
      active ? [{ userName, displayName, roles: [...roles] }] : [],
    ),
    secondBranch: { branchName, link: branch.link },
  });

  // Its cases come in a little later; nobody waits for that.
  void seedOffice(hub.context, branch);

  async function obey(order: TrainingOfficeOrder): Promise<void> {
    switch (order.kind) {
      case 'approve':
        // The desk asks again with every new request: a code that fits none leads to nothing.
        return approveByCode(hub.context, order.code).catch(() => undefined);
      case 'newLink':
        return say({
          kind: 'link',
          secondBranch: { branchName, link: await branch.newLink() },
        });
      case 'stop':
        return end();
    }
  }
} catch (error) {
  console.error(error);
  say({ kind: 'failed', trouble: troubleOf(error) });
  await end();
}

function troubleOf(error: unknown): TrainingOfficeTrouble {
  if (error instanceof BundledPostgresMissing) return 'databaseMissing';
  if (error instanceof PostgresNotStarted) return 'databaseNotStarted';
  if (error instanceof NotATrainingFolder) return 'folderNotOurs';
  return 'other';
}

function say(message: TrainingOfficeMessage): void {
  if (process.connected) process.send?.(message);
}

function end(): Promise<void> {
  ending ??= (async () => {
    for (const close of closers.splice(0).toReversed()) await close();
    process.exit(0);
  })();
  return ending;
}
