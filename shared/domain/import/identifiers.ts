import { z } from 'zod';
import { isNonAnswer } from '../answers/answer.ts';
import { rowsOf } from '../answers/answerSet.ts';
import type { CaseState } from '../case/caseState.ts';
import { checkIban } from '../identifiers/iban.ts';
import { parsePhone } from '../identifiers/phone.ts';
import { normalizeIdentifier } from '../matching/comparisons/identifiers.ts';

/**
 * What a person is known by exactly. A card, a passport with its country and a border number are one
 * person's; an account or a telephone may be a family's, and is only ever a note.
 */
export const IdentifierKind = z.enum([
  'idNumber',
  'gccId',
  'passport',
  'borderNumber',
  'iban',
  'mobile',
  /** Of somebody in the household. */
  'member',
]);
export type IdentifierKind = z.infer<typeof IdentifierKind>;

/** Kinds that two people never share. */
const PERSONAL_KINDS = ['idNumber', 'gccId', 'passport', 'borderNumber'] as const;

export interface Identifier {
  readonly kind: IdentifierKind;
  /** Normalised, so that two spellings of one number are equal. */
  readonly value: string;
}

export function isPersonal({ kind }: Pick<Identifier, 'kind'>): boolean {
  const personal: readonly IdentifierKind[] = PERSONAL_KINDS;
  return personal.includes(kind);
}

/**
 * The applicant's own identifiers, as stated. An answer that no longer applies (a passport number
 * under a card) was nevertheless said of the same person, and counts.
 */
export function identifiersOf(state: Pick<CaseState, 'answers'>): readonly Identifier[] {
  const passport = text(state, 'passportNo');
  const country = text(state, 'passportCountry');
  const iban = text(state, 'iban');
  const mobile = text(state, 'mobile');
  const account = iban === null ? null : checkIban(iban);
  const phone = mobile === null ? null : parsePhone(mobile);
  return [
    ...identifier('idNumber', text(state, 'idNumber')),
    ...identifier('gccId', text(state, 'gccIdNumber')),
    ...identifier('passport', passport && country && `${country}:${passport}`),
    ...identifier('borderNumber', text(state, 'borderNumber')),
    ...identifier('iban', account?.ok ? account.value : null),
    ...identifier('mobile', phone?.value ?? null),
    ...membersOf(state),
  ];
}

/** Each number once, whoever was written down twice. */
function membersOf(state: Pick<CaseState, 'answers'>): readonly Identifier[] {
  const numbers = rowsOf(state.answers, 'family').flatMap((row) =>
    identifier('member', text(state, `family/${row}/idNumber`)),
  );
  return [...new Map(numbers.map((each) => [each.value, each])).values()];
}

function identifier(kind: IdentifierKind, value: string | null): readonly Identifier[] {
  const normal = value === null ? '' : normalizeIdentifier(value);
  return normal === '' ? [] : [{ kind, value: normal.slice(0, LONGEST) }];
}

const LONGEST = 200;

function text({ answers }: Pick<CaseState, 'answers'>, path: string): string | null {
  const answer = Object.hasOwn(answers.values, path) ? answers.values[path] : undefined;
  if (answer === undefined || isNonAnswer(answer) || typeof answer.value !== 'string') return null;
  return answer.value.trim() || null;
}
