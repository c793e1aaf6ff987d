/**
 * How Arabic names are written in Latin letters on passports. Only listed variants are taken as one:
 * consonant skeletons would make HASSAN of HUSSEIN.
 */

const VARIANT_GROUPS: readonly (readonly [canonical: string, ...variants: string[]])[] = [
  [
    'MOHAMMED',
    'MOHAMED',
    'MOHAMMAD',
    'MOHAMAD',
    'MUHAMMAD',
    'MUHAMMED',
    'MUHAMAD',
    'MUHAMED',
    'MOHAMMOD',
    'MAHAMMED',
    'MOHD',
  ],
  ['AHMED', 'AHMAD', 'AHAMED', 'AHMMED', 'AHMET'],
  ['YOUSEF', 'YOUSSEF', 'YOUSUF', 'YUSUF', 'YUSEF', 'YOUSIF', 'YUSIF', 'YOSEF', 'YOUSOUF'],
  [
    'HUSSAIN',
    'HUSSEIN',
    'HUSAIN',
    'HUSEIN',
    'HUSAYN',
    'HUSSAYN',
    'HUSSIEN',
    'HOSSAIN',
    'HOSSEIN',
    'HOSEIN',
  ],
  ['HASSAN', 'HASAN', 'HASSEN'],
  ['KHALID', 'KHALED', 'KHALEED'],
  ['FATIMA', 'FATIMAH', 'FATMA', 'FATMAH', 'FATEMA', 'FATEMAH', 'FATHIMA', 'FATOUMA'],
  ['AISHA', 'AISHAH', 'AYSHA', 'AYSHAH', 'AYESHA', 'AICHA', 'AESHA', 'AYISHA'],
  ['OMAR', 'UMAR', 'OMER', 'UMER', 'OUMAR'],
  ['OTHMAN', 'OSMAN', 'UTHMAN', 'USMAN', 'OTHMANE', 'OUSMANE', 'ATHMAN'],
  ['IBRAHIM', 'EBRAHIM', 'IBRAHEEM', 'EBRAHEEM', 'IBRAHEM', 'EBRAHEM', 'BRAHIM'],
  ['SAEED', 'SAID', 'SAEID', 'SAIED', 'SAYEED'],
  ['NASSER', 'NASIR', 'NASER', 'NASSIR', 'NASEER'],
  ['MARIAM', 'MARYAM', 'MIRIAM', 'MERYEM', 'MARIYAM', 'MERIEM'],
];

/** What follows ABD; the word stands without article. */
const ABD_GROUPS: readonly (readonly [canonical: string, ...variants: string[]])[] = [
  ['ALLAH', 'ALLA', 'ULLAH', 'ELLAH', 'LLAH', 'LAH', 'LA'],
  ['RAHMAN', 'REHMAN', 'RAHMANE', 'RAHMEN', 'ROHMAN'],
  ['RAHIM', 'RAHEEM'],
  ['AZIZ', 'AZEEZ'],
  ['KARIM', 'KAREEM'],
  ['HAMID', 'HAMEED'],
  ['MAJID', 'MAJEED', 'MEJID', 'MEGUID'],
  ['LATIF', 'LATEEF'],
  ['QADER', 'QADIR', 'KADER', 'KADIR'],
  ['MALIK', 'MALEK'],
  ['WAHAB', 'WAHHAB'],
  ['NASSER', 'NASIR', 'NASER'],
];

const VARIANTS = canonicalByVariant(VARIANT_GROUPS);
const ABD_VARIANTS = canonicalByVariant(ABD_GROUPS);

const ARTICLES: ReadonlySet<string> = new Set(['AL', 'EL']);
const DESCENT: ReadonlySet<string> = new Set(['BIN', 'BINT', 'IBN', 'BEN']);

/** ABD and its article, run together or not, before the word it belongs to. */
const ABD_ALONE = /^ABD(?:[UEAO]?L|U|UR|US|UN)?$/;
/**
 * The same, written as one word with what follows: with the article (ABDULAZIZ, ABDALLAH), the article
 * taken into a sun letter (ABDURRAHMAN), or without it (ABDRABBO).
 */
const ABD_JOINED = [
  /^ABD[UEAO]?L(.{2,})$/,
  /^ABD[UEAO](?=([RSNTDZ])\1)[RSNTDZ](.{3,})$/,
  /^ABD([B-DF-HJ-NP-TV-Z].{2,})$/,
] as const;

/**
 * An article glued to a family name (ALGHAMDI). Four letters must remain, so that ALI, ALAA and ELIAS
 * stay whole.
 */
const GLUED_ARTICLE = /^(?:AL|EL)(?=[A-Z]{4})/;

function canonicalByVariant(
  groups: readonly (readonly [canonical: string, ...variants: string[]])[],
): ReadonlyMap<string, string> {
  return new Map(groups.flatMap((group) => group.map((variant) => [variant, group[0]] as const)));
}

/** Capitals without accents and apostrophes. */
export function foldLatinLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .replace(/['`´‘’ʻʼʾʿ]/g, '')
    .normalize('NFC')
    .toUpperCase();
}

/** Joins ABD to its word, drops articles and words of descent, and takes one of each group of variants. */
export function joinLatinWords(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (ABD_ALONE.test(word)) {
      const following = ARTICLES.has(words[index + 1] ?? '') ? index + 2 : index + 1;
      const next = words[following];
      if (next !== undefined) {
        joined.push(canonicalAbd(next.replace(GLUED_ARTICLE, '')));
        index = following;
        continue;
      }
    }
    if (!ARTICLES.has(word) && !DESCENT.has(word)) joined.push(canonicalLatinWord(word));
  }
  return joined.length === 0 ? words : joined;
}

function canonicalLatinWord(word: string): string {
  for (const form of ABD_JOINED) {
    const rest = form.exec(word)?.at(-1);
    if (rest !== undefined) return canonicalAbd(rest);
  }
  const bare = word.replace(GLUED_ARTICLE, '');
  return VARIANTS.get(bare) ?? bare;
}

function canonicalAbd(rest: string): string {
  return `ABD${ABD_VARIANTS.get(rest) ?? rest}`;
}
