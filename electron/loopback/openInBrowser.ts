import { spawn } from 'node:child_process';
import type { Surroundings } from '#electron/host/folders.ts';

export interface BrowserCommand {
  readonly command: string;
  readonly words: readonly string[];
}

/** The system's own way to open a link; null where nobody would see a browser. */
export function browserCommand(link: string, surroundings: Surroundings): BrowserCommand | null {
  const { platform, environment } = surroundings;
  if (environment['CI']) return null;
  switch (platform) {
    case 'darwin':
      return { command: 'open', words: [link] };
    case 'win32':
      // Not `start`: its shell would read the link's special characters.
      return { command: 'rundll32', words: ['url.dll,FileProtocolHandler', link] };
    case 'linux':
      return environment['DISPLAY'] || environment['WAYLAND_DISPLAY']
        ? { command: 'xdg-open', words: [link] }
        : null;
    default:
      return null;
  }
}

/** Tries, and stays silent when it fails: the link stands in the terminal anyway. */
export function openInBrowser(link: string, surroundings: Surroundings): void {
  const chosen = browserCommand(link, surroundings);
  if (chosen === null) return;
  const child = spawn(chosen.command, chosen.words, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
