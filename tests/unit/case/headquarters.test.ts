import { describe, expect, it } from 'vitest';
import { actionState } from '#shared/domain/case/availableActions.ts';
import { type CaseState, standingDeclaration } from '#shared/domain/case/caseState.ts';
import { outcomeOf } from '#shared/domain/case/decision.ts';
import {
  HEADQUARTERS_ACTIONS,
  type HeadquartersAction,
  headquartersActionState,
} from '#shared/domain/case/headquartersActions.ts';
import { ReturnId } from '#shared/domain/case/headquartersEvents.ts';
import { openReturn, standingDecision } from '#shared/domain/case/headquartersState.ts';
import { replayCase } from '#shared/domain/case/reduceCase.ts';
import { HqPermission, HqRole, rolesMay } from '#shared/domain/hub/hqPermission.ts';
import { CLEAR_FACTS, decisionOf, eventsOf, OPENED, SEAL, type Step } from './caseHistory.ts';

const FIRST = ReturnId.parse('018f0000-0000-4000-8000-0000000000e1');
const DECISION = '018f0000-0000-4000-8000-0000000000d1';
const SUBMITTED: Step = {
  kind: 'caseSubmitted',
  payload: {
    dayZero: '2025-02-24',
    replyNotBefore: '2025-03-10',
    contactFrom: '2025-03-10',
    statement: { id: 'waitingStatement', version: 1 },
    language: 'ar',
    toldAndUnderstood: true,
    validAtSubmission: [],
  },
};
const WAY: readonly Step[] = [
  OPENED,
  { kind: 'interviewCompleted', payload: {} },
  { kind: 'matchingCompleted', payload: {} },
  { kind: 'declarationSigned', payload: { seal: SEAL } },
  SUBMITTED,
];
const IMPORTED: Step = { kind: 'caseImported', payload: { fileNo: 'F-000001', by: 'rule' } };
const MADE: Step = {
  kind: 'decisionMade',
  payload: { decision: decisionOf(DECISION, 'accepted') },
};

function returned(wants: 'correction' | 'answer'): Step {
  return {
    kind: 'caseReturned',
    payload: {
      returnId: FIRST,
      reason: 'dataWrong',
      text: 'رقم الهوية لا يطابق',
      wants,
      about: { documents: ['D1'], rows: [], paths: [] },
    },
  };
}

function after(...steps: readonly Step[]): CaseState {
  const state = replayCase(eventsOf([...WAY, ...steps]));
  if (state === null) throw new Error('no case');
  return state;
}

function may(state: CaseState, action: HeadquartersAction, today = '2025-03-10') {
  return headquartersActionState(state, action, today);
}

