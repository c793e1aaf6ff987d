import { z } from 'zod';
import { VersionedName } from '../case/caseEvent.ts';
import { DocumentType } from '../documents/documentRules.ts';
import type { LocalText } from '../questionnaire/model.ts';

const otherwise = z.enum(['mismatch', 'review']);
const fieldName = z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/);
/** A field, or `repeat`, `*`, `field` joined by slashes for that field in all rows. */
const fieldPattern = z.string().regex(/^[A-Za-z][A-Za-z0-9]*(\/\*\/[A-Za-z][A-Za-z0-9]*)?$/);
const unequal = { otherwise: otherwise.default('mismatch') };

/** How a row compares stated and read; parameters are configuration. */
export const Comparison = z.discriminatedUnion('kind', [
  /** Equal after digits and letters are normalised: identifiers, codes, numbers. */
  z.strictObject({ kind: z.literal('exact'), ...unequal }),
  /** The applicant is the head of the register, or stands among its members. Readings: the head's number, the members' numbers. */
  z.strictObject({ kind: z.literal('exactAmong') }),
  /**
   * The name beside the applicant's own number, which stands in the field `idNumber` of the interview.
   * Readings: the head's name and number, the members' names and numbers.
   */
  z.strictObject({ kind: z.literal('nameAmong'), idNumber: fieldName }),
  z.strictObject({ kind: z.literal('name') }),
  z.strictObject({ kind: z.literal('latinName') }),
  /** The same day, in whichever calendar. */
  z.strictObject({ kind: z.literal('exactDate') }),
  /** As `exactDate`, with the tolerance of days that the calendars' tables leave (domain, dates). */
  z.strictObject({ kind: z.literal('dateAcrossCalendars') }),
  /** Words of two lists that mean the same: read → all stated words that it supports. */
  z.strictObject({
    kind: z.literal('codeTable'),
    table: z.record(z.string(), z.array(z.string())).default({}),
    ...unequal,
  }),
  /**
   * The members stated and those of the document as a set; both differences are reported. Stated and
   * readings name number, name, relationship and birth date, in this order; two more readings may name
   * number and name of the register's head. `applicant`: the field with the applicant's own number,
   * who is no member.
   */
  z.strictObject({ kind: z.literal('setOfIds'), applicant: fieldName }),
  /** One member: name, relationship by table (read → stated), birth date; fields as for `setOfIds`. */
  z.strictObject({
    kind: z.literal('member'),
    applicant: fieldName,
    relationships: z.record(z.string(), z.array(z.string())),
  }),
  /** What was stated follows from the document: stated → readings of which any proves it. */
  z.strictObject({
    kind: z.literal('impliedBy'),
    proofs: z.record(z.string(), z.array(z.string())),
  }),
  /** Similarity in hundredths from which places match, and from which a person looks. */
  z.strictObject({
    kind: z.literal('fuzzyAddress'),
    match: z.int().min(1).max(100),
    review: z.int().min(1).max(100),
    drop: z.array(z.string()),
  }),
  /** Within the larger of a share of the document's amount and a fixed sum. */
  z.strictObject({
    kind: z.literal('amountWithin'),
    percent: z.int().min(0).max(100),
    halalas: z.int().min(0),
    otherwise,
  }),
  /** Equal counts, or a person says why they differ. */
  z.strictObject({ kind: z.literal('countOrReason') }),
  /** As `fuzzyAddress`, for names of schools, levels and businesses. */
  z.strictObject({
    kind: z.literal('fuzzyText'),
    match: z.int().min(1).max(100),
    review: z.int().min(1).max(100),
    drop: z.array(z.string()),
    otherwise,
  }),
  /** A choice of a state against a state's code or name, by the table `nationalities`. */
  z.strictObject({ kind: z.literal('nationality') }),
  /** One part of a machine-readable zone, which is the reading as a whole. */
  z.strictObject({
    kind: z.literal('zone'),
    part: z.enum(['documentNumber', 'birthDate', 'expiryDate', 'nationality', 'name']),
  }),
  z.strictObject({ kind: z.literal('iban') }),
  /**
   * The person named in the document is the applicant (`stated`: the parts of the name), or one of the
   * household, where `stated` names them too. `claimed`: a field that says who it should be.
   */
  z.strictObject({ kind: z.literal('holder'), claimed: fieldName.optional(), otherwise }),
  /**
   * The student named in the document is one of the household who studies, or the applicant. `stated`:
   * the parts of the applicant's name, then a member's name; `status`: the member's field that says how
   * they stand to learning, with the answers of those who do not study.
   */
  z.strictObject({
    kind: z.literal('student'),
    status: fieldName,
    notStudying: z.array(z.string()).min(1),
    otherwise,
  }),
  /**
   * A person reads the document and says whether it supports what was stated. A second reading, where
   * the form has one, keeps the answer: `supports`, `doesNotSupport`, `unclear`.
   */
  z.strictObject({ kind: z.literal('readByPerson') }),
  /** Issue ≤ submission ≤ expiry, within the window of the document's own rule (M25). */
  z.strictObject({ kind: z.literal('validity') }),
]);
export type Comparison = z.infer<typeof Comparison>;

