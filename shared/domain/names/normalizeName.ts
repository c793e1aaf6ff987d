import { stripBidi } from '../identifiers/digits.ts';
import {
  canonicalArabicWord,
  foldArabicLetters,
  HOUSE_OF,
  joinArabicWords,
} from './arabicSpelling.ts';
import { foldLatinLetters, joinLatinWords } from './latinSpelling.ts';

export type NameScript = 'arabic' | 'latin' | 'other' | 'mixed' | 'none';

export interface NameToken {
  /** As it is compared and searched; a clan's holds `ال`, a space and the name. */
  readonly text: string;
  /** A house (آل سعود), which is neither the name alone nor the name with its article. */
  readonly clan: boolean;
}

export interface NormalizedName {
  readonly tokens: readonly NameToken[];
  readonly script: NameScript;
}

/** (6) As rule 4 leaves them. Bare شيخ, سيد and حاج are also given names and so stay. */
const TITLES: ReadonlySet<string> = new Set([
  ...['الاستاذ', 'الاستاذه', 'استاذ', 'استاذه', 'ا', 'الدكتور', 'الدكتوره', 'دكتور', 'دكتوره', 'د'],
  ...['المهندس', 'المهندسه', 'مهندس', 'مهندسه', 'م', 'الحاج', 'الحاجه', 'الشيخ', 'الشيخه'],
  ...['السيد', 'السيده', 'MR', 'MRS', 'MS', 'MISS', 'DR', 'ENG', 'PROF'],
]);

/**
 * Brings a name of a person to the one form in which it is searched, matched and de-duplicated, on the
 * desk and at headquarters alike (the ten rules of the field, in their order).
 */
export function normalizeName(text: string): NormalizedName {
  const folded = foldLatinLetters(
    foldArabicLetters(surnameLast(stripBidi(text.normalize('NFKC')))),
  );
  const words = withoutTitle(folded.split(/[^\p{L}]+/u).filter((word) => word !== ''));
  const script = scriptOf(words);
  if (script === 'arabic') return { tokens: arabicTokens(words), script };
  const plain = script === 'latin' ? joinLatinWords(words) : words;
  return { tokens: plain.map((word) => ({ text: word, clan: false })), script };
}

/** The form in which a name, or a part of one typed into a search, is indexed: tokens by spaces. */
export function searchKeyOf(text: string): string {
  return normalizeName(text)
    .tokens.map((token) => token.text)
    .join(' ');
}

/** (2) With exactly one comma, what stands before it is the family. */
function surnameLast(text: string): string {
  const parts = text.split(/[,،]/);
  const [family, given] = parts;
  return parts.length === 2 && family !== undefined && given !== undefined
    ? `${given} ${family}`
    : text;
}

function withoutTitle(words: readonly string[]): readonly string[] {
  const [first] = words;
  const titled = words.length > 2 && first !== undefined && TITLES.has(first);
  return titled ? withoutTitle(words.slice(1)) : words;
}

function scriptOf(words: readonly string[]): NameScript {
  const scripts = new Set(words.map(scriptOfWord));
  const [only] = scripts;
  if (only === undefined) return 'none';
  return scripts.size === 1 ? only : 'mixed';
}

function scriptOfWord(word: string): NameScript {
  const arabic = /\p{Script=Arabic}/u.test(word);
  const latin = /\p{Script=Latin}/u.test(word);
  if (arabic && latin) return 'mixed';
  if (arabic) return 'arabic';
  return latin ? 'latin' : 'other';
}

/** Rules 7 to 10. */
function arabicTokens(words: readonly string[]): readonly NameToken[] {
  const joined = joinArabicWords(words);
  const tokens: NameToken[] = [];
  for (let index = 0; index < joined.length; index += 1) {
    const word = joined[index] ?? '';
    const next = joined[index + 1];
    if (word === HOUSE_OF && next !== undefined) {
      tokens.push({ text: `${HOUSE_OF} ${canonicalArabicWord(next)}`, clan: true });
      index += 1;
    } else {
      tokens.push({ text: canonicalArabicWord(word), clan: false });
    }
  }
  return tokens;
}
