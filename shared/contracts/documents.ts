import { z } from 'zod';
import { DocumentKey, MatrixRowKey } from '#shared/domain/case/caseEvent.ts';
import { Presentation, Verdict } from '#shared/domain/case/vocabulary.ts';
import { Appended, CaseInput, ChangeInput, permitted } from './base.ts';

const reason = z.string().trim().max(2000).nullable();

export const documentsContract = {
  /**
   * Records a document from its draft (scope = its key), and with it every verdict that the rules can
   * give by themselves: `match`, and `matchWithTolerance` with the rule's own reason.
   */
  record: permitted('case.write')
    .input(
      ChangeInput.extend({
        documentKey: DocumentKey,
        presentation: Presentation,
        originalSighted: z.boolean(),
        reason,
      }),
    )
    .output(Appended),
  /** A person's verdict on a row; all but `match` need a reason (`reasonRequired`). */
  decide: permitted('case.write')
    .input(ChangeInput.extend({ rowKey: MatrixRowKey, verdict: Verdict, reason }))
    .output(Appended),
  /** Sets what was stated to what the document says, and looks at the row again. */
  correctStated: permitted('case.write')
    .input(ChangeInput.extend({ rowKey: MatrixRowKey }))
    .output(Appended),
  completeMatching: permitted('case.write').input(CaseInput).output(Appended),
};
