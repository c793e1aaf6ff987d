import type { CaseState } from '#shared/domain/case/caseState.ts';
import { isReferralOpen } from '#shared/domain/case/reduceReferral.ts';
import { checkCase, type ImportSurroundings } from '#shared/domain/import/checkCase.ts';
import { identifiersOf } from '#shared/domain/import/identifiers.ts';
import type { ImportNote } from '#shared/domain/import/importNote.ts';
import { personOfAnswers } from '#shared/domain/linkage/personOfCase.ts';
import { personValues } from '#shared/domain/linkage/personValues.ts';
import type {
  CaseForCheck,
  CheckedCaseAnswer,
  CheckedPerson,
  StoredEventText,
} from './checkMessages.ts';

/** Everything that the checks say of one case. Never throws: what cannot be looked at is a finding. */
export function lookAtCase(
  surroundings: ImportSurroundings,
  { caseId, events }: CaseForCheck,
  today: string,
): CheckedCaseAnswer {
  const last = events.at(-1)?.header;
  const base = typeof last?.['eventId'] === 'string' ? last['eventId'] : null;
  const after = typeof last?.['hlc'] === 'string' ? last['hlc'] : null;
  const { state, findings } = checkCase(
    surroundings,
    events.map(({ header, payload }) => ({ header, payload: contentOf(payload) })),
  );
  return {
    caseId,
    findings,
    notes: state === null ? [] : expiredSince(state, today),
    identifiers: state === null ? [] : identifiersOf(state),
    person: state === null ? null : personOf(state),
    heldFor: state?.headquarters.held?.findings ?? null,
    statusOnceImported: state?.referrals.some(isReferralOpen) ? 'referred' : 'imported',
    base,
    after,
  };
}

function personOf({ beneficiaryId, answers, submission }: CaseState): CheckedPerson | null {
  if (submission === null) return null;
  return { beneficiaryId, values: personValues(personOfAnswers(answers)), saidAt: submission.at };
}

/** In force on the day of the submission, and no longer today: for the officer, never a rejection. */
function expiredSince({ submission }: CaseState, today: string): readonly ImportNote[] {
  return (submission?.validAtSubmission ?? []).flatMap(({ documentKey, verdict, validUntil }) =>
    verdict === 'valid' && validUntil !== null && validUntil < today
      ? [{ code: 'expiredSince' as const, at: documentKey, other: null }]
      : [],
  );
}

function contentOf(payload: StoredEventText['payload']): unknown {
  return payload === null ? null : JSON.parse(payload);
}
