import { compactIdentifier } from './digits.ts';

export type NationalIdCheck =
  | { readonly ok: true; readonly value: string; readonly holder: 'citizen' | 'resident' }
  | { readonly ok: false; readonly problem: 'form' }
  | {
      readonly ok: false;
      readonly problem: 'checksum';
      /** The ten digits as keyed, which may be kept "as printed" after a second keying. */
      readonly value: string;
      /** Swapping two neighbouring digits would mend the checksum. */
      readonly likelyTransposition: boolean;
    };

/**
 * Checks a national id or iqama: ten digits, the first 1 (citizen) or 2 (resident); digits 1, 3, 5, 7,
 * 9 doubled (minus 9 above 9), and the sum of all a multiple of ten. A wrong form blocks; a wrong
 * checksum asks for a second keying and turns nobody away. Passing never replaces matching: the check
 * is blind to some swaps (1109012342 and 1190012342 both pass).
 */
export function checkNationalId(text: string): NationalIdCheck {
  const value = compactIdentifier(text);
  if (!/^[12]\d{9}$/.test(value)) return { ok: false, problem: 'form' };
  if (!passesChecksum(value)) {
    return {
      ok: false,
      problem: 'checksum',
      value,
      likelyTransposition: neighbourSwaps(value).some(
        (swapped) => /^[12]/.test(swapped) && passesChecksum(swapped),
      ),
    };
  }
  return { ok: true, value, holder: value.startsWith('1') ? 'citizen' : 'resident' };
}

function passesChecksum(digits: string): boolean {
  let sum = 0;
  for (const [index, character] of digits.split('').entries()) {
    const digit = Number(character);
    const doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += index % 2 === 0 ? doubled : digit;
  }
  return sum % 10 === 0;
}

function neighbourSwaps(digits: string): readonly string[] {
  const swaps: string[] = [];
  for (let index = 0; index + 1 < digits.length; index += 1) {
    const left = digits.charAt(index);
    const right = digits.charAt(index + 1);
    if (left !== right) swaps.push(digits.slice(0, index) + right + left + digits.slice(index + 2));
  }
  return swaps;
}
