import type { Failure, Log } from '#electron/dispatcher/log.ts';

export interface RecordedLog extends Log {
  readonly failures: readonly Failure[];
  readonly notes: readonly string[];
}

/** A log that a test can read; its ids count up: `log-1`, `log-2`. */
export function createRecordedLog(): RecordedLog {
  const failures: Failure[] = [];
  const notes: string[] = [];
  return {
    failures,
    notes,
    failure: (failure) => {
      failures.push(failure);
      return `log-${failures.length}`;
    },
    note: (event) => {
      notes.push(event);
    },
  };
}
