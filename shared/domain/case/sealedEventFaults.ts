import type { Crypto } from '../../ports.ts';
import { isoDate, parseIsoDate, riyadhDayNumber } from '../calendar/dayNumber.ts';
import { firstDayZero, replyNotBefore } from '../promise/promise.ts';
import type { CaseEvent } from './caseEvent.ts';
import { type CaseState, standingDeclaration } from './caseState.ts';
import type { SealStatement } from './seal.ts';
import {
  contentHashOf,
  type SealFault,
  type SealVerificationKeys,
  sealHashOf,
  verifySeal,
} from './sealing.ts';
import { signerFits } from './whoSigns.ts';

export type DeclarationFault =
  | SealFault
  | 'signedByAnother'
  | 'sealRepeated'
  | 'sealedAtAnotherTime'
  | 'contentChanged'
  | 'signerNotOfCase'
  | 'paperNotPrinted';

/** A seal and its event are made in one action; a minute allows for a clock that is set in between. */
const SEALED_WITHIN_MS = 60_000;

/**
 * Everything that does not hold of a declaration where it stands: its seal, and what it says of the
 * case, of its own event and of whoever signed.
 * @param state the case before this event
 * @param keys of the device and the person whom the statement names
 */
export function declarationFaults(
  crypto: Crypto,
  state: CaseState,
  event: Extract<CaseEvent, { kind: 'declarationSigned' }>,
  keys: SealVerificationKeys,
): readonly DeclarationFault[] {
  const { seal } = event.payload;
  const { statement } = seal;
  const signedAt = Date.parse(statement.signedAt);
  const apart = Math.abs(Date.parse(event.at) - signedAt);
  const ownDay = isoDate(riyadhDayNumber(signedAt)) === statement.signedOnGregorian;
  // The data may stand again as they were when an earlier seal was made; the person has not signed again.
  const repeated = state.declarations.some(
    (earlier) => earlier.seal.deviceSignature === seal.deviceSignature,
  );
  const another = statement.deviceId !== event.deviceId || statement.actorId !== event.actorId;
  return [
    ...verifySeal(crypto, seal, keys),
    ...found(another, 'signedByAnother'),
    ...found(repeated, 'sealRepeated'),
    ...found(apart > SEALED_WITHIN_MS || !ownDay, 'sealedAtAnotherTime'),
    ...found(contentHashOf(crypto, state) !== statement.contentHash, 'contentChanged'),
    ...found(!signerFits(state, statement.signer), 'signerNotOfCase'),
    ...found(!paperPrinted(state, statement), 'paperNotPrinted'),
  ];
}

/**
 * Whether the picture of a signed sheet is bound to a seal of this case that was signed on paper.
 * @param state the case before this event
 */
export function paperScanFaults(
  crypto: Crypto,
  state: CaseState,
  event: Extract<CaseEvent, { kind: 'signedPaperScanned' }>,
): readonly PaperScanFault[] {
  const { declaration, sealHash } = event.payload;
  const named = state.declarations.find(({ eventId }) => eventId === declaration);
  const statement = named?.seal.statement;
  const isBound =
    statement?.signing.level === 'paperOriginal' && sealHashOf(crypto, statement) === sealHash;
  return found(!isBound, 'paperOfNoSeal');
}

export type PaperScanFault = 'paperOfNoSeal';

export type PromiseFault = 'submittedWithoutDeclaration' | 'dayZeroWrong' | 'replyTooEarly';

/**
 * Whether the promise of a submission is the policy's: day 0 the Riyadh day of the signed submission,
 * the answer not before the days after it that the case's terms name (P35).
 * @param state the case before this event
 */
export function promiseFaults(
  state: CaseState,
  event: Extract<CaseEvent, { kind: 'caseSubmitted' }>,
): readonly PromiseFault[] {
  const { dayZero, replyNotBefore: told, contactFrom } = event.payload;
  const day = parseIsoDate(dayZero);
  const earliest = day === null ? null : isoDate(replyNotBefore(day, state.terms));
  const declaration = standingDeclaration(state);
  const first = firstDayZero(Date.parse(event.at), declaration && Date.parse(declaration.at));
  return [
    ...found(declaration === null, 'submittedWithoutDeclaration'),
    ...found(isoDate(first) !== dayZero, 'dayZeroWrong'),
    ...found(told !== earliest || contactFrom < told, 'replyTooEarly'),
  ];
}

/** What was signed on paper was printed before, over the very data that the seal binds. */
function paperPrinted({ papers }: CaseState, { signing, contentHash }: SealStatement): boolean {
  return (
    signing.level !== 'paperOriginal' ||
    papers.some(
      ({ paper, copy, contentHash: shown }) =>
        paper === 'N3' && copy === signing.copy && shown === contentHash,
    )
  );
}

function found<Fault extends string>(isFound: boolean, fault: Fault): readonly Fault[] {
  return isFound ? [fault] : [];
}
