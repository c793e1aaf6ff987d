/**
 * The training office is for practising: its people are invented, nothing of it is sent but to a
 * training headquarters, and its password is told on its own screen.
 */
export const TRAINING_OFFICES = { first: 'TRN01', second: 'TRN02' } as const;
export type TrainingOffice = keyof typeof TRAINING_OFFICES;
export const TRAINING_PASSWORD = 'rifada-training';

const TRAINING_PREFIX = 'TRN';

/** Codes that begin so are kept for training: a real headquarters takes no laptop of theirs. */
export function isTrainingBranch(branchCode: string): boolean {
  return branchCode.startsWith(TRAINING_PREFIX);
}
