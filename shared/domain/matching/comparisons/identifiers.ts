import { compactIdentifier } from '../../identifiers/digits.ts';
import { checkIban } from '../../identifiers/iban.ts';
import type { ComputedVerdict } from '../matrixRow.ts';
import type { ReasonCode } from '../reasonCodes.ts';
import { finding } from './finding.ts';

/** An identifier as it is compared: ASCII digits, capitals, no spaces or dashes. */
export function normalizeIdentifier(text: string): string {
  return compactIdentifier(text.normalize('NFKC')).replaceAll('-', '').toUpperCase();
}

/** Exact after digits are normalised (M1, M12); says kindly how the two differ. */
export function compareIdentifiers(
  stated: string,
  read: string,
  otherwise: 'mismatch' | 'review' = 'mismatch',
): ComputedVerdict {
  const a = normalizeIdentifier(stated);
  const b = normalizeIdentifier(read);
  return a === b ? finding('match', 'equal') : finding(otherwise, slipBetween(a, b));
}

/** The applicant's own number is the head's, or stands among those of the members (M1 on D5). */
export function compareIdentifierAmong(
  stated: string,
  head: string,
  members: readonly string[],
): ComputedVerdict {
  const own = normalizeIdentifier(stated);
  if (own === normalizeIdentifier(head)) return finding('match', 'headOfRegister');
  if (members.some((member) => normalizeIdentifier(member) === own)) {
    return finding('match', 'listedInRegister');
  }
  // A slip of one digit in the head's number is likelier than a register of strangers.
  const slip = slipBetween(own, normalizeIdentifier(head));
  return finding('mismatch', slip === 'differs' ? 'notInRegister' : slip);
}

/** Exact, and the paper's own check digits hold modulo 97 (M19). */
export function compareIbans(stated: string, read: string): ComputedVerdict {
  const a = normalizeIdentifier(stated);
  const b = normalizeIdentifier(read);
  if (a !== b) return finding('mismatch', slipBetween(a, b));
  return checkIban(b).ok ? finding('match', 'equal') : finding('mismatch', 'ibanInvalid');
}

/** How two normalised identifiers differ: one place, two neighbours swapped, or more. */
export function slipBetween(first: string, second: string): ReasonCode {
  // By characters, not by UTF-16 units: a text of any script may be typed.
  const a = Array.from(first);
  const b = Array.from(second);
  if (a.length !== b.length) return 'differs';
  const places = a.flatMap((character, index) => (character === b[index] ? [] : [index]));
  const [one, next] = places;
  if (one === undefined) return 'equal';
  if (places.length === 1) return 'oneDigitDiffers';
  const swapped =
    places.length === 2 && next === one + 1 && a[one] === b[next] && a[next] === b[one];
  return swapped ? 'digitsSwapped' : 'differs';
}
