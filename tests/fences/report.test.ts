import { expect, test } from 'vitest';
import { addCounts, closingLine, noCounts, shorten } from '#tests/runner/report.ts';

test('the closing line counts skips only where there are any', () => {
  expect(closingLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
  expect(closingLine({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
});

test('counts add up', () => {
  const sum = addCounts({ passed: 1, failed: 2, skipped: 3 }, { ...noCounts, failed: 1 });
  expect(sum).toEqual({ passed: 1, failed: 3, skipped: 3 });
});

test('a long output keeps its beginning and its end', () => {
  const lines = Array.from({ length: 500 }, (_, index) => `line ${index}`);
  const kept = shorten(lines.join('\n')).split('\n');
  expect(kept[0]).toContain('line 0');
  expect(kept.at(-1)).toContain('line 499');
  expect(kept.join('\n')).toContain('380 lines left out');
});
