/** Runs long work that comes in steps to its end, without a pause. */
export function lastOf<Result>(steps: Generator<unknown, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The steps of a part of the work, each told as the same progress. */
export function* during<Progress, Result>(
  progress: Progress,
  steps: Generator<undefined, Result>,
): Generator<Progress, Result> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield progress;
  }
}
