import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/runner/longestFirst.ts';
import { takeQuickFolder } from './tests/runner/quickFolder.ts';

takeQuickFolder();

/** The files of a worker share what they import: nothing in the sources is kept between two desks or two hubs. */
const SHARED = { environment: 'node', isolate: false, maxWorkers: 2 } as const;

/**
 * In the browser two files at a time: a page waits for its desk. The files of a worker share what is
 * dear to start, a browser and the process of the desks.
 */
const browserLike = { ...SHARED, testTimeout: 120_000, hookTimeout: 120_000 } as const;

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          ...SHARED,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          ...SHARED,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'hub',
          include: ['tests/hub/**/*.test.ts'],
          ...SHARED,
          globalSetup: ['tests/hub/support/cluster.ts'],
          testTimeout: 60_000,
          hookTimeout: 90_000,
        },
      },
      {
        test: {
          name: 'fences',
          include: ['tests/fences/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
        },
      },
      {
        test: {
          ...browserLike,
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/hub/support/cluster.ts'],
        },
      },
      { test: { ...browserLike, name: 'electron', include: ['tests/electron/**/*.test.ts'] } },
    ],
  },
});
