import { z } from 'zod';
import type { EngineFunctions } from './engineFunctions.ts';
import type { ProblemCode } from './problem.ts';

/** What a text means, where a form or a checksum belongs to it (domain/3). */
export const FieldFormat = z.enum([
  'nationalId',
  'iqama',
  'saudiId',
  'gccId',
  'iban',
  'saudiMobile',
  'phone',
  'shortAddress',
  'digits',
  'digits4',
  'digits5',
  'digits10',
  'passport',
  'arabicName',
  'latinName',
]);
export type FieldFormat = z.infer<typeof FieldFormat>;

interface FormatRule {
  /** Null when the canonical text is right. */
  readonly check: (text: string, functions: EngineFunctions) => ProblemCode | null;
  /** Typed text to the canonical form in which it is stored; it may still be wrong. */
  readonly canonical: (typed: string, functions: EngineFunctions) => string;
}

/** What people put between the digits of a number: spaces, dashes, brackets, dots. */
const SEPARATORS = /[\s\-–—().]/g;
/** Arabic letters with their marks; no digits, no punctuation but the hyphen. */
const ARABIC_NAME = /^[\p{Script=Arabic}\p{M}\u0640 '’-]+$/u;
const LATIN_NAME = /^[A-Z][A-Z '’.-]*$/;

function compact(typed: string, functions: EngineFunctions): string {
  return functions.asciiDigits(typed).replaceAll(SEPARATORS, '').toUpperCase();
}

/** Digits written in Eastern form are mapped; letters and spaces stay, runs of spaces become one. */
function tidy(typed: string, functions: EngineFunctions): string {
  return functions.asciiDigits(typed).replaceAll(/\s+/g, ' ').trim();
}

function pattern(expression: RegExp, code: ProblemCode): FormatRule {
  return { check: (text) => (expression.test(text) ? null : code), canonical: compact };
}

function personalId(firstDigit: RegExp): FormatRule {
  return {
    check: (text, functions) =>
      firstDigit.test(text) ? functions.checkNationalId(text) : 'idForm',
    canonical: compact,
  };
}

function phone(parse: (functions: EngineFunctions) => (text: string) => string | null): FormatRule {
  return {
    check: (text, functions) => (parse(functions)(text) === text ? null : 'phoneForm'),
    canonical: (typed, functions) =>
      parse(functions)(typed) ?? functions.asciiDigits(typed).replaceAll(SEPARATORS, ''),
  };
}

const RULES: Readonly<Record<FieldFormat, FormatRule>> = {
  nationalId: personalId(/^1\d{9}$/),
  iqama: personalId(/^2\d{9}$/),
  saudiId: personalId(/^[12]\d{9}$/),
  // The states of the Gulf number their citizens each in its own way: form only.
  gccId: pattern(/^[A-Z0-9]{6,15}$/, 'idForm'),
  iban: { check: (text, functions) => functions.checkIban(text), canonical: compact },
  saudiMobile: phone((functions) => functions.parseSaudiMobile),
  phone: phone((functions) => functions.parsePhone),
  shortAddress: pattern(/^[A-Z]{4}\d{4}$/, 'shortAddressForm'),
  digits: pattern(/^\d{1,40}$/, 'digitsForm'),
  digits4: pattern(/^\d{4}$/, 'digitsForm'),
  digits5: pattern(/^\d{5}$/, 'digitsForm'),
  digits10: pattern(/^\d{10}$/, 'digitsForm'),
  passport: pattern(/^[A-Z0-9]{6,9}$/, 'passportForm'),
  arabicName: {
    check: (text) => (ARABIC_NAME.test(text) ? null : 'arabicNameForm'),
    canonical: tidy,
  },
  latinName: {
    check: (text) => (LATIN_NAME.test(text) ? null : 'latinNameForm'),
    canonical: (typed, functions) => tidy(typed, functions).toUpperCase(),
  },
};

/** What is wrong with a stored text of this format, or null. */
export function checkFormat(
  format: FieldFormat,
  text: string,
  functions: EngineFunctions,
): ProblemCode | null {
  return RULES[format].check(text, functions);
}

/** The form in which typed text of this format is stored. */
export function canonicalText(
  format: FieldFormat | null,
  typed: string,
  functions: EngineFunctions,
): string {
  return format ? RULES[format].canonical(typed, functions) : typed.trim();
}
