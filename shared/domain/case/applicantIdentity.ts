import { type Answer, isNonAnswer, PrintedDate } from '../answers/answer.ts';
import { toDayNumber } from '../calendar/dayNumber.ts';
import { identityKey, mobileKey, nameWords } from '../search/searchText.ts';
import type { CaseState } from './caseState.ts';

export type SearchKind = 'name' | 'identity' | 'mobile' | 'birth' | 'reference' | 'tail';

export interface SearchKey {
  readonly kind: SearchKind;
  readonly key: string;
}

/** Who the applicant is, as far as the answers say it. */
export interface ApplicantIdentity {
  /** The parts of the name in their order; empty while none is known. */
  readonly name: string;
  /** The normalised words of the name, one space between them. */
  readonly nameKey: string;
  /** Id, passport or border number, the first that is known. */
  readonly idNumber: string | null;
  /** As printed: `hijri 1410-08-28` or `gregorian 1990-03-25`. */
  readonly birthDate: string | null;
  readonly mobile: string | null;
}

const NAME_FIELDS = ['nameFirst', 'nameFather', 'nameGrandfather', 'nameFamily'] as const;
const IDENTITY_FIELDS = ['idNumber', 'gccIdNumber', 'passportNo', 'borderNumber'] as const;
const PHONE_FIELDS = ['mobile', 'altPhone'] as const;

/** The form in which a birth date is kept: the calendar in which it was printed, and the day. */
function printedDateKey(date: PrintedDate): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.calendar} ${String(date.year).padStart(4, '0')}-${two(date.month)}-${two(date.day)}`;
}

/** What a birth date is found by: as it was printed, and the day on which both calendars meet. */
export function birthKeys(date: PrintedDate): readonly string[] {
  const day = toDayNumber(date);
  return [printedDateKey(date), ...(day === null ? [] : [`day ${day}`])];
}

export function applicantOf(state: CaseState): ApplicantIdentity {
  const name = NAME_FIELDS.map((field) => textAnswer(state, field))
    .filter((part) => part !== null)
    .join(' ');
  const identities = IDENTITY_FIELDS.map((field) => textAnswer(state, field));
  const birth = birthDateOf(state);
  return {
    name,
    nameKey: nameWords(name).join(' '),
    idNumber: identities.find((identity) => identity !== null) ?? null,
    birthDate: birth && printedDateKey(birth),
    mobile: textAnswer(state, 'mobile'),
  };
}

/** Without repetition, sorted. */
export function searchKeysOf(state: CaseState, applicant: ApplicantIdentity): readonly SearchKey[] {
  const birth = birthDateOf(state);
  const latin = textAnswer(state, 'nameLatin') ?? '';
  const counter = /-(\d{6})-/u.exec(state.reference)?.[1]?.replace(/^0+/u, '') ?? '';
  const keys: Record<SearchKind, readonly string[]> = {
    name: [...nameWords(applicant.name), ...nameWords(latin)].flatMap(withAndWithoutArticle),
    identity: IDENTITY_FIELDS.map((field) => identityKey(textAnswer(state, field) ?? '')),
    mobile: PHONE_FIELDS.map((field) => mobileKey(textAnswer(state, field) ?? '')),
    birth: birth ? birthKeys(birth) : [],
    reference: [identityKey(state.reference), counter],
    tail: tailsOf(state.reference),
  };
  return (['birth', 'identity', 'mobile', 'name', 'reference', 'tail'] as const).flatMap((kind) =>
    [...new Set(keys[kind])]
      .filter((key) => key !== '')
      .sort()
      .map((key) => ({ kind, key })),
  );
}

/** The ends of a reference that people read out: with its year, its counter, and the bare number. */
function tailsOf(reference: string): readonly string[] {
  const [, year, counter, check] = /-(\d{4})-(\d{6})-(.)$/u.exec(reference) ?? [];
  if (year === undefined || counter === undefined || check === undefined) return [];
  const whole = `${counter}${check}`;
  return [`${year}${whole}`, whole, whole.replace(/^0+/u, '')];
}

function birthDateOf(state: CaseState): PrintedDate | null {
  const parsed = PrintedDate.safeParse(valueOf(state.answers.values['birthDate']));
  return parsed.success ? parsed.data : null;
}

/** Family names are typed with their article and without it, and a clan by its name alone. */
function withAndWithoutArticle(word: string): readonly string[] {
  return /^ال.{3,}/u.test(word) ? [word, word.slice(2).trim()] : [word];
}

/** What was said of a field in words; null for nothing. */
export function textAnswer(state: CaseState, path: string): string | null {
  const value = valueOf(state.answers.values[path]);
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? null : text;
}

function valueOf(answer: Answer | undefined): unknown {
  return answer === undefined || isNonAnswer(answer) ? undefined : answer.value;
}
