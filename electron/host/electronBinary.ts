import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Surroundings } from './folders.ts';

/**
 * The Electron runtime of this checkout, or null when it is not there or has no screen to open a
 * window on. The package `electron` itself is not asked: it would start a download.
 */
export function findElectronBinary(rootFolder: string, surroundings: Surroundings): string | null {
  const { platform, environment } = surroundings;
  const hasScreen =
    platform !== 'linux' ||
    Boolean(environment['DISPLAY']) ||
    Boolean(environment['WAYLAND_DISPLAY']);
  if (!hasScreen) return null;
  const packageFolder = join(rootFolder, 'node_modules', 'electron');
  const pathFile = join(packageFolder, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : defaultName(platform);
  const folder = environment['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(packageFolder, 'dist');
  const binary = join(folder, name);
  return existsSync(binary) ? binary : null;
}

function defaultName(platform: NodeJS.Platform): string {
  if (platform === 'win32') return 'electron.exe';
  return platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}
