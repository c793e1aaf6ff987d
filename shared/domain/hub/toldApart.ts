import type { FieldEvidence } from '../linkage/explainPair.ts';
import { FIELD_ROLES, roleField } from '../linkage/fields.ts';

const OWN: ReadonlySet<string> = new Set(
  FIELD_ROLES.filter((role) => roleField(role).scope === 'person'),
);

/** Of what is a person's own (number, passport, birth date, first name) that which is equal in both. */
export function agreedOwn(evidence: readonly FieldEvidence[]): ReadonlySet<string> {
  return new Set(
    evidence
      .filter(({ field, agreement }) => OWN.has(field) && isEqual(agreement))
      .map(({ field }) => field),
  );
}

/**
 * Two who were told apart are asked about again only when their data change in kind: something of a
 * person's own agrees now that did not then.
 */
export function saysMore(now: ReadonlySet<string>, then: ReadonlySet<string>): boolean {
  return [...now].some((field) => !then.has(field));
}

function isEqual(agreement: FieldEvidence['agreement']): boolean {
  return agreement === 'equal' || agreement === 'equalRare' || agreement === 'variant';
}
