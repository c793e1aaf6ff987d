import type { Failure } from '#ports/describeFailure.ts';

export type { Failure };

/** The desk's own log. Writing must not throw: a full disk may be what is being reported. */
export interface Log {
  /** Writes the failure down under a new random id and answers with this id. */
  failure(failure: Failure): string;
  /** A line without personal data about the desk's life: started, locked, closed. */
  note(event: string): void;
}
