import { describe, expect, it } from 'vitest';
import delivered from '#resources/settings/settings.v1.json' with { type: 'json' };
import { FIRST_TERMS, termsOf } from '#shared/domain/settings/caseTerms.ts';
import { Settings } from '#shared/domain/settings/settings.ts';

const FIRST = Settings.parse(delivered);

/** Paths of what is refused in the settings as delivered, changed so. */
function refusedAt(change: (source: typeof delivered) => unknown): readonly string[] {
  const parsed = Settings.safeParse(change(structuredClone(delivered)));
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
}

describe('settings', () => {
  it('begin with the policy as it was adopted', () => {
    expect(FIRST.version).toBe(1);
    expect(FIRST.periods).toMatchObject({ replyDays: 14, appealDays: 30, lapseDays: 60 });
    expect(FIRST.registration).toBe('afterDecision');
  });

  it('of the first version are the terms of cases that name none', () => {
    expect(termsOf(FIRST)).toEqual(FIRST_TERMS);
  });

  it.each([
    ['an answer before two weeks', { replyDays: 13 }, 'periods.replyDays'],
    ['a target before the promise', { replyDays: 31 }, 'periods.decisionTargetDays'],
    ['a reminder after the lapse', { lapseReminderDays: [30, 60] }, 'periods.lapseReminderDays'],
    ['reminders out of order', { lapseReminderDays: [50, 30] }, 'periods.lapseReminderDays'],
    ['half a day', { appealDays: 1.5 }, 'periods.appealDays'],
    ['a period of nothing known', { patienceDays: 3 }, 'periods'],
  ])('refuse %s', (_, periods, place) => {
    const refused = refusedAt((source) => ({
      ...source,
      periods: { ...source.periods, ...periods },
    }));
    expect(refused).toEqual([place]);
  });

  it('refuse reasons that are told twice, or none that is offered', () => {
    const [first] = delivered.rejectionReasons;
    expect(refusedAt((source) => ({ ...source, rejectionReasons: [first, first] }))).toEqual([
      'rejectionReasons',
    ]);
    expect(
      refusedAt((source) => ({ ...source, rejectionReasons: [{ ...first, offered: false }] })),
    ).toEqual(['rejectionReasons']);
  });
});
