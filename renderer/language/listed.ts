import type { Language } from '#shared/domain/case/vocabulary.ts';

/** Several words as a sentence lists them, without an "and". */
export function listed(words: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'unit', style: 'short' }).format(words);
}
