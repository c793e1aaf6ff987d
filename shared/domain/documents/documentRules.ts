import { z } from 'zod';
import { VersionedName } from '../case/caseEvent.ts';
import { ActingRole } from '../case/signer.ts';
import { IsoDay } from '../identity.ts';
import type { LocalText, Questionnaire } from '../questionnaire/model.ts';
import { QuestionnaireSource } from '../questionnaire/source.ts';
import { parseDocumentForm } from './documentForm.ts';

export const DocumentType = z.string().regex(/^D([1-9]|1\d|2[0-5])$/);
export type DocumentType = z.infer<typeof DocumentType>;

/** Names of lucide icons; closed, so that a screen can map every one. */
export const DocumentIcon = z.enum([
  'id-card',
  'book-user',
  'stamp',
  'users',
  'baby',
  'map-pin-house',
  'house',
  'landmark',
  'briefcase',
  'hand-coins',
  'file-text',
  'scroll-text',
  'shield-user',
  'gavel',
  'heart-pulse',
  'scale',
  'wallet',
  'graduation-cap',
  'file-key',
  'file-warning',
  'store',
  'ticket',
  'heart-handshake',
]);
export type DocumentIcon = z.infer<typeof DocumentIcon>;

/** How long a paper speaks for itself (domain, table of documents). Windows are configuration. */
export const ValidityRule = z.discriminatedUnion('kind', [
  /** In force through the day of its `expiryDate`. */
  z.strictObject({ kind: z.literal('unexpired') }),
  /** Its `issueDate` lies at most so far back; months and years are counted on the Gregorian calendar. */
  z.strictObject({
    kind: z.literal('issuedWithin'),
    count: z.int().min(1).max(3660),
    unit: z.enum(['days', 'months', 'years']),
  }),
  /** In force through the day in this reading, such as the end of a lease. */
  z.strictObject({ kind: z.literal('activeUntil'), reading: z.string() }),
  /** Only that it was not issued after the submission. */
  z.strictObject({ kind: z.literal('none') }),
]);
export type ValidityRule = z.infer<typeof ValidityRule>;

const localText = z.strictObject({ ar: z.string().trim().min(1), en: z.string().trim().min(1) });

/** On what headquarters rests its permission to keep a picture of a type of document. */
export const ScanBasis = z.strictObject({
  /** For whoever sits at the desk: why a picture may be kept. */
  text: localText,
  /** The law, rule or resolution by name and number. */
  legalBasis: z.string().trim().min(1).max(300),
  setBy: z.string().trim().min(1).max(200),
  setOn: IsoDay,
});
export type ScanBasis = z.infer<typeof ScanBasis>;

/**
 * `originalSighted`: number and readings are recorded, no picture (policy, section 10), until
 * headquarters records a legal basis; `scanAllowed` must name that basis.
 */
export const ScanPolicy = z.discriminatedUnion('policy', [
  z.strictObject({ policy: z.literal('originalSighted') }),
  z.strictObject({ policy: z.literal('scanAllowed'), basis: ScanBasis }),
]);
export type ScanPolicy = z.infer<typeof ScanPolicy>;

/** `required`, `optional`, or one of a group of alternatives of which any one will do. */
export const DocumentRequirement = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('required') }),
  z.strictObject({ kind: z.literal('optional') }),
  z.strictObject({ kind: z.literal('oneOf'), group: z.string().regex(/^[a-z][A-Za-z]*$/) }),
]);
export type DocumentRequirement = z.infer<typeof DocumentRequirement>;

const readingName = z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/);

/** A deed from which somebody may sign for the applicant, and what in it must hold (M22; P34). */
export const AuthorityRule = z.strictObject({
  role: ActingRole,
  /** Reading with the number of the deed. */
  number: readingName,
  /** Reading with what the deed allows, and the choices that cover making and signing a request. */
  scope: z.strictObject({ reading: readingName, covering: z.array(z.string()).min(1) }).optional(),
  /** Reading with whether the deed still stands, and the choices under which it does. */
  standing: z
    .strictObject({ reading: readingName, inForce: z.array(z.string()).min(1) })
    .optional(),
});
export type AuthorityRule = z.infer<typeof AuthorityRule>;

const Form = QuestionnaireSource.pick({ survey: true, choices: true });

const variantSource = z.strictObject({
  name: z.string().regex(/^[a-z][A-Za-z]*$/),
  label: localText,
  icon: DocumentIcon,
  when: z.string().min(1),
  validity: ValidityRule,
  /** Whatever it says, the case goes on by the officer's word alone. */
  officer: z.boolean().default(false),
  form: Form,
});

