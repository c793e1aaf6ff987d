export type Counts = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
};

export const noCounts: Counts = { passed: 0, failed: 0, skipped: 0 };

export function addCounts(first: Counts, second: Counts): Counts {
  return {
    passed: first.passed + second.passed,
    failed: first.failed + second.failed,
    skipped: first.skipped + second.skipped,
  };
}

/** The last line of a run, in the one form that every reader of it knows. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  const skips = skipped > 0 ? `, ${skipped} skipped` : '';
  return `${passed} passed, ${failed} failed${skips}`;
}

/** One line for a finished step: a mark, its name, what it counted, how long it took. */
export function stepLine(name: string, counts: Counts, milliseconds: number): string {
  const mark = counts.failed > 0 ? '✗' : counts.passed > 0 ? '✓' : '–';
  const seconds = (milliseconds / 1000).toFixed(1);
  return `${mark} ${name.padEnd(18)} ${closingLine(counts)}  (${seconds} s)`;
}

const longestOutput = 120;

/** What a failed step said, indented, its middle left out when it is very long. */
export function shorten(output: string): string {
  const lines = output.trim().split('\n');
  const half = longestOutput / 2;
  const kept =
    lines.length <= longestOutput
      ? lines
      : [
          ...lines.slice(0, half),
          `… ${lines.length - longestOutput} lines left out …`,
          ...lines.slice(-half),
        ];
  return kept.map((line) => `    ${line}`).join('\n');
}
