import type { StudyFile } from '#shared/contracts/hq/study.ts';
import type { CaseEvent } from '#shared/domain/case/caseEvent.ts';
import { replayCase } from '#shared/domain/case/reduceCase.ts';
import { STUDY_STAYS } from '#shared/domain/case/studyEvents.ts';
import { rolesMay } from '#shared/domain/hub/hqPermission.ts';
import { mayHearUntold, withoutUntold } from '../decisions/decisionConfidence.ts';
import type { HqCallContext } from '../dispatcher/guard.ts';

const IN_CONFIDENCE: ReadonlySet<string> = new Set(STUDY_STAYS);

/** Whether whoever asks studies or decides: notes, conflicts of interest and reports are for them alone. */
function maySeeStudy({ visit }: Pick<HqCallContext, 'visit'>): boolean {
  return rolesMay(visit.person?.roles ?? [], 'study.read');
}

/** The events of a case as those see them who neither study nor decide: as a branch does. */
export function withoutStudyConfidence(events: readonly CaseEvent[]): CaseEvent[] {
  return events.filter(({ kind }) => !IN_CONFIDENCE.has(kind));
}

/** A case with what whoever asks may see of its study, and may hear of a decision that was not let go. */
export function studyAsMaySee(context: Pick<HqCallContext, 'visit'>, file: StudyFile): StudyFile {
  const seen = asMaySee(context, file);
  if (mayHearUntold(context)) return seen;
  const state = replayCase(withoutUntold(file.events));
  if (state === null) return seen;
  const { stage, status } = state;
  return { ...seen, case: { ...seen.case, stage, status } };
}

/** Events with what whoever asks may see of the study, and may hear of a decision. */
export function asMaySee<File extends { readonly events: CaseEvent[] }>(
  context: Pick<HqCallContext, 'visit'>,
  file: File,
): File {
  const seen = maySeeStudy(context) ? file.events : withoutStudyConfidence(file.events);
  return { ...file, events: mayHearUntold(context) ? seen : withoutUntold(seen) };
}
