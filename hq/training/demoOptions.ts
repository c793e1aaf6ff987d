import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** What `npm run demo -- …` asks for. */
export interface DemoStart {
  /** Absolute: of the training office alone. */
  readonly folder: string;
  /** Headquarters; the two desks have the next two. */
  readonly port: number;
  /** What was practised before goes, and all begins anew. */
  readonly again: boolean;
}

export type DemoStartReading =
  | { readonly ok: true; readonly start: DemoStart }
  | { readonly ok: false; readonly option: string };

const PORT = 7442;
const HIGHEST_PORT = 65_533;

export function readDemoStart(words: readonly string[], isRoot: boolean): DemoStartReading {
  let start: DemoStart = {
    folder: isRoot
      ? '/var/lib/rifada-training'
      : join(homedir(), '.local', 'share', 'rifada', 'training'),
    port: PORT,
    again: false,
  };
  for (let index = 0; index < words.length; index += 1) {
    const option = words[index] ?? '';
    if (option === '--again') {
      start = { ...start, again: true };
      continue;
    }
    index += 1;
    const value = words[index];
    if (value === undefined || value.startsWith('--')) return { ok: false, option };
    if (option === '--data') start = { ...start, folder: resolve(value) };
    else if (option === '--port' && /^\d{1,5}$/u.test(value) && isPort(Number(value))) {
      start = { ...start, port: Number(value) };
    } else return { ok: false, option };
  }
  return { ok: true, start };
}

function isPort(port: number): boolean {
  return port > 0 && port <= HIGHEST_PORT;
}