/** What kind of value the row shows and compares. */
export const ValueKind = z.enum([
  'text',
  'name',
  'identifier',
  'iban',
  'date',
  'money',
  'number',
  'choice',
]);
export type ValueKind = z.infer<typeof ValueKind>;

const ruleSource = z.strictObject({
  row: z.string().regex(/^M\d{1,2}[a-z]*$/),
  label: z.strictObject({ ar: z.string().trim().min(1), en: z.string().trim().min(1) }),
  value: ValueKind,
  /** Fields of the interview; several are the parts of one name. */
  stated: z.array(fieldPattern),
  reads: z
    .array(
      z.strictObject({
        document: DocumentType,
        /** Readings of the document, in the order in which `stated` names their counterparts. */
        readings: z.array(fieldPattern),
      }),
    )
    .min(1),
  comparison: Comparison,
  /** A row for each row of this repeat of the interview. */
  perRow: z.string().optional(),
  blocksSigning: z.boolean().optional(),
  /** Over the answers of the interview; left out, the row exists wherever its document is needed. */
  appliesWhen: z.string().min(1).optional(),
  /** Where this holds the row exists also when nothing of it was stated, so that a person answers for it. */
  alsoWhen: z.string().min(1).optional(),
  /** A correction may copy the reading over the stated answer. */
  correctable: z.boolean().optional(),
  comment: z.string().optional(),
});

const stateCode = z.string().regex(/^[A-Z]{1,3}$/);

/** What the codes of a machine-readable zone say about a nationality (Doc 9303-3, section 5). */
export const NationalityTable = z.strictObject({
  /** A code as read → the states or territories whose people may have it, itself first. */
  codes: z.record(stateCode, z.array(stateCode).min(1)),
  /** Codes of refugees, organisations and the like, which name no state. */
  noState: z.array(stateCode),
});
export type NationalityTable = z.infer<typeof NationalityTable>;

export const MatchingRulesSource = VersionedName.extend({
  nationalities: NationalityTable.default({ codes: {}, noState: [] }),
  rows: z.array(ruleSource).min(1),
});
export type MatchingRulesSource = z.infer<typeof MatchingRulesSource>;

export interface MatchingRule {
  readonly row: string;
  readonly label: LocalText;
  readonly value: ValueKind;
  readonly stated: readonly string[];
  readonly document: DocumentType;
  readonly readings: readonly string[];
  readonly comparison: Comparison;
  readonly perRow: string | null;
  readonly blocksSigning: boolean;
  readonly appliesWhen: string | null;
  readonly alsoWhen: string | null;
  readonly correctable: boolean;
}

/** The matrix as data: one rule for each row and document, in the order of the matrix. */
export interface MatchingRules {
  readonly version: VersionedName;
  readonly rules: readonly MatchingRule[];
  readonly nationalities: NationalityTable;
}

/**
 * Parses the rows of `resources/matching`.
 * @throws ZodError for a malformed source, Error for a row given twice on one document
 */
export function parseMatchingRules(source: unknown): MatchingRules {
  const { id, version, rows, nationalities } = MatchingRulesSource.parse(source);
  const seen = new Set<string>();
  const rules = rows.flatMap((row) =>
    row.reads.map(({ document, readings }): MatchingRule => {
      const key = `${row.row}@${document}`;
      if (seen.has(key)) throw new Error(`row given twice: ${key}`);
      seen.add(key);
      return {
        row: row.row,
        label: row.label,
        value: row.value,
        stated: row.stated,
        document,
        readings,
        comparison: row.comparison,
        perRow: row.perRow ?? null,
        blocksSigning: row.blocksSigning ?? false,
        appliesWhen: row.appliesWhen ?? null,
        alsoWhen: row.alsoWhen ?? null,
        correctable: row.correctable ?? false,
      };
    }),
  );
  return { version: { id, version }, rules, nationalities };
}
