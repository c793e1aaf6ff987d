import type { Agreement, FieldEvidence, PairExplanation } from './explainPair.ts';
import { FIELD_ROLES, type FieldRole, type LinkageField } from './fields.ts';
import { REVIEW_PROBABILITY, SURE_PROBABILITY } from './thresholds.ts';

/** How strongly a field speaks, for one person or for two. */
type Strength = 'strongFor' | 'for' | 'little' | 'against' | 'strongAgainst';

/** The keys of `resources/locales/…/linkage.json` that are used here. */
export type LinkageKey =
  | `fields.${FieldRole}`
  | `${LinkageField['kind']}.${Exclude<Agreement, 'unknown'>}`
  | `strength.${Strength}`
  | `verdict.${'sure' | 'review' | 'unlikely'}`
  | 'sentence';

/** A text of `linkage.json` with its gaps filled. */
export type LinkageWords = (key: LinkageKey, values: Readonly<Record<string, string>>) => string;

export interface ExplainedField {
  readonly field: string;
  /** In bits, as in the explanation. */
  readonly weight: number;
  readonly sentence: string;
}

export interface ExplanationInWords {
  readonly verdict: string;
  /** What weighs most comes first. */
  readonly fields: readonly ExplainedField[];
}

const ROLES: ReadonlySet<string> = new Set(FIELD_ROLES);

/** In bits: from here on a field says something, and says much. */
const SAYS_SOMETHING = 1;
const SAYS_MUCH = 5;

/** An explanation as sentences for whoever decides. */
export function explainInWords(
  explanation: PairExplanation,
  words: LinkageWords,
): ExplanationInWords {
  const fields = explanation.fields.toSorted(
    (one, other) => Math.abs(other.weight) - Math.abs(one.weight),
  );
  return {
    verdict: words(`verdict.${verdictOf(explanation.probability)}`, {}),
    fields: fields.flatMap((evidence) => explained(evidence, words)),
  };
}

function explained(
  { field, kind, agreement, weight }: FieldEvidence,
  words: LinkageWords,
): readonly ExplainedField[] {
  if (agreement === 'unknown') return [];
  const name = isRole(field) ? words(`fields.${field}`, {}) : field;
  const sentence = words('sentence', {
    agreement: words(`${kind}.${agreement}`, { field: name }),
    strength: words(`strength.${strengthOf(weight)}`, {}),
  });
  return [{ field, weight, sentence }];
}

function isRole(field: string): field is FieldRole {
  return ROLES.has(field);
}

function verdictOf(probability: number): 'sure' | 'review' | 'unlikely' {
  if (probability >= SURE_PROBABILITY) return 'sure';
  return probability >= REVIEW_PROBABILITY ? 'review' : 'unlikely';
}

function strengthOf(weight: number): Strength {
  if (Math.abs(weight) < SAYS_SOMETHING) return 'little';
  if (weight > 0) return weight >= SAYS_MUCH ? 'strongFor' : 'for';
  return weight <= -SAYS_MUCH ? 'strongAgainst' : 'against';
}
