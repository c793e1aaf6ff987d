import { compactIdentifier } from '../identifiers/digits.ts';
import { checkCharacter } from './checkCharacter.ts';

export interface ReferenceParts {
  /** Three capitals and two digits: `MKH01`; the training office has a prefix of its own. */
  readonly branch: string;
  /** Two characters that headquarters gives to each device and epoch: `B7`. */
  readonly lane: string;
  /** Gregorian, four digits. */
  readonly year: number;
  /** 0 to 999,999, counted within branch, lane and year. */
  readonly counter: number;
}

export type ReferenceProblem = 'length' | 'form' | 'checksum';

export type ReferenceParse =
  | {
      readonly ok: true;
      /** As it is printed and stored, with its hyphens. */
      readonly value: string;
      readonly parts: ReferenceParts;
    }
  | { readonly ok: false; readonly problem: ReferenceProblem };

const COMPACT_LENGTH = 18;
const FIELDS = /^[A-Z]{3}\d{2}-[A-Z0-9]{2}-\d{4}-\d{6}$/;
const COMPACT = /^([A-Z]{3}\d{2})([A-Z0-9]{2})(\d{4})(\d{6})([A-Z0-9])$/;

/**
 * The reference number of a case, made offline and never twice: branch, lane, year, counter, check
 * character after ISO 7064 MOD 37,36 over all that stands before it, hyphens left out.
 * @throws RangeError when a part does not have its form.
 */
export function formatReference(parts: ReferenceParts): string {
  const fields = [
    parts.branch,
    parts.lane,
    String(parts.year).padStart(4, '0'),
    String(parts.counter).padStart(6, '0'),
  ];
  if (!FIELDS.test(fields.join('-'))) throw new RangeError('not the parts of a reference number');
  return [...fields, checkCharacter(fields.join(''))].join('-');
}

/**
 * Reads a reference number as people say and type it: small letters, Arabic digits, spaces and missing
 * hyphens are passed over, since every part has its fixed length. O is never taken for 0, nor I for 1:
 * the form or the check character refuses them.
 */
export function parseReference(text: string): ReferenceParse {
  const compact = compactIdentifier(text)
    .replace(/[-\u2010-\u2015\u2212_]/g, '')
    .toUpperCase();
  if (compact.length !== COMPACT_LENGTH) return { ok: false, problem: 'length' };
  const match = COMPACT.exec(compact);
  if (match === null) return { ok: false, problem: 'form' };
  const [, branch = '', lane = '', year = '', counter = '', check = ''] = match;
  if (checkCharacter(branch + lane + year + counter) !== check) {
    return { ok: false, problem: 'checksum' };
  }
  return {
    ok: true,
    value: [branch, lane, year, counter, check].join('-'),
    parts: { branch, lane, year: Number(year), counter: Number(counter) },
  };
}
