import type { SummaryEntry } from '#renderer/caseParts/caseSummary.ts';
import { isNonAnswer } from '#shared/domain/answers/answer.ts';

/** What is said in one breath: a name of several parts, one answer, or all that there is none of. */
export type ReadSentence =
  | { readonly kind: 'name'; readonly id: string; readonly name: string }
  | { readonly kind: 'answer'; readonly id: string; readonly entry: SummaryEntry }
  | { readonly kind: 'none'; readonly id: string; readonly labels: readonly string[] };

/**
 * Answers as they are read aloud: the parts of a name together, sums of nothing in one sentence at
 * the place of the first, all others one by one in the order of the form.
 */
export function readSentences(entries: readonly SummaryEntry[]): readonly ReadSentence[] {
  const names = entries.filter(isNamePart);
  const nothings = entries.filter(isNothing);
  return entries.flatMap((entry): readonly ReadSentence[] => {
    if (names.length > 1 && names.includes(entry)) {
      const name = names.map(textOf).join(' ');
      return entry === names[0] ? [{ kind: 'name', id: entry.id, name }] : [];
    }
    if (nothings.length > 1 && nothings.includes(entry)) {
      const labels = nothings.map(({ label }) => label);
      return entry === nothings[0] ? [{ kind: 'none', id: entry.id, labels }] : [];
    }
    return [{ kind: 'answer', id: entry.id, entry }];
  });
}

const NAME_PARTS: ReadonlySet<string> = new Set([
  'nameFirst',
  'nameFather',
  'nameGrandfather',
  'nameFamily',
]);

function isNamePart({ field, answer }: SummaryEntry): boolean {
  return NAME_PARTS.has(field.schemaPath) && !isNonAnswer(answer);
}

function isNothing({ field, answer }: SummaryEntry): boolean {
  return field.type === 'money' && !isNonAnswer(answer) && answer.value === 0;
}

function textOf({ answer }: SummaryEntry): string {
  return isNonAnswer(answer) || typeof answer.value !== 'string' ? '' : answer.value;
}
