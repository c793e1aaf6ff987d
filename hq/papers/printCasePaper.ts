import type { CaseState } from '#shared/domain/case/caseState.ts';
import type { Language, PaperCode } from '#shared/domain/case/vocabulary.ts';
import type { ActorId, CaseId } from '#shared/domain/identity.ts';
import type { HubContext } from '../context.ts';
import { onCase } from '../decisions/decisionService.ts';
import { HqError } from '../dispatcher/hqError.ts';

export interface PrintedCasePaper {
  readonly caseId: CaseId;
  readonly paper: PaperCode;
  readonly language: Language;
  /** What the paper is about, by its id; null where the case has nothing of the kind. */
  readonly subjectOf: (state: CaseState) => string | null;
}

/** Records a copy that headquarters prints. @returns its number, from 1 on. @throws HqError `notFound` */
export async function printCasePaper(
  hub: HubContext,
  actorId: ActorId,
  { caseId, paper, language, subjectOf }: PrintedCasePaper,
): Promise<{ readonly copy: number }> {
  let copy = 0;
  await onCase(hub, caseId, null, (_writer, state) => {
    const subject = subjectOf(state);
    if (subject === null) throw new HqError('notFound');
    const earlier = state.papers.filter((each) => each.paper === paper && each.subject === subject);
    copy = earlier.length + 1;
    return [{ kind: 'paperPrinted', caseId, actorId, payload: { paper, language, copy, subject } }];
  });
  return { copy };
}
