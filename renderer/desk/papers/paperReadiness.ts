import type { OpenCase } from '#renderer/access/caseFile.ts';
import type { Appeal } from '#shared/domain/case/appealState.ts';
import {
  type Referral,
  type SignedDeclaration,
  type Submission,
  standingDeclaration,
} from '#shared/domain/case/caseState.ts';
import type { DecisionContent } from '#shared/domain/case/decision.ts';
import type { DecisionOnCase } from '#shared/domain/case/headquartersState.ts';
import type { AtService, DeliveryMade } from '#shared/domain/case/serviceState.ts';
import {
  type AwaitedPaper,
  awaitedPaper,
  type FieldVisit,
  type Lapse,
} from '#shared/domain/case/studyState.ts';
import type { PaperCode } from '#shared/domain/case/vocabulary.ts';

/** Whether a paper can be shown of this case now, with the event that it is made from. */
export type PaperReadiness =
  | { readonly kind: 'request'; readonly submission: Submission | null }
  | { readonly kind: 'receipt'; readonly submission: Submission }
  | { readonly kind: 'declaration'; readonly declaration: SignedDeclaration }
  /** The declaration as it stands open for signature, to be signed in ink. */
  | { readonly kind: 'toSign' }
  | { readonly kind: 'missingItems'; readonly list: AwaitedPaper }
  | { readonly kind: 'visit'; readonly visit: FieldVisit }
  | { readonly kind: 'lapse'; readonly lapse: Lapse }
  | { readonly kind: 'referral'; readonly referral: Referral }
  | {
      readonly kind: 'decision';
      readonly decision: DecisionOnCase;
      readonly content: DecisionContent;
    }
  | { readonly kind: 'delivery'; readonly delivery: DeliveryMade }
  | { readonly kind: 'withdrawal'; readonly withdrawal: NonNullable<AtService['withdrawal']> }
  | { readonly kind: 'appeal'; readonly appeal: Appeal }
  | { readonly kind: 'notSubmitted' | 'notSigned' | 'notWaiting' | 'later' };

/**
 * N3 shows the declaration that stands; while signing is open, the sheet to be signed; else the last
 * one, a voided one too: the paper says so itself.
 */
export function paperReadiness(
  { state, actions }: Pick<OpenCase, 'state' | 'actions'>,
  paper: PaperCode,
  /** The referral of a slip; the last one when none is named. */
  subject?: string,
): PaperReadiness {
  if (paper === 'N0') return { kind: 'request', submission: state.submission };
  if (paper === 'N1') {
    return state.submission === null
      ? { kind: 'notSubmitted' }
      : { kind: 'receipt', submission: state.submission };
  }
  if (paper === 'N3') {
    if (standingDeclaration(state) === null && actions.signDeclaration.allowed) {
      return { kind: 'toSign' };
    }
    const declaration = state.declarations.at(-1);
    return declaration === undefined ? { kind: 'notSigned' } : { kind: 'declaration', declaration };
  }
  if (paper === 'N2') {
    const list = awaitedPaper(state);
    return list === null ? { kind: 'notWaiting' } : { kind: 'missingItems', list };
  }
  if (paper === 'N4') {
    const referral =
      state.referrals.find(({ referralId }) => referralId === subject) ?? state.referrals.at(-1);
    return referral === undefined ? { kind: 'notWaiting' } : { kind: 'referral', referral };
  }
  if (paper === 'N5') {
    const { decisions } = state.headquarters;
    const released = decisions.filter((each) => each.released !== null);
    const decision =
      decisions.find(({ decisionId }) => decisionId === subject) ?? released.at(-1) ?? null;
    // Before its day nobody at a branch knows what it says (P35).
    return decision?.released && decision.content !== null
      ? { kind: 'decision', decision, content: decision.content }
      : { kind: 'later' };
  }
  if (paper === 'N6') {
    const { visits } = state.study;
    const visit = visits.find(({ visitId }) => visitId === subject) ?? visits.at(-1);
    return visit === undefined ? { kind: 'later' } : { kind: 'visit', visit };
  }
  if (paper === 'N10') {
    const lapse = state.study.lapses.at(-1);
    return lapse === undefined ? { kind: 'later' } : { kind: 'lapse', lapse };
  }
  if (paper === 'N7') {
    const { deliveries } = state.service;
    const delivery =
      deliveries.find(({ deliveryId }) => deliveryId === subject) ?? deliveries.at(-1);
    return delivery === undefined ? { kind: 'later' } : { kind: 'delivery', delivery };
  }
  if (paper === 'N9') {
    const { appeals } = state.afterDecision;
    const appeal = appeals.find(({ appealId }) => appealId === subject) ?? appeals.at(-1);
    return appeal === undefined ? { kind: 'later' } : { kind: 'appeal', appeal };
  }
  if (paper === 'N8') {
    const { withdrawal } = state.service;
    return withdrawal === null ? { kind: 'later' } : { kind: 'withdrawal', withdrawal };
  }
  return { kind: 'later' };
}
