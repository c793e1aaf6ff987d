/** `node electron/commands/seed.ts FOLDER`: a training office with its cases in an empty profile folder. */
import { fileURLToPath } from 'node:url';
import { programFolders } from '#electron/host/composition.ts';
import { currentSurroundings } from '#electron/host/folders.ts';
import { seedCommand } from './seedCommand.ts';

const { resources } = programFolders(fileURLToPath(new URL('../..', import.meta.url)));
const { exitCode, made } = await seedCommand(
  process.argv.slice(2),
  resources,
  currentSurroundings(),
);
process.stdout.write(`${JSON.stringify(made)}\n`);
process.exitCode = exitCode;
