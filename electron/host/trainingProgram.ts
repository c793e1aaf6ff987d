import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  TrainingOfficeMessage,
  type TrainingOfficeOrder,
  type TrainingOfficeStart,
} from '#shared/training/trainingOfficeMessage.ts';

/** A training headquarters that runs as a program of its own. */
export interface TrainingProgram {
  order(words: TrainingOfficeOrder): void;
  /** Settles when the program has ended. */
  readonly gone: Promise<void>;
}

/** How this host brings a training headquarters up. */
export interface TrainingStarter {
  /** Whether a training office was ever opened for this profile. */
  wasOpened(): boolean;
  /** @param again whatever an earlier desk of the same place has left of its training goes first */
  start(again: boolean, onMessage: (message: TrainingOfficeMessage) => void): TrainingProgram;
}

/** The same program for both hosts: Node runs it from the sources that lie beside the desk's. */
export function trainingStarter(
  rootFolder: string,
  officeFolder: string,
  node: string,
): TrainingStarter | null {
  const program = join(rootFolder, 'hq', 'training', 'officeProgram.ts');
  if (!existsSync(program) || !existsSync(node)) return null;
  return {
    wasOpened: () => existsSync(officeFolder),
    start: (again, onMessage) => {
      const start: TrainingOfficeStart = { folder: officeFolder, again };
      const child = fork(program, [JSON.stringify(start)], {
        execPath: node,
        execArgv: [],
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      child.on('message', (message) => onMessage(TrainingOfficeMessage.parse(message)));
      return {
        order: (words) => {
          if (child.connected) child.send(words);
        },
        gone: new Promise((resolve) => {
          child.once('exit', () => resolve());
          child.once('error', () => resolve());
        }),
      };
    },
  };
}

/** The Node of this checkout, for a host that is none itself. */
export function nodeOfCheckout(rootFolder: string, platform: NodeJS.Platform): string {
  const name = platform === 'win32' ? 'node.exe' : 'node';
  return join(rootFolder, 'node_modules', 'node', 'bin', name);
}
