import { z } from 'zod';
import { isoDate, riyadhDayNumber } from '../calendar/dayNumber.ts';
import { IsoDay } from '../identity.ts';
import type { CaseState } from './caseState.ts';
import { decisionToTell } from './headquartersState.ts';
import { registrationBlockers } from './registration.ts';
import { DELIVERED_STAGES } from './serviceActions.ts';
import { opinionDue } from './serviceClosing.ts';
import { deliveryConflicts } from './serviceConflicts.ts';
import { partsLeft, scheduledItems } from './serviceSchedule.ts';
import { isInService, servedFrom } from './serviceState.ts';
import type { CaseStatus } from './vocabulary.ts';

/** What an answered request waits for at its branch (P36, P37), by its day. */
export const SERVICE_DUES = [
  /** Accepted and told since this day, and not registered yet. */
  z.strictObject({ kind: z.literal('register'), day: IsoDay }),
  /** A part of an accepted item falls due; halalas, or pieces. */
  z.strictObject({
    kind: z.literal('delivery'),
    day: IsoDay,
    itemId: z.string(),
    number: z.int().min(1),
    parts: z.int().min(1),
    amount: z.int().nullable(),
    quantity: z.int().nullable(),
  }),
  /** Offices recorded deliveries of an item of which a person must say what was really given; the day of the last. */
  z.strictObject({ kind: z.literal('settle'), day: IsoDay, itemId: z.string() }),
  /** From this day on the person is asked what they think of the service (S2). */
  z.strictObject({ kind: z.literal('opinion'), day: IsoDay, until: IsoDay }),
] as const;
export type ServiceDue = z.infer<(typeof SERVICE_DUES)[number]>;

/** Of every item only the part that comes next: what follows on it is due when it was given. */
export function serviceDue(state: CaseState): readonly ServiceDue[] {
  return [...registerOf(state), ...deliveriesOf(state), ...settleOf(state), ...opinionOf(state)];
}

function registerOf(state: CaseState): readonly ServiceDue[] {
  const { stage, service, headquarters } = state;
  const toldOn = headquarters.decisions.flatMap(({ told }) => told?.toldOn ?? []).at(-1);
  const isOpen = stage === 'notified' && service.registration === null;
  if (!isOpen || toldOn === undefined || registrationBlockers(state).length > 0) return [];
  return [{ kind: 'register', day: toldOn }];
}

function deliveriesOf(state: CaseState): readonly ServiceDue[] {
  const isTold = decisionToTell(state.headquarters) === null;
  if (!isInService(state) || !isTold || servedFrom(state) === null) return [];
  return scheduledItems(state).flatMap((item): readonly ServiceDue[] => {
    const [next] = partsLeft(item);
    if (next === undefined) return [];
    const { dueOn, ...part } = next;
    const { itemId } = item.service.item;
    return [{ kind: 'delivery', day: IsoDay.parse(dueOn), itemId, ...part }];
  });
}

function settleOf({ stage, headquarters, service }: CaseState): readonly ServiceDue[] {
  const stages: readonly CaseStatus[] = DELIVERED_STAGES;
  if (!stages.includes(stage)) return [];
  return deliveryConflicts(headquarters, service).flatMap(({ itemId, deliveries }) => {
    const last = deliveries
      .map(({ at }) => at)
      .toSorted()
      .at(-1);
    return last === undefined
      ? []
      : [{ kind: 'settle', day: isoDate(riyadhDayNumber(Date.parse(last))), itemId }];
  });
}

function opinionOf(state: CaseState): readonly ServiceDue[] {
  const due = opinionDue(state);
  return due === null ? [] : [{ kind: 'opinion', day: due.from, until: due.until }];
}
