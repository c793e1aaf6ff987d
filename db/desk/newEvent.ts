import { ZodError, type ZodType } from 'zod';
import {
  CaseEvent,
  type CaseEventKind,
  type CaseEventPayload,
  DESK_EVENT_PAYLOADS,
  type DeskEventKind,
  type DeskEventPayload,
  EventHeader,
} from '#shared/domain/case/caseEvent.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { CaseReplayError, reduceCase } from '#shared/domain/case/reduceCase.ts';
import type { ActorId, CaseId, EventId } from '#shared/domain/identity.ts';

interface NewEventBase {
  readonly actorId: ActorId;
}

/** An event of a case before it has its place in the journal. */
export type NewCaseEvent = {
  [Kind in CaseEventKind]: NewEventBase & {
    readonly kind: Kind;
    readonly caseId: CaseId;
    readonly payload: CaseEventPayload<Kind>;
    /** The questionnaire's `id@version`; null for an event that no form shaped. */
    readonly formVersion: string | null;
    /** The event of this case that the writer had last seen; left out: the last one in this journal. */
    readonly base?: EventId | null;
  };
}[CaseEventKind];

/** An event of the desk itself. */
export type NewDeskEvent = {
  [Kind in DeskEventKind]: NewEventBase & {
    readonly kind: Kind;
    readonly caseId: null;
    readonly payload: DeskEventPayload<Kind>;
  };
}[DeskEventKind];

export type NewEvent = NewCaseEvent | NewDeskEvent;

/** An event that its schema or its case does not allow. The message holds nothing personal. */
export class InvalidEvent extends Error {
  constructor(kind: string, where: string) {
    super(`${kind}: ${where}`);
    this.name = 'InvalidEvent';
  }
}

/** What the journal gives to an event: its place and time. */
export interface EventPlace {
  readonly eventId: string;
  readonly deviceId: string;
  readonly epoch: number;
  readonly seq: number;
  readonly at: string;
  readonly hlc: string;
}

/** @throws InvalidEvent when envelope or payload is not what the kind's schema asks */
export function placeCaseEvent(
  event: NewCaseEvent,
  place: EventPlace,
  base: EventId | null,
): CaseEvent {
  return parsed(CaseEvent, event.kind, {
    ...place,
    actorId: event.actorId,
    caseId: event.caseId,
    kind: event.kind,
    formVersion: event.formVersion,
    base: event.base === undefined ? base : event.base,
    payload: event.payload,
  });
}

/** One type for the payloads of all kinds: which kind it is, the schema itself checks. */
const DESK_PAYLOADS: Readonly<Record<DeskEventKind, ZodType>> = DESK_EVENT_PAYLOADS;

const DeskEnvelope = EventHeader.omit({ payloadHash: true, previousHash: true });

/** @throws InvalidEvent when envelope or payload is not what the kind's schema asks */
export function placeDeskEvent(
  event: NewDeskEvent,
  place: EventPlace,
): Omit<EventHeader, 'payloadHash' | 'previousHash'> & { readonly payload: unknown } {
  const envelope = parsed(DeskEnvelope, event.kind, {
    ...place,
    actorId: event.actorId,
    caseId: null,
    kind: event.kind,
    formVersion: null,
    base: null,
  });
  return {
    ...envelope,
    payload: parsed(DESK_PAYLOADS[event.kind], event.kind, event.payload),
  };
}

/** @throws InvalidEvent when the event cannot follow on this state */
export function reduceNewEvent(state: CaseState | null, event: CaseEvent): CaseState {
  try {
    return reduceCase(state, event);
  } catch (error) {
    if (error instanceof CaseReplayError) throw new InvalidEvent(event.kind, 'does not follow');
    throw error;
  }
}

function parsed<Output>(schema: ZodType<Output>, kind: string, input: unknown): Output {
  try {
    return schema.parse(input);
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    const places = error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`);
    throw new InvalidEvent(kind, places.join(', '));
  }
}
