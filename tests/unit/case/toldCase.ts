import type { CaseState } from '#shared/domain/case/caseState.ts';
import { replayCase } from '#shared/domain/case/reduceCase.ts';
import { decisionOf, eventsOf, OPENED, SEAL, type Step } from './caseHistory.ts';

const DECISION_ID = '018f0000-0000-4000-8000-0000000000d1';

/** A case whose person was told on 11 March 2025, and what followed: six months of 1,500 riyals, or nothing. */
export function told(outcome: 'accepted' | 'rejected', ...steps: readonly Step[]): CaseState {
  const decision = decisionOf(DECISION_ID, outcome);
  const state = replayCase(
    eventsOf([
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
      { kind: 'caseImported', payload: { fileNo: 'F-1', by: 'rule' } },
      {
        kind: 'decisionReleased',
        payload: { decision, releasedOn: '2025-03-10', override: null },
      },
      {
        kind: 'decisionTold',
        payload: {
          decisionId: decision.decisionId,
          channel: 'phone',
          toldOn: '2025-03-11',
          toldTo: null,
        },
      },
      ...steps,
    ]),
  );
  if (state === null) throw new Error('no case');
  return state;
}