describe('a case at headquarters', () => {
  it('is imported once it was submitted, and keeps its file number', () => {
    expect(may(after(), 'importCase').allowed).toBe(true);
    const state = after(IMPORTED, {
      kind: 'caseImported',
      payload: { fileNo: 'F-000002', by: 'clerk' },
    });
    expect(state.status).toBe('imported');
    expect(state.headquarters.fileNo).toBe('F-000001');
    expect(may(state, 'importCase').inPlace).toBe(false);
  });

  it('that is returned for correction lies open at its branch, its signature void', () => {
    const state = after(IMPORTED, returned('correction'));
    expect(state.status).toBe('returnedToBranch');
    expect(state.stage).toBe('interviewed');
    expect(state.submission).toBeNull();
    expect(standingDeclaration(state)).toBeNull();
    expect(actionState(state, CLEAR_FACTS, 'changeAnswers').allowed).toBe(true);
    expect(actionState(state, CLEAR_FACTS, 'completeMatching').inPlace).toBe(true);
    expect(may(state, 'importCase').inPlace).toBe(false);
    const again = after(
      IMPORTED,
      returned('correction'),
      { kind: 'matchingCompleted', payload: {} },
      { kind: 'declarationSigned', payload: { seal: SEAL } },
      { kind: 'caseSubmitted', payload: { ...SUBMITTED.payload, dayZero: '2025-03-01' } as never },
    );
    expect(again.status).toBe('submitted');
    expect(openReturn(again.headquarters)).toBeNull();
    expect(again.submission?.dayZero).toBe('2025-03-01');
    expect(again.headquarters.earlierSubmissions.map(({ dayZero }) => dayZero)).toEqual([
      '2025-02-24',
    ]);
    expect(may(again, 'importCase').allowed).toBe(true);
  });

  it('that is returned for a word keeps signature and day 0', () => {
    const state = after(IMPORTED, returned('answer'));
    expect(state.status).toBe('returnedToBranch');
    expect(state.submission?.dayZero).toBe('2025-02-24');
    expect(standingDeclaration(state)).not.toBeNull();
    expect(may(state, 'importCase').blockers).toEqual(['returnOpen']);
    expect(actionState(state, CLEAR_FACTS, 'answerReturn').allowed).toBe(true);
    const answered = after(IMPORTED, returned('answer'), {
      kind: 'returnAnswered',
      payload: { returnId: FIRST, text: 'الرقم صحيح، والصورة قديمة' },
    });
    expect(answered.status).toBe('submitted');
    expect(may(answered, 'importCase').allowed).toBe(true);
    expect(actionState(answered, CLEAR_FACTS, 'answerReturn').allowed).toBe(false);
  });

  it('ignores a return that crossed another on the wire', () => {
    const state = after(IMPORTED, returned('correction'), {
      kind: 'caseReturned',
      payload: {
        ...returned('answer').payload,
        returnId: ReturnId.parse(crypto.randomUUID()),
      } as never,
    });
    expect(state.headquarters.returns).toHaveLength(1);
  });

  it('set aside is imported by nobody until it is taken back', () => {
    const aside: Step = { kind: 'caseSetAside', payload: { reason: 'تجربة' } };
    expect(may(after(aside), 'importCase').blockers).toEqual(['setAside']);
    expect(may(after(), 'readmitCase').blockers).toEqual(['notSetAside']);
    const back = after(aside, { kind: 'caseReadmitted', payload: { reason: 'حقيقية' } });
    expect(may(back, 'importCase').allowed).toBe(true);
  });

  it('moves the earliest answer later and never earlier', () => {
    const moved = (replyNotBefore: string): Step => ({
      kind: 'replyPostponed',
      payload: { replyNotBefore, contactFrom: replyNotBefore, reason: 'ينتظر تقريرًا' },
    });
    expect(after(IMPORTED, moved('2025-03-20')).submission?.replyNotBefore).toBe('2025-03-20');
    expect(after(IMPORTED, moved('2025-03-01')).submission?.replyNotBefore).toBe('2025-03-10');
  });

  it('is told no answer before its day but by an override', () => {
    const state = after(IMPORTED, MADE);
    expect(state.status).toBe('accepted');
    expect(may(state, 'releaseDecision', '2025-03-09').blockers).toEqual(['replyTooEarly']);
    expect(may(state, 'overrideRelease', '2025-03-09').allowed).toBe(true);
    expect(may(state, 'releaseDecision', '2025-03-10').allowed).toBe(true);
    expect(actionState(state, CLEAR_FACTS, 'tellDecision').blockers).toEqual([
      { code: 'decisionNotReleased' },
    ]);
  });

  it('reaches the branch as a decision without its content, and then as told', () => {
    const reached: Step = {
      kind: 'decisionReached',
      payload: { decisionId: standing().decisionId },
    };
    const heard = after(IMPORTED, reached);
    expect(heard.status).toBe('imported');
    expect(standingDecision(heard.headquarters)?.content).toBeNull();
    const released: Step = {
      kind: 'decisionReleased',
      payload: { decision: standing(), releasedOn: '2025-03-10', override: null },
    };
    const open = after(IMPORTED, reached, released);
    expect(open.status).toBe('accepted');
    expect(actionState(open, CLEAR_FACTS, 'tellDecision').allowed).toBe(true);
    const told = after(IMPORTED, reached, released, {
      kind: 'decisionTold',
      payload: {
        decisionId: standing().decisionId,
        channel: 'phone',
        toldOn: '2025-03-11',
        toldTo: null,
      },
    });
    expect(told.status).toBe('notified');
    expect(standingDecision(told.headquarters)?.told?.toldOn).toBe('2025-03-11');
  });

  it('derives its state from its items', () => {
    const [accepted] = decisionOf(DECISION, 'accepted').items;
    const [rejected] = decisionOf(DECISION, 'rejected').items;
    const [deferred] = decisionOf(DECISION, 'deferred').items;
    if (!accepted || !rejected || !deferred) throw new Error('no item');
    expect(outcomeOf([rejected, accepted, deferred])).toBe('accepted');
    expect(outcomeOf([rejected, deferred])).toBe('deferred');
    expect(outcomeOf([rejected])).toBe('rejected');
  });

  it('knows a permission, and somebody who has it, for every action', () => {
    for (const { permission } of Object.values(HEADQUARTERS_ACTIONS)) {
      expect(HqPermission.options).toContain(permission);
      expect(HqRole.options.some((role) => rolesMay([role], permission))).toBe(true);
    }
  });
});

function standing() {
  return decisionOf(DECISION, 'accepted');
}
