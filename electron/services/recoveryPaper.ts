import { groupAsPrinted, RECOVERY_GROUPS } from '#electron/keys/recoveryCode.ts';
import type { Crypto } from '#shared/ports.ts';

const ASKED_GROUPS = 2;

/** A recovery code that was shown and of which some groups are typed again, as a proof that it was printed. */
export interface RecoveryPaper {
  readonly recoveryCode: string;
  /** From 0, ascending. */
  readonly askedGroups: readonly number[];
}

export function recoveryPaper(crypto: Crypto, recoveryCode: string): RecoveryPaper {
  const groups = Array.from({ length: RECOVERY_GROUPS }, (_, group) => ({
    group,
    order: crypto.randomBytes(4).join('.'),
  }));
  const askedGroups = groups
    .toSorted((one, other) => (one.order < other.order ? -1 : 1))
    .slice(0, ASKED_GROUPS)
    .map(({ group }) => group)
    .toSorted((one, other) => one - other);
  return { recoveryCode, askedGroups };
}

/** Which of the groups asked for were typed other than they are printed. */
export function mistypedGroups(
  { recoveryCode, askedGroups }: RecoveryPaper,
  typed: readonly string[],
): readonly number[] {
  const printed = recoveryCode.split('-');
  return askedGroups.filter(
    (group, index) => groupAsPrinted(typed[index] ?? '') !== printed[group],
  );
}
