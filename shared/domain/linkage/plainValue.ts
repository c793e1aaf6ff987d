import { stripBidi, toAsciiDigits } from '../identifiers/digits.ts';
import { foldArabicLetters } from '../names/arabicSpelling.ts';
import { foldLatinLetters } from '../names/latinSpelling.ts';
import { normalizeName } from '../names/normalizeName.ts';
import { LONGEST_COMPARED } from './textDistance.ts';

/** So much of a cell is looked at; a longer one is no name, number or address. */
const LONGEST_CELL = 500;
/** Identifiers longer than this are cut: no paper carries one. */
const LONGEST_CODE = 34;

/** What people write where nothing is known, as `plainText` leaves it, without spaces. */
const NOTHING: ReadonlySet<string> = new Set([
  ...['NA', 'NULL', 'NONE', 'NIL', 'NAN', 'UNKNOWN', 'UNK', 'NOTKNOWN', 'NOTAVAILABLE', 'X', 'XX'],
  ...['XXX', 'TEST', 'MISSING', 'UNDEFINED', 'لايوجد', 'غيرمعروف', 'مجهول', 'غيرمتوفر'],
]);

/** Words of an address that say only what kind of thing follows. */
const KIND_OF_PLACE = /^(?:حي|شارع|طريق|مدينه|محافظه|منطقه|قريه|STREET OF|CITY OF)\s+(?=\S)/;

/** Letters folded, digits ASCII, anything else one space. */
export function plainText(cell: string): string {
  const text = stripBidi(cell.slice(0, LONGEST_CELL).normalize('NFKC'));
  const folded = foldLatinLetters(foldArabicLetters(toAsciiDigits(text)))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_COMPARED);
  return NOTHING.has(folded.replaceAll(' ', '')) ? '' : folded;
}

/** A text of an address or an occupation. */
export function plainPlace(cell: string): string {
  return plainText(cell.replace(WITH_FRACTION, '$1')).replace(KIND_OF_PLACE, '');
}

/** An e-mail address; its marks are part of it. */
export function plainEmail(cell: string): string {
  const text = stripBidi(cell.slice(0, LONGEST_CELL)).trim().toLowerCase();
  return text.includes('@') ? text.slice(0, LONGEST_COMPARED) : '';
}

/**
 * One part of a name. Arabic is brought to the form in which names are matched everywhere; Latin keeps its
 * letters, since the register may hold no Arabic names at all.
 */
export function plainNamePart(cell: string): string {
  const text = plainText(cell);
  if (!/[\u0600-\u06ff]/.test(text)) return text.replace(/\d+/g, '').trim();
  return nameWords(cell).join(' ');
}

const BEFORE_NEXT: ReadonlySet<string> = new Set(['ABU', 'ABO', 'ABOU', 'UMM', 'OUM']);
const AFTER_PREVIOUS: ReadonlySet<string> = new Set([
  ...['DIN', 'DEEN', 'ALDIN', 'ALDEEN', 'ELDIN', 'ELDEEN', 'UDDIN', 'EDDINE', 'ALLAH', 'ULLAH'],
]);

/** Latin letters write apart what is one name in Arabic: Nour al-Din, Daif Allah, Umm Kulthum. */
function joinedCompounds(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let opens = false;
  for (const word of words) {
    const last = joined.at(-1);
    const isJoined: boolean = last !== undefined && (opens || AFTER_PREVIOUS.has(word));
    if (isJoined) joined[joined.length - 1] = last + (opens ? word : word.replace(/^D/, 'ALD'));
    else joined.push(word);
    opens = !isJoined && BEFORE_NEXT.has(word);
  }
  return joined;
}

/** The words of a full name, in the order given, father, … family. */
export function nameWords(cell: string): readonly string[] {
  const { tokens, script } = normalizeName(cell.slice(0, LONGEST_CELL));
  const words = tokens.map(({ text }) => text.slice(0, LONGEST_COMPARED)).slice(0, 12);
  return script === 'latin' ? joinedCompounds(words) : words;
}

/** A number as programs write it that take every column for one of measures: 1012345678.0. */
const WITH_FRACTION = /^(\s*\d+)\.0+\s*$/;
/** A number of which a spreadsheet has kept the first digits alone: 1.01235E+09. */
const ROUNDED_OFF = /^\s*\d[.,]\d+E\+?\d+\s*$/i;

/** What was meant by a cell; '' where nothing of it can be told any more. */
function meantNumber(cell: string): string {
  if (ROUNDED_OFF.test(cell)) return '';
  return cell.endsWith('0') ? cell.replace(WITH_FRACTION, '$1') : cell;
}

/** An identifier: its letters and digits alone; a digit repeated throughout stands for nothing. */
export function plainCode(cell: string): string {
  const code = toAsciiDigits(stripBidi(meantNumber(cell.slice(0, LONGEST_CELL))))
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, LONGEST_CODE);
  return /^(.)\1*$/.test(code) || NOTHING.has(code) ? '' : code;
}

/** A phone as the nine digits that are dialled inside the country; a shorter one as it is. */
export function plainPhone(cell: string): string {
  const first = meantNumber(cell.slice(0, LONGEST_CELL)).split(/[/,;،|]/)[0] ?? '';
  const digits = toAsciiDigits(stripBidi(first)).replace(/\D/g, '').slice(0, LONGEST_CODE);
  const code = digits.slice(-9).replace(/^0+(?=.)/, '');
  return /^(.)\1*$/.test(code) ? '' : code;
}

const MALE = new Set(['M', 'MALE', 'MAN', 'BOY', 'ذكر', 'رجل', 'ولد']);
const FEMALE = new Set(['F', 'FEMALE', 'WOMAN', 'GIRL', 'انثي', 'امراه', 'بنت']);

export function plainSex(cell: string): string {
  const text = plainText(cell);
  if (MALE.has(text)) return 'M';
  return FEMALE.has(text) ? 'F' : text;
}
