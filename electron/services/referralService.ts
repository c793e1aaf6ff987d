import type { NewCaseEvent } from '#db/desk/newEvent.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { Appended } from '#shared/contracts/base.ts';
import type { referralContract } from '#shared/contracts/waiting.ts';
import {
  type CaseState,
  type Referral,
  standingDeclaration,
} from '#shared/domain/case/caseState.ts';
import { isReferralOpen } from '#shared/domain/case/reduceReferral.ts';
import type { ReferralOutcome } from '#shared/domain/case/referral.ts';
import { append, assertMay, type CaseAtHand, caseAtHand } from './caseWork.ts';
import type { ContractInput } from './contractInput.ts';
import { type OpenDesk, todayOf } from './openDesk.ts';
import { verdictEvent } from './verdicts.ts';
import { awaitedList } from './waitingService.ts';

type Input<Name extends keyof typeof referralContract> = ContractInput<
  (typeof referralContract)[Name]
>;

/** @throws DeskError `inputInvalid` for an appointment that is over, or for what the case does not have */
export function refer(
  desk: OpenDesk,
  input: Input<'refer'>,
): Appended & { readonly referralId: string } {
  const { caseId, ...referral } = input;
  const at = caseAtHand(desk, caseId);
  assertMay(at, 'refer');
  const { appointment, about } = referral;
  if (appointment !== null && appointment.on < todayOf(desk)) throw new DeskError('inputInvalid');
  assertHas(at, about.documents, about.rows);
  const referralId = desk.store.ids.uuid();
  const appended = append(
    desk,
    caseId,
    [
      {
        kind: 'caseReferred',
        caseId,
        actorId: desk.person.actorId,
        formVersion: null,
        payload: { referralId, ...referral },
      },
    ],
    ['refer'],
  );
  return { ...appended, referralId };
}

function assertHas(
  { assessment }: CaseAtHand,
  documents: readonly string[],
  rows: readonly string[] = [],
): void {
  const knowsDocument = (key: string) =>
    assessment.documents.some(({ needed }) => needed.documentKey === key);
  const knowsRow = (key: string) => assessment.matrix.some(({ row }) => row.rowKey === key);
  if (!documents.every(knowsDocument) || !rows.every(knowsRow)) throw new DeskError('inputInvalid');
}

export function addQuestion(desk: OpenDesk, input: Input<'addQuestion'>): Appended {
  const { caseId, ...payload } = input;
  const at = caseAtHand(desk, caseId);
  assertMay(at, 'addQuestion');
  referralOf(at.state, payload.referralId);
  return append(
    desk,
    caseId,
    [
      {
        kind: 'referralQuestionAdded',
        caseId,
        actorId: desk.person.actorId,
        formVersion: null,
        payload,
      },
    ],
    [`question/${payload.referralId}`],
  );
}

/**
 * Records what the officer said. Grace gives the rows of validity of its documents their reason too,
 * where nobody gave one yet; "bring" leaves the case incomplete by the same event.
 * @throws DeskError `inputInvalid` for a day that cannot be, an answer without an open question, or a
 * document that the case does not have; `signatureWouldBeVoided` for "bring" under a declaration
 */
export function answerReferral(desk: OpenDesk, input: Input<'answer'>): Appended {
  const { caseId, voidSignature, outcome: said, ...answer } = input;
  const at = caseAtHand(desk, caseId);
  assertMay(at, 'answerReferral');
  if (!isReferralOpen(referralOf(at.state, answer.referralId))) throw new DeskError('inputInvalid');
  const today = todayOf(desk);
  if (answer.answeredOn > today) throw new DeskError('inputInvalid');
  let outcome: ReferralOutcome;
  let reasons: readonly NewCaseEvent[] = [];
  switch (said.kind) {
    case 'goOn':
    case 'acceptIdentity':
      outcome = said;
      break;
    case 'grace':
      if (said.until < today) throw new DeskError('inputInvalid');
      assertHas(at, said.documents);
      outcome = said;
      reasons = reasonsOfGrace(desk, at, said.documents, answer.text);
      break;
    case 'bring': {
      if (at.state.submission === null && standingDeclaration(at.state) && !voidSignature) {
        throw new DeskError('signatureWouldBeVoided');
      }
      outcome = {
        kind: 'bring',
        ...awaitedList(desk, at.assessment, said, { byOfficer: true }),
      };
      break;
    }
  }
  const { actorId } = desk.person;
  return append(
    desk,
    caseId,
    [
      {
        kind: 'referralAnswered',
        caseId,
        actorId,
        formVersion: null,
        payload: { ...answer, outcome },
      },
      ...reasons,
    ],
    [`answer/${answer.referralId}`],
  );
}

/** The officer's words are why a document that is not in force was taken; what was found stays as it is. */
function reasonsOfGrace(
  desk: OpenDesk,
  { state, assessment }: CaseAtHand,
  documents: readonly string[],
  text: string,
): readonly NewCaseEvent[] {
  if (state.submission !== null) return [];
  return assessment.matrix.flatMap(({ row, standing }) =>
    row.row === VALIDITY_ROW &&
    documents.includes(row.documentKey) &&
    standing === null &&
    row.computed !== null
      ? [verdictEvent(state, row, { verdict: row.computed.verdict, text }, desk.person.actorId)]
      : [],
  );
}

/** M25: issue ≤ submission ≤ expiry. */
const VALIDITY_ROW = 'M25';

/** @throws DeskError `inputInvalid` for a referral that has no open question */
export function withdrawReferral(desk: OpenDesk, input: Input<'withdraw'>): Appended {
  const { caseId, ...payload } = input;
  const at = caseAtHand(desk, caseId);
  assertMay(at, 'withdrawReferral');
  if (!isReferralOpen(referralOf(at.state, payload.referralId))) {
    throw new DeskError('inputInvalid');
  }
  const { actorId } = desk.person;
  return append(
    desk,
    caseId,
    [{ kind: 'referralWithdrawn', caseId, actorId, formVersion: null, payload }],
    [`question/${payload.referralId}`, `answer/${payload.referralId}`],
  );
}

function referralOf(state: CaseState, referralId: string): Referral {
  const found = state.referrals.find((each) => each.referralId === referralId);
  if (found === undefined) throw new DeskError('inputInvalid');
  return found;
}
