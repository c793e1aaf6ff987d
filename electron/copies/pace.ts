import { setImmediate as nextTurn } from 'node:timers/promises';

/** Long work lets everything else have its turn this often; a save waits no longer than one slice. */
const SLICE_MS = 4;

/** Work was given up because the desk was locked or closed meanwhile. */
export class WorkStopped extends Error {
  override readonly name = 'WorkStopped';
}

/**
 * To be awaited between any two steps of long work: goes on at once while the slice lasts, and else
 * after the next turn of the event loop.
 */
export type Pace = () => Promise<void>;

/** @param isOpen false once the desk's store is not to be touched any more: the pace then throws WorkStopped */
export function createPace(isOpen: () => boolean): Pace {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun >= SLICE_MS) {
      await nextTurn();
      begun = performance.now();
    }
    if (!isOpen()) throw new WorkStopped();
  };
}

/**
 * Runs work that comes in steps, with the pace between them; given up, it is told so and takes back what
 * it held.
 * @throws WorkStopped, or what the work throws
 */
export async function runPaced<Step, Result>(
  steps: Iterator<Step, Result>,
  pace: Pace,
  onStep: (step: Step) => void,
): Promise<Result> {
  try {
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      onStep(step.value);
      await pace();
    }
  } finally {
    steps.return?.();
  }
}
