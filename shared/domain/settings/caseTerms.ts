import { z } from 'zod';
import { VersionedName } from '../versionedName.ts';
import type { Settings } from './settings.ts';

/** Whether an application is registered once it is complete, or only once it is accepted (ADR 0032). */
export const RegistrationPlace = z.enum(['beforeDecision', 'afterDecision']);
export type RegistrationPlace = z.infer<typeof RegistrationPlace>;

/**
 * What of the settings holds for one case from its opening to its end, whatever is published meanwhile.
 * It stands in the opening itself, so that everybody who reads the case goes by the same terms. In days.
 */
export const CaseTerms = z.strictObject({
  /** The version that the terms are of. */
  settings: VersionedName,
  replyDays: z.int().min(14).max(90),
  appealDays: z.int().min(1).max(365),
  lapseDays: z.int().min(1).max(365),
  lapseReminderDays: z.tuple([z.int().min(1).max(364), z.int().min(1).max(364)]),
  incomeStatementDays: z.int().min(1).max(365),
  registration: RegistrationPlace,
});
export type CaseTerms = z.infer<typeof CaseTerms>;

export function termsOf({ id, version, periods, registration }: Settings): CaseTerms {
  const { replyDays, appealDays, lapseDays, lapseReminderDays, incomeStatementDays } = periods;
  return {
    settings: { id, version },
    replyDays,
    appealDays,
    lapseDays,
    lapseReminderDays,
    incomeStatementDays,
    registration,
  };
}

/** Of cases that were opened before openings named their terms: those of the first version. */
export const FIRST_TERMS: CaseTerms = {
  settings: { id: 'settings', version: 1 },
  replyDays: 14,
  appealDays: 30,
  lapseDays: 60,
  lapseReminderDays: [30, 50],
  incomeStatementDays: 90,
  registration: 'afterDecision',
};

export function sameTerms(one: CaseTerms, other: CaseTerms): boolean {
  return canonical(one) === canonical(other);
}

function canonical(terms: CaseTerms): string {
  return JSON.stringify(CaseTerms.parse(terms));
}
