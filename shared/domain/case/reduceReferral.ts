import type { EventId, IsoDay } from '../identity.ts';
import type { CaseEventPayload, DocumentKey, MatrixRowKey } from './caseEvent.ts';
import type { CaseState, Mark, Referral, ReferralAnswer } from './caseState.ts';

/** Whether the last word of a referral is a question. */
export function isReferralOpen({ thread, withdrawn }: Referral): boolean {
  return withdrawn === null && thread.at(-1)?.kind === 'question';
}

/**
 * Whether signing waits for this referral: it is open, and about something of the case or about a
 * procedure that the person would sign without having understood it.
 */
export function holdsSigning(referral: Referral): boolean {
  const { reason, about } = referral;
  const isGeneral =
    reason === 'other' && about.documents.length + about.rows.length + about.paths.length === 0;
  return isReferralOpen(referral) && !isGeneral;
}

/** The answer that stands: the last of the thread; a question that was withdrawn takes none away. */
export function standingAnswer({ thread }: Referral): ReferralAnswer | null {
  return thread.findLast((entry) => entry.kind === 'answer') ?? null;
}

/** The officer's word for a document or a person: how long it holds, and where it is on record. */
export interface OfficersWord {
  readonly referral: Referral;
  readonly answer: ReferralAnswer;
  readonly outcome: 'grace' | 'acceptIdentity';
  /** The last day; null for an identity that was accepted, which has no end. */
  readonly until: IsoDay | null;
}

/** The grace that runs longest for this document, also when it has ended; null for none. */
export function graceFor(state: CaseState, documentKey: DocumentKey): OfficersWord | null {
  const graces = state.referrals.flatMap((referral): OfficersWord[] => {
    const answer = standingAnswer(referral);
    const outcome = answer?.outcome;
    return answer && outcome?.kind === 'grace' && outcome.documents.includes(documentKey)
      ? [{ referral, answer, outcome: 'grace', until: outcome.until }]
      : [];
  });
  return (
    graces.toSorted((one, other) => (one.until ?? '').localeCompare(other.until ?? '')).at(-1) ??
    null
  );
}

/** By which the officer accepted the person's identity without a document in force; null for none. */
export function identityAccepted(state: CaseState): OfficersWord | null {
  for (const referral of state.referrals.toReversed()) {
    const answer = standingAnswer(referral);
    if (answer?.outcome.kind === 'acceptIdentity') {
      return { referral, answer, outcome: 'acceptIdentity', until: null };
    }
  }
  return null;
}

/** Whether the officer said "go on" to the very verdict that stands on this row. */
export function isRowHeard(state: CaseState, rowKey: MatrixRowKey): boolean {
  const verdict = Object.hasOwn(state.verdicts, rowKey) ? state.verdicts[rowKey] : undefined;
  return (
    verdict !== undefined &&
    state.referrals.some((referral) => {
      const answer = standingAnswer(referral);
      return (
        answer?.outcome.kind === 'goOn' &&
        Object.hasOwn(answer.verdicts, rowKey) &&
        answer.verdicts[rowKey] === verdict.eventId
      );
    })
  );
}

export function openReferral(
  state: CaseState,
  { question, ...referral }: CaseEventPayload<'caseReferred'>,
  mark: Mark,
): CaseState {
  if (state.referrals.some(({ referralId }) => referralId === referral.referralId)) return state;
  return {
    ...state,
    referrals: [
      ...state.referrals,
      {
        ...referral,
        opened: mark,
        thread: [{ ...mark, kind: 'question', text: question }],
        withdrawn: null,
      },
    ],
  };
}

export function addQuestion(
  state: CaseState,
  { referralId, question }: CaseEventPayload<'referralQuestionAdded'>,
  mark: Mark,
): CaseState {
  return changeReferral(state, referralId, (referral) => ({
    ...referral,
    thread: [...referral.thread, { ...mark, kind: 'question', text: question }],
    withdrawn: null,
  }));
}

export function answerReferral(
  state: CaseState,
  payload: CaseEventPayload<'referralAnswered'>,
  mark: Mark,
): CaseState {
  return changeReferral(state, payload.referralId, (referral) => {
    const verdicts = Object.fromEntries(
      referral.about.rows.flatMap((rowKey): [MatrixRowKey, EventId][] => {
        const verdict = Object.hasOwn(state.verdicts, rowKey) ? state.verdicts[rowKey] : undefined;
        return verdict === undefined ? [] : [[rowKey, verdict.eventId]];
      }),
    );
    const answer: ReferralAnswer = { ...mark, ...payload, kind: 'answer', verdicts };
    return { ...referral, thread: [...referral.thread, answer] };
  });
}

export function withdrawReferral(
  state: CaseState,
  { referralId, reason }: CaseEventPayload<'referralWithdrawn'>,
  mark: Mark,
): CaseState {
  return changeReferral(state, referralId, (referral) => ({
    ...referral,
    withdrawn: { ...mark, reason },
  }));
}

/** An event about a referral that this journal does not have changes nothing. */
function changeReferral(
  state: CaseState,
  referralId: string,
  change: (referral: Referral) => Referral,
): CaseState {
  if (!state.referrals.some((each) => each.referralId === referralId)) return state;
  return {
    ...state,
    referrals: state.referrals.map((each) =>
      each.referralId === referralId ? change(each) : each,
    ),
  };
}
