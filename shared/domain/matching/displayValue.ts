import type { NonAnswerCode, PrintedDate } from '../answers/answer.ts';
import { assertNever } from '../assertNever.ts';
import type { LocalText } from '../questionnaire/model.ts';

/**
 * A stated or read value with what a screen or a print needs to format it: never a finished sentence.
 * `missing` is a field that holds no answer; money is in halalas.
 */
export type DisplayValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'identifier'; readonly text: string }
  | { readonly kind: 'iban'; readonly text: string }
  | { readonly kind: 'date'; readonly date: PrintedDate }
  | { readonly kind: 'money'; readonly halalas: number }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'choice'; readonly name: string; readonly label: LocalText | null }
  | { readonly kind: 'list'; readonly items: readonly DisplayValue[] }
  | { readonly kind: 'nonAnswer'; readonly code: NonAnswerCode; readonly reason: string }
  | { readonly kind: 'missing' };

/** The value as the journal records it: plain, without locale, at most 4000 characters; null when missing. */
export function recordedText(value: DisplayValue | null): string | null {
  const text = value === null ? null : plainText(value);
  return text === null ? null : text.slice(0, 4000);
}

function plainText(value: DisplayValue): string | null {
  switch (value.kind) {
    case 'text':
    case 'name':
    case 'identifier':
    case 'iban':
      return value.text;
    case 'date': {
      const { calendar, year, month, day } = value.date;
      return `${calendar} ${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    }
    case 'money':
      return String(value.halalas);
    case 'number':
      return String(value.value);
    case 'choice':
      return value.name;
    case 'list':
      return value.items.map((item) => plainText(item) ?? '').join('; ');
    case 'nonAnswer':
      return `${value.code}: ${value.reason}`;
    case 'missing':
      return null;
    default:
      return assertNever(value);
  }
}
