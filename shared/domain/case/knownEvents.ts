import { z } from 'zod';
import { BeneficiaryId } from '../identity.ts';

const HERE = 'here/';
const ELSEWHERE = 'elsewhere/';

/**
 * Who an applicant may be: `here/` and a beneficiary whom this branch knows, or `elsewhere/` and the mark of
 * an entry of the match index, which tells nothing but to headquarters.
 */
export const KnownSubject = z
  .string()
  .regex(/^(?:here\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|elsewhere\/[0-9a-f]{16})$/)
  .brand<'KnownSubject'>();
export type KnownSubject = z.infer<typeof KnownSubject>;

export function subjectHere(beneficiaryId: BeneficiaryId): KnownSubject {
  return KnownSubject.parse(HERE + beneficiaryId);
}

/** @param mark 16 hexadecimal digits */
export function subjectElsewhere(mark: string): KnownSubject {
  return KnownSubject.parse(ELSEWHERE + mark);
}

/** Whom a subject of this branch names; null for one of the match index. */
export function beneficiaryOfSubject(subject: KnownSubject): BeneficiaryId | null {
  return subject.startsWith(HERE) ? BeneficiaryId.parse(subject.slice(HERE.length)) : null;
}

/** The mark of an entry of the match index; null for somebody of this branch. */
export function markOfSubject(subject: KnownSubject): string | null {
  return subject.startsWith(ELSEWHERE) ? subject.slice(ELSEWHERE.length) : null;
}

/**
 * `sure`: most likely the same person, and answered before a case is submitted. `review`: headquarters
 * looks at it. `none`: what was found before is not alike any more, since something was corrected.
 */
export const KnownStrength = z.enum(['sure', 'review', 'none']);
export type KnownStrength = z.infer<typeof KnownStrength>;

/** `unsure` leaves it to headquarters. */
export const KnownAnswer = z.enum(['same', 'another', 'unsure']);
export type KnownAnswer = z.infer<typeof KnownAnswer>;

export const FoundPerson = z.strictObject({
  subject: KnownSubject,
  strength: KnownStrength,
  /** An identifier is the same, in the match index as far as its filter can tell. */
  sameIdentifier: z.boolean(),
});
export type FoundPerson = z.infer<typeof FoundPerson>;

export const KnownPersonAnswer = z
  .strictObject({
    subject: KnownSubject,
    answer: KnownAnswer,
    /** Why it is another person, in a word; never left out there. */
    reason: z.string().trim().min(1).max(500).nullable(),
  })
  .refine(({ answer, reason }) => answer !== 'another' || reason !== null, {
    path: ['reason'],
    message: 'another person without a reason',
  });
export type KnownPersonAnswer = z.infer<typeof KnownPersonAnswer>;

/** What the desk found when it asked whether the applicant is known, and what was said to it. */
export const KNOWN_EVENT_PAYLOADS = {
  knownPeopleFound: z.strictObject({
    people: z.array(FoundPerson).min(1).max(20),
    /** Of the match index that was asked; null where the laptop has none. */
    indexVersion: z.int().min(1).nullable(),
  }),
  knownPersonAnswered: KnownPersonAnswer,
} as const;
