import { stripBidi, toAsciiDigits } from '#shared/domain/identifiers/digits.ts';
import type { Crypto } from '#shared/ports.ts';

/**
 * The printed recovery code: six groups of five characters of Crockford's base32. In each group
 * four carry the secret (24 × 5 = 120 bits) and the fifth checks the other four and the group's
 * place, so that a mistyped group is told at once, and by itself.
 */
export const RECOVERY_GROUPS = 6;
export const RECOVERY_GROUP_LENGTH = 5;
const SECRET_LENGTH = 15;

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export interface RecoveryCode {
  /** As it is printed: groups with dashes between. */
  readonly text: string;
  /** 15 random bytes. */
  readonly secret: Uint8Array;
}

export function makeRecoveryCode(crypto: Crypto): RecoveryCode {
  const secret = crypto.randomBytes(SECRET_LENGTH);
  const symbols = symbolsOf(secret);
  const groups = Array.from({ length: RECOVERY_GROUPS }, (_, group) => {
    const data = symbols.slice(group * 4, group * 4 + 4);
    return [...data, checkSymbol(data, group)].map((symbol) => ALPHABET.charAt(symbol)).join('');
  });
  return { text: groups.join('-'), secret };
}

export type GroupProblem = 'missing' | 'wrongLength' | 'wrongCharacter' | 'checkFailed';

export type ParsedRecoveryCode =
  | { readonly ok: true; readonly secret: Uint8Array }
  | {
      readonly ok: false;
      /** Groups count from 1; a group beyond the sixth is `wrongLength`. */
      readonly problems: readonly { readonly group: number; readonly problem: GroupProblem }[];
    };

/**
 * Reads a code as a person types it: any case, Arabic digits, O for 0, I and L for 1, groups apart
 * by dashes or spaces, or all in one.
 */
export function parseRecoveryCode(text: string): ParsedRecoveryCode {
  const groups = groupsOf(text);
  const problems: { readonly group: number; readonly problem: GroupProblem }[] = [];
  const symbols: number[] = [];
  for (let group = 0; group < Math.max(RECOVERY_GROUPS, groups.length); group += 1) {
    const read = readGroup(groups[group] ?? '', group);
    if (typeof read === 'string') problems.push({ group: group + 1, problem: read });
    else symbols.push(...read);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, secret: bytesOf(symbols) };
}

/** One group as a person types it, in the characters in which it was printed. */
export function groupAsPrinted(text: string): string {
  return asPrinted(text).replace(/[\s\p{Pd}]/gu, '');
}

function asPrinted(text: string): string {
  return toAsciiDigits(stripBidi(text)).toUpperCase().replace(/O/gu, '0').replace(/[IL]/gu, '1');
}

function groupsOf(text: string): readonly string[] {
  const plain = asPrinted(text);
  const apart = plain.split(/[\s\p{Pd}]+/u).filter((group) => group !== '');
  if (apart.length !== 1) return apart;
  return plain.match(/\S{1,5}/gu) ?? [];
}

function readGroup(text: string, group: number): readonly number[] | GroupProblem {
  if (text === '') return 'missing';
  const symbols = Array.from(text, (character) => ALPHABET.indexOf(character));
  if (symbols.includes(-1)) return 'wrongCharacter';
  if (symbols.length !== RECOVERY_GROUP_LENGTH || group >= RECOVERY_GROUPS) return 'wrongLength';
  const data = symbols.slice(0, 4);
  return checkSymbol(data, group) === symbols[4] ? data : 'checkFailed';
}

/**
 * A weighted sum in the field of 32 elements. Its weights differ and none is zero, so that every
 * single wrong character and every exchange of two neighbours shows; the group's own constant
 * shows an exchange of groups.
 */
function checkSymbol(data: readonly number[], group: number): number {
  return data.reduce((sum, symbol, place) => sum ^ multiply(symbol, 1 << (place + 1)), group + 1);
}

/** In GF(32) with the polynomial x⁵ + x² + 1. */
function multiply(left: number, right: number): number {
  let product = 0;
  for (let bit = 0; bit < 5; bit += 1) if ((right >> bit) & 1) product ^= left << bit;
  for (let bit = 9; bit >= 5; bit -= 1) if ((product >> bit) & 1) product ^= 0b100101 << (bit - 5);
  return product;
}

function symbolsOf(bytes: Uint8Array): readonly number[] {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/gu) ?? []).map((symbol) => Number.parseInt(symbol, 2));
}

function bytesOf(symbols: readonly number[]): Uint8Array {
  const bits = symbols.map((symbol) => symbol.toString(2).padStart(5, '0')).join('');
  return Uint8Array.from((bits.match(/.{8}/gu) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
