import { describeFailure } from '#electron/dispatcher/describeFailure.ts';
import type { CreateDesk } from '#electron/dispatcher/desk.ts';
import { composeDesk, type ProgramFolders } from '#electron/host/composition.ts';
import { createFileLog, logFolder } from '#electron/host/fileLog.ts';
import { pepperFile, type Surroundings } from '#electron/host/folders.ts';
import type { Host } from '#electron/host/Host.ts';
import type { SayHost } from '#electron/host/hostTexts.ts';
import { listRendererFiles } from '#electron/host/rendererFiles.ts';
import { systemClock } from '#electron/host/systemClock.ts';
import type { Terminal } from '#electron/host/terminal.ts';
import { DeliveredFileError } from '#ports/deliveredFileError.ts';
import { createLoopbackHost } from './loopbackHost.ts';
import { startLoopbackServer } from './loopbackServer.ts';
import { openInBrowser } from './openInBrowser.ts';

export interface LoopbackRun {
  readonly createDesk: CreateDesk;
  readonly profileFolder: string;
  readonly port: number;
  readonly openBrowser: boolean;
  readonly folders: ProgramFolders;
  readonly surroundings: Surroundings;
  readonly terminal: Terminal;
  readonly say: SayHost;
  /** `apart` where it is left out. */
  readonly training?: Host['training'];
}

export interface Running {
  readonly origin: string;
  /** Lets no more calls in, closes the desk, then the port. */
  stop(): Promise<void>;
}

/** Opens the desk and serves it to a browser; null after the terminal has said why it could not. */
export async function runLoopback(run: LoopbackRun): Promise<Running | null> {
  const { terminal, say, surroundings } = run;
  const files = listRendererFiles(run.folders.renderer);
  if (!files.has('/index.html')) {
    terminal.say(say('rendererMissing'));
    return null;
  }
  const log = createFileLog(logFolder(run.profileFolder), systemClock);
  try {
    const host = createLoopbackHost(pepperFile(run.profileFolder, surroundings), run.training);
    const desk = await composeDesk(
      run.createDesk,
      host,
      run.profileFolder,
      run.folders.resources,
      log,
    );
    const server = await startLoopbackServer({ desk, files, port: run.port, say }).catch(
      async (error: unknown) => {
        await desk.close();
        throw error;
      },
    );
    greet(server.newLink(), () => server.newLink());
    return {
      origin: server.origin,
      stop: async () => {
        terminal.say(say('stopping'));
        await server.close();
        await desk.close();
      },
    };
  } catch (error) {
    if (isPortTaken(error)) {
      terminal.say(say('portTaken', { port: String(run.port) }));
    } else {
      const logId = log.failure(describeFailure('start', error));
      if (error instanceof DeliveredFileError) terminal.say(deliveredFault(error));
      terminal.say(say('failed', { logId, folder: logFolder(run.profileFolder) }));
    }
    return null;
  }

  function deliveredFault({ file, fault }: DeliveredFileError) {
    if (fault === null) return say('deliveredFault', { file });
    const { sheet, row, column, code } = fault;
    return say('deliveredFaultAt', { file, sheet, row: String(row), column, code });
  }

  function greet(link: string, newLink: () => string): void {
    terminal.say(say('serving'));
    showLink(link);
    const hasKeyboard = terminal.onEnter(() => showLink(newLink()));
    if (hasKeyboard) terminal.say(say('newLinkHint'));
    terminal.say(say('stopHint'));
    if (run.openBrowser) openInBrowser(link, surroundings);
  }

  function showLink(link: string): void {
    terminal.say(say('openLink'));
    terminal.show(link);
  }
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
