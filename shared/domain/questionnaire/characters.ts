/** Characters of a text without the spaces around it; one outside the basic plane counts once. */
export function countCharacters(text: string): number {
  return Array.from(text.trim()).length;
}
