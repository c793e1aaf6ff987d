import { resolve } from 'node:path';

/** What `npm start -- …` was asked for. */
export interface StartOptions {
  /** Absolute; null for the system's default place. */
  readonly profileFolder: string | null;
  /** 0 for any free one. Said outright, it means the loopback host too. */
  readonly port: number;
  readonly loopback: boolean;
  readonly openBrowser: boolean;
}

export type ParsedOptions =
  | { readonly ok: true; readonly options: StartOptions }
  | { readonly ok: false; readonly option: string };

/** Reads the words after the command; names the first that is unknown or lacks its value. */
export function parseStartOptions(words: readonly string[]): ParsedOptions {
  let options: StartOptions = { profileFolder: null, port: 0, loopback: false, openBrowser: true };
  for (let index = 0; index < words.length; index += 1) {
    const [option, inline] = splitOnce(words[index] ?? '');
    const value = () => {
      if (inline !== undefined) return inline;
      index += 1;
      return words[index];
    };
    const next = withOption(options, option, value);
    if (next === null) return { ok: false, option };
    options = next;
  }
  return { ok: true, options };
}

function withOption(
  options: StartOptions,
  option: string,
  value: () => string | undefined,
): StartOptions | null {
  switch (option) {
    case '--loopback':
      return { ...options, loopback: true };
    case '--no-open':
      return { ...options, openBrowser: false };
    case '--profile': {
      const folder = value();
      if (folder === undefined || folder === '' || folder.startsWith('--')) return null;
      return { ...options, profileFolder: resolve(folder) };
    }
    case '--port': {
      const port = value();
      if (port === undefined || !/^\d{1,5}$/.test(port) || Number(port) > 65_535) return null;
      return { ...options, port: Number(port), loopback: true };
    }
    default:
      return null;
  }
}

function splitOnce(word: string): readonly [string, string?] {
  const at = word.indexOf('=');
  return at < 0 ? [word] : [word.slice(0, at), word.slice(at + 1)];
}