const ruleSource = z.strictObject({
  type: DocumentType,
  order: z.int().min(1).max(1000),
  label: localText,
  icon: DocumentIcon,
  /** Over the answers of the interview; inside `perRow`, over one row of that repeat. */
  neededWhen: z.string().min(1),
  /** Fields of the interview from which the need follows; inside `perRow`, of the row. */
  because: z.array(z.string().min(1)).min(1),
  requirement: DocumentRequirement,
  validity: ValidityRule,
  scan: ScanPolicy,
  /** Shows who the applicant is: where it has expired, the officer may give grace or know them without it. */
  identity: z.boolean().default(false),
  authority: AuthorityRule.optional(),
  /** A document for each row of this repeat: `D6/rowId`. */
  perRow: z.string().optional(),
  /** Field of the row with the name of the person. */
  subject: z.string().optional(),
  form: Form,
  /** The first variant whose `when` holds replaces label, icon, validity and form. */
  variants: z.array(variantSource).optional(),
  /** For whoever edits the rules: why a need is drawn as it is. */
  comment: z.string().optional(),
});

export const DocumentRulesSource = VersionedName.extend({
  /** Days that a case which was left incomplete waits for what is missing. */
  incompleteDays: z.int().min(1).max(730),
  documents: z.array(ruleSource).min(1),
});
export type DocumentRulesSource = z.infer<typeof DocumentRulesSource>;

/** A type of document, or one of its variants, as it is asked for and read. */
export interface DocumentFace {
  readonly variant: string | null;
  readonly label: LocalText;
  readonly icon: DocumentIcon;
  readonly validity: ValidityRule;
  /** Whatever it says, the case goes on by the officer's word alone. */
  readonly officer: boolean;
  readonly form: Questionnaire;
}

export interface DocumentVariant extends DocumentFace {
  readonly when: string;
}

export interface DocumentRule {
  readonly type: DocumentType;
  readonly order: number;
  readonly neededWhen: string;
  readonly because: readonly string[];
  readonly requirement: DocumentRequirement;
  readonly scan: ScanPolicy;
  /** Shows who the applicant is. */
  readonly identity: boolean;
  readonly authority: AuthorityRule | null;
  readonly perRow: string | null;
  readonly subject: string | null;
  readonly face: DocumentFace;
  readonly variants: readonly DocumentVariant[];
}

/** Rules ready for use, in the order in which the documents are asked for. */
export interface DocumentRules {
  readonly version: VersionedName;
  /** Days that a case which was left incomplete waits for what is missing. */
  readonly incompleteDays: number;
  readonly rules: readonly DocumentRule[];
  readonly byType: ReadonlyMap<DocumentType, DocumentRule>;
}

/**
 * Parses the rows of `resources/documents`; each form is parsed by the questionnaire engine.
 * @throws ZodError for a malformed source, QuestionnaireError for a faulty form, Error for a type given twice
 */
export function parseDocumentRules(source: unknown): DocumentRules {
  const { id, version, incompleteDays, documents } = DocumentRulesSource.parse(source);
  const byType = new Map<DocumentType, DocumentRule>();
  for (const document of documents) {
    if (byType.has(document.type)) throw new Error(`document type given twice: ${document.type}`);
    byType.set(document.type, ruleOf(document, version));
  }
  const rules = [...byType.values()].toSorted((one, other) => one.order - other.order);
  return { version: { id, version }, incompleteDays, rules, byType };
}

function ruleOf(source: z.infer<typeof ruleSource>, version: number): DocumentRule {
  return {
    type: source.type,
    order: source.order,
    neededWhen: source.neededWhen,
    because: source.because,
    requirement: source.requirement,
    scan: source.scan,
    identity: source.identity,
    authority: source.authority ?? null,
    perRow: source.perRow ?? null,
    subject: source.subject ?? null,
    face: {
      variant: null,
      label: source.label,
      icon: source.icon,
      validity: source.validity,
      officer: false,
      form: parseDocumentForm(source.type, version, source.label, source.form),
    },
    variants: (source.variants ?? []).map((variant) => ({
      variant: variant.name,
      label: variant.label,
      icon: variant.icon,
      validity: variant.validity,
      officer: variant.officer,
      when: variant.when,
      form: parseDocumentForm(
        `${source.type}${variant.name}`,
        version,
        variant.label,
        variant.form,
      ),
    })),
  };
}
