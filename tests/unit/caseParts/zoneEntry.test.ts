import { describe, expect, test } from 'vitest';
import {
  afterKey,
  afterPaste,
  type EntryWatch,
  entryOf,
  NOTHING_ENTERED,
} from '#renderer/caseParts/zoneEntry.ts';

function keysEvery(milliseconds: number, count: number, from: EntryWatch = NOTHING_ENTERED) {
  return Array.from({ length: count }, (_, index) => index).reduce(
    (watch, index) => afterKey(watch, (from.lastKeyAt ?? 0) + (index + 1) * milliseconds),
    from,
  );
}

describe('how machine-readable lines were entered', () => {
  test.each([
    ['typed', 180, 90],
    ['typed', 40, 90],
    ['reader', 8, 90],
    ['reader', 30, 45],
    ['typed', 8, 10],
  ])('%s: a key every %i ms, %i of them', (expected, milliseconds, count) => {
    expect(entryOf(keysEvery(milliseconds, count))).toBe(expected);
  });

  test('a reader that pauses between its lines is still a reader', () => {
    const first = keysEvery(8, 45);
    const second = afterKey(first, (first.lastKeyAt ?? 0) + 400);
    expect(entryOf(keysEvery(8, 44, second))).toBe('reader');
  });

  test('lines of a reader that are mended over and over were typed', () => {
    expect(entryOf(keysEvery(200, 20, keysEvery(8, 45)))).toBe('typed');
  });

  test('pasted lines stay pasted when they are mended', () => {
    expect(entryOf(keysEvery(200, 3, afterPaste(NOTHING_ENTERED)))).toBe('pasted');
  });
});
