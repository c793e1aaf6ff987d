import type { Language } from '#shared/domain/case/vocabulary.ts';
import { isolated } from './isolated.ts';

const COMMAS = { ar: '، ', en: ', ' } as const satisfies Record<Language, string>;

/** Several words in a row, without an "and": each keeps its own direction, and all the order of the sentence. */
export function listed(words: readonly string[], language: Language): string {
  return words.map(isolated).join(COMMAS[language]);
}
