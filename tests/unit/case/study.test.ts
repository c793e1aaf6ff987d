import { describe, expect, it } from 'vitest';
import { actionState } from '#shared/domain/case/availableActions.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import {
  type HeadquartersAction,
  headquartersActionState,
} from '#shared/domain/case/headquartersActions.ts';
import { replayCase } from '#shared/domain/case/reduceCase.ts';
import {
  awaitingOf,
  openLapse,
  openRequest,
  standingReport,
} from '#shared/domain/case/studyState.ts';
import { CLEAR_FACTS, decisionOf, eventsOf, ITEM, OPENED, SEAL, type Step } from './caseHistory.ts';
import { LETTER, OFFICER, OTHER_OFFICER, STATEMENT, STUDY } from './studyHistory.ts';

const IMPORTED: readonly Step[] = [
  OPENED,
  { kind: 'interviewCompleted', payload: {} },
  { kind: 'matchingCompleted', payload: {} },
  { kind: 'declarationSigned', payload: { seal: SEAL } },
  {
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
  },
  { kind: 'caseImported', payload: { fileNo: 'F-000001', by: 'rule' } },
];
const IN_STUDY: readonly Step[] = [...IMPORTED, STUDY.assigned(), STUDY.begun()];

function after(steps: readonly Step[]): CaseState {
  const state = replayCase(eventsOf(steps));
  if (state === null) throw new Error('no case');
  return state;
}

function blockers(state: CaseState, action: HeadquartersAction): readonly string[] {
  const { inPlace, blockers: found } = headquartersActionState(state, action, '2025-03-05');
  return inPlace ? found : ['notInPlace'];
}

/** The id that `eventsOf` gave to the last of these steps. */
function lastId(steps: readonly Step[]): string {
  return eventsOf(steps).at(-1)?.eventId ?? '';
}

describe('the study of a case', () => {
  it('begins when an officer is assigned and declares that nothing stands against it', () => {
    expect(blockers(after(IMPORTED), 'beginStudy')).toEqual(['noOfficer']);
    const assigned = after([...IMPORTED, STUDY.assigned()]);
    expect(assigned.status).toBe('imported');
    expect(blockers(assigned, 'beginStudy')).toEqual([]);
    expect(blockers(assigned, 'requestMore')).toEqual(['notInPlace']);
    expect(after(IN_STUDY).status).toBe('underStudy');
    expect(blockers(after(IN_STUDY), 'beginStudy')).toEqual(['studyBegunAlready']);
  });

  it('goes to somebody else where an interest stands against it', () => {
    const conflicted = after([...IN_STUDY, STUDY.conflict()]);
    expect(conflicted.study.officer).toBeNull();
    expect(conflicted.study.conflicts).toHaveLength(1);
    expect(blockers(conflicted, 'reportStudy')).toEqual(['noOfficer']);
    const other = after([...IN_STUDY, STUDY.conflict(), STUDY.assigned(OTHER_OFFICER)]);
    expect(blockers(other, 'reportStudy')).toEqual(['studyNotBegun']);
    // What the first declared does not begin it for the second.
    expect(after([...IMPORTED, STUDY.assigned(OTHER_OFFICER), STUDY.begun(OFFICER)]).status).toBe(
      'imported',
    );
  });

  it('shows what it waits for before its stage, and is not reported meanwhile', () => {
    const visited = after([...IN_STUDY, STUDY.visit]);
    expect(visited.status).toBe('fieldVisitScheduled');
    expect(blockers(visited, 'reportStudy')).toEqual(['visitOpen']);
    expect(blockers(visited, 'scheduleVisit')).toEqual(['visitOpen']);
    expect(actionState(visited, CLEAR_FACTS, 'recordVisit').allowed).toBe(true);
    const asked = after([...IN_STUDY, STUDY.visit, STUDY.visitDone, STUDY.more]);
    expect(asked.status).toBe('moreInfoRequested');
    expect(blockers(asked, 'reportStudy')).toEqual(['requestOpen']);
    expect(actionState(asked, CLEAR_FACTS, 'answerMore').allowed).toBe(true);
    const half = after([...IN_STUDY, STUDY.more, STUDY.answered(LETTER)]);
    expect(half.status).toBe('moreInfoRequested');
    expect(awaitingOf(half)?.items).toEqual([STATEMENT]);
    const whole = after([
      ...IN_STUDY,
      STUDY.more,
      STUDY.answered(LETTER),
      STUDY.answered(STATEMENT),
    ]);
    expect(whole.status).toBe('underStudy');
    expect(openRequest(whole.study)).toBeNull();
    expect(blockers(whole, 'reportStudy')).toEqual([]);
  });

  it('ends with a report, of which the branch hears only that the case goes on', () => {
    const reported = after([...IN_STUDY, STUDY.reported, STUDY.completed]);
    expect(reported.status).toBe('readyForCommittee');
    expect(standingReport(reported.study)?.items[0]?.recommends).toBe('accept');
    const atBranch = after([...IN_STUDY, STUDY.completed]);
    expect(atBranch.status).toBe('readyForCommittee');
    expect(standingReport(atBranch.study)).toBeNull();
  });

  it('is taken up again when the committee asks for more, also after a deferral was told', () => {
    const ready = [...IN_STUDY, STUDY.reported];
    expect(after([...ready, STUDY.resumed]).status).toBe('underStudy');
    const decision = decisionOf('018f0000-0000-4000-8000-0000000000d1', 'deferred');
    const told: readonly Step[] = [
      ...ready,
      { kind: 'decisionReleased', payload: { decision, releasedOn: '2025-03-10', override: null } },
      {
        kind: 'decisionTold',
        payload: {
          decisionId: decision.decisionId,
          channel: 'phone',
          toldOn: '2025-03-11',
          toldTo: null,
        },
      },
    ];
    expect(blockers(after(told), 'resumeStudy')).toEqual([]);
    expect(after([...told, STUDY.resumed]).status).toBe('underStudy');
    const rejected = decisionOf('018f0000-0000-4000-8000-0000000000d1', 'rejected');
    const over = after([
      ...ready,
      {
        kind: 'decisionReleased',
        payload: { decision: rejected, releasedOn: '2025-03-10', override: null },
      },
      {
        kind: 'decisionTold',
        payload: {
          decisionId: rejected.decisionId,
          channel: 'phone',
          toldOn: '2025-03-11',
          toldTo: null,
        },
      },
    ]);
    expect(blockers(over, 'resumeStudy')).toEqual(['decisionToldAlready']);
  });

  it('keeps both records where branch and headquarters recorded one visit apart', () => {
    const state = after([...IN_STUDY, STUDY.visit, STUDY.visitDone, STUDY.visitDone]);
    expect(state.study.visits[0]?.records).toHaveLength(2);
  });
});

