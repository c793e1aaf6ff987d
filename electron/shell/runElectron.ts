import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, type BrowserWindow, session } from 'electron';
import { describeFailure } from '#electron/dispatcher/describeFailure.ts';
import type { CreateDesk } from '#electron/dispatcher/desk.ts';
import { composeDesk, type ProgramFolders } from '#electron/host/composition.ts';
import { createFileLog, logFolder } from '#electron/host/fileLog.ts';
import { pepperFile, type Surroundings } from '#electron/host/folders.ts';
import type { Host } from '#electron/host/Host.ts';
import { listRendererFiles } from '#electron/host/rendererFiles.ts';
import { systemClock } from '#electron/host/systemClock.ts';
import { registerAppScheme, serveApp } from './appProtocol.ts';
import { openDeskWindow, refuseEscapes, refusePermissions } from './deskWindow.ts';
import { createElectronHost } from './electronHost.ts';
import { offerPorts } from './offerPorts.ts';

export interface ElectronRun {
  readonly createDesk: CreateDesk;
  readonly profileFolder: string;
  readonly folders: ProgramFolders;
  readonly preload: string;
  readonly surroundings: Surroundings;
  readonly training: Host['training'];
}

/**
 * Runs the desk in its window until it is closed. A second start of the same user brings the first
 * one's window to the front and ends itself.
 */
export async function runElectron(run: ElectronRun): Promise<void> {
  // Chromium's own state lies with the profile, so that two profiles are two instances.
  mkdirSync(run.profileFolder, { recursive: true, mode: 0o700 });
  app.setPath('userData', join(run.profileFolder, 'window'));
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  registerAppScheme();
  refuseEscapes();
  const log = createFileLog(logFolder(run.profileFolder), systemClock);
  await app.whenReady();
  try {
    // Without `persist:` nothing of a page is written to the disk beside the encrypted database.
    const deskSession = session.fromPartition('desk');
    refusePermissions(deskSession);
    serveApp(deskSession, listRendererFiles(run.folders.renderer));
    const host = createElectronHost(pepperFile(run.profileFolder, run.surroundings), run.training);
    const desk = await composeDesk(
      run.createDesk,
      host,
      run.profileFolder,
      run.folders.resources,
      log,
    );
    offerPorts(desk);
    closeWithApp(() => desk.close());
    bringToFrontAtSecondStart(openDeskWindow(deskSession, run.preload));
  } catch (error) {
    log.failure(describeFailure('start', error));
    app.exit(1);
  }
}

/** Holds the app's end back until the desk has closed its database. */
function closeWithApp(closeDesk: () => Promise<void>): void {
  let closed = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void closeDesk().finally(() => {
      closed = true;
      app.quit();
    });
  });
}

function bringToFrontAtSecondStart(window: BrowserWindow): void {
  app.on('second-instance', () => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });
}
