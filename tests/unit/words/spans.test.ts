import { describe, expect, it } from 'vitest';
import { spanOf } from '#renderer/language/spans.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('a span of time', () => {
  it.each([
    [0, 'spanMinutes', 1],
    [4 * MINUTE, 'spanMinutes', 4],
    [-4 * MINUTE, 'spanMinutes', 4],
    [119 * MINUTE, 'spanMinutes', 119],
    [180 * MINUTE, 'spanHours', 3],
    [47 * HOUR, 'spanHours', 47],
    [2 * DAY, 'spanDays', 2],
    [3652 * DAY + 5 * HOUR, 'spanDays', 3652],
  ] as const)('of %d ms is said in %s: %d', (milliseconds, unit, count) => {
    expect(spanOf(milliseconds)).toEqual({ unit, count });
  });
});
