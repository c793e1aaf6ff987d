import { z } from 'zod';
import { type Answer, isNonAnswer, PrintedDate } from '#shared/domain/answers/answer.ts';
import { toDayNumber } from '#shared/domain/calendar/dayNumber.ts';
import { type CaseState, standingDeclaration } from '#shared/domain/case/caseState.ts';
import { isReferralOpen } from '#shared/domain/case/reduceReferral.ts';
import type { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import { maskIdentifier } from '#shared/domain/identifiers/maskIdentifier.ts';
import { type BeneficiaryId, type CaseId, type Instant, IsoDay } from '#shared/domain/identity.ts';
import { identityKey, mobileKey, nameWords } from './searchText.ts';

/** So many things that are awaited are named in a list. */
const MOST_NAMES = 4;

/** How far a case has come, in numbers for a list. */
export const CaseProgress = z.strictObject({
  noticeShown: z.boolean(),
  servicesExplained: z.boolean(),
  inquiriesConfirmed: z.boolean(),
  answered: z.int(),
  conflicts: z.int(),
  documents: z.int(),
  verdicts: z.int(),
  signed: z.boolean(),
  papers: z.int(),
  /** What a case that was left incomplete still waits for; null for one that is not. */
  awaiting: z
    .strictObject({
      dueOn: IsoDay,
      /** Names of what has not come, the first few. */
      names: z.array(z.strictObject({ ar: z.string(), en: z.string() })).max(MOST_NAMES),
      count: z.int(),
    })
    .nullable(),
  /** The first question that lies with the social-research officer; null for none. */
  referral: z.strictObject({ question: z.string(), appointmentOn: IsoDay.nullable() }).nullable(),
});
export type CaseProgress = z.infer<typeof CaseProgress>;

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

/** Everything that lists and search keep of a case: a pure function of its state. */
export interface CaseProjection {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly status: CaseStatus;
  readonly beneficiaryId: BeneficiaryId;
  readonly applicant: ApplicantIdentity;
  /** All but the last four characters hidden, as papers print it. */
  readonly idMasked: string | null;
  readonly progress: CaseProgress;
  readonly openedAt: Instant;
  readonly updatedAt: Instant;
  readonly submittedAt: Instant | null;
  readonly replyNotBefore: IsoDay | null;
  /** The last declaration was voided by a later change, and none stands (P34). */
  readonly declarationVoid: boolean;
  /** Without repetition, sorted. */
  readonly searchKeys: readonly SearchKey[];
}

const NAME_FIELDS = ['nameFirst', 'nameFather', 'nameGrandfather', 'nameFamily'] as const;
const IDENTITY_FIELDS = ['idNumber', 'gccIdNumber', 'passportNo', 'borderNumber'] as const;
const PHONE_FIELDS = ['mobile', 'altPhone'] as const;

export function projectCase(state: CaseState): CaseProjection {
  const applicant = applicantOf(state);
  return {
    caseId: state.caseId,
    reference: state.reference,
    status: state.status,
    beneficiaryId: state.beneficiaryId,
    applicant,
    idMasked: applicant.idNumber === null ? null : maskIdentifier(applicant.idNumber),
    progress: {
      noticeShown: state.privacyNotice !== null,
      servicesExplained: state.servicesExplained !== null,
      inquiriesConfirmed: state.inquiriesConfirmed !== null,
      answered: Object.keys(state.answers.values).length,
      conflicts: Object.keys(state.conflicts).length,
      documents: Object.keys(state.documents).length,
      verdicts: Object.keys(state.verdicts).length,
      signed: standingDeclaration(state) !== null,
      papers: state.papers.length,
      awaiting: awaitingOf(state),
      referral: referralOf(state),
    },
    openedAt: state.opened.at,
    updatedAt: state.last.at,
    submittedAt: state.submission?.at ?? null,
    replyNotBefore: state.submission?.replyNotBefore ?? null,
    declarationVoid: state.declarations.length > 0 && standingDeclaration(state) === null,
    searchKeys: searchKeysOf(state, applicant),
  };
}

function awaitingOf({ incompleteness }: CaseState): CaseProgress['awaiting'] {
  if (incompleteness === null) return null;
  const { items, received, dueOn } = incompleteness;
  const awaited = items.filter(({ itemId }) => !Object.hasOwn(received, itemId));
  return {
    dueOn,
    names: awaited.slice(0, MOST_NAMES).map(({ name }) => name),
    count: awaited.length,
  };
}

/** A line of a list holds no more of a question. */
const LONGEST_QUESTION = 140;

function referralOf({ referrals }: CaseState): CaseProgress['referral'] {
  const open = referrals.find(isReferralOpen);
  const asked = open?.thread.at(-1);
  if (open === undefined || asked?.kind !== 'question') return null;
  const { text } = asked;
  return {
    question: text.length > LONGEST_QUESTION ? `${text.slice(0, LONGEST_QUESTION)}…` : text,
    appointmentOn: open.appointment?.on ?? null,
  };
}

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

function applicantOf(state: CaseState): ApplicantIdentity {
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

function searchKeysOf(state: CaseState, applicant: ApplicantIdentity): readonly SearchKey[] {
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

function textAnswer(state: CaseState, path: string): string | null {
  const value = valueOf(state.answers.values[path]);
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? null : text;
}

function valueOf(answer: Answer | undefined): unknown {
  return answer === undefined || isNonAnswer(answer) ? undefined : answer.value;
}
