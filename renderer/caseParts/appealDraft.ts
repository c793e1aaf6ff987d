import type { AppealSaid } from '#shared/domain/case/appealEvents.ts';
import type { ContactChannel } from '#shared/domain/case/vocabulary.ts';
import type { IsoDay } from '#shared/domain/identity.ts';
import { dayTyped, typedDay } from './DayField.tsx';

/** What is typed of an appeal. */
export interface AppealDraft {
  readonly itemIds: readonly string[];
  readonly channel: ContactChannel;
  readonly filedOn: string;
  readonly grounds: string;
  readonly newDocuments: string;
  readonly lateReason: string;
}

export type AppealProblem =
  | 'itemsMissing'
  | 'dayNeeded'
  | 'dayTooEarly'
  | 'dayTooLate'
  | 'groundsMissing'
  | 'lateReasonMissing';

const FIELD = {
  itemsMissing: 'itemIds',
  dayNeeded: 'filedOn',
  dayTooEarly: 'filedOn',
  dayTooLate: 'filedOn',
  groundsMissing: 'grounds',
  lateReasonMissing: 'lateReason',
} as const satisfies Record<AppealProblem, keyof AppealDraft>;

export type AppealReading =
  | { readonly said: Omit<AppealSaid, 'decisionId'>; readonly isLate: boolean }
  | {
      readonly problem: AppealProblem;
      readonly field: keyof AppealDraft;
      readonly isLate: boolean;
    };

export function appealDraft(today: IsoDay): AppealDraft {
  return {
    itemIds: [],
    channel: 'interview',
    filedOn: typedDay(today),
    grounds: '',
    newDocuments: '',
    lateReason: '',
  };
}

/** The appeal that the draft says, or the first thing that is wrong with it. */
export function readAppeal(
  draft: AppealDraft,
  { today, toldOn, lastDay }: Readonly<Record<'today' | 'toldOn' | 'lastDay', IsoDay>>,
): AppealReading {
  const filedOn = dayTyped(draft.filedOn);
  const isLate = filedOn !== null && filedOn > lastDay;
  const problemAt = (problem: AppealProblem) => ({ problem, field: FIELD[problem], isLate });
  const grounds = draft.grounds.trim();
  const lateReason = draft.lateReason.trim();
  if (draft.itemIds.length === 0) return problemAt('itemsMissing');
  if (filedOn === null) return problemAt('dayNeeded');
  if (filedOn < toldOn) return problemAt('dayTooEarly');
  if (filedOn > today) return problemAt('dayTooLate');
  if (grounds === '') return problemAt('groundsMissing');
  if (isLate && lateReason === '') return problemAt('lateReasonMissing');
  return {
    isLate,
    said: {
      itemIds: [...draft.itemIds],
      channel: draft.channel,
      filedOn,
      grounds,
      newDocuments: draft.newDocuments.trim() || null,
      lateReason: isLate ? lateReason : null,
    },
  };
}
