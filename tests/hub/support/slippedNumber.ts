/**
 * The id number of whoever is spoken of first, with two digits exchanged and a check digit that is right,
 * wherever it stands: as if it had been heard wrongly.
 */
export function slippedNumber(): {
  readonly alter: (text: string) => string;
  /** The number as it was; empty before anything was altered. */
  number(): string;
} {
  let number = '';
  return {
    alter: (said) => {
      number ||= /"idNumber"[^0-9]{1,60}"(\d{10})"/u.exec(said)?.[1] ?? '';
      return number === '' ? said : said.replaceAll(number, slipped(number));
    },
    number: () => number,
  };
}

function slipped(number: string): string {
  for (let at = 2; at < 8; at += 1) {
    const digits = number.split('');
    const [one = '', other = ''] = [digits[at], digits[at + 1]];
    if (one === other) continue;
    digits[at] = other;
    digits[at + 1] = one;
    for (let check = 0; check < 10; check += 1) {
      digits[9] = String(check);
      if (isWhole(digits.join(''))) return digits.join('');
    }
  }
  throw new Error('no slip');
}

/** The check digit of Saudi numbers, after Luhn. */
function isWhole(number: string): boolean {
  const sum = number.split('').reduceRight((total, digit, at) => {
    const doubled = (number.length - at) % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
