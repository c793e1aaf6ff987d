import { projectFolder, runScript, type StepOutcome, tool } from './runStep.ts';
import { findSourceFaults, readSourceFiles } from './sourceRules.ts';

export type CheckStep = {
  readonly name: string;
  readonly run: () => Promise<StepOutcome>;
};

/** What `npm run check` looks at, quickest first. Each counts as one check in `npm test`. */
export const checkSteps: readonly CheckStep[] = [
  {
    name: 'format',
    run: () =>
      runScript([
        tool('@biomejs/biome/bin/biome'),
        'check',
        '--linter-enabled=false',
        '--diagnostic-level=error',
        '--max-diagnostics=30',
        '--reporter=summary',
        '.',
      ]),
  },
  {
    name: 'lint and fences',
    run: () =>
      runScript([
        tool('oxlint/bin/oxlint'),
        '--type-aware',
        '--deny-warnings',
        '--format=unix',
        '.',
      ]),
  },
  { name: 'sources', run: checkSources },
  {
    name: 'types',
    // One checker: each further one reads the large types anew, and several take twice the time and memory.
    run: () =>
      runScript([tool('typescript/bin/tsc'), '-b', '--pretty', 'false', '--checkers', '1']),
  },
  {
    name: 'dead code',
    run: () => runScript([tool('knip/bin/knip.js'), '--no-progress', '--reporter=compact']),
  },
];

async function checkSources(): Promise<StepOutcome> {
  const faults = findSourceFaults(await readSourceFiles(projectFolder));
  return {
    succeeded: faults.length === 0,
    output: faults.map(({ path, line, message }) => `${path}:${line}: ${message}`).join('\n'),
  };
}
