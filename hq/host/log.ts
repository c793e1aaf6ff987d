import { describeFailure } from '#ports/describeFailure.ts';

/** Lines of JSON for whoever runs the hub. Ids, codes, counts and times; nothing about people. */
export interface HubLog {
  note(event: string, facts?: Readonly<Record<string, string | number | boolean | null>>): void;
  /** Writes the failure's kinds and frames under an id, which is answered with. */
  failure(place: string, error: unknown): string;
}

export function createHubLog(
  write: (line: string) => void,
  now: () => number,
  newId: () => string,
): HubLog {
  function line(facts: Readonly<Record<string, unknown>>): void {
    write(`${JSON.stringify({ at: new Date(now()).toISOString(), ...facts })}\n`);
  }
  return {
    note: (event, facts = {}) => line({ event, ...facts }),
    failure: (place, error) => {
      const logId = newId();
      line({ event: 'failure', logId, ...describeFailure(place, error) });
      return logId;
    },
  };
}
