/** Words of a person or of the other language, whose direction touches nothing of the sentence around them. */
export function isolated(words: string): string {
  return `\u2068${words}\u2069`;
}
