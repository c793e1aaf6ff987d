import { Language } from '#shared/domain/case/vocabulary.ts';
import type { BringChoices } from '#shared/domain/documents/bringList.ts';

/** What the address of the bring-list says: nothing of it is stored anywhere else. */
export interface BringPlace {
  /** `residency:citizen,income:salary,income:pension`. */
  readonly said?: string;
  /** Days from today to the visit. */
  readonly visit?: number;
  readonly language?: Language;
}

/** The day of the visit is today, in one week or in two: statements grow old while one waits. */
export const VISIT_DAYS = [0, 7, 14] as const;

/** Reads an address; what it does not know is passed over. */
export function bringPlace(search: Readonly<Record<string, unknown>>): BringPlace {
  const visit = VISIT_DAYS.find((days) => days === search['visit']);
  const language = Language.safeParse(search['language']);
  return {
    ...(typeof search['said'] === 'string' ? { said: search['said'] } : {}),
    ...(visit === undefined ? {} : { visit }),
    ...(language.success ? { language: language.data } : {}),
  };
}

export function readChoices(said: string | undefined): BringChoices {
  const choices = new Map<string, readonly string[]>();
  for (const part of (said ?? '').split(',')) {
    const [question = '', option = ''] = part.split(':');
    if (option !== '') choices.set(question, [...(choices.get(question) ?? []), option]);
  }
  return Object.fromEntries(choices);
}

export function writeChoices(choices: BringChoices): string {
  return Object.entries(choices)
    .flatMap(([question, options]) => options.map((option) => `${question}:${option}`))
    .join(',');
}
