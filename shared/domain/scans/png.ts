/** What the chunks of a PNG say, read without decoding it. */
export interface PngFacts {
  readonly width: number;
  readonly height: number;
  /** Its end is there. */
  readonly isWhole: boolean;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const HEADER_LENGTH = 13;

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/**
 * Walks the chunks of a PNG; null where its header gives no size. Of an animated one only the still
 * picture that every PNG begins with is ever drawn. Takes any bytes.
 */
export function readPng(bytes: Uint8Array): PngFacts | null {
  if (!isPng(bytes)) return null;
  const first = SIGNATURE.length;
  if (typeAt(bytes, first) !== 'IHDR' || u32(bytes, first) !== HEADER_LENGTH) return null;
  const width = u32(bytes, first + 8);
  const height = u32(bytes, first + 12);
  if (width === 0 || height === 0) return null;
  let at = first;
  while (at + 12 <= bytes.length) {
    const next = at + 12 + u32(bytes, at);
    if (next > bytes.length) break;
    if (typeAt(bytes, at) === 'IEND') return { width, height, isWhole: true };
    at = next;
  }
  return { width, height, isWhole: false };
}

function typeAt(bytes: Uint8Array, chunk: number): string {
  return String.fromCharCode(...bytes.subarray(chunk + 4, chunk + 8));
}

function u32(bytes: Uint8Array, at: number): number {
  const byte = (index: number) => bytes[at + index] ?? 0;
  return byte(0) * 0x1000000 + ((byte(1) << 16) | (byte(2) << 8) | byte(3));
}
