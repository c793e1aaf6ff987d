import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** What `npm run hq -- …` and the environment ask for. */
export interface HubStart {
  readonly dataFolder: string;
  readonly databaseUrl: string | null;
  readonly address: string;
  readonly port: number;
}

const PORT = 7432;
/** This machine alone, until whoever runs it says otherwise. */
const ADDRESS = '127.0.0.1';

export type HubStartReading =
  | { readonly ok: true; readonly start: HubStart }
  | { readonly ok: false; readonly option: string };

export function readHubStart(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  isRoot: boolean,
): HubStartReading {
  const url = environment['DATABASE_URL'];
  let start: HubStart = {
    dataFolder: isRoot
      ? '/var/lib/rifada-hub'
      : join(homedir(), '.local', 'share', 'rifada', 'hub'),
    databaseUrl: url === undefined || url === '' ? null : url,
    address: ADDRESS,
    port: PORT,
  };
  for (let index = 0; index < words.length; index += 2) {
    const option = words[index] ?? '';
    const value = words[index + 1];
    if (value === undefined || value.startsWith('--')) return { ok: false, option };
    if (option === '--data') start = { ...start, dataFolder: resolve(value) };
    else if (option === '--address') start = { ...start, address: value };
    else if (option === '--port' && /^\d{1,5}$/u.test(value) && Number(value) < 65_536) {
      start = { ...start, port: Number(value) };
    } else return { ok: false, option };
  }
  return { ok: true, start };
}
