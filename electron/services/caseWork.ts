import { appendEvents } from '#db/desk/appendEvents.ts';
import type { DeskWriter } from '#db/desk/connection.ts';
import { readCase } from '#db/desk/journal.ts';
import type { NewCaseEvent, NewEvent } from '#db/desk/newEvent.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { Appended } from '#shared/contracts/base.ts';
import type { DraftScope } from '#shared/contracts/cases.ts';
import { assessCase, type CaseAssessment } from '#shared/domain/case/assessCase.ts';
import {
  ACTIONS_THAT_VOID,
  actionState,
  type Blocker,
  CASE_ACTIONS,
  type CaseAction,
} from '#shared/domain/case/availableActions.ts';
import { CaseEvent } from '#shared/domain/case/caseEvent.ts';
import { type CaseState, standingDeclaration } from '#shared/domain/case/caseState.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { type OpenDesk, todayOf } from './openDesk.ts';
import { refusalOfStore } from './storeRefusal.ts';

/** A case with what the rules in force find in it today. */
export interface CaseAtHand {
  readonly state: CaseState;
  readonly assessment: CaseAssessment;
}

/** @throws DeskError `caseNotFound` */
export function caseState(desk: OpenDesk, caseId: CaseId): CaseState {
  const state = readCase(desk.store, caseId);
  if (state === null) throw new DeskError('caseNotFound');
  return state;
}

/** @throws DeskError `caseNotFound` */
export function caseAtHand(desk: OpenDesk, caseId: CaseId): CaseAtHand {
  const state = caseState(desk, caseId);
  return { state, assessment: assess(desk, state) };
}

export function assess(desk: OpenDesk, state: CaseState): CaseAssessment {
  return assessCase(state, { ...desk.reference.rulesOf(state), today: todayOf(desk) });
}

/**
 * Asks the one table whether this may be done now.
 * @throws DeskError `actionNotAllowed` with what stands in the way; `signatureWouldBeVoided` for a
 * change under a standing declaration, unless the person has said that they know (P34)
 */
export function assertMay(
  { state, assessment }: CaseAtHand,
  action: CaseAction,
  { voidSignature = false }: { readonly voidSignature?: boolean } = {},
): void {
  const { allowed, blockers } = actionState(state, assessment.facts, action);
  if (!allowed) throw notAllowed(blockers);
  const voids: readonly CaseAction[] = ACTIONS_THAT_VOID;
  if (voids.includes(action) && !voidSignature && standingDeclaration(state) !== null) {
    throw new DeskError('signatureWouldBeVoided');
  }
}

export function notAllowed(blockers: readonly Blocker[] = []): DeskError {
  return new DeskError('actionNotAllowed', {
    blockers: blockers.map((blocker) => ({ ...blocker })),
  });
}

/** Of one case; an event of the desk may go along in the same transaction, and is not answered with. */
export type EventsToAppend =
  | readonly NewCaseEvent[]
  | ((writer: DeskWriter) => readonly NewEvent[]);

/** Kinds of events that change what is signed: what was drawn before them was drawn under other data. */
const CONTENT_KINDS: ReadonlySet<string> = new Set(
  ACTIONS_THAT_VOID.map((action) => CASE_ACTIONS[action].event),
);

/** A mark that waits for its seal goes with a change of the data: the person draws again (P34). */
function scopesToDrop(events: EventsToAppend, given: readonly DraftScope[]): readonly DraftScope[] {
  const changes =
    typeof events !== 'function' && events.some(({ kind }) => CONTENT_KINDS.has(kind));
  return changes ? [...given, 'declaration'] : given;
}

/**
 * Appends the events of one action in one transaction and drops the drafts that they stand for.
 * @throws DeskError when nothing was written; the desk is then as it was
 */
export function append(
  desk: OpenDesk,
  caseId: CaseId,
  events: EventsToAppend,
  dropScopes: readonly DraftScope[] = [],
): Appended {
  let given: readonly NewEvent[] = [];
  const result = appendEvents(desk.store, {
    events: (writer) => {
      given = typeof events === 'function' ? events(writer) : events;
      return given;
    },
    discardDrafts: scopesToDrop(events, dropScopes).map((scope) => ({ caseId, scope })),
  });
  if (!result.committed) {
    if (result.problem === 'invalidEvent') throw new TypeError(result.detail ?? 'invalid event');
    throw refusalOfStore(result.problem);
  }
  // What is saved is saved; that its witness is not stands in the line of safety.
  desk.saved.headNotRecorded = !result.ok;
  desk.saved.lastSavedAt = result.events.at(-1)?.header.at ?? desk.saved.lastSavedAt;
  return {
    events: result.events.flatMap(({ header }, index) => {
      const { payloadHash: _payloadHash, previousHash: _previousHash, ...envelope } = header;
      if (envelope.caseId === null) return [];
      return [CaseEvent.parse({ ...envelope, payload: given[index]?.payload })];
    }),
  };
}
