import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionState } from '#shared/domain/case/availableActions.ts';
import type { CaseEvent } from '#shared/domain/case/caseEvent.ts';
import type { CaseFacts } from '#shared/domain/case/caseFacts.ts';
import { type CaseState, standingDeclaration } from '#shared/domain/case/caseState.ts';
import { openReturn } from '#shared/domain/case/headquartersState.ts';
import { replayCase } from '#shared/domain/case/reduceCase.ts';
import {
  graceFor,
  identityAccepted,
  isReferralOpen,
  isRowHeard,
} from '#shared/domain/case/reduceReferral.ts';
import type { ReferralOutcome } from '#shared/domain/case/referral.ts';
import { openRequest, openVisit } from '#shared/domain/case/studyState.ts';
import { history } from './anyHistory.ts';
import { CARD, eventsOf, ITEM, OPENED, SEAL, type Step } from './caseHistory.ts';

const CLEAR: CaseFacts = {
  interview: { missing: [], problems: [] },
  documents: { unrecorded: [], missing: [], originalNotSighted: [], invalid: [], forOfficer: [] },
  authority: [],
  matching: { total: 0, decided: 0, undecided: [], needReason: [], blocking: [], raised: [] },
  awaited: [],
};
const FIRST = '018f0000-0000-4000-8000-0000000000f1';
const SECOND = '018f0000-0000-4000-8000-0000000000f2';

const SIGNED: readonly Step[] = [
  { kind: 'interviewCompleted', payload: {} },
  { kind: 'matchingCompleted', payload: {} },
  { kind: 'declarationSigned', payload: { seal: SEAL } },
];
const LEFT: Step = {
  kind: 'leftIncomplete',
  payload: { items: [CARD, ITEM], dueOn: '2025-04-25', place: 'المكتب' },
};
const NOTHING_NAMED = { documents: [], rows: [], paths: [] };

function after(...steps: readonly Step[]): CaseState {
  const state = replayCase(eventsOf([OPENED, ...steps]));
  if (state === null) throw new Error('no case');
  return state;
}

type Referred = Extract<Step, { kind: 'caseReferred' }>['payload'];

function referred(referralId = FIRST, more: Partial<Referred> = {}): Step {
  return {
    kind: 'caseReferred',
    payload: {
      referralId,
      reason: 'documentNotInForce',
      step: 'documents',
      question: 'هل يُمهل؟',
      appointment: null,
      about: { ...NOTHING_NAMED, documents: ['D1'] },
      ...more,
    },
  };
}

function answered(outcome: ReferralOutcome, referralId = FIRST): Step {
  return {
    kind: 'referralAnswered',
    payload: {
      referralId,
      answeredBy: 'منال',
      heard: 'phone',
      answeredOn: '2025-02-25',
      text: 'نعم',
      outcome,
    },
  };
}

function recorded(presentation: 'presented' | 'notPresented'): Step {
  return {
    kind: 'documentRecorded',
    payload: {
      documentKey: 'D1',
      presentation,
      originalSighted: presentation === 'presented',
      reason: presentation === 'presented' ? null : 'لم تُحضر',
      patches: [],
    },
  };
}

/** Steps of a referral that leave the data and the list of what is awaited alone. */
function isAside(event: CaseEvent): boolean {
  switch (event.kind) {
    case 'caseReferred':
    case 'referralQuestionAdded':
    case 'referralWithdrawn':
      return true;
    case 'referralAnswered':
      return event.payload.outcome.kind !== 'bring';
    default:
      return false;
  }
}

/** Nothing is awaited any more. */
const STILL: readonly CaseState['stage'][] = ['lapsed', 'withdrawn', 'closed', 'duplicate'];

