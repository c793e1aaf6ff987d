import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

/** What of the process these rules read; given in so that every system's rule can be tested. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

export function currentSurroundings(): Surroundings {
  return { platform: process.platform, environment: process.env, home: homedir() };
}

/** Where the desk keeps its profile unless told otherwise: the system's place for a user's data. */
export function defaultProfileFolder(surroundings: Surroundings): string {
  const { platform, environment, home } = surroundings;
  if (platform === 'win32') {
    return join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Rifada', 'profile');
  }
  if (platform === 'darwin') {
    return join(home, 'Library', 'Application Support', 'Rifada', 'profile');
  }
  return join(
    absolute(environment['XDG_DATA_HOME']) ?? join(home, '.local', 'share'),
    'rifada',
    'profile',
  );
}

/**
 * The pepper's file for hosts without a key store: in the system's place for settings, so that no
 * copy of the profile folder carries it. Each profile has its own, named after the folder's path,
 * so that founding a second desk never replaces the first one's pepper.
 */
export function pepperFile(profileFolder: string, surroundings: Surroundings): string {
  const { platform, environment, home } = surroundings;
  const name = `pepper-${createHash('sha256').update(resolve(profileFolder)).digest('hex').slice(0, 16)}`;
  if (platform === 'win32') {
    return join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Rifada', 'keys', name);
  }
  if (platform === 'darwin') return join(home, 'Library', 'Preferences', 'Rifada', name);
  return join(absolute(environment['XDG_CONFIG_HOME']) ?? join(home, '.config'), 'rifada', name);
}

/**
 * Where the training headquarters of a profile lies: beside it, so that two profiles have two. Under root
 * its database runs as a user of its own, who could not pass through the folders above a profile.
 */
export function trainingOfficeFolder(profileFolder: string, isRoot: boolean): string {
  const profile = resolve(profileFolder);
  if (!isRoot) return `${profile}-training`;
  const name = createHash('sha256').update(profile).digest('hex').slice(0, 16);
  return join('/var/lib/rifada-training-offices', name);
}

/** The XDG specification: a relative path in its variables is to be ignored. */
function absolute(path: string | undefined): string | null {
  return path !== undefined && isAbsolute(path) ? path : null;
}
