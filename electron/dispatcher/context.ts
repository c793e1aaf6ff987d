import type { Person } from '#shared/contracts/session.ts';
import type { Log } from './log.ts';

/** The dispatcher's view of who sits at the desk. */
export interface DeskSession {
  /** Null while the desk is locked. Asked anew at every call, never kept. */
  currentPerson(): Person | null;
}

/** What every procedure gets besides its input. */
export interface DeskContext {
  readonly session: DeskSession;
  readonly log: Log;
}
