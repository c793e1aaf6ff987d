/**
 * What may be written down about a failure. There is no message among it: messages of databases and
 * parsers quote the very values that they stumbled over, and those are people's data.
 */
export interface Failure {
  /** Where it happened: a procedure's path (`cases.get`) or a part of the host. */
  readonly place: string;
  /** Kinds of the error and of its causes, outermost first: `TypeError`, `SqliteError SQLITE_FULL`. */
  readonly kinds: readonly string[];
  /** Lines of the stack, without the message above them. */
  readonly frames: readonly string[];
}

/** The desk's own log. Writing must not throw: a full disk may be what is being reported. */
export interface Log {
  /** Writes the failure down under a new random id and answers with this id. */
  failure(failure: Failure): string;
  /** A line without personal data about the desk's life: started, locked, closed. */
  note(event: string): void;
}