describe('a case that waits', () => {
  it('is referred while any question is open, else incomplete while anything is awaited, else returned while that is owed, else where it was', () => {
    fc.assert(
      fc.property(history, (events) => {
        const state = replayCase(events);
        if (state === null) throw new Error('no case');
        const waits = openRequest(state.study)
          ? 'moreInfoRequested'
          : openVisit(state.study)
            ? 'fieldVisitScheduled'
            : state.stage;
        const open = state.stage === 'underStudy' ? waits : state.stage;
        const still = STILL.includes(state.stage);
        const expected = still
          ? state.stage
          : state.referrals.some(isReferralOpen)
            ? 'referred'
            : state.incompleteness !== null
              ? 'incomplete'
              : openReturn(state.headquarters) === null
                ? open
                : 'returnedToBranch';
        expect(state.status).toBe(expected);
      }),
    );
  });

  it('comes as far with referrals between its steps as without them, in whatever order', () => {
    fc.assert(
      fc.property(history, (events) => {
        const bring = events.some(
          (event) => event.kind === 'referralAnswered' && event.payload.outcome.kind === 'bring',
        );
        fc.pre(!bring);
        const without = replayCase(events.filter((event) => !isAside(event)));
        const state = replayCase(events);
        expect(state?.stage).toBe(without?.stage);
        expect(state?.incompleteness).toEqual(without?.incompleteness);
        expect(state && standingDeclaration(state)).toEqual(
          without && standingDeclaration(without),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('returns to where it was from every state when the answer lets it go on', () => {
    fc.assert(
      fc.property(history, (events) => {
        const before = replayCase(events);
        fc.pre(before !== null && !before.referrals.some(isReferralOpen));
        fc.pre(!STILL.includes(before.stage));
        const steps = events.map(({ kind, payload }) => ({ kind, payload }) as Step);
        const fresh = '018f0000-0000-4000-8000-0000000000f9';
        const away = replayCase(eventsOf([...steps, referred(fresh)]));
        expect(away?.status).toBe('referred');
        const back = replayCase(
          eventsOf([...steps, referred(fresh), answered({ kind: 'goOn' }, fresh)]),
        );
        expect(back?.status).toBe(before?.status);
      }),
    );
  });

  it('keeps a submission, whatever is answered after it', () => {
    fc.assert(
      fc.property(history, (events) => {
        const state = replayCase(events);
        fc.pre(state?.submission != null && state.stage === 'submitted');
        expect(state?.incompleteness).toBeNull();
      }),
    );
  });
});

describe('a case left incomplete', () => {
  it('loses matching and signature, and is whole again when the matching is', () => {
    const left = after(...SIGNED, LEFT);
    expect(left).toMatchObject({
      status: 'incomplete',
      stage: 'interviewed',
      matchingCompleted: null,
    });
    expect(standingDeclaration(left)).toBeNull();
    expect(left.declarations).toHaveLength(1);
    const whole = after(...SIGNED, LEFT, recorded('presented'), {
      kind: 'matchingCompleted',
      payload: {},
    });
    expect(whole).toMatchObject({ status: 'matched', incompleteness: null });
    expect(actionState(whole, CLEAR, 'submitCase').allowed).toBe(false);
    expect(actionState(whole, CLEAR, 'signDeclaration').allowed).toBe(true);
  });

  it('takes everything that can be written before submission', () => {
    const left = after(LEFT);
    for (const action of [
      'showPrivacyNotice',
      'recordInquiry',
      'changeAnswers',
      'recordDocument',
      'recordVerdict',
      'completeInterview',
      'printPaper',
    ] as const) {
      expect(actionState(left, CLEAR, action).inPlace, action).toBe(true);
    }
  });

  it('knows what has come, and what was taken away again', () => {
    const came = after(LEFT, recorded('presented'), {
      kind: 'awaitedItemReceived',
      payload: { itemId: ITEM.itemId },
    });
    expect(Object.keys(came.incompleteness?.received ?? {}).toSorted()).toEqual(
      [CARD.itemId, ITEM.itemId].toSorted(),
    );
    const gone = after(LEFT, recorded('presented'), recorded('notPresented'));
    expect(gone.incompleteness?.received).toEqual({});
  });

  it('keeps of an earlier list what has not come and is not asked for again', () => {
    const another = { ...CARD, itemId: '018f0000-0000-4000-8000-0000000000a7' };
    const again = after(LEFT, {
      kind: 'leftIncomplete',
      payload: { items: [another], dueOn: '2025-05-25', place: 'المكتب' },
    });
    expect(again.incompleteness?.items.map(({ itemId }) => itemId)).toEqual([
      ITEM.itemId,
      another.itemId,
    ]);
    expect(again.incompleteness?.dueOn).toBe('2025-05-25');
  });
});

describe('a referral', () => {
  it('lets work go on, and signing wait for what it is about', () => {
    const open = after(...SIGNED.slice(0, 2), referred());
    expect(actionState(open, CLEAR, 'changeAnswers').allowed).toBe(true);
    expect(actionState(open, CLEAR, 'signDeclaration').blockers).toEqual([
      { code: 'referralOpen', referralId: FIRST },
    ]);
    const general = after(
      ...SIGNED.slice(0, 2),
      referred(FIRST, { reason: 'other', about: NOTHING_NAMED }),
    );
    expect(general.status).toBe('referred');
    expect(actionState(general, CLEAR, 'signDeclaration').allowed).toBe(true);
  });

  it('holds a thread: a new question opens it again, the last answer stands', () => {
    const grace: ReferralOutcome = { kind: 'grace', documents: ['D1'], until: '2025-03-24' };
    const longer: ReferralOutcome = { ...grace, until: '2025-04-24' };
    const asked: Step = {
      kind: 'referralQuestionAdded',
      payload: { referralId: FIRST, question: 'هل تُمد المهلة؟' },
    };
    const again = after(referred(), answered(grace), asked);
    expect(again.status).toBe('referred');
    const settled = after(referred(), answered(grace), asked, answered(longer));
    expect(settled.status).toBe('draft');
    expect(graceFor(settled, 'D1')?.until).toBe('2025-04-24');
    expect(graceFor(settled, 'D2')).toBeNull();
    const withdrawn = after(referred(), answered(grace), asked, {
      kind: 'referralWithdrawn',
      payload: { referralId: FIRST, reason: 'لم يعد لازمًا' },
    });
    expect(withdrawn.status).toBe('draft');
    expect(graceFor(withdrawn, 'D1')?.until).toBe('2025-03-24');
  });

  it('stands beside others until each is answered', () => {
    const both = after(referred(FIRST), referred(SECOND), answered({ kind: 'goOn' }, FIRST));
    expect(both.status).toBe('referred');
    const none = after(
      referred(FIRST),
      referred(SECOND),
      answered({ kind: 'goOn' }, FIRST),
      answered({ kind: 'acceptIdentity' }, SECOND),
    );
    expect(none.status).toBe('draft');
    expect(identityAccepted(none)?.referral.referralId).toBe(SECOND);
  });

  it('that is answered with what to bring leaves the case incomplete', () => {
    const asks = after(
      ...SIGNED,
      referred(),
      answered({ kind: 'bring', items: [ITEM], dueOn: '2025-04-25', place: 'المكتب' }),
    );
    expect(asks).toMatchObject({ status: 'incomplete', stage: 'interviewed' });
    expect(asks.incompleteness?.items).toEqual([ITEM]);
    expect(standingDeclaration(asks)).toBeNull();
  });

  it('answered with "go on" speaks of the verdict that stood, not of a later one', () => {
    const verdict: Step = {
      kind: 'verdictRecorded',
      payload: {
        rowKey: 'M1@D1',
        documentKey: 'D1',
        verdict: 'review',
        computed: 'mismatch',
        reason: { code: 'different', text: 'خطأ في السجل' },
        ruleVersion: { id: 'rules', version: 1 },
        statedPaths: ['idNumber'],
        stated: '1',
        read: '2',
        statedNormalized: '1',
        readNormalized: '2',
        originalSighted: true,
      },
    };
    const about = { ...NOTHING_NAMED, rows: ['M1@D1'] };
    const heard = after(verdict, referred(FIRST, { about }), answered({ kind: 'goOn' }));
    expect(isRowHeard(heard, 'M1@D1')).toBe(true);
    const later = after(verdict, referred(FIRST, { about }), answered({ kind: 'goOn' }), verdict);
    expect(isRowHeard(later, 'M1@D1')).toBe(false);
  });
});
