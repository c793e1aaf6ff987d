import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '#tests/browser/launchBrowser.ts';
import { startDesk } from '#tests/e2e/support/startDesk.ts';
import { type Figure, figureOf } from './harness.ts';

const ROUNDS = 5;
const EMPTY_PAGE = fileURLToPath(new URL('./emptyPage.ts', import.meta.url));

/**
 * From the start of the desk's process to the first screen that takes a key (the password of a laptop
 * with data on it), against a bare Node process that serves an empty page to the same browser.
 */
export async function* benchStart(): AsyncIterable<Figure> {
  const browser = await launchBrowser();
  const first = await startDesk({ stage: 'founded', locked: true });
  const { profile } = first;
  await first.stop();
  const ours: number[] = [];
  const ratios: number[] = [];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const bare = await timed(async () => {
        const child = fork(EMPTY_PAGE, [], { execArgv: [] });
        const said: unknown[] = await once(child, 'message');
        const page = await browser.newPage();
        await page.goto(String(said[0]));
        await page.locator('input').focus();
        await page.close();
        child.kill();
      });
      const desk = await timed(async () => {
        const running = await startDesk({ profile });
        const context = await browser.newContext();
        const page = await context.newPage();
        await page.goto(await running.newLink());
        await page.locator('input[type=password]').focus();
        return async () => {
          await context.close();
          await running.stop();
        };
      });
      ours.push(desk);
      ratios.push(desk / bare);
    }
  } finally {
    await browser.close();
  }
  yield figureOf(
    {
      name: 'start to the first interactive screen',
      goal: '≤ 3000 ms',
      rounds: ROUNDS,
      samplesPerRound: 1,
      against: { name: 'a bare Node process with an empty page', sample: () => undefined },
    },
    ours,
    ratios,
  );
}

/** Milliseconds; what `work` answers with is run after the clock has stopped. */
async function timed(work: () => Promise<(() => Promise<void>) | void>): Promise<number> {
  const begun = performance.now();
  const after = await work();
  const took = performance.now() - begun;
  await after?.();
  return took;
}
