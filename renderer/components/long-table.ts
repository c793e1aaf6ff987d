/** Heights of the chunks of a long table in CSS pixels: those that were seen, and a guess for a row. */
export interface Heights {
  readonly rowGuess: number;
  readonly known: ReadonlyMap<number, number>;
}

export interface ChunkSizes {
  readonly total: number;
  readonly chunk: number;
  readonly chunks: number;
}

function guessOf(index: number, { rowGuess }: Heights, { total, chunk }: ChunkSizes): number {
  return Math.max(0, Math.min(chunk, total - index * chunk)) * rowGuess;
}

function heightOf(index: number, heights: Heights, sizes: ChunkSizes): number {
  return heights.known.get(index) ?? guessOf(index, heights, sizes);
}

/** Heights with those of the chunks that stand in the page; the same ones when none of them is new. */
export function heightsWith(
  before: Heights,
  standing: Iterable<readonly [index: number, height: number]>,
  { total, chunk }: ChunkSizes,
): Heights {
  const known = new Map(before.known);
  let isNew = false;
  for (const [index, height] of standing) {
    if (height === 0 || Math.abs((known.get(index) ?? 0) - height) < 1) continue;
    known.set(index, height);
    isNew = true;
  }
  if (!isNew) return before;
  let pixels = 0;
  let rows = 0;
  for (const [index, height] of known) {
    pixels += height;
    rows += Math.max(0, Math.min(chunk, total - index * chunk));
  }
  // Of all that were seen: the few rows of a last chunk would move the end of a long list by screens.
  return { rowGuess: rows === 0 ? before.rowGuess : pixels / rows, known };
}

/** How far below the first row a chunk begins; of the number of chunks itself, how high all are. */
export function chunkTop(index: number, heights: Heights, sizes: ChunkSizes): number {
  const above = Math.min(index, sizes.chunks);
  let top = Math.min(above * sizes.chunk, sizes.total) * heights.rowGuess;
  for (const [at, height] of heights.known) {
    if (at < above) top += height - guessOf(at, heights, sizes);
  }
  return top;
}

/** The chunk that lies so many pixels below the first row: the last one for whatever lies beyond. */
export function chunkAt(pixels: number, heights: Heights, sizes: ChunkSizes): number {
  let left = pixels;
  for (let at = 0; at < sizes.chunks; at += 1) {
    left -= heightOf(at, heights, sizes);
    if (left < 0) return at;
  }
  return Math.max(0, sizes.chunks - 1);
}

/**
 * What is drawn, in order: the chunks that are seen and one more on either side, so that Tab finds its
 * way on; and the one that holds the focus, which must not fall out of the page.
 */
export function drawnChunks(
  seen: { readonly first: number; readonly last: number },
  focused: number | null,
  chunks: number,
): readonly number[] {
  const first = Math.max(0, Math.min(seen.first, chunks - 1) - 1);
  const last = Math.min(chunks - 1, seen.last + 1);
  const drawn = Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step);
  if (focused === null || focused >= chunks || drawn.includes(focused)) return drawn;
  return [...drawn, focused].toSorted((one, other) => one - other);
}
