import type { CreateDesk } from '#electron/dispatcher/desk.ts';
import { runLoopback } from '#electron/loopback/runLoopback.ts';
import { launchElectron } from '#electron/shell/launchElectron.ts';
import { programFolders } from './composition.ts';
import { findElectronBinary } from './electronBinary.ts';
import { defaultProfileFolder, type Surroundings, trainingOfficeFolder } from './folders.ts';
import { loadHostTexts } from './hostTexts.ts';
import { parseStartOptions } from './startOptions.ts';
import type { Terminal } from './terminal.ts';
import { trainingStarter } from './trainingProgram.ts';

export interface StartOfDesk {
  readonly createDesk: CreateDesk;
  readonly rootFolder: string;
  /** The words after the command. */
  readonly words: readonly string[];
  readonly surroundings: Surroundings;
  readonly terminal: Terminal;
  /** Settles when the person or the system asks the program to end. */
  readonly askedToStop: Promise<void>;
}

/** Runs the desk in its window, or in a browser where there is no window; answers with the exit code. */
export async function startDesk(start: StartOfDesk): Promise<0 | 1> {
  const { rootFolder, surroundings, terminal, askedToStop } = start;
  const folders = programFolders(rootFolder);
  const say = loadHostTexts(folders.resources);
  const parsed = parseStartOptions(start.words);
  if (!parsed.ok) {
    terminal.say(say('optionUnknown', { option: parsed.option }));
    return 1;
  }
  const { options } = parsed;
  const profileFolder = options.profileFolder ?? defaultProfileFolder(surroundings);
  if (!options.loopback) {
    const binary = findElectronBinary(rootFolder, surroundings);
    const done =
      binary !== null &&
      (await launchElectron(binary, rootFolder, profileFolder, (child) => {
        void askedToStop.then(() => child.kill());
      }));
    if (done) return 0;
    terminal.say(say('runtimeMissing'));
  }
  const running = await runLoopback({
    createDesk: start.createDesk,
    profileFolder,
    port: options.port,
    openBrowser: options.openBrowser,
    folders,
    surroundings,
    terminal,
    say,
    training:
      trainingStarter(
        rootFolder,
        trainingOfficeFolder(profileFolder, process.getuid?.() === 0),
        process.execPath,
      ) ?? 'notCarried',
  });
  if (running === null) return 1;
  await askedToStop;
  await running.stop();
  return 0;
}
