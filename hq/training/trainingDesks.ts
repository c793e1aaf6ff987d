import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  TrainingDeskMessage,
  type TrainingDeskOrder,
  type TrainingDeskStart,
} from '#shared/training/trainingDeskMessage.ts';

const PROGRAM = fileURLToPath(new URL('../../electron/commands/trainingDesk.ts', import.meta.url));

export interface TrainingDesk {
  readonly branchName: string;
  /** Opens the desk in one browser, once. */
  readonly link: string;
  newLink(): Promise<string>;
  /** Has its representative fetch what has come, and tell people of decisions. */
  tellDecisions(): void;
  /** Closes its store first; safe to call when it is gone already. */
  stop(): Promise<void>;
}

/** Why a desk of the training office did not come up. */
export class TrainingDeskFailed extends Error {
  readonly reason: 'portTaken' | 'notTraining' | 'other';

  constructor(reason: TrainingDeskFailed['reason']) {
    super(`a training desk did not come up: ${reason}`);
    this.name = 'TrainingDeskFailed';
    this.reason = reason;
  }
}

/**
 * Starts one desk as a program of its own and waits until headquarters has taken it in.
 * @param approve is given the code that stands on the desk's screen
 * @throws TrainingDeskFailed
 */
export async function startTrainingDesk(
  start: TrainingDeskStart,
  approve: (code: string) => Promise<void>,
): Promise<TrainingDesk> {
  const child = fork(PROGRAM, [JSON.stringify(start)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const { link, branchName } = await linkOf(child, approve);
  const order = (words: TrainingDeskOrder) => child.send(words);
  return {
    branchName,
    link,
    newLink: async () => {
      const answer = linkOf(child, approve);
      order('newLink');
      return (await answer).link;
    },
    tellDecisions: () => order('tellDecisions'),
    stop: async () => {
      if (child.connected) order('stop');
      await gone;
    },
  };
}

type Link = Extract<TrainingDeskMessage, { readonly kind: 'link' }>;

function linkOf(child: ChildProcess, approve: (code: string) => Promise<void>): Promise<Link> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      child.off('message', onMessage);
      child.off('exit', onExit);
    };
    const fail = (error: unknown) => {
      leave();
      reject(error instanceof Error ? error : new TrainingDeskFailed('other'));
    };
    const onExit = () => fail(new TrainingDeskFailed('other'));
    const onMessage = (given: unknown) => {
      const message = TrainingDeskMessage.parse(given);
      if (message.kind === 'asks') approve(message.code).catch(fail);
      else if (message.kind === 'failed') fail(new TrainingDeskFailed(message.reason));
      else {
        leave();
        resolve(message);
      }
    };
    child.on('message', onMessage);
    child.once('exit', onExit);
  });
}
