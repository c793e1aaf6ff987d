import type { LocalText } from '../../questionnaire/model.ts';
import type { NationalityTable } from '../matchingRules.ts';
import type { ComputedVerdict } from '../matrixRow.ts';
import { finding } from './finding.ts';
import { normalizePlace } from './places.ts';

/** States by their ISO 3166 code, with their names as the interview offers them. */
export type States = ReadonlyMap<string, { readonly label: LocalText }>;

/**
 * A nationality stated as a code of ISO 3166 against one read from a paper (M5): the code or the name
 * of the state, or a code of Doc 9303-3, section 5, that the table explains (`D`, `GBD`). A paper that
 * names no state (a refugee's, an organisation's) proves none and refutes none.
 */
export function compareNationalities(
  stated: string,
  read: string,
  states: States,
  table: NationalityTable,
): ComputedVerdict {
  const code = nationalityCode(read, states, table);
  if (code === null) return finding('review', 'nationalityUnknown');
  if (table.noState.includes(code)) return finding('review', 'nationalityNotTold');
  if (code === stated) return finding('match', 'equal');
  return meantBy(code, table).includes(stated)
    ? finding('match', 'sameMeaning')
    : finding('mismatch', 'differs');
}

/** The code of a nationality as written; null where neither the states nor the table know it. */
export function nationalityCode(
  written: string,
  states: States,
  table: NationalityTable,
): string | null {
  const code = written.normalize('NFKC').replace(/[<\s]/g, '').toUpperCase();
  if (states.has(code) || Object.hasOwn(table.codes, code) || table.noState.includes(code)) {
    return code;
  }
  const name = normalizePlace(written, []);
  const state = [...states].find(
    ([, { label }]) =>
      name !== '' && [label.ar, label.en].some((one) => normalizePlace(one, []) === name),
  );
  return state?.[0] ?? null;
}

/** The state that a code stands for, to be named on a screen: the first that the table gives. */
export function stateOfCode(code: string, states: States, table: NationalityTable): string {
  return states.has(code) ? code : (meantBy(code, table)[0] ?? code);
}

function meantBy(code: string, { codes }: NationalityTable): readonly string[] {
  return Object.hasOwn(codes, code) ? (codes[code] ?? []) : [];
}
