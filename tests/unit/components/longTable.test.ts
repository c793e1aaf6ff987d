import { describe, expect, it } from 'vitest';
import { chunkAt, chunkTop, drawnChunks, heightsWith } from '#renderer/components/long-table.ts';

const SIZES = { total: 120, chunk: 50, chunks: 3 };
/** The first chunk was seen, and its rows were lower than guessed; the last has twenty rows. */
const HEIGHTS = { rowGuess: 10, known: new Map([[0, 400]]) };

describe('the room of a long table', () => {
  it('is the seen heights, and guesses for the rest', () => {
    expect([0, 1, 2, 3, 9].map((index) => chunkTop(index, HEIGHTS, SIZES))).toEqual([
      0, 400, 900, 1100, 1100,
    ]);
  });

  it.each([
    [0, 0],
    [399, 0],
    [400, 1],
    [1099, 2],
    [5000, 2],
  ])('at %d pixels is chunk %d', (pixels, index) => {
    expect(chunkAt(pixels, HEIGHTS, SIZES)).toBe(index);
  });

  it('of nothing is at the first', () => {
    expect(chunkAt(10, HEIGHTS, { total: 0, chunk: 50, chunks: 0 })).toBe(0);
    expect(drawnChunks({ first: 0, last: 0 }, null, 0)).toEqual([]);
  });
});

describe('the height of rows that nobody has seen', () => {
  const NOTHING_SEEN = { rowGuess: 10, known: new Map() };

  it('is that of all seen ones, among which the last chunk’s few rows count for few', () => {
    const once = heightsWith(NOTHING_SEEN, [[0, 600]], SIZES);
    expect(once.rowGuess).toBe(12);
    expect(heightsWith(once, [[2, 170]], SIZES).rowGuess).toBe(11);
  });

  it('stays as it is when nothing new stands in the page', () => {
    expect(heightsWith(HEIGHTS, [[0, 400.4]], SIZES)).toBe(HEIGHTS);
    expect(heightsWith(HEIGHTS, [[1, 0]], SIZES)).toBe(HEIGHTS);
  });
});

describe('what is drawn of it', () => {
  it('is what is seen with a neighbour on either side, inside the list', () => {
    expect(drawnChunks({ first: 0, last: 0 }, null, 10)).toEqual([0, 1]);
    expect(drawnChunks({ first: 4, last: 5 }, null, 10)).toEqual([3, 4, 5, 6]);
    expect(drawnChunks({ first: 9, last: 9 }, null, 10)).toEqual([8, 9]);
    expect(drawnChunks({ first: 12, last: 12 }, null, 10)).toEqual([8, 9]);
  });

  it('keeps what holds the focus', () => {
    expect(drawnChunks({ first: 7, last: 7 }, 1, 10)).toEqual([1, 6, 7, 8]);
    expect(drawnChunks({ first: 7, last: 7 }, 8, 10)).toEqual([6, 7, 8]);
    expect(drawnChunks({ first: 7, last: 7 }, 40, 10)).toEqual([6, 7, 8]);
  });
});
