import type { AppealSaid } from '#shared/domain/case/appealEvents.ts';
import { ContactChannel } from '#shared/domain/case/vocabulary.ts';
import type { IsoDay } from '#shared/domain/identity.ts';
import { dayTyped, typedDay } from './DayField.tsx';
import type { FormText } from './study/formText.ts';

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

/** What stands in the fields of a form that is kept. */
export function appealOf({ text }: FormText, today: IsoDay): AppealDraft {
  return {
    itemIds: text('itemIds').split(' ').filter(Boolean),
    channel: ContactChannel.catch('interview').parse(text('channel')),
    filedOn: text('filedOn') || typedDay(today),
    grounds: text('grounds'),
    newDocuments: text('newDocuments'),
    lateReason: text('lateReason'),
  };
}

export function writeAppeal(form: FormText, part: Partial<AppealDraft>): void {
  for (const [name, value] of Object.entries(part)) {
    form.set(name, typeof value === 'string' ? value : value.join(' '));
  }
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
