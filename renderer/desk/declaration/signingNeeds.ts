import type { OpenCase } from '#renderer/access/caseFile.ts';
import { ACTIONS_THAT_VOID, CASE_ACTIONS } from '#shared/domain/case/availableActions.ts';
import { needsInterpreter } from '#shared/domain/case/whoSigns.ts';
import type { SigningNeeds } from './signingForm.ts';

const CONTENT_KINDS: ReadonlySet<string> = new Set(
  ACTIONS_THAT_VOID.map((action) => CASE_ACTIONS[action].event),
);

/** What this case asks of its signing, as the desk will ask it again by the hash of the data. */
export function signingNeeds({ state, events }: Pick<OpenCase, 'state' | 'events'>): SigningNeeds {
  const lastChange = events.findLastIndex(({ kind }) => CONTENT_KINDS.has(kind));
  const paperIsPrinted = events.some(
    (event, index) =>
      index > lastChange &&
      event.kind === 'paperPrinted' &&
      event.payload.paper === 'N3' &&
      event.payload.contentHash !== undefined,
  );
  return { interpreter: needsInterpreter(state), paperIsPrinted };
}
