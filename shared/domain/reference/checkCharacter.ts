const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const MODULUS = 36;

/**
 * The check character (0-9, A-Z) of a text of digits and capitals, after ISO 7064 MOD 37,36 (a hybrid
 * system). It catches every wrong character, and swaps of neighbours but for some of neighbours in the
 * alphabet (4 and 5, A and B, 9 and A), about one of them in thirty-six.
 * @throws RangeError for any other character.
 */
export function checkCharacter(text: string): string {
  let product = MODULUS;
  for (const character of text) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) throw new RangeError('only digits and capital letters can be checked');
    const sum = (product + value) % MODULUS || MODULUS;
    product = (sum * 2) % (MODULUS + 1);
  }
  return ALPHABET.charAt((MODULUS + 1 - product) % MODULUS);
}
