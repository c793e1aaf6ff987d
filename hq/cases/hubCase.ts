import type { HubReader } from '#db/hub/connection.ts';
import { readHubCases, type StoredHubEvent } from '#db/hub/journal.ts';
import { CaseEvent } from '#shared/domain/case/caseEvent.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { isWrittenAtHeadquartersOnly } from '#shared/domain/case/headquartersEvents.ts';
import { CaseReplayError, reduceCase } from '#shared/domain/case/reduceCase.ts';
import { compareEvents } from '#shared/protocol/eventOrder.ts';

/** A case as headquarters holds it. */
export interface HubCase {
  readonly caseId: string;
  /** Null where not even its opening can be read. */
  readonly state: CaseState | null;
  /** In the order in which they were reduced. */
  readonly events: readonly CaseEvent[];
  readonly unreadable: readonly UnreadableEvent[];
  readonly lastPosition: number;
  /** The latest stamp of its events: what headquarters writes comes after it. */
  readonly lastHlc: string;
}

/** An event that was taken in, and that does not count: its bytes stay in the journal. */
export interface UnreadableEvent {
  readonly eventId: string;
  readonly deviceId: string;
  readonly kind: string;
  readonly why: 'destroyed' | 'notUnderstood' | 'notOfALaptop' | 'outOfPlace';
}

/** Cases with all their events, by the ids of those that headquarters holds. */
export async function readCasesOfHub(
  db: HubReader,
  hubId: string,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, HubCase>> {
  const events = await readHubCases(db, caseIds);
  return new Map(
    [...Map.groupBy(events, ({ header }) => header.caseId ?? '')].map(([caseId, stored]) => [
      caseId,
      hubCaseOf(caseId, hubId, stored),
    ]),
  );
}

/** One case, or null when headquarters holds nothing of it. */
export async function findHubCase(
  db: HubReader,
  hubId: string,
  caseId: string,
): Promise<HubCase | null> {
  return (await readCasesOfHub(db, hubId, [caseId])).get(caseId) ?? null;
}

function hubCaseOf(caseId: string, hubId: string, stored: readonly StoredHubEvent[]): HubCase {
  const ordered = [...stored].sort((left, right) => compareEvents(left.header, right.header));
  const events: CaseEvent[] = [];
  const unreadable: UnreadableEvent[] = [];
  let state: CaseState | null = null;
  let lastPosition = 0;
  for (const one of ordered) {
    lastPosition = Math.max(lastPosition, one.position);
    const read = readEvent(hubId, one);
    if (typeof read === 'string') {
      unreadable.push(unreadableOf(one, read));
      continue;
    }
    try {
      state = reduceCase(state, read);
      events.push(read);
    } catch (error) {
      if (!(error instanceof CaseReplayError)) throw error;
      unreadable.push(unreadableOf(one, 'outOfPlace'));
    }
  }
  const lastHlc = ordered.at(-1)?.header.hlc ?? '';
  return { caseId, state, events, unreadable, lastPosition, lastHlc };
}

function readEvent(
  hubId: string,
  { header, payload }: StoredHubEvent,
): CaseEvent | UnreadableEvent['why'] {
  if (payload === null) return 'destroyed';
  // A laptop that says it imported a case, or decided one, is not believed.
  if (header.deviceId !== hubId && isWrittenAtHeadquartersOnly(header.kind)) return 'notOfALaptop';
  const { eventId, deviceId, epoch, seq, at, hlc, actorId, caseId, kind, formVersion, base } =
    header;
  const content: unknown = JSON.parse(payload);
  const parsed = CaseEvent.safeParse({
    ...{ eventId, deviceId, epoch, seq, at, hlc, actorId, caseId, kind, formVersion, base },
    payload: content,
  });
  return parsed.success ? parsed.data : 'notUnderstood';
}

function unreadableOf({ header }: StoredHubEvent, why: UnreadableEvent['why']): UnreadableEvent {
  return { eventId: header.eventId, deviceId: header.deviceId, kind: header.kind, why };
}
