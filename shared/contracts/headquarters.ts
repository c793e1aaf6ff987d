import { z } from 'zod';
import { DecisionId } from '#shared/domain/case/decision.ts';
import { ReturnId } from '#shared/domain/case/headquartersEvents.ts';
import { ContactChannel } from '#shared/domain/case/vocabulary.ts';
import { EventId, IsoDay } from '#shared/domain/identity.ts';
import { Appended, CaseInput, ChangeInput, permitted } from './base.ts';

/** What a branch does with what came from headquarters and from its other laptops. */
export const headquartersContract = {
  /** The branch's word on a return that wants no correction. */
  answerReturn: permitted('case.write')
    .input(CaseInput.extend({ returnId: ReturnId, text: z.string().trim().min(1).max(2000) }))
    .output(Appended),
  /** `inputInvalid` for a day before the decision was released, or after today. */
  tellDecision: permitted('case.write')
    .input(
      CaseInput.extend({
        decisionId: DecisionId,
        channel: ContactChannel,
        toldOn: IsoDay,
        toldTo: z.string().trim().max(200).nullable(),
      }),
    )
    .output(Appended),
  /** Of the values that two people gave a field apart, the one that stands. */
  settleConflict: permitted('case.write')
    .input(ChangeInput.extend({ path: z.string().max(400), chosen: EventId }))
    .output(Appended),
};
