import { stripBidi, toAsciiDigits } from './digits.ts';

/** The two sizes of Doc 9303 that reach the desk: cards (part 5) and passports (part 4). */
export type ZoneFormat = 'TD1' | 'TD3';

export interface ZoneProblem {
  /**
   * `length`: lines or characters are missing or too many; `characters`: a character that no zone has;
   * `format`: the characters stand where Doc 9303 has others, or the document is of another kind.
   */
  readonly problem: 'length' | 'characters' | 'format';
  /** 1 to 3; null where the text as a whole is meant. */
  readonly line: number | null;
}

interface Layout {
  readonly lines: number;
  readonly width: number;
  /** Lines that end in fillers, of which nobody counts how many were typed. */
  readonly padded: readonly number[];
}

const LAYOUTS: Readonly<Record<ZoneFormat, Layout>> = {
  TD1: { lines: 3, width: 30, padded: [0, 2] },
  TD3: { lines: 2, width: 44, padded: [0] },
};

/** A pasted page is no zone; nothing longer is looked at. */
const LONGEST_ZONE = 400;

export type ZoneLines =
  | {
      readonly format: ZoneFormat;
      /** Ways in which the text may be laid out, the likeliest first; all of the right length. */
      readonly layouts: readonly (readonly string[])[];
    }
  | ZoneProblem;

/**
 * Lays typed, pasted or scanned text out in the lines of a zone: with line breaks or none, in small
 * letters, with Eastern digits, with spaces or quotation marks where the fillers `<` belong.
 */
export function layOutZone(text: string): ZoneLines {
  const lines = tidy(text);
  const whole = lines.join('').length;
  if (whole === 0 || whole > LONGEST_ZONE) return { problem: 'length', line: null };
  const foreign = lines.findIndex((line) => /[^A-Z0-9< ]/.test(line));
  if (foreign !== -1) {
    return { problem: 'characters', line: lines.length === 1 ? null : foreign + 1 };
  }
  const format = formatOf(lines);
  if (format === null) {
    const isLong = whole >= LAYOUTS.TD1.width * 2;
    return isLong ? { problem: 'format', line: 1 } : { problem: 'length', line: null };
  }
  const layout = LAYOUTS[format];
  const tried = splits(lines, layout).map((one) => fit(one, layout));
  const layouts = tried.flatMap((one) => ('lines' in one ? [one.lines] : []));
  if (layouts.length > 0) return { format, layouts };
  const [first] = tried;
  const line = first !== undefined && 'line' in first && lines.length > 1 ? first.line : null;
  return { problem: 'length', line };
}

/** Lines in capitals and ASCII digits; guillemets, as word processors write fillers, taken back. */
function tidy(text: string): readonly string[] {
  return toAsciiDigits(stripBidi(text.slice(0, LONGEST_ZONE * 2).normalize('NFKC')))
    .replace(/&lt;/gi, '<')
    .replace(/[«»]/g, '<<')
    .replace(/[‹›>〈〉]/g, '<')
    .toUpperCase()
    .split(/[\r\n\t\v\f\u0085\u2028\u2029]+/)
    .map((line) =>
      line
        .replace(/\p{Cc}/gu, '')
        .replace(/\s/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '');
}

/** By the first letter of the document code: passports begin with P, cards with A, C or I. */
function formatOf(lines: readonly string[]): ZoneFormat | null {
  const [first = ''] = lines;
  if (first.startsWith('P')) return 'TD3';
  return /^[ACI]/.test(first) ? 'TD1' : null;
}

/** Ways in which the lines of the text may be the lines of the zone. */
function splits(
  lines: readonly string[],
  { lines: count, width }: Layout,
): readonly (readonly string[])[] {
  if (lines.length === count) {
    return [lines.map((line) => line.replaceAll(' ', '<')), lines.map(withoutSpaces)];
  }
  const one = lines.join('');
  const cut = (text: string, step: number): readonly string[] =>
    Array.from({ length: count }, (_, index) =>
      index === count - 1
        ? text.slice(index * step)
        : text.slice(index * step, index * step + width),
    );
  const words = one.split(/ +/);
  const spaced = Array.from(
    { length: count - 1 },
    (_, index) => one[(index + 1) * (width + 1) - 1],
  );
  return [
    cut(withoutSpaces(one), width),
    cut(one.replaceAll(' ', '<'), width),
    ...(words.length === count ? [words] : []),
    // A space between the lines, and spaces for fillers in them.
    ...(spaced.every((character) => character === ' ')
      ? [cut(one.replaceAll(' ', '<'), width + 1)]
      : []),
  ];
}

function withoutSpaces(text: string): string {
  return text.replaceAll(' ', '');
}

/** The lines in their full width; the line that has another length where they do not fit. */
function fit(
  lines: readonly string[],
  { width, padded }: Layout,
): { readonly lines: readonly string[] } | { readonly line: number } {
  const full = lines.map((line, index) =>
    padded.includes(index) ? line.replace(/<+$/, '').padEnd(width, '<') : line,
  );
  const odd = full.findIndex((line) => line.length !== width);
  return odd === -1 ? { lines: full } : { line: odd + 1 };
}
