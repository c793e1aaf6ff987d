/**
 * `npm start`: the desk, on Node 24. Options after `--`:
 *
 *     --profile FOLDER   where the desk keeps its data, instead of the system's place for it
 *     --port N           a fixed port for the browser (means --loopback)
 *     --loopback         in the browser, even where Electron is there
 *     --no-open          print the link only
 */
import { fileURLToPath } from 'node:url';
import { createDesk } from './createDesk.ts';
import { currentSurroundings } from './host/folders.ts';
import { startDesk } from './host/startDesk.ts';
import { stopSignals } from './host/stopSignals.ts';
import { processTerminal } from './host/terminal.ts';

const exitCode = await startDesk({
  createDesk,
  rootFolder: fileURLToPath(new URL('..', import.meta.url)),
  words: process.argv.slice(2),
  surroundings: currentSurroundings(),
  terminal: processTerminal,
  askedToStop: stopSignals(),
});
process.exit(exitCode);
