import type { OpenCase } from '#renderer/access/caseFile.ts';
import type { CaseFrameProps } from '#renderer/components/CaseFrame.tsx';

/** The steps of the policy that stand on the spine of a case, in their order. */
export const CASE_STEPS = [
  'welcome',
  'interview',
  'documents',
  'declaration',
  'next',
  'service',
  'opinion',
] as const;
export type CaseStep = (typeof CASE_STEPS)[number];

/** Where one may go in a case: its steps, and beside them what it waits for. */
export const CASE_PLACES = [...CASE_STEPS, 'waiting'] as const;
export type CasePlace = (typeof CASE_PLACES)[number];

/** Where inside a step: a section's letter, a document's key; and the field or row to be gone to. */
export interface StepPlace {
  readonly at?: string | undefined;
  readonly field?: string | undefined;
}

/**
 * What every step of a case is given. A step draws the whole `CaseFrame`: it spreads `head` and fills
 * the columns and the foot itself.
 */
export interface StepProps {
  readonly open: OpenCase;
  readonly head: Pick<CaseFrameProps, 'back' | 'name' | 'facts' | 'spine' | 'banner'>;
  readonly place: StepPlace;
  readonly go: (step: CasePlace, place?: StepPlace) => void;
  /** An address for links (`href="#/case/…"`); pressing it goes there. */
  readonly hrefOf: (step: CasePlace, place?: StepPlace) => string;
}
