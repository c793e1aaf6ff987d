import { describe, expect, it } from 'vitest';
import { appealableDecision, appealRefusal } from '#shared/domain/case/appeal.ts';
import { AppealSaid } from '#shared/domain/case/appealEvents.ts';
import { NOTHING_AFTER_DECISION } from '#shared/domain/case/appealState.ts';
import type { Mark } from '#shared/domain/case/caseState.ts';
import {
  DecisionContent,
  type DecisionId,
  type SupportItemDecision,
  standingItemsOf,
} from '#shared/domain/case/decision.ts';
import { type DecisionOnCase, NOT_AT_HEADQUARTERS } from '#shared/domain/case/headquartersState.ts';
import { ActorId, EventId, Instant, IsoDay } from '#shared/domain/identity.ts';

const MARK: Mark = {
  eventId: EventId.parse('018f0000-0000-7000-8000-000000000001'),
  at: Instant.parse('2026-12-01T08:00:00.000Z'),
  actorId: ActorId.parse('00000000-0000-4000-8000-000000000001'),
};
const day = (text: string) => IsoDay.parse(text);
const rejects = (itemId: string): SupportItemDecision => ({
  ...{ itemId, outcome: 'rejected', code: 'outOfArea', reason: 'خارج النطاق' },
});
const accepts = (itemId: string): SupportItemDecision => ({
  itemId,
  outcome: 'accepted',
  amount: 100_00,
  quantity: null,
  period: { kind: 'once' },
  fundingSource: 'sadaqa',
  conditions: null,
  reason: null,
});

function decision(
  index: number,
  items: readonly SupportItemDecision[],
  toldOn: string | null,
  reviewOf: DecisionId | null = null,
): DecisionOnCase {
  const content = DecisionContent.parse({
    decisionId: `00000000-0000-4000-8000-00000000001${index}`,
    number: `D-2026-00000${index}`,
    decidedOn: '2026-12-01',
    items,
    appealDays: 30,
    reviewOf,
  });
  return {
    decisionId: content.decisionId,
    reached: MARK,
    content,
    made: MARK,
    released: { ...MARK, releasedOn: day('2026-12-01'), override: null },
    told: toldOn === null ? null : { ...MARK, channel: 'phone', toldOn: day(toldOn), toldTo: null },
  };
}

const caseWith = (...decisions: readonly DecisionOnCase[]) => ({
  stage: 'notified' as const,
  headquarters: { ...NOT_AT_HEADQUARTERS, decisions },
  afterDecision: NOTHING_AFTER_DECISION,
});
const said = (of: DecisionOnCase, change: object = {}) =>
  AppealSaid.parse({
    decisionId: of.decisionId,
    itemIds: ['a'],
    channel: 'phone',
    filedOn: '2026-12-31',
    grounds: 'سبب',
    newDocuments: null,
    lateReason: null,
    ...change,
  });

describe('an appeal', () => {
  it('is taken to its last day, and after it with a reason', () => {
    const first = decision(1, [rejects('a')], '2026-12-01');
    expect(appealRefusal(caseWith(first), said(first))).toBeNull();
    const late = { filedOn: '2027-01-01' };
    expect(appealRefusal(caseWith(first), said(first, late))).toBe('appealLate');
    const why = { ...late, lateReason: 'كان مريضًا' };
    expect(appealRefusal(caseWith(first), said(first, why))).toBeNull();
    expect(appealRefusal(caseWith(first), said(first, { filedOn: '2026-11-30' }))).toBe(
      'appealEarly',
    );
  });

  it('is about what a told decision rejected, once, and never about a decision on an appeal', () => {
    const untold = decision(1, [rejects('a')], null);
    expect(appealableDecision(caseWith(untold))).toEqual({ refusal: 'appealNotTold' });
    const kind = decision(1, [accepts('a')], '2026-12-01');
    expect(appealableDecision(caseWith(kind))).toEqual({ refusal: 'appealNothingRejected' });
    const first = decision(1, [rejects('a')], '2026-12-01');
    const review = decision(2, [rejects('a')], '2026-12-20', first.decisionId);
    expect(appealableDecision({ ...caseWith(first), stage: 'withdrawn' })).toEqual({
      refusal: 'appealWithdrawn',
    });
    const filed = {
      ...caseWith(first, review),
      afterDecision: {
        ...NOTHING_AFTER_DECISION,
        appeals: [
          {
            ...MARK,
            ...said(first),
            appealId: '00000000-0000-4000-8000-0000000000aa' as never,
            decisionNumber: 'D-2026-000001',
            place: 'branch' as const,
          },
        ],
      },
    };
    expect(appealableDecision(filed)).toEqual({ refusal: 'appealFinal' });
  });
});

describe('what stands of several decisions', () => {
  it('is what the last one said of each item', () => {
    const standing = standingItemsOf([
      { items: [rejects('a'), accepts('b')] },
      { items: [accepts('a')] },
    ]);
    expect(standing.map(({ itemId, outcome }) => [itemId, outcome])).toEqual([
      ['a', 'accepted'],
      ['b', 'accepted'],
    ]);
  });
});
