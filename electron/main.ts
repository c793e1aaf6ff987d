/**
 * The main process of Electron. It runs as one bundled module, `dist/electron/main.js`, beside the
 * preload script; `bundleShell` in `shell/bundleShell.ts` makes both, for `npm start` and for packages.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDesk } from './createDesk.ts';
import { programFolders } from './host/composition.ts';
import { currentSurroundings, defaultProfileFolder, trainingOfficeFolder } from './host/folders.ts';
import { parseStartOptions } from './host/startOptions.ts';
import { nodeOfCheckout, trainingStarter } from './host/trainingProgram.ts';
import { runElectron } from './shell/runElectron.ts';

// From `dist/electron/`, where this module lies once it is bundled.
const rootFolder = fileURLToPath(new URL('../..', import.meta.url));
const surroundings = currentSurroundings();
// Electron and Chromium have words of their own; ours are the two from `--profile` on.
const at = process.argv.indexOf('--profile');
const parsed = parseStartOptions(at < 0 ? [] : process.argv.slice(at, at + 2));
const profileFolder =
  (parsed.ok ? parsed.options.profileFolder : null) ?? defaultProfileFolder(surroundings);

// Not awaited: Electron becomes ready only after this module has been evaluated.
void runElectron({
  createDesk,
  profileFolder,
  folders: programFolders(rootFolder),
  preload: join(import.meta.dirname, 'preload.cjs'),
  surroundings,
  // A checkout has its Node and its headquarters beside it; an installed program has neither.
  training:
    trainingStarter(
      rootFolder,
      trainingOfficeFolder(profileFolder, process.getuid?.() === 0),
      nodeOfCheckout(rootFolder, process.platform),
    ) ?? 'notCarried',
});
