import type { ReactNode } from 'react';

/** Something that can be done from where a case is shown: at the desk or at headquarters. */
export interface Act<Said> {
  run(said: Said, done?: () => void): void;
  readonly isBusy: boolean;
  /** The refusal in words; nothing where there is none. */
  readonly refusal: ReactNode;
}
