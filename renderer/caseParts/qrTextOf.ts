import type { CaseState } from '#shared/domain/case/caseState.ts';
import { paperCodeText } from '#shared/domain/reference/paperCode.ts';

/** The text of the QR on every paper of this case. */
export function qrTextOf(state: CaseState): string {
  return paperCodeText({ reference: state.reference, secret: state.secret });
}
