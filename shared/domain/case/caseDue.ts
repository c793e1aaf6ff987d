import { z } from 'zod';
import { isoDate, riyadhDayNumber, toDayNumber } from '../calendar/dayNumber.ts';
import { dateReading, EXPIRY_DATE } from '../documents/documentValidity.ts';
import { IsoDay } from '../identity.ts';
import { deferredItems } from './appealState.ts';
import { DocumentKey } from './caseKeys.ts';
import type { CaseState } from './caseState.ts';
import { ReturnReason } from './headquartersEvents.ts';
import { decisionToTell, openReturn } from './headquartersState.ts';
import { awaitsPaperScan } from './paperScans.ts';
import { isReferralOpen, standingAnswer } from './reduceReferral.ts';
import { SERVICE_DUES, serviceDue } from './serviceDue.ts';
import { awaitingOf, openLapse, openVisit } from './studyState.ts';
import type { CaseStatus } from './vocabulary.ts';

const name = z.strictObject({ ar: z.string(), en: z.string() });

/** What a case waits for or comes to on a day: the rows of "today". */
export const CaseDue = z.discriminatedUnion('kind', [
  /** Left incomplete: what has not come, the first few by name; the day by which it is awaited. */
  z.strictObject({
    kind: z.literal('awaited'),
    day: IsoDay,
    names: z.array(name),
    count: z.int().min(1),
  }),
  /** A question lies with the officer since this day, or leads to an appointment on it. */
  z.strictObject({
    kind: z.literal('referred'),
    day: IsoDay,
    question: z.string(),
    isAppointment: z.boolean(),
  }),
  /** The officer has answered, and nothing was done with it yet. */
  z.strictObject({ kind: z.literal('answered'), day: IsoDay, answeredBy: z.string() }),
  /** Headquarters sent it back since this day, and why. */
  z.strictObject({
    kind: z.literal('returned'),
    day: IsoDay,
    reason: ReturnReason,
    text: z.string(),
    wants: z.enum(['correction', 'answer']),
  }),
  /** Two people gave a field other values apart; the day of the last of them. */
  z.strictObject({ kind: z.literal('conflict'), day: IsoDay, count: z.int().min(1) }),
  /** A decision may be told since this day, and was not yet. */
  z.strictObject({ kind: z.literal('decision'), day: IsoDay, number: z.string() }),
  /** The day from which the committee's answer may come (P35). */
  z.strictObject({ kind: z.literal('reply'), day: IsoDay }),
  /** Headquarters asks for more by this day: the first few by name. */
  z.strictObject({
    kind: z.literal('more'),
    day: IsoDay,
    names: z.array(name),
    count: z.int().min(1),
  }),
  /** A field visit that the branch makes on this day. */
  z.strictObject({ kind: z.literal('visit'), day: IsoDay, place: z.string() }),
  /** Headquarters reminded of what is awaited on this day, and nobody has told the person since. */
  z.strictObject({
    kind: z.literal('reminder'),
    day: IsoDay,
    number: z.int().min(1).max(2),
    names: z.array(name),
    count: z.int().min(1),
  }),
  /** It lapsed on this day, and the notice (N10) is not printed yet. */
  z.strictObject({ kind: z.literal('lapsed'), day: IsoDay }),
  /** The last day of a document that was laid on the desk. */
  z.strictObject({ kind: z.literal('paper'), day: IsoDay, documentKey: DocumentKey }),
  /** Signed by ink on this day, and no picture of the sheet is bound to it yet; where the sheet lies. */
  z.strictObject({ kind: z.literal('signedPaper'), day: IsoDay, shelf: z.string() }),
  ...SERVICE_DUES,
]);
export type CaseDue = z.infer<typeof CaseDue>;

const MOST_NAMES = 3;
const LONGEST_QUESTION = 160;

/** The committee's answer is still to come. */
const AWAITS_REPLY: readonly CaseStatus[] = [
  'submitted',
  'imported',
  'underStudy',
  'readyForCommittee',
];

const OVER: readonly CaseStatus[] = [
  'serviceDelivered',
  'closed',
  'withdrawn',
  'duplicate',
  'lapsed',
  'rejected',
];

/** Whether nothing more comes of a request in this status. */
export function isOver(status: CaseStatus): boolean {
  return OVER.includes(status);
}

/**
 * Everything due of a case; of one that is over only what its end leaves behind: a word to the person, an
 * opinion to ask for, deliveries to settle. Pure: which of it counts today, a list asks.
 */
export function caseDue(state: CaseState): readonly CaseDue[] {
  // A rejection is over for everybody but the person who has not heard it.
  const told = [...decisionOf(state), ...lapsedOf(state), ...serviceDue(state)];
  if (isOver(state.status)) return told;
  return [
    ...told,
    ...conflictsOf(state),
    ...awaitedOf(state),
    ...referralsOf(state),
    ...returnOf(state),
    ...studyOf(state),
    ...deferralsOf(state),
    ...(state.submission !== null && AWAITS_REPLY.includes(state.stage)
      ? [{ kind: 'reply', day: state.submission.replyNotBefore } as const]
      : []),
    ...signedPaperOf(state),
    ...papersOf(state),
  ];
}

