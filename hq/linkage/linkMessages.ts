import type { FieldEvidence } from '#shared/domain/linkage/explainPair.ts';
import type { LinkageKnowledge } from '#shared/domain/linkage/knowledge.ts';

/** A person as linkage compares them; `values` as `personValues` gives them. */
export interface LinkPerson {
  readonly id: string;
  readonly values: readonly string[];
}

/** Somebody to look for among all persons, and to be found by those after them. */
export interface LinkApplicant extends LinkPerson {
  /** Persons who are not meant: those with whom this one was joined. */
  readonly except: readonly string[];
}

export interface LinkCandidate {
  readonly id: string;
  readonly probability: number;
  /** In bits. */
  readonly weight: number;
  readonly fields: readonly FieldEvidence[];
}

/** Whom an applicant may be, the likeliest first. */
export interface LinkedApplicant {
  readonly id: string;
  readonly candidates: readonly LinkCandidate[];
}

export type LinkRequest = { readonly number: number } & (
  | { readonly kind: 'load'; readonly persons: readonly LinkPerson[] }
  | { readonly kind: 'draw' }
  | { readonly kind: 'learn'; readonly drawn: readonly (readonly string[])[] }
  | { readonly kind: 'use'; readonly knowledge: LinkageKnowledge }
  | { readonly kind: 'link'; readonly applicants: readonly LinkApplicant[] }
  | {
      readonly kind: 'explain';
      readonly pairs: readonly { readonly values: readonly string[]; readonly id: string }[];
    }
);

export type LinkAnswer = { readonly number: number } & (
  | { readonly kind: 'done'; readonly persons: number }
  | {
      readonly kind: 'drawn';
      readonly drawn: readonly (readonly string[])[];
      readonly persons: number;
    }
  | { readonly kind: 'learnt'; readonly knowledge: LinkageKnowledge }
  | {
      readonly kind: 'linked';
      readonly applicants: readonly LinkedApplicant[];
      readonly persons: number;
    }
  | { readonly kind: 'explained'; readonly pairs: readonly (LinkCandidate | null)[] }
);
