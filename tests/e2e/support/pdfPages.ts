import { inflateSync } from 'node:zlib';

/**
 * The text of each page of a PDF as Chromium writes it: enough to see what stands on a paper, and no
 * reader for PDFs of others. Runs stand in the order in which they were drawn; the letters of an Arabic
 * run are turned into reading order.
 */
export function pdfPages(bytes: Uint8Array): readonly string[] {
  const objects = readObjects(Buffer.from(bytes).toString('latin1'));
  const fonts = new Map<string, ReadonlyMap<number, string>>();
  for (const [number, { head }] of objects) {
    const unicode = /\/ToUnicode (\d+) 0 R/.exec(head)?.[1];
    // Chromium calls a font on every page by the number of its object: /F12 is object 12.
    if (unicode !== undefined)
      fonts.set(`F${number}`, readUnicode(objects.get(unicode)?.stream ?? ''));
  }
  return [...objects.values()]
    .filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head))
    .map(({ head }) => {
      const content = /\/Contents (\d+) 0 R/.exec(head)?.[1] ?? '';
      return readText(objects.get(content)?.stream ?? '', fonts);
    });
}

interface PdfObject {
  readonly head: string;
  readonly stream: string;
}

function readObjects(text: string): ReadonlyMap<string, PdfObject> {
  const objects = new Map<string, PdfObject>();
  const start = /(\d+) 0 obj\r?\n/g;
  for (let found = start.exec(text); found !== null; found = start.exec(text)) {
    const end = text.indexOf('endobj', start.lastIndex);
    const length = /\/Length (\d+)/.exec(text.slice(start.lastIndex, start.lastIndex + 400))?.[1];
    const at = text.indexOf('stream\n', start.lastIndex);
    const isStream = length !== undefined && at >= 0 && (at < end || end < 0);
    const head = text.slice(start.lastIndex, isStream ? at : end);
    const from = at + 'stream\n'.length;
    const raw = isStream ? text.slice(from, from + Number(length)) : '';
    objects.set(found[1] ?? '', { head, stream: isStream ? inflated(head, raw) : '' });
    start.lastIndex = isStream ? from + raw.length : end;
  }
  return objects;
}

function inflated(head: string, raw: string): string {
  if (!head.includes('/FlateDecode') || head.includes('/Subtype /Image')) return '';
  return inflateSync(Buffer.from(raw, 'latin1')).toString('latin1');
}

/** The table from glyphs to letters that stands beside each font. */
function readUnicode(cmap: string): ReadonlyMap<number, string> {
  const letters = new Map<number, string>();
  for (const [, block = ''] of cmap.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = '', letter = ''] of block.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)>/gi)) {
      letters.set(Number.parseInt(glyph, 16), utf16(letter));
    }
  }
  for (const [, block = ''] of cmap.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g)) {
    const ranges = block.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]+)>/gi);
    for (const [, first = '', last = '', letter = ''] of ranges) {
      const from = Number.parseInt(first, 16);
      for (let glyph = from; glyph <= Number.parseInt(last, 16); glyph += 1) {
        letters.set(glyph, String.fromCodePoint(Number.parseInt(letter, 16) + glyph - from));
      }
    }
  }
  return letters;
}

function utf16(hex: string): string {
  const units = hex.match(/.{4}/g) ?? [];
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
}

const TOKEN = /\/(F\d+) [\d.]+ Tf|<([0-9A-F]+)>|\b(BT)\b/gi;

function readText(
  content: string,
  fonts: ReadonlyMap<string, ReadonlyMap<number, string>>,
): string {
  let letters: ReadonlyMap<number, string> = new Map();
  const runs: string[] = [];
  for (const [, font, glyphs, begins] of content.matchAll(TOKEN)) {
    if (font !== undefined) letters = fonts.get(font) ?? new Map<number, string>();
    if (begins !== undefined) runs.push('');
    if (glyphs === undefined) continue;
    const codes = (glyphs.match(/.{4}/g) ?? []).map((code) => Number.parseInt(code, 16));
    const run = codes.map((code) => letters.get(code) ?? '').join('');
    runs.push((runs.pop() ?? '') + run);
  }
  // Arabic runs are turned into reading order, then shaped letters into those that are typed.
  return runs
    .map((run) => (/\p{Script=Arabic}/u.test(run) ? Array.from(run).toReversed().join('') : run))
    .map((run) => run.normalize('NFKC'))
    .join('\n');
}

/** Whether every word of a sentence stands on a page, in whatever order its lines were drawn. */
export function hasWords(page: string, sentence: string): boolean {
  const drawn = new Set(page.split(/\s+/));
  return sentence.split(/\s+/).every((word) => drawn.has(word));
}
