import type { Person } from '#shared/contracts/session.ts';
import type { CallsUnderWay } from './callsUnderWay.ts';
import type { Log } from './log.ts';

/** The dispatcher's view of who sits at the desk. */
export interface DeskSession {
  /** Null while the desk is locked. Asked anew at every call, never kept. */
  currentPerson(): Person | null;
  /** Whether the screen is turned to the beneficiary, who may do nothing but answer or decline. */
  isTurned(): boolean;
}

/** What every procedure gets besides its input. */
export interface DeskContext {
  readonly session: DeskSession;
  readonly log: Log;
  readonly calls: CallsUnderWay;
}
