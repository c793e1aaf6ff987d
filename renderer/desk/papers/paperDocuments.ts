import type { z } from 'zod';
import { isNonAnswer, type PrintedDate } from '#shared/domain/answers/answer.ts';
import type { AssessedDocument } from '#shared/domain/case/assessCase.ts';
import type { FrozenValidity } from '#shared/domain/case/caseEvent.ts';
import type { Language, ValidityVerdict } from '#shared/domain/case/vocabulary.ts';
import { dateReading, ISSUE_DATE } from '#shared/domain/documents/documentValidity.ts';
import { formatIban } from '#shared/domain/identifiers/iban.ts';
import { maskIdentifier } from '#shared/domain/identifiers/maskIdentifier.ts';

export type Validity = z.infer<typeof FrozenValidity>;

/** How a document was laid on the desk, as papers say it. */
export type Presented = 'originalSighted' | 'withoutOriginal' | 'notPresented' | 'illegible';

/** What its dates said on the day of the paper. `issued`: a statement, which counts from its issue. */
export type ValidityWords =
  | { readonly kind: 'until' | 'expired'; readonly day: string }
  | { readonly kind: 'issued'; readonly date: PrintedDate }
  | { readonly kind: 'valid' | 'tooOld' | 'issuedLater' | 'dateMissing' | 'notPresented' };

export interface PaperDocument {
  readonly id: string;
  readonly name: string;
  /** The member of the family whose it is. */
  readonly subject: string | null;
  readonly number: string | null;
  readonly presented: Presented;
  readonly reason: string | null;
  readonly validity: ValidityWords;
  /** By whose word it was taken although it was not in force; null where it needed none. */
  readonly byOfficer: Validity['byOfficer'];
}

export interface PaperDocumentsOptions {
  readonly language: Language;
  /** Shows the last four characters of each number only. */
  readonly masked: boolean;
  /** As frozen at submission (P32); null takes what was found on the paper's own day. */
  readonly frozen: readonly Validity[] | null;
}

/**
 * The documents of a case that were recorded, in the order in which they are asked for. A document that
 * was asked for and never spoken of is none of them.
 */
export function paperDocuments(
  documents: readonly AssessedDocument[],
  options: PaperDocumentsOptions,
): readonly PaperDocument[] {
  return documents.flatMap((document): readonly PaperDocument[] => {
    const { needed, recorded } = document;
    if (recorded === null) return [];
    const number = numberOf(document);
    return [
      {
        id: needed.documentKey,
        name: needed.label[options.language],
        subject: needed.subject,
        number: number === null ? null : writtenNumber(number, options.masked),
        presented: presentedOf(recorded),
        reason: recorded.reason,
        validity: validityWords(document, options.frozen),
        byOfficer: byOfficerOf(document, options.frozen),
      },
    ];
  });
}

/** Readings that number the paper itself come before those that number its holder. */
const NUMBERS = [
  'number',
  'leaseNo',
  'crNumber',
  'visaNo',
  'passportNo',
  'iban',
  'idNumber',
  'headIdNumber',
  'shortAddress',
] as const;

function numberOf({ recorded }: AssessedDocument): string | null {
  for (const name of NUMBERS) {
    const answer = recorded?.readings.values[name];
    if (answer === undefined || isNonAnswer(answer)) continue;
    if (typeof answer.value === 'string' && answer.value !== '') return answer.value;
  }
  return null;
}

function writtenNumber(number: string, masked: boolean): string {
  // Beyond eight characters stars only take room: which number it is, the last four say.
  if (masked) return maskIdentifier(number).replace(/^\*{7,}/, '******');
  return /^SA\d{22}$/.test(number) ? formatIban(number) : number;
}

function presentedOf(recorded: NonNullable<AssessedDocument['recorded']>): Presented {
  if (recorded.presentation !== 'presented') return recorded.presentation;
  return recorded.originalSighted ? 'originalSighted' : 'withoutOriginal';
}

function byOfficerOf(
  { needed, byOfficer }: AssessedDocument,
  frozen: readonly Validity[] | null,
): PaperDocument['byOfficer'] {
  if (frozen !== null) {
    return frozen.find((each) => each.documentKey === needed.documentKey)?.byOfficer ?? null;
  }
  if (byOfficer === null) return null;
  const { referral, outcome, until } = byOfficer;
  return { referralId: referral.referralId, outcome, until };
}

function validityWords(
  document: AssessedDocument,
  frozen: readonly Validity[] | null,
): ValidityWords {
  const { needed, recorded, validity } = document;
  const { verdict, validUntil }: Pick<Validity, 'verdict' | 'validUntil'> =
    frozen?.find(({ documentKey }) => documentKey === needed.documentKey) ?? validity;
  if (verdict !== 'valid') return invalidWords(verdict, validUntil);
  const issued = recorded === null ? null : dateReading(recorded.readings, ISSUE_DATE);
  if (needed.validity.kind === 'issuedWithin' && issued !== null) {
    return { kind: 'issued', date: issued };
  }
  return validUntil === null ? { kind: 'valid' } : { kind: 'until', day: validUntil };
}

function invalidWords(
  verdict: Exclude<ValidityVerdict, 'valid'>,
  validUntil: string | null,
): ValidityWords {
  if (verdict === 'expired') {
    return validUntil === null ? { kind: 'dateMissing' } : { kind: 'expired', day: validUntil };
  }
  return { kind: verdict };
}
