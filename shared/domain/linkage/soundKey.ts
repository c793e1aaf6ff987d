/**
 * One key for how a name sounds, whether it is written in Arabic or in Latin letters. It is coarse (HASSAN
 * and HUSSEIN share it) and so only brings pairs together and gives a level of its own; it never makes
 * two names equal.
 */

/** Vowels, and letters that one hand writes and the other leaves out, are dropped. */
const ARABIC_SOUNDS: Readonly<Record<string, string>> = {
  ب: 'B',
  پ: 'B',
  ت: 'T',
  ط: 'T',
  ث: 'T',
  ج: 'J',
  چ: 'J',
  غ: 'G',
  گ: 'G',
  خ: 'K',
  ق: 'K',
  ك: 'K',
  د: 'D',
  ض: 'D',
  ذ: 'D',
  ز: 'Z',
  ظ: 'Z',
  ر: 'R',
  س: 'S',
  ص: 'S',
  ش: 'X',
  ف: 'F',
  ڤ: 'F',
  ل: 'L',
  م: 'M',
  ن: 'N',
  ح: 'H',
  ه: 'H',
};

const LATIN_PAIRS: readonly (readonly [RegExp, string])[] = [
  [/SH|CH/g, 'X'],
  [/KH|CK|GH(?=T)/g, 'K'],
  [/PH/g, 'F'],
  [/TH/g, 'T'],
  [/DH/g, 'D'],
  [/GH/g, 'G'],
];

const LATIN_SOUNDS: Readonly<Record<string, string>> = {
  P: 'B',
  V: 'F',
  Q: 'K',
  C: 'K',
};

const ARTICLES: ReadonlySet<string> = new Set(['AL', 'EL', 'ال']);

/** Words of a folded name joined; the article is not heard. @returns '' when nothing is left of it. */
export function soundKey(name: string): string {
  const words = name.split(' ');
  return words
    .filter((word) => words.length === 1 || !ARTICLES.has(word))
    .map((word) => (/^[\u0600-\u06ff]/.test(word) ? arabicSound(word) : latinSound(word)))
    .join('')
    .replace(/(.)\1+/g, '$1');
}

function arabicSound(word: string): string {
  const bare = word.replace(/^ال(?=..)/, '').replace(/[هة]$/, '');
  let key = '';
  let first = true;
  for (const letter of bare) {
    if (letter === 'و' || letter === 'ي') {
      if (first) key += letter === 'و' ? 'W' : 'Y';
    } else {
      key += ARABIC_SOUNDS[letter] ?? '';
    }
    first = false;
  }
  return key;
}

function latinSound(word: string): string {
  let bare = word.replace(/^(?:AL|EL)[- ]?(?=[A-Z]{4})/, '').replace(/[AE]H$/, '');
  for (const [pair, sound] of LATIN_PAIRS) bare = bare.replace(pair, sound);
  const first = /^[WY]/.exec(bare)?.[0] ?? '';
  const rest = bare
    .slice(first.length)
    .replace(/[AEIOUYW]/g, '')
    .replace(/[PVQC]/g, (letter) => LATIN_SOUNDS[letter] ?? letter);
  return first + rest;
}
