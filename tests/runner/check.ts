import { checkSteps } from './checkSteps.ts';
import { addCounts, type Counts, closingLine, noCounts, shorten, stepLine } from './report.ts';

/** `npm run check`: everything that needs no test to run. */
let total: Counts = noCounts;
for (const step of checkSteps) {
  const started = performance.now();
  const { succeeded, output } = await step.run();
  const counts = { ...noCounts, passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1 };
  total = addCounts(total, counts);
  console.log(stepLine(step.name, counts, performance.now() - started));
  if (!succeeded) console.log(shorten(output));
}
console.log(closingLine(total));
process.exitCode = total.failed > 0 ? 1 : 0;
