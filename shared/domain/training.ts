/**
 * The training office is for practising: its people are invented, nothing of it is ever sent, and its
 * password is told on its own screen.
 */
export const TRAINING_BRANCH_CODE = 'TRN01';
export const TRAINING_PASSWORD = 'rifada-training';
