import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

/** Tags of the tables that WOFF2 writes as a number (W3C WOFF2, section 4.1); `cmap` is the first. */
const CMAP = 0;
const GLYF = 10;
const LOCA = 11;
const ARBITRARY = 63;
const HEADER_BYTES = 48;

/** The code points that a font file can draw, read from its `cmap`. @throws when it is no WOFF2 */
export function charactersOf(path: string): ReadonlySet<number> {
  const file = readFileSync(path);
  if (file.toString('latin1', 0, 4) !== 'wOF2') throw new Error(`no WOFF2: ${path}`);
  return readCmap(tableOf(file));
}

function tableOf(file: Buffer): Buffer {
  let at = HEADER_BYTES;
  const base128 = (): number => {
    let value = 0;
    for (;;) {
      const byte = file.readUInt8(at++);
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  let offset = 0;
  let found: { readonly offset: number; readonly length: number } | null = null;
  for (let table = file.readUInt16BE(12); table > 0; table -= 1) {
    const flags = file.readUInt8(at++);
    const tag = flags & ARBITRARY;
    if (tag === ARBITRARY) at += 4;
    const version = flags >> 6;
    const original = base128();
    const isOutline = tag === GLYF || tag === LOCA;
    const length = (isOutline ? version !== 3 : version !== 0) ? base128() : original;
    if (tag === CMAP) found = { offset, length };
    offset += length;
  }
  if (found === null) throw new Error('no cmap');
  const data = brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20)));
  return data.subarray(found.offset, found.offset + found.length);
}

function readCmap(cmap: Buffer): ReadonlySet<number> {
  const characters = new Set<number>();
  const add = (first: number, last: number) => {
    for (let character = first; character <= last && character !== 0xffff; character += 1) {
      characters.add(character);
    }
  };
  for (let table = 0; table < cmap.readUInt16BE(2); table += 1) {
    const at = cmap.readUInt32BE(4 + table * 8 + 4);
    const format = cmap.readUInt16BE(at);
    if (format === 4) {
      const segments = cmap.readUInt16BE(at + 6) / 2;
      for (let segment = 0; segment < segments; segment += 1) {
        const last = cmap.readUInt16BE(at + 14 + 2 * segment);
        add(cmap.readUInt16BE(at + 16 + 2 * segments + 2 * segment), last);
      }
    } else if (format === 12) {
      const groups = cmap.readUInt32BE(at + 12);
      for (let group = 0; group < groups; group += 1) {
        const start = at + 16 + group * 12;
        add(cmap.readUInt32BE(start), cmap.readUInt32BE(start + 4));
      }
    }
  }
  return characters;
}
