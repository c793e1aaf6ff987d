import { defineConfig } from 'vitest/config';

/** In the browser, on two cores, one page at a time: times then mean something. */
const browserLike = {
  environment: 'node',
  testTimeout: 90_000,
  hookTimeout: 90_000,
  fileParallelism: false,
  maxWorkers: 1,
} as const;

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], environment: 'node' } },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          environment: 'node',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'hub',
          include: ['tests/hub/**/*.test.ts'],
          environment: 'node',
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
      { test: { ...browserLike, name: 'e2e', include: ['tests/e2e/**/*.test.ts'] } },
      { test: { ...browserLike, name: 'electron', include: ['tests/electron/**/*.test.ts'] } },
    ],
  },
});
