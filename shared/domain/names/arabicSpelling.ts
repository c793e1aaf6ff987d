/**
 * How Arabic names are written in different hands. The numbers in comments are the rules of the field's
 * list for names, in its order.
 */

/** (3) Harakat, Koranic marks and tatweel. */
const MARKS = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]/g;

/** (4) Letters that clerks write for one another. */
const LETTERS: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ؤ: 'و',
  ئ: 'ي',
  ء: '',
  ة: 'ه',
  ک: 'ك',
};

/** (7) What is written apart from, or as one with, the word after it. */
const JOINED_TO_NEXT: ReadonlySet<string> = new Set(['عبد', 'امه', 'ام']);
/** (7) The three cases of "father of", all as `ابو`. */
const FATHER_OF: ReadonlySet<string> = new Set(['ابو', 'ابا', 'ابي']);
/** (7) What is one with the word before it. */
const JOINED_TO_PREVIOUS: ReadonlySet<string> = new Set(['الدين', 'الله']);
/** (8) Son and daughter of. */
const DESCENT: ReadonlySet<string> = new Set(['بن', 'بنت', 'ابن', 'ابنه', 'ولد']);

/** (10) Old and short spellings of whole words. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['اسحق', 'اسحاق'],
  ['هرون', 'هارون'],
  ['ابرهيم', 'ابراهيم'],
  ['اسمعيل', 'اسماعيل'],
  ['يس', 'ياسين'],
  ['داوود', 'داود'],
]);

/** `ال` alone: the article cut off, or آل ("house of"), which rule 4 has made the same. */
export const HOUSE_OF = 'ال';

/** Rules 3 and 4: one way to write each letter. */
export function foldArabicLetters(text: string): string {
  return text.replace(MARKS, '').replace(/[أإآٱىیؤئءةک]/g, (letter) => LETTERS[letter] ?? letter);
}

/** Rules 7 and 8: words that belong together become one; words of descent fall away. */
export function joinArabicWords(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const next = words[index + 1];
    const previous = joined.at(-1);
    if (JOINED_TO_PREVIOUS.has(word) && previous !== undefined) {
      joined[joined.length - 1] = previous + word;
    } else if (JOINED_TO_NEXT.has(word) && next !== undefined) {
      joined.push(word + next);
      index += 1;
    } else if (isFatherOf(word, joined.length === 0) && next !== undefined) {
      joined.push(`ابو${next}`);
      index += 1;
    } else {
      joined.push(word.replace(/^اباال/, 'ابوال'));
    }
  }
  const kept = joined.filter((word) => !DESCENT.has(word));
  return kept.length === 0 ? joined : kept;
}

/** أبي at the head of a name is a name of its own (Ubayy). */
function isFatherOf(word: string, isFirst: boolean): boolean {
  return FATHER_OF.has(word) && !(isFirst && word === 'ابي');
}

/** Rule 10: one spelling for a whole word. */
export function canonicalArabicWord(word: string): string {
  const ending = word.replace(/يي$/, 'ي');
  return ALIASES.get(ending) ?? ending.replace(/رحمان$/, 'رحمن');
}
