import type { DocumentFace, DocumentRule, DocumentRules } from './documentRules.ts';

/** Statements of social security, salary or pension, and citizen account. */
const INCOME_STATEMENTS: ReadonlySet<string> = new Set(['D9', 'D10', 'D11']);

/**
 * The same rules, with this many days as the age that a statement of income may have: at the decision the
 * settings say so, whatever was asked for at the submission (policy, section 4).
 */
export function withIncomeDays(rules: DocumentRules, days: number): DocumentRules {
  const own = rules.rules.map((rule) =>
    INCOME_STATEMENTS.has(rule.type) ? aged(rule, days) : rule,
  );
  return { ...rules, rules: own, byType: new Map(own.map((rule) => [rule.type, rule])) };
}

function aged(rule: DocumentRule, days: number): DocumentRule {
  return {
    ...rule,
    face: { ...rule.face, ...agedFace(rule.face, days) },
    variants: rule.variants.map((variant) => ({ ...variant, ...agedFace(variant, days) })),
  };
}

function agedFace({ validity }: DocumentFace, count: number): Pick<DocumentFace, 'validity'> {
  return validity.kind === 'issuedWithin' && validity.unit === 'days'
    ? { validity: { ...validity, count } }
    : { validity };
}
