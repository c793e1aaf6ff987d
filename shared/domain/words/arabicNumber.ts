/** Numbers in Arabic words as receipts write them: the counted noun inflected, two as a dual of its own. */

export interface CountedNoun {
  readonly gender: 'masculine' | 'feminine';
  /** Said of one: the noun, and after it `واحد` where people say it. */
  readonly one: string;
  /** `ريالان` */
  readonly two: string;
  /** 3 to 10: `ريالات` */
  readonly few: string;
  /** 11 to 99: `ريالًا` */
  readonly many: string;
  /** After hundreds and thousands: `ريال` */
  readonly rest: string;
}

export const RIYAL: CountedNoun = {
  gender: 'masculine',
  one: phrase('ريال', 'واحد'),
  two: 'ريالان',
  few: 'ريالات',
  many: 'ريالًا',
  rest: 'ريال',
};

export const HALALA: CountedNoun = {
  gender: 'feminine',
  one: phrase('هللة', 'واحدة'),
  two: 'هللتان',
  few: 'هللات',
  many: 'هللة',
  rest: 'هللة',
};

const THOUSAND: CountedNoun = {
  gender: 'masculine',
  one: 'ألف',
  two: 'ألفان',
  few: 'آلاف',
  many: 'ألفًا',
  rest: 'ألف',
};

const MILLION: CountedNoun = {
  gender: 'masculine',
  one: 'مليون',
  two: 'مليونان',
  few: 'ملايين',
  many: 'مليونًا',
  rest: 'مليون',
};

/** Standing alone for a masculine noun: three to ten take the ending that the noun does not have. */
const UNITS_MASCULINE = [
  ...['', 'واحد', 'اثنان', 'ثلاثة', 'أربعة', 'خمسة', 'ستة', 'سبعة', 'ثمانية', 'تسعة', 'عشرة'],
];
const UNITS_FEMININE = [
  ...['', 'إحدى', 'اثنتان', 'ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثماني', 'تسع', 'عشر'],
];
/** Eleven and twelve have words of their own before the ten. */
const TEEN_UNITS_MASCULINE = ['', 'أحد', 'اثنا', ...UNITS_MASCULINE.slice(3)];
const TEEN_UNITS_FEMININE = ['', 'إحدى', 'اثنتا', ...UNITS_FEMININE.slice(3)];
const TENS = [
  ...['', '', 'عشرون', 'ثلاثون', 'أربعون', 'خمسون', 'ستون', 'سبعون', 'ثمانون', 'تسعون'],
];
const HUNDREDS = [
  ...['', 'مائة', 'مائتان', 'ثلاثمائة', 'أربعمائة', 'خمسمائة'],
  ...['ستمائة', 'سبعمائة', 'ثمانمائة', 'تسعمائة'],
];
/** Before its noun a dual loses its last letter, and a noun its ending. */
const BEFORE_NOUN: readonly (readonly [RegExp, string])[] = [
  [/مائتان$/u, 'مائتا'],
  [/ألفان$/u, 'ألفا'],
  [/مليونان$/u, 'مليونا'],
  [/ألفًا$/u, 'ألف'],
  [/مليونًا$/u, 'مليون'],
];

const MOST = 999_999_999;

/**
 * `1,502` riyals: `ألف وخمسمائة ريال وريالان`.
 * @param count whole, 1 to 999,999,999
 * @throws RangeError for any other number
 */
export function countedInArabic(count: number, noun: CountedNoun): string {
  if (!Number.isSafeInteger(count) || count < 1 || count > MOST) throw new RangeError('no count');
  if (count === 1) return noun.one;
  if (count === 2) return noun.two;
  const last = count % 100;
  if (last === 1 || last === 2) {
    const end = last === 1 ? noun.one : noun.two;
    return `${countedInArabic(count - last, noun)} و${end}`;
  }
  if (last >= 3 && last <= 10) return `${numberWords(count, noun.gender)} ${noun.few}`;
  if (last >= 11) return `${numberWords(count, noun.gender)} ${noun.many}`;
  return `${beforeNoun(numberWords(count, noun.gender))} ${noun.rest}`;
}

/** An amount in halalas: `ألف وخمسمائة ريال وخمسون هللة`. @throws RangeError outside 1 halala to 999,999,999 riyals */
export function riyalsInArabic(halalas: number): string {
  const riyals = Math.trunc(halalas / 100);
  const rest = halalas % 100;
  return [
    ...(riyals === 0 ? [] : [countedInArabic(riyals, RIYAL)]),
    ...(rest === 0 && riyals !== 0 ? [] : [countedInArabic(rest, HALALA)]),
  ].join(' و');
}

function numberWords(count: number, gender: CountedNoun['gender']): string {
  const millions = Math.trunc(count / 1_000_000);
  const thousands = Math.trunc(count / 1000) % 1000;
  const rest = count % 1000;
  return [
    ...(millions === 0 ? [] : [countedInArabic(millions, MILLION)]),
    ...(thousands === 0 ? [] : [countedInArabic(thousands, THOUSAND)]),
    ...(rest === 0 ? [] : [underThousand(rest, gender)]),
  ].join(' و');
}

function underThousand(count: number, gender: CountedNoun['gender']): string {
  const hundreds = HUNDREDS[Math.trunc(count / 100)] ?? '';
  const rest = count % 100;
  return [hundreds, rest === 0 ? '' : underHundred(rest, gender)]
    .filter((part) => part !== '')
    .join(' و');
}

function underHundred(count: number, gender: CountedNoun['gender']): string {
  const units = gender === 'masculine' ? UNITS_MASCULINE : UNITS_FEMININE;
  if (count <= 10) return units[count] ?? '';
  if (count < 20) return teen(count - 10, gender);
  const unit = units[count % 10] ?? '';
  const ten = TENS[Math.trunc(count / 10)] ?? '';
  return unit === '' ? ten : `${unit} و${ten}`;
}

function teen(unit: number, gender: CountedNoun['gender']): string {
  const isMasculine = gender === 'masculine';
  const units = isMasculine ? TEEN_UNITS_MASCULINE : TEEN_UNITS_FEMININE;
  return phrase(units[unit] ?? '', isMasculine ? 'عشر' : 'عشرة');
}

function beforeNoun(words: string): string {
  return BEFORE_NOUN.reduce((text, [ending, form]) => text.replace(ending, form), words);
}

function phrase(...words: readonly string[]): string {
  return words.join(' ');
}
