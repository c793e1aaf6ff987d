import { type ZodType } from 'zod';
import {
  CASE_EVENT_PAYLOADS,
  type CaseEventKind,
  type CaseEventPayload,
  EventHeader,
} from '#shared/domain/case/caseEvent.ts';
import {
  HUB_EVENT_PAYLOADS,
  type HubEventKind,
  type HubEventPayload,
} from '#shared/domain/hub/hubEvent.ts';
import type { Clock, Crypto, IdGenerator } from '#shared/ports.ts';
import { canonicalText, headerHash, payloadTextHash, SALT_LENGTH } from '#shared/protocol/chain.ts';
import { laterHlc, nextHlc } from '#shared/protocol/hybridClock.ts';
import type { ReceivedEvent } from '#shared/protocol/sync/batch.ts';
import { lockChain, moveChain } from './chains.ts';
import type { HubWriter } from './connection.ts';
import { appendStretch } from './journal.ts';

/** What headquarters needs to write into its own journal. */
export interface HubAuthor {
  readonly hubId: string;
  readonly epoch: number;
  readonly clock: Clock;
  readonly crypto: Crypto;
  readonly ids: IdGenerator;
}

/** An event of headquarters itself before it has its place. */
export type NewHubEvent = {
  [Kind in HubEventKind]: {
    readonly kind: Kind;
    /** Who did it; headquarters' own id where no person did. */
    readonly actorId: string;
    readonly payload: HubEventPayload<Kind>;
  };
}[HubEventKind];

/** An event of headquarters on a case; `base` and `after` place it behind what the case holds. */
export type NewHubCaseEvent = {
  [Kind in CaseEventKind]: {
    readonly kind: Kind;
    readonly caseId: string;
    readonly actorId: string;
    readonly payload: CaseEventPayload<Kind>;
  };
}[CaseEventKind];

export type PlacedHubCaseEvent = NewHubCaseEvent & {
  /** The last event of the case. */
  readonly base: string | null;
  /** The latest stamp of the case: this event comes after it, whatever headquarters' clock says. */
  readonly after: string | null;
};

const PAYLOADS: Readonly<Record<HubEventKind | CaseEventKind, ZodType>> = {
  ...CASE_EVENT_PAYLOADS,
  ...HUB_EVENT_PAYLOADS,
};

/**
 * Appends headquarters' own events, chained like those of any device, in the transaction of what they
 * record. Call it last in the transaction.
 */
export async function appendHubEvents(
  writer: HubWriter,
  author: HubAuthor,
  events: readonly (NewHubEvent | PlacedHubCaseEvent)[],
  branchOfficeId: string | null = null,
): Promise<void> {
  const { clock, crypto, ids, hubId, epoch } = author;
  let tail = await lockChain(writer, hubId, epoch);
  const appended: ReceivedEvent[] = [];
  for (const event of events) {
    const { kind, actorId, payload } = event;
    const place = 'caseId' in event ? event : { caseId: null, base: null, after: null };
    const now = clock.now();
    const salt = crypto.randomBytes(SALT_LENGTH);
    const text = canonicalText(PAYLOADS[kind].parse(payload));
    const header = EventHeader.parse({
      eventId: ids.uuid(),
      deviceId: hubId,
      epoch,
      seq: tail.seq + 1,
      at: new Date(now).toISOString(),
      hlc: nextHlc(laterHlc(tail.hlc, place.after), now),
      actorId,
      caseId: place.caseId,
      kind,
      formVersion: null,
      base: place.base,
      payloadHash: payloadTextHash(crypto, salt, text),
      previousHash: tail.headerHash,
    });
    const hash = headerHash(crypto, header);
    appended.push({ header, headerHash: hash, salt, payload: text });
    tail = { seq: header.seq, headerHash: hash, hlc: header.hlc };
  }
  await moveChain(writer, hubId, epoch, { ...tail, batchNumber: 0 });
  await appendStretch(writer, {
    events: appended,
    branchOfficeId,
    enteredAt: new Date(clock.now()).toISOString(),
  });
}
