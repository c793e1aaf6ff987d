import type { MachineReadableZone } from '../../identifiers/parseMachineReadableZone.ts';
import { foldLatinLetters } from '../../names/latinSpelling.ts';
import { searchKeyOf } from '../../names/normalizeName.ts';
import type { ComputedVerdict } from '../matrixRow.ts';
import { bestOf, finding } from './finding.ts';
import { comparePersonNames } from './persons.ts';

/**
 * A name in Latin letters against that of a machine-readable zone (M7): the Latin rule, whichever of
 * surname and given names was stated first. A name that fills its field may be cut off (Doc 9303-3,
 * 4.6), so that a beginning of what was stated matches; words cut one by one are for a person.
 */
export function compareZoneName(
  stated: string,
  {
    surname,
    givenNames,
    truncatedName,
  }: Pick<MachineReadableZone, 'surname' | 'givenNames' | 'truncatedName'>,
): ComputedVerdict {
  const zone = `${surname} ${givenNames}`.trim();
  const asStated = bestOf([
    comparePersonNames(stated, zone),
    comparePersonNames(stated, `${givenNames} ${surname}`.trim()),
  ]);
  if (asStated.verdict === 'match' || !truncatedName) return asStated;
  const words = zone.split(' ');
  const orders = rotations(latinWords(stated));
  if (orders.some((order) => isBeginning(words, order))) return finding('match', 'zoneNamePrefix');
  return orders.some((order) => areBeginnings(words, order))
    ? finding('review', 'zoneNameShortened')
    : asStated;
}

function latinWords(name: string): readonly string[] {
  return foldLatinLetters(name)
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}

/** The words as said, and with any number of them moved from the front to the end. */
function rotations(words: readonly string[]): readonly (readonly string[])[] {
  return words.map((_, index) => [...words.slice(index), ...words.slice(0, index)]);
}

/** Letter by letter, or all words but the last by the Latin rule and that one as a beginning. */
function isBeginning(words: readonly string[], stated: readonly string[]): boolean {
  if (stated.join('').startsWith(words.join(''))) return true;
  const head = searchKeyOf(words.slice(0, -1).join(' '));
  const last = words.at(-1) ?? '';
  return stated.some(
    (word, index) =>
      word.startsWith(last) &&
      head !== '' &&
      searchKeyOf(stated.slice(0, index).join(' ')) === head,
  );
}

/** Each word is the beginning of one that was stated, in their order. */
function areBeginnings(words: readonly string[], stated: readonly string[]): boolean {
  let found = 0;
  for (const word of stated) {
    if (found < words.length && word.startsWith(words[found] ?? '')) found += 1;
  }
  return words.length > 0 && found === words.length;
}