describe('a case that waits in vain', () => {
  const asked = [...IN_STUDY, STUDY.more];
  const lapsed = [...asked, STUDY.lapsed(lastId(asked))];

  it('lapses, and goes on where it was when it is opened again', () => {
    const state = after(lapsed);
    expect(state.status).toBe('lapsed');
    expect(openLapse(state)?.from).toBe('underStudy');
    expect(blockers(state, 'reportStudy')).toEqual(['notInPlace']);
    expect(actionState(state, CLEAR_FACTS, 'answerMore').inPlace).toBe(false);
    expect(actionState(state, CLEAR_FACTS, 'reopenCase').allowed).toBe(true);
    const again = after([...lapsed, STUDY.reopened]);
    expect(again.status).toBe('moreInfoRequested');
    // The whole time anew, counted from the reopening.
    expect(awaitingOf(again)).toMatchObject({
      dueOn: '2025-06-10',
      began: lastId([...lapsed, STUDY.reopened]),
    });
  });

  it('lapses before its submission too, and returns there', () => {
    const left: readonly Step[] = [
      OPENED,
      { kind: 'leftIncomplete', payload: { items: [ITEM], dueOn: '2025-03-20', place: 'المكتب' } },
    ];
    const gone = [...left, STUDY.lapsed(lastId(left))];
    expect(after(gone).status).toBe('lapsed');
    expect(actionState(after(gone), CLEAR_FACTS, 'changeAnswers').inPlace).toBe(false);
    expect(after([...gone, STUDY.reopened]).status).toBe('incomplete');
    expect(after([...gone, STUDY.reopened]).stage).toBe('draft');
  });

  it('does not lapse when the answer crossed the lapse on the wire', () => {
    const answered = [...asked, STUDY.answered(LETTER), STUDY.answered(STATEMENT)];
    expect(after([...answered, STUDY.lapsed(lastId(asked))]).status).toBe('underStudy');
    // Nor for a list that another one has followed.
    expect(after([...IN_STUDY, STUDY.lapsed(lastId(asked))]).status).toBe('underStudy');
  });

  it('keeps an answer that came after the lapse', () => {
    const late = after([...lapsed, STUDY.answered(LETTER)]);
    expect(late.status).toBe('lapsed');
    expect(Object.keys(late.study.requests[0]?.answers ?? {})).toEqual([LETTER.itemId]);
    const again = after([...lapsed, STUDY.answered(LETTER), STUDY.reopened]);
    expect(awaitingOf(again)?.items).toEqual([STATEMENT]);
  });
});
