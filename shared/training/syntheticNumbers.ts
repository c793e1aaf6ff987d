/**
 * Numbers of invented people: valid in form and checksum, each given once. A serial number goes
 * through a permutation, so that neighbours look nothing alike and no two are the same.
 */

const EIGHT_DIGITS = 100_000_000;
/** Without a common factor with ten, so that the product modulo a power of ten is a permutation. */
const STRIDE = 48_271;

function scattered(serial: number, modulus: number): number {
  return (serial * STRIDE + 12_345_678) % modulus;
}

/** A national id (first digit 1) or iqama (2) of ten digits for a serial of 0 to 99,999,999. */
export function nationalIdOf(serial: number, firstDigit: '1' | '2'): string {
  const nine = firstDigit + String(scattered(serial, EIGHT_DIGITS)).padStart(8, '0');
  let sum = 0;
  for (let at = 0; at < nine.length; at += 1) {
    const digit = nine.charCodeAt(at) - 48;
    sum += at % 2 === 1 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return nine + String((10 - (sum % 10)) % 10);
}

/** A Saudi mobile, `+9665` and eight digits. */
export function saudiMobileOf(serial: number): string {
  return `+9665${String(scattered(serial + 7, EIGHT_DIGITS)).padStart(8, '0')}`;
}

/** A phone of another country: its code and nine digits. */
export function foreignPhoneOf(serial: number, countryCode: string): string {
  return `+${countryCode}9${String(scattered(serial + 11, EIGHT_DIGITS)).padStart(8, '0')}`;
}

/** A passport: a letter and seven digits, with a second letter where the serial outgrows them. */
export function passportOf(serial: number): string {
  const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ';
  const letter = (at: number) => letters.charAt(at % letters.length);
  const digits = String(scattered(serial, 10_000_000)).padStart(7, '0');
  return `${letter(serial)}${serial < 10_000_000 ? '' : letter(serial >> 5)}${digits}`;
}

/** A Saudi IBAN with its check digits (ISO 13616). */
export function ibanOf(serial: number, bank: string): string {
  const account = String(scattered(serial, EIGHT_DIGITS)).padStart(18, '0');
  let remainder = 0;
  // `SA00` behind the account, letters as 10 to 35.
  for (const digit of `${bank}${account}281000`) remainder = (remainder * 10 + Number(digit)) % 97;
  return `SA${String(98 - remainder).padStart(2, '0')}${bank}${account}`;
}
