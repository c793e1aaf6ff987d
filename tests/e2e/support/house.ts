import { type ChildProcess, fork } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readMemoryFlags } from '#electron/host/memoryFlags.ts';
import { type DeskAnswer, type DeskOrder, HouseAnswer, type HouseOrder } from './deskMessages.ts';

const rootFolder = fileURLToPath(new URL('../../..', import.meta.url));
const program = fileURLToPath(new URL('./deskHouse.ts', import.meta.url));

export interface House {
  /** @throws what the desk could not do, and when its process is gone */
  ask<Kind extends DeskAnswer['kind']>(
    desk: number,
    order: DeskOrder,
    kind: Kind,
  ): Promise<Extract<DeskAnswer, { readonly kind: Kind }>>;
  readonly isStanding: boolean;
  /** Ends the process when nothing holds it any more. */
  leave(): Promise<void>;
  /** The process is gone at once, whatever it was doing. */
  kill(): Promise<void>;
}

let shared: House | null = null;

/** The house in which the desks of this worker stand, unless they are to be killed. */
export function sharedHouse(): House {
  shared ??= buildHouse();
  return shared;
}

/** A process for desks; see `deskHouse.ts`. */
export function buildHouse(): House {
  const child = fork(program, [], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // As `npm start` runs it.
    execArgv: [...readMemoryFlags(rootFolder)],
    serialization: 'advanced',
    // What one house has compiled serves the next.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'rifada-compiled') },
  });
  // A worker that is through is not kept by its house.
  child.unref();
  child.channel?.unref();
  const waiting = new Map<number, (answer: DeskAnswer) => void>();
  let calls = 0;
  child.on('message', (message) => {
    const { call, answer } = HouseAnswer.parse(message);
    waiting.get(call)?.(answer);
    waiting.delete(call);
  });
  child.on('exit', () => {
    for (const answered of waiting.values()) {
      answered({ kind: 'failed', error: 'The process of the desk has ended.' });
    }
    waiting.clear();
  });
  return {
    ask: async (desk, order, kind) => {
      calls += 1;
      const message: HouseOrder = { call: calls, desk, order };
      const answer = await new Promise<DeskAnswer>((resolve) => {
        waiting.set(message.call, resolve);
        child.send(message);
      });
      if (isOf(answer, kind)) return answer;
      throw new Error(
        `The desk did not say "${kind}": ${answer.kind === 'failed' ? answer.error : answer.kind}`,
      );
    },
    get isStanding() {
      return child.exitCode === null && child.signalCode === null;
    },
    leave: async () => {
      const gone = exitOf(child);
      child.disconnect();
      await gone;
    },
    kill: async () => {
      const gone = exitOf(child);
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function isOf<Kind extends DeskAnswer['kind']>(
  answer: DeskAnswer,
  kind: Kind,
): answer is Extract<DeskAnswer, { readonly kind: Kind }> {
  return answer.kind === kind;
}

function exitOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once('exit', () => resolve()));
}
