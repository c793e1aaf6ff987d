import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { type Counts, noCounts } from './report.ts';
import { projectFolder, runScript, tool } from './runStep.ts';

/** The part of vitest's JSON report that counts. */
const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});
type VitestReport = z.infer<typeof VitestReport>;

export type ProjectOutcome = { readonly counts: Counts; readonly output: string };

/**
 * Runs one project of vitest. A file that cannot be loaded, a report that is missing, and a run that
 * fails outside its tests count as one failure each: silence is never success.
 */
export async function runVitestProject(
  project: string,
  more: readonly string[] = [],
): Promise<ProjectOutcome> {
  const folder = join(projectFolder, 'tests', '.output');
  await mkdir(folder, { recursive: true });
  const reportFile = join(folder, `${project}.json`);
  await rm(reportFile, { force: true });
  const { succeeded, output } = await runScript([
    tool('vitest/vitest.mjs'),
    'run',
    `--project=${project}`,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
    ...more,
  ]);
  const report = await readReport(reportFile);
  if (report === undefined) return { counts: { ...noCounts, failed: 1 }, output };
  const counts = countsOf(report);
  const silentFailure = !succeeded && counts.failed === 0;
  return { counts: silentFailure ? { ...counts, failed: 1 } : counts, output };
}

async function readReport(file: string): Promise<VitestReport | undefined> {
  try {
    return VitestReport.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}

function countsOf(report: VitestReport): Counts {
  const unloaded = report.testResults.filter(
    (file) =>
      file.status === 'failed' &&
      !file.assertionResults.some((result) => result.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
