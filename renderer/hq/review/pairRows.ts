import type { Evidence, ReviewPairDetail } from '#shared/contracts/hq/review.ts';
import { PersonField } from '#shared/domain/hub/personLinks.ts';

/** The fields of linkage that say something of what is shown as one. */
const COMPARED_AS: Readonly<Partial<Record<PersonField, readonly string[]>>> = {
  name: ['given', 'father', 'grandfather', 'family'],
  nationalId: ['nationalId'],
  passport: ['passport'],
  birthDate: ['birthDate'],
  sex: ['sex'],
  mobile: ['mobile'],
  region: ['region'],
  city: ['city'],
  district: ['district'],
  street: ['street'],
  postalCode: ['postalCode'],
  occupation: ['occupation'],
};

export interface PairRow {
  readonly field: PersonField;
  readonly evidence: readonly Evidence[];
  /** In bits, of all that is compared in it; null where nothing was. */
  readonly weight: number | null;
  /** Linkage does not compare it at all. */
  readonly isForInformation: boolean;
}

/** The rows of the comparison: whatever one of the two said, in the order of the fields. */
export function pairRows({ sides: [one, other], evidence }: ReviewPairDetail): readonly PairRow[] {
  return PersonField.options
    .filter((field) => one.values[field] !== undefined || other.values[field] !== undefined)
    .map((field) => {
      const names = COMPARED_AS[field];
      const own = evidence.filter((each) => names?.includes(each.field));
      return {
        field,
        evidence: own,
        weight: own.length === 0 ? null : own.reduce((sum, { weight }) => sum + weight, 0),
        isForInformation: names === undefined,
      };
    });
}

export type WeightWord =
  | 'none'
  | 'for1'
  | 'for3'
  | 'for4'
  | 'for5'
  | 'against1'
  | 'against3'
  | 'against4'
  | 'against5';

/** In bits: from here on it is worth a word, and a stronger one. */
const STEPS = [
  { from: 9, marks: 5 },
  { from: 5, marks: 4 },
  { from: 2.5, marks: 3 },
  { from: 0.5, marks: 1 },
] as const;

/** How a weight is said, and on how many of five marks it is drawn. */
export function weightWord(weight: number): { readonly word: WeightWord; readonly marks: number } {
  const step = STEPS.find(({ from }) => Math.abs(weight) >= from);
  if (step === undefined) return { word: 'none', marks: 0 };
  return { word: `${weight > 0 ? 'for' : 'against'}${step.marks}`, marks: step.marks };
}

/** Whether the two say something different of it, so that one of the values has to be chosen. */
export function differs({ sides: [one, other] }: ReviewPairDetail, field: PersonField): boolean {
  const [left, right] = [one.values[field], other.values[field]];
  return (
    left !== undefined && right !== undefined && JSON.stringify(left) !== JSON.stringify(right)
  );
}
