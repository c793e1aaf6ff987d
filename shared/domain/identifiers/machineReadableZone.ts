const WEIGHTS = [7, 3, 1] as const;

/**
 * The check digit of a field of a machine-readable zone, 0-9 (ICAO Doc 9303-3, 4.9: weights 7, 3, 1;
 * letters stand for 10 to 35, the filler `<` for 0).
 * @throws RangeError for a character outside A-Z, 0-9 and `<`.
 */
export function mrzCheckDigit(field: string): number {
  if (!/^[A-Z0-9<]*$/.test(field)) throw new RangeError('not a field of a machine-readable zone');
  let sum = 0;
  for (const [index, character] of field.split('').entries()) {
    const value = character === '<' ? 0 : Number.parseInt(character, 36);
    sum += value * (WEIGHTS[index % WEIGHTS.length] ?? 0);
  }
  return sum % 10;
}
