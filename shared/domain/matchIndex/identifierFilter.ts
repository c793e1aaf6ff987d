/**
 * Identifiers in Bloom filters of one block each: which block, and which bits of it, follows from a keyed
 * hash. A block stands for itself, so that only those that changed are sent anew. About one identifier in a
 * hundred that nobody has is taken for one that somebody has: a hit proves nothing.
 */
export const BLOCK_BYTES = 320;
/** Bits of a block over the identifiers in it. */
const BITS_AN_IDENTIFIER = 10;
const IDENTIFIERS_A_BLOCK = (BLOCK_BYTES * 8) / BITS_AN_IDENTIFIER;
/** Blocks are filled to so great a part on average, since they fill unevenly. */
const FILLED = 0.8;
const HASHES = 7;
/** Bytes of a keyed hash that tell block and bits. */
export const HASH_BYTES = 17;

/** So many blocks for so many identifiers: a power of two. */
export function blocksFor(identifiers: number): number {
  let blocks = 1;
  while (blocks * IDENTIFIERS_A_BLOCK * FILLED < identifiers) blocks *= 2;
  return blocks;
}

/** @param hash at least `HASH_BYTES` of a keyed hash of the identifier */
export function blockOf(hash: Uint8Array, blocks: number): number {
  return (((hash[0] ?? 0) << 16) | ((hash[1] ?? 0) << 8) | (hash[2] ?? 0)) & (blocks - 1);
}

export function addToBlock(block: Uint8Array, hash: Uint8Array): void {
  for (const bit of bitsIn(hash)) block[bit >> 3] = (block[bit >> 3] ?? 0) | (1 << (bit & 7));
}

export function isInBlock(block: Uint8Array, hash: Uint8Array): boolean {
  return bitsIn(hash).every((bit) => ((block[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0);
}

/** Each bit has bits of the hash of its own. */
function bitsIn(hash: Uint8Array): readonly number[] {
  return Array.from({ length: HASHES }, (_, at) => {
    const high = hash[3 + at * 2] ?? 0;
    const low = hash[4 + at * 2] ?? 0;
    return ((high << 8) | low) % (BLOCK_BYTES * 8);
  });
}
