import type { Language } from '../case/vocabulary.ts';
import { stripBidi, toAsciiDigits } from '../identifiers/digits.ts';
import { foldArabicLetters } from '../names/arabicSpelling.ts';
import { foldLatinLetters } from '../names/latinSpelling.ts';
import type { Library, LibraryPage } from './library.ts';

/** A page that holds every word that was typed, with the line in which the most of them stand. */
export interface LibraryHit {
  readonly page: LibraryPage;
  /** Null when the words stand in the title alone. */
  readonly line: string | null;
  readonly score: number;
}

const MOST_WORDS = 12;
const IN_TITLE = 8;
const IN_HEADING = 3;
const IN_LINE = 1;

/**
 * Finds pages in one language by the beginnings of words, letters folded as for names, the article and
 * short prefixes of Arabic left aside. Best first; an empty text finds nothing.
 */
export function searchLibrary(
  library: Library,
  text: string,
  language: Language,
): readonly LibraryHit[] {
  const wanted = libraryWords(text).slice(0, MOST_WORDS);
  if (wanted.length === 0) return [];
  return library.pages
    .flatMap((page) => hitOf(page, wanted, language) ?? [])
    .toSorted((one, other) => other.score - one.score);
}

/** The words of a text as they are compared. */
export function libraryWords(text: string): readonly string[] {
  return foldLatinLetters(
    foldArabicLetters(toAsciiDigits(stripBidi(text.slice(0, 20_000).normalize('NFKC')))),
  )
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** و ف ب ك ل with the article, the article, or لل: none of them tells what is looked for. */
const ARABIC_PREFIX = /^(?:[وفبك]?ال|لل|[وفبكل])(?=\p{Script=Arabic}{2})/u;

/** Whether a word of a text is meant by a beginning that was typed, with or without the article. */
export function begins(word: string, wanted: string): boolean {
  if (word.startsWith(wanted)) return true;
  const bare = word.replace(ARABIC_PREFIX, '');
  if (bare !== word && bare.startsWith(wanted)) return true;
  const bareWanted = wanted.replace(ARABIC_PREFIX, '');
  return bareWanted !== wanted && (word.startsWith(bareWanted) || bare.startsWith(bareWanted));
}

function hitOf(
  page: LibraryPage,
  wanted: readonly string[],
  language: Language,
): LibraryHit | null {
  const missing = new Set(wanted);
  let score = 0;
  let line: string | null = null;
  let most = 0;
  const look = (text: string, weight: number): number => {
    const words = libraryWords(text);
    let found = 0;
    for (const each of wanted) {
      if (!words.some((word) => begins(word, each))) continue;
      missing.delete(each);
      score += weight;
      found += 1;
    }
    return found;
  };
  look(page.title[language], IN_TITLE);
  for (const part of page.parts) {
    if (part.heading !== null) look(part.heading[language], IN_HEADING);
    for (const each of part.lines) {
      const found = look(each[language], IN_LINE);
      if (found > most) {
        most = found;
        line = each[language];
      }
    }
  }
  return missing.size > 0 ? null : { page, line, score };
}