function decisionOf({ headquarters }: CaseState): readonly CaseDue[] {
  const decision = decisionToTell(headquarters);
  if (!decision?.released || decision.content === null) return [];
  const { releasedOn } = decision.released;
  return [{ kind: 'decision', day: releasedOn, number: decision.content.number }];
}

/** What the committee wants before it looks at deferred items again, once the person has heard of it. */
function deferralsOf(state: CaseState): readonly CaseDue[] {
  const waiting = deferredItems(state).filter(({ answer }) => answer === null);
  return waiting.flatMap(({ item, decisionId }): readonly CaseDue[] => {
    const by = state.headquarters.decisions.find((each) => each.decisionId === decisionId);
    if (!by?.told) return [];
    const name = { ar: item.awaited, en: item.awaited };
    return [{ kind: 'more', day: item.until ?? by.told.toldOn, names: [name], count: 1 }];
  });
}

function returnOf({ headquarters }: CaseState): readonly CaseDue[] {
  const open = openReturn(headquarters);
  if (open === null) return [];
  const { reason, wants } = open;
  const text = open.text.slice(0, LONGEST_QUESTION);
  return [{ kind: 'returned', day: dayOf(open.at), reason, text, wants }];
}

/** What headquarters' study wants of the branch. */
function studyOf(state: CaseState): readonly CaseDue[] {
  const { study, papers } = state;
  const awaiting = awaitingOf(state);
  const visit = openVisit(study);
  const names = (awaiting?.items ?? []).slice(0, MOST_NAMES).map((item) => item.name);
  const count = awaiting?.items.length ?? 0;
  const reminder = study.reminders.findLast(({ began }) => began === awaiting?.began);
  const isTold =
    reminder !== undefined && papers.some(({ paper, at }) => paper === 'N2' && at > reminder.at);
  return [
    ...(awaiting?.kind === 'more'
      ? [{ kind: 'more', day: awaiting.dueOn, names, count } as const]
      : []),
    ...(reminder === undefined || isTold
      ? []
      : [
          {
            kind: 'reminder',
            day: dayOf(reminder.at),
            number: reminder.count,
            names,
            count,
          } as const,
        ]),
    ...(visit?.plan.by === 'branch'
      ? [{ kind: 'visit', day: visit.plan.on, place: visit.plan.place } as const]
      : []),
  ];
}

function lapsedOf(state: CaseState): readonly CaseDue[] {
  const lapse = openLapse(state);
  const isTold = state.papers.some(
    ({ paper, subject }) => paper === 'N10' && subject === lapse?.eventId,
  );
  return lapse === null || isTold ? [] : [{ kind: 'lapsed', day: lapse.lapsedOn }];
}

function conflictsOf({ conflicts, submission }: CaseState): readonly CaseDue[] {
  const paths = Object.values(conflicts);
  const times = paths.flatMap(({ candidates }) => candidates.map(({ mark }) => mark.at)).sort();
  const last = times.at(-1);
  if (last === undefined || submission !== null) return [];
  return [{ kind: 'conflict', day: dayOf(last), count: paths.length }];
}

function awaitedOf({ incompleteness, submission }: CaseState): readonly CaseDue[] {
  if (incompleteness === null || submission !== null) return [];
  const { items, received, dueOn } = incompleteness;
  const awaited = items.filter(({ itemId }) => !Object.hasOwn(received, itemId));
  if (awaited.length === 0) return [];
  const names = awaited.slice(0, MOST_NAMES).map((item) => item.name);
  return [{ kind: 'awaited', day: dueOn, names, count: awaited.length }];
}

function referralsOf({ referrals, last }: CaseState): readonly CaseDue[] {
  return referrals.flatMap((referral): readonly CaseDue[] => {
    const answer = standingAnswer(referral);
    if (answer !== null) {
      const { answeredOn, answeredBy } = answer;
      return answer.eventId === last.eventId
        ? [{ kind: 'answered', day: answeredOn, answeredBy }]
        : [];
    }
    if (!isReferralOpen(referral)) return [];
    const { appointment, opened, thread } = referral;
    return [
      {
        kind: 'referred',
        day: appointment?.on ?? dayOf(opened.at),
        question: (thread.at(-1)?.text ?? '').slice(0, LONGEST_QUESTION),
        isAppointment: appointment !== null,
      },
    ];
  });
}

function signedPaperOf(state: CaseState): readonly CaseDue[] {
  const declaration = awaitsPaperScan(state);
  if (declaration === null) return [];
  const { shelf } = declaration.original;
  return [{ kind: 'signedPaper', day: dayOf(declaration.at), shelf }];
}

function papersOf({ documents }: CaseState): readonly CaseDue[] {
  return Object.values(documents).flatMap(({ documentKey, presentation, readings }): CaseDue[] => {
    const printed = presentation === 'presented' ? dateReading(readings, EXPIRY_DATE) : null;
    const day = printed === null ? null : toDayNumber(printed);
    return day === null ? [] : [{ kind: 'paper', day: isoDate(day), documentKey }];
  });
}

function dayOf(at: string): IsoDay {
  return isoDate(riyadhDayNumber(Date.parse(at)));
}
