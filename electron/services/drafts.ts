import { readDrafts } from '#db/desk/drafts.ts';
import { isFromElsewhere } from '#db/desk/feedEvents.ts';
import { Draft, DraftBody, type DraftScope } from '#shared/contracts/cases.ts';
import { EMPTY_ANSWERS } from '#shared/domain/answers/answer.ts';
import type { AnswerPatch } from '#shared/domain/answers/answerPatch.ts';
import { realChanges } from '#shared/domain/case/answerChanges.ts';
import type { DocumentKey } from '#shared/domain/case/caseEvent.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import type { CaseId, EventId } from '#shared/domain/identity.ts';
import { formPlaces } from './formPlaces.ts';
import type { OpenDesk } from './openDesk.ts';

/** The drafts of a case. One that a newer or older program wrote and that does not parse is left out, not lost. */
export function draftsOf(desk: OpenDesk, { caseId }: Pick<CaseState, 'caseId'>): readonly Draft[] {
  return readDrafts(desk.store.reader, caseId).flatMap(({ scope, body, savedAt }) => {
    const draft = Draft.safeParse({ scope, body: DraftBody.safeParse(body).data, savedAt });
    return draft.success ? [draft.data] : [];
  });
}

/** Whether something is kept of this page that this program cannot read. */
export function isUnreadableDraft(desk: OpenDesk, caseId: CaseId, scope: DraftScope): boolean {
  return (
    readDrafts(desk.store.reader, caseId).some((draft) => draft.scope === scope) &&
    !draftsOf(desk, { caseId }).some((draft) => draft.scope === scope)
  );
}

/** What the draft of this page would change in the answers on record; empty without a draft. */
export function draftedAnswers(
  desk: OpenDesk,
  state: CaseState,
  scope: DraftScope,
): readonly AnswerPatch[] {
  const body = draftsOf(desk, state).find((draft) => draft.scope === scope)?.body;
  const isForeign = (eventId: EventId) => isFromElsewhere(desk.store.reader, state.caseId, eventId);
  return body?.kind === 'answers'
    ? realChanges(state.answers, body.patches, state.answerSources, isForeign)
    : [];
}

/** The same for what is read from a document: its readings begin with what was read before. */
export function draftedReadings(
  desk: OpenDesk,
  state: CaseState,
  documentKey: string,
): readonly AnswerPatch[] {
  const body = draftsOf(desk, state).find((draft) => draft.scope === documentKey)?.body;
  const before = state.documents[documentKey]?.readings ?? EMPTY_ANSWERS;
  return body?.kind === 'answers' ? realChanges(before, body.patches, {}) : [];
}

/** Of these documents, those whose readings were typed and are not recorded yet. */
export function documentsInDraft(
  desk: OpenDesk,
  state: CaseState,
  documentKeys: readonly DocumentKey[],
): readonly DocumentKey[] {
  return documentKeys.filter((key) => draftedReadings(desk, state, key).length > 0);
}

/** Sections whose open page holds changes that are no events yet. */
export function sectionsInDraft(desk: OpenDesk, state: CaseState): readonly string[] {
  const { sections } = formPlaces(desk.reference.rulesOf(state).questionnaire);
  return draftsOf(desk, state).flatMap(({ scope, body }) =>
    sections.has(scope) &&
    body.kind === 'answers' &&
    realChanges(state.answers, body.patches, state.answerSources).length > 0
      ? [scope]
      : [],
  );
}
