import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkSteps } from './checkSteps.ts';
import { hasElectronRuntime } from './electronRuntime.ts';
import { addCounts, type Counts, closingLine, noCounts, shorten, stepLine } from './report.ts';
import { projectFolder, runScript } from './runStep.ts';
import { type ProjectOutcome, runVitestProject } from './vitestProject.ts';

/**
 * `npm test`: the checks, then every kind of test, one after the other: the machines that this is
 * made for have two cores, which one kind of test keeps busy by itself. `npm test -- unit e2e` runs
 * the named steps only.
 */
type Step = { readonly name: string; readonly run: () => Promise<ProjectOutcome> };

const steps: readonly Step[] = [
  ...checkSteps.map((step) => ({
    name: step.name,
    run: async () => {
      const { succeeded, output } = await step.run();
      return { counts: oneCheck(succeeded), output };
    },
  })),
  { name: 'fences', run: () => runVitestProject('fences') },
  { name: 'unit', run: () => runVitestProject('unit') },
  { name: 'integration', run: () => runVitestProject('integration') },
  { name: 'hub', run: () => runVitestProject('hub') },
  { name: 'screens', run: buildScreens },
  { name: 'e2e', run: () => runVitestProject('e2e') },
  { name: 'electron', run: runElectron },
];

function oneCheck(succeeded: boolean): Counts {
  return { ...noCounts, passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1 };
}

/** The end-to-end tests open the screens as they are delivered, so these are built once before. */
async function buildScreens(): Promise<ProjectOutcome> {
  const { succeeded, output } = await runScript([
    join(projectFolder, 'bootstrap.mjs'),
    'build:renderer',
  ]);
  return { counts: oneCheck(succeeded), output };
}

async function runElectron(): Promise<ProjectOutcome> {
  const files = testFiles('electron');
  if (files.length === 0) return { counts: noCounts, output: '' };
  if (hasElectronRuntime()) return runVitestProject('electron');
  console.log(
    `  Electron's runtime is not on this machine: ${files.length} test file(s) of tests/electron were skipped.`,
  );
  return { counts: { ...noCounts, skipped: files.length }, output: '' };
}

function testFiles(kind: string): readonly string[] {
  const folder = join(projectFolder, 'tests', kind);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.test.ts'),
  );
}

async function runAll(wanted: readonly string[]): Promise<Counts> {
  let total = noCounts;
  for (const step of steps) {
    if (wanted.length > 0 && !wanted.includes(step.name)) continue;
    if (process.stdout.isTTY) process.stdout.write(`… ${step.name}`);
    const started = performance.now();
    const { counts, output } = await step.run();
    if (process.stdout.isTTY) process.stdout.write('\r\u001b[2K');
    console.log(stepLine(step.name, counts, performance.now() - started));
    if (counts.failed > 0) console.log(shorten(output));
    total = addCounts(total, counts);
  }
  return total;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(
    `No such step: ${unknown.join(', ')}. Steps: ${steps.map((s) => s.name).join(', ')}`,
  );
  process.exitCode = 2;
} else {
  const total = await runAll(wanted);
  console.log(closingLine(total));
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}
