import { describe, expect, it } from 'vitest';
import { sizeOf } from '#renderer/language/sizes.ts';

const MEGABYTE = 1024 * 1024;

describe('a size', () => {
  it.each([
    [0, 'sizeKilobytes', '0'],
    [1, 'sizeKilobytes', '1'],
    [2048, 'sizeKilobytes', '2'],
    [MEGABYTE - 1, 'sizeKilobytes', '1023'],
    [MEGABYTE, 'sizeMegabytes', '1'],
    [1.55 * MEGABYTE, 'sizeMegabytes', '1.6'],
    [512 * MEGABYTE, 'sizeMegabytes', '512'],
  ] as const)('of %d bytes is said in %s: %s', (bytes, unit, size) => {
    expect(sizeOf(bytes)).toEqual({ unit, size });
  });
});
