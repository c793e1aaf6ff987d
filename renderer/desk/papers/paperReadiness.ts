import type { CaseState, SignedDeclaration, Submission } from '#shared/domain/case/caseState.ts';
import type { PaperCode } from '#shared/domain/case/vocabulary.ts';

/** Whether a paper can be shown of this case now, with the event that it is made from. */
export type PaperReadiness =
  | { readonly kind: 'request'; readonly submission: Submission | null }
  | { readonly kind: 'receipt'; readonly submission: Submission }
  | { readonly kind: 'declaration'; readonly declaration: SignedDeclaration }
  | { readonly kind: 'notSubmitted' | 'notSigned' | 'later' };

/** N3 shows the last declaration, a voided one too: the paper says so itself. */
export function paperReadiness(state: CaseState, paper: PaperCode): PaperReadiness {
  if (paper === 'N0') return { kind: 'request', submission: state.submission };
  if (paper === 'N1') {
    return state.submission === null
      ? { kind: 'notSubmitted' }
      : { kind: 'receipt', submission: state.submission };
  }
  if (paper === 'N3') {
    const declaration = state.declarations.at(-1);
    return declaration === undefined ? { kind: 'notSigned' } : { kind: 'declaration', declaration };
  }
  return { kind: 'later' };
}
