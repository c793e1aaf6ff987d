import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '#shared/domain/case/caseEvent.ts';
import { type CaseState, standingDeclaration } from '#shared/domain/case/caseState.ts';
import { CaseReplayError, reduceCase, replayCase } from '#shared/domain/case/reduceCase.ts';
import { CaseId } from '#shared/domain/identity.ts';
import { history } from './anyHistory.ts';
import { eventsOf, OPENED, SEAL, type Step } from './caseHistory.ts';

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}

function stateAfter(...steps: readonly Step[]): CaseState {
  const state = replayCase(eventsOf([OPENED, ...steps]));
  if (state === null) throw new Error('no case');
  return state;
}

/** The officer's answer that something be brought, to a referral that is there. */
function asksToBring({ referrals }: CaseState, event: CaseEvent): boolean {
  return (
    event.kind === 'referralAnswered' &&
    event.payload.outcome.kind === 'bring' &&
    referrals.some(({ referralId }) => referralId === event.payload.referralId)
  );
}

function answers(path: string, value: string | null, base: string | null): Step {
  const answer = value === null ? null : { value };
  return {
    kind: 'answersChanged',
    payload: { section: 'B', patches: [{ op: 'set', path, answer, base }] },
  };
}

describe('reduceCase', () => {
  it('gives the same case from every prefix, also over a copy of the journal', () => {
    fc.assert(
      fc.property(history, fc.nat(), (events, cut) => {
        const whole = replayCase(events);
        const length = 1 + (cut % events.length);
        // What a laptop reads back from its disk is equal, not identical.
        let state = replayCase(structuredClone(events.slice(0, length)));
        for (const event of events.slice(length)) state = reduceCase(state, event);
        expect(state).toEqual(whole);
        expect(whole?.eventCount).toBe(events.length);
      }),
    );
  });

  it('never changes the state that it was given', () => {
    fc.assert(
      fc.property(history, (events) => {
        let state: CaseState | null = null;
        for (const event of events) state = frozen(reduceCase(state, frozen(event)));
        expect(state).not.toBeNull();
      }),
    );
  });

  it('leaves a declaration standing only while nothing under it changed', () => {
    const changes = [
      'answersChanged',
      'documentRecorded',
      'verdictRecorded',
      'scanAttached',
      'scanRemoved',
      'leftIncomplete',
    ];
    fc.assert(
      fc.property(history, (events) => {
        const submitted = events.findIndex(({ kind }) => kind === 'caseSubmitted');
        // What HQ asks for after the submission has its own rules.
        const atBranch = submitted < 0 ? events : events.slice(0, submitted);
        const changed = atBranch.findLastIndex((event, at) => {
          const before = replayCase(atBranch.slice(0, at));
          return changes.includes(event.kind) || (before !== null && asksToBring(before, event));
        });
        const signed = atBranch.findLastIndex(({ kind }) => kind === 'declarationSigned');
        const state = replayCase(atBranch);
        if (state === null) throw new Error('no case');
        expect(standingDeclaration(state) !== null).toBe(signed > changed);
      }),
    );
  });

  it('refuses what cannot follow', () => {
    const [opened, ...others] = eventsOf([OPENED, { kind: 'inquiriesConfirmed', payload: {} }]);
    const [confirmed] = others;
    if (!opened || !confirmed) throw new Error('no events');
    expect(() => reduceCase(null, confirmed)).toThrow(CaseReplayError);
    const state = reduceCase(null, opened);
    expect(() => reduceCase(state, opened)).toThrow(CaseReplayError);
    const stranger = { ...confirmed, caseId: CaseId.parse(opened.actorId) };
    expect(() => reduceCase(state, stranger)).toThrow(CaseReplayError);
    expect(replayCase([])).toBeNull();
  });

  it('shows two values that were given apart, and takes the one that knows of the other', () => {
    const first = answers('street', 'الحج', null);
    const state = stateAfter(first);
    const source = state.answerSources['street']?.eventId ?? null;
    const apart = stateAfter(first, answers('street', 'العزيزية', null));
    expect(apart.conflicts['street']?.candidates.map(({ answer }) => answer)).toEqual([
      { value: 'الحج' },
      { value: 'العزيزية' },
    ]);
    const known = stateAfter(first, answers('street', 'العزيزية', source));
    expect(known.conflicts).toEqual({});
    expect(known.answers.values['street']).toEqual({ value: 'العزيزية' });
    const chosen = stateAfter(
      first,
      answers('street', 'العزيزية', null),
      answers('street', 'الحج', apart.answerSources['street']?.eventId ?? null),
    );
    expect(chosen.conflicts).toEqual({});
  });

  it('opens "all questions answered" again with a new question', () => {
    const confirmed: Step = { kind: 'inquiriesConfirmed', payload: {} };
    const asked: Step = {
      kind: 'inquiryRecorded',
      payload: {
        inquiryId: '018f0000-0000-7000-8000-000000000001',
        channel: 'phone',
        topic: 'الإيجار',
        question: 'متى؟',
        answer: '',
      },
    };
    expect(stateAfter(confirmed).inquiriesConfirmed).not.toBeNull();
    expect(stateAfter(confirmed, asked).inquiriesConfirmed).toBeNull();
  });

  it('puts a matched or signed case back to its interview when the data change', () => {
    const signed: readonly Step[] = [
      { kind: 'interviewCompleted', payload: {} },
      { kind: 'matchingCompleted', payload: {} },
      { kind: 'declarationSigned', payload: { seal: SEAL } },
    ];
    expect(stateAfter(...signed).status).toBe('signed');
    const changed = stateAfter(...signed, answers('street', 'أخرى', null));
    expect(changed).toMatchObject({ status: 'interviewed', matchingCompleted: null });
    expect(standingDeclaration(changed)).toBeNull();
    expect(changed.declarations).toHaveLength(1);
  });

  it('inherits nothing from where names of fields are kept', () => {
    const apart = stateAfter(answers('constructor', 'x', OTHER_EVENT));
    expect(apart.conflicts).toEqual({});
    const twice = stateAfter(answers('toString', 'x', null), answers('toString', 'y', null));
    const candidates = twice.conflicts['toString']?.candidates;
    expect(candidates?.map(({ answer }) => answer)).toEqual([{ value: 'x' }, { value: 'y' }]);
  });
});

const OTHER_EVENT = '019a0000-0000-7000-8000-00000000ffff';
