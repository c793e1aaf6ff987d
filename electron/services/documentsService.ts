import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { Appended } from '#shared/contracts/base.ts';
import { formScope } from '#shared/contracts/caseForms.ts';
import type { documentsContract } from '#shared/contracts/documents.ts';
import { EMPTY_ANSWERS } from '#shared/domain/answers/answer.ts';
import { answerAt } from '#shared/domain/answers/answerSet.ts';
import { applyPatches } from '#shared/domain/answers/applyPatches.ts';
import { realChanges } from '#shared/domain/case/answerChanges.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import type { Verdict } from '#shared/domain/case/vocabulary.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { needsReason } from '#shared/domain/matching/matchingSummary.ts';
import type { MatrixRow } from '#shared/domain/matching/matrixRow.ts';
import { versionKey } from '#shared/domain/texts/textLibrary.ts';
import { append, assertMay, assess, type CaseAtHand, caseAtHand, notAllowed } from './caseWork.ts';
import { answersChanged } from './changeAnswers.ts';
import type { ContractInput } from './contractInput.ts';
import { draftedReadings } from './drafts.ts';
import { leaveOpenPages } from './interviewService.ts';
import { checkKnown } from './knownService.ts';
import type { OpenDesk } from './openDesk.ts';
import { automaticVerdicts, verdictEvent } from './verdicts.ts';

type Input<Name extends keyof typeof documentsContract> = ContractInput<
  (typeof documentsContract)[Name]
>;

/**
 * Records a document from its draft with every verdict that the rules give by themselves.
 * @throws DeskError `inputInvalid` for a document that this case does not need; `reasonRequired` for
 * one that is absent or cannot be read
 */
export function recordDocument(desk: OpenDesk, input: Input<'record'>): Appended {
  const { caseId, documentKey, presentation, reason } = input;
  const at = caseAtHand(desk, caseId);
  assertMay(at, 'recordDocument', input);
  if (!at.assessment.documents.some(({ needed }) => needed.documentKey === documentKey)) {
    throw new DeskError('inputInvalid');
  }
  const isPresented = presentation === 'presented';
  if (!isPresented && !reason) throw new DeskError('reasonRequired');
  const { state } = at;
  const { actorId } = desk.person;
  const patches = isPresented ? draftedReadings(desk, state, documentKey) : [];
  const payload = {
    documentKey,
    presentation,
    originalSighted: presentation !== 'notPresented' && input.originalSighted,
    reason: reason || null,
    patches: [...patches],
  };
  const readings = applyPatches(state.documents[documentKey]?.readings ?? EMPTY_ANSWERS, patches);
  const after: CaseState = {
    ...state,
    documents: { ...state.documents, [documentKey]: { ...state.last, ...payload, readings } },
  };
  return append(
    desk,
    caseId,
    [
      {
        kind: 'documentRecorded',
        caseId,
        actorId,
        formVersion: versionKey(state.documentRules),
        payload,
      },
      ...automaticVerdicts(after, assess(desk, after), actorId),
    ],
    [documentKey, formScope('absent', documentKey)],
  );
}

/**
 * A person's verdict on a row.
 * @throws DeskError `reasonRequired`; `answerRefused` for calling a mismatch on M1-M4 a match, which
 * nobody at the branch may
 */
export function decide(desk: OpenDesk, input: Input<'decide'>): Appended {
  const { caseId, verdict } = input;
  const at = caseAtHand(desk, caseId);
  assertMay(at, 'recordVerdict', input);
  const row = rowAtHand(at, input.rowKey);
  if (row.computed === null) {
    throw notAllowed([{ code: 'documentUnrecorded', documentKey: row.documentKey }]);
  }
  if (overrulesIdentity(row, verdict)) throw new DeskError('answerRefused', { path: row.rowKey });
  const text = input.reason || row.documentReason;
  if (needsReason(verdict, row.computed) && !text) throw new DeskError('reasonRequired');
  const { actorId } = desk.person;
  return append(
    desk,
    caseId,
    [verdictEvent(at.state, row, { verdict, text: text || null }, actorId)],
    [formScope('row', row.rowKey)],
  );
}

function overrulesIdentity(row: MatrixRow, verdict: Verdict): boolean {
  const overruling: readonly Verdict[] = ['match', 'matchWithTolerance', 'notApplicable'];
  return row.blocksSigning && row.computed?.verdict === 'mismatch' && overruling.includes(verdict);
}

/**
 * Sets what was stated to what the document says.
 * @throws DeskError `answerRefused` when this row's reading cannot be taken over as it stands
 */
export function correctStated(desk: OpenDesk, input: Input<'correctStated'>): Appended {
  const { caseId } = input;
  const at = caseAtHand(desk, caseId);
  assertMay(at, 'changeAnswers', input);
  const { state } = at;
  const row = rowAtHand(at, input.rowKey);
  const readings = state.documents[row.documentKey]?.readings ?? EMPTY_ANSWERS;
  const patches = row.corrections.map(({ stated, read }) => {
    const answer = answerAt(readings, read);
    if (answer === undefined || !('value' in answer)) {
      throw new DeskError('answerRefused', { path: stated });
    }
    return { op: 'set' as const, path: stated, answer, base: null };
  });
  if (patches.length === 0) throw new DeskError('answerRefused', { path: row.rowKey });
  const changes = realChanges(state.answers, patches, state.answerSources);
  if (changes.length === 0) return { events: [] };
  return append(desk, caseId, answersChanged(desk, state, 'matching', changes));
}

function rowAtHand({ assessment }: CaseAtHand, rowKey: string): MatrixRow {
  const found = assessment.matrix.find(({ row }) => row.rowKey === rowKey);
  if (!found) throw new DeskError('inputInvalid');
  return found.row;
}

export function completeMatching(desk: OpenDesk, { caseId }: { caseId: CaseId }): Appended {
  const left = [...leaveOpenPages(desk, caseId), ...checkKnown(desk, { caseId }).events];
  assertMay(caseAtHand(desk, caseId), 'completeMatching');
  const completed = append(desk, caseId, [
    {
      kind: 'matchingCompleted',
      caseId,
      actorId: desk.person.actorId,
      formVersion: null,
      payload: {},
    },
  ]);
  return { events: [...left, ...completed.events] };
}
