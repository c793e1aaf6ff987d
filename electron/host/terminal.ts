import type { BothLanguages } from './hostTexts.ts';

/** Where the desk speaks before there is a window. */
export interface Terminal {
  /** A sentence, Arabic first, each language on its own line. */
  say(sentence: BothLanguages): void;
  /** A line as it is: a link. */
  show(line: string): void;
  /** Calls the listener at each Enter; false where nobody sits at a keyboard. */
  onEnter(listener: () => void): boolean;
}

export const processTerminal: Terminal = {
  say: ({ ar, en }) => process.stdout.write(`${ar}\n${en}\n\n`),
  show: (line) => process.stdout.write(`  ${line}\n\n`),
  onEnter: (listener) => {
    if (process.stdin.isTTY !== true) return false;
    process.stdin.on('data', listener);
    return true;
  },
};
