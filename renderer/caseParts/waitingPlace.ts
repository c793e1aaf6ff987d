import type { ReferralStep } from '#shared/domain/case/referral.ts';
import type { StepPlace } from './step.ts';

/** The form with which a case is left incomplete. */
export const LEAVE_PLACE: StepPlace = { at: 'incomplete' };

/** The form of a new referral: raised at a step, about a document or a row of the matrix where it is. */
export function referPlace(step: ReferralStep, about?: string): StepPlace {
  return { at: `refer-${step}`, field: about };
}
