import type { Draw } from './draw.ts';

/** Letters that a camera or a tired eye takes for one another. */
const LOOK_ALIKE =
  'بتثني|جحخ|دذ|رز|سش|صض|طظ|عغ|فق|وؤ|كل|ةه|OQ0|I1L|B8|S5|Z2|G6|UV|MN|CE|oa|il|mn|uv|ce|rt'.split(
    '|',
  );
/** Rows of the Arabic and the Latin keyboard. */
const KEYS = 'ضصثقفغعهخحجد|شسيبلاتنمكط|ئءؤرىةوزظ|qwertyuiop|asdfghjkl|zxcvbnm'.split('|');
const DIGITS_ALIKE: Readonly<Record<string, string>> = {
  ...{ 0: '6', 1: '7', 2: '3', 3: '8', 4: '9', 5: '6', 6: '8', 7: '1', 8: '3', 9: '4' },
};

/** One slip of hand or eye in a word. */
export function slip(text: string, draw: Draw): string {
  if (text.length < 2) return text;
  const at = draw.whole(0, text.length - 1);
  const letter = text[at] ?? '';
  switch (draw.of(['look', 'key', 'drop', 'double', 'swap'])) {
    case 'look':
      return replaced(text, at, neighbourIn(LOOK_ALIKE, letter, draw));
    case 'key':
      return replaced(text, at, beside(letter, draw));
    case 'drop':
      return text.slice(0, at) + text.slice(at + 1);
    case 'double':
      return text.slice(0, at) + letter + text.slice(at);
    default:
      return swapped(text, Math.min(at, text.length - 2));
  }
}

/** One slip in a number: two digits exchanged, one misread, one left out. */
export function digitSlip(digits: string, draw: Draw): string {
  if (digits.length < 4) return digits;
  const at = draw.whole(1, digits.length - 2);
  switch (draw.of(['swap', 'swap', 'misread', 'other', 'drop'])) {
    case 'swap':
      return swapped(digits, at);
    case 'misread':
      return replaced(digits, at, DIGITS_ALIKE[digits[at] ?? ''] ?? '0');
    case 'other':
      return replaced(digits, at, draw.digits(1));
    default:
      return digits.slice(0, at) + digits.slice(at + 1);
  }
}

export function arabicDigits(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
}

function replaced(text: string, at: number, letter: string): string {
  return text.slice(0, at) + letter + text.slice(at + 1);
}

function swapped(text: string, at: number): string {
  return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
}

function neighbourIn(groups: readonly string[], letter: string, draw: Draw): string {
  const group = groups.find((letters) => letters.includes(letter));
  return group === undefined ? letter : draw.of(group.split(''));
}

function beside(letter: string, draw: Draw): string {
  const row = KEYS.find((keys) => keys.includes(letter.toLowerCase()));
  if (row === undefined) return letter;
  const at = row.indexOf(letter.toLowerCase()) + draw.of([-1, 1]);
  return row[at] ?? letter;
}

/** Another way to write the same Arabic name: marks, article, final letters, joined or apart. */
export function respell(name: string, draw: Draw): string {
  const ways: readonly ((text: string) => string)[] = [
    (text) => text.replace(/[أإآ]/g, 'ا'),
    (text) => text.replace(/ة$/, 'ه'),
    (text) => text.replace(/ى$/, 'ي'),
    (text) => text.replace(/عبد /, 'عبد'),
    (text) => text.replace(/^عبد ?(?=.)/, 'عبد '),
    (text) => text.replace(/ئ/g, 'ي').replace(/ؤ/g, 'و'),
    (text) => text.replace(/ء$/, ''),
    (text) => text.replace(/^ال(?=...)/, ''),
    (text) => text.replace(/^أبو /, 'ابو').replace(/^أبا /, 'أبو '),
    (text) => text.replace(/ الدين$/, 'الدين'),
    (text) => text.replace(/^آل /, 'ال'),
    (text) => `${text.slice(0, 2)}ـ${text.slice(2)}`,
    (text) => (text[1] === undefined ? text : `${text[0]}\u064e${text.slice(1)}`),
  ];
  const changing = ways.map((way) => way(name)).filter((written) => written !== name);
  return changing.length === 0 ? name : draw.of(changing);
}
