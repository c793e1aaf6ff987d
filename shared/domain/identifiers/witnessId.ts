import { compactIdentifier } from './digits.ts';

/** What a witness is known by, as it is stored: national id, iqama, Gulf id or passport. */
export function witnessId(typed: string): string {
  return compactIdentifier(typed).replaceAll('-', '').toUpperCase();
}

/** Its form alone: ten digits, or the letters and digits of a passport. */
export function isPossibleWitnessId(id: string): boolean {
  return /^[A-Z0-9]{6,15}$/.test(id);
}
