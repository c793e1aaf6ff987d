import type { CaseEvent } from '#shared/domain/case/caseEvent.ts';
import { STUDY_STAYS } from '#shared/domain/case/studyEvents.ts';
import { rolesMay } from '#shared/domain/hub/hqPermission.ts';
import type { HqCallContext } from '../dispatcher/guard.ts';

const IN_CONFIDENCE: ReadonlySet<string> = new Set(STUDY_STAYS);

/** Whether whoever asks studies or decides: notes, conflicts of interest and reports are for them alone. */
export function maySeeStudy({ visit }: Pick<HqCallContext, 'visit'>): boolean {
  return rolesMay(visit.person?.roles ?? [], 'study.read');
}

/** The events of a case as those see them who neither study nor decide: as a branch does. */
export function withoutStudyConfidence(events: readonly CaseEvent[]): CaseEvent[] {
  return events.filter(({ kind }) => !IN_CONFIDENCE.has(kind));
}

/** A case with what whoever asks may see of its study. */
export function asMaySee<File extends { readonly events: CaseEvent[] }>(
  context: Pick<HqCallContext, 'visit'>,
  file: File,
): File {
  return maySeeStudy(context) ? file : { ...file, events: withoutStudyConfidence(file.events) };
}
