import type { Appended } from '#shared/contracts/base.ts';
import type { interviewContract } from '#shared/contracts/interview.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import type { CaseId, Instant } from '#shared/domain/identity.ts';
import { discardDraft, saveDraft as storeDraft } from '#db/desk/drafts.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import { append, assertMay, type CaseAtHand, caseAtHand, notAllowed } from './caseWork.ts';
import { answersChanged } from './changeAnswers.ts';
import { draftedAnswers, sectionsInDraft } from './drafts.ts';
import { assertOnPage } from './formPlaces.ts';
import type { ContractInput } from './contractInput.ts';
import type { OpenDesk } from './openDesk.ts';
import { written } from './storeRefusal.ts';

type Input<Name extends keyof typeof interviewContract> = ContractInput<
  (typeof interviewContract)[Name]
>;

/**
 * Keeps an open page; on the disk when it returns.
 * @throws DeskError `answerRefused` for a path that this page does not have
 */
export function saveDraft(desk: OpenDesk, input: Input<'saveDraft'>): { savedAt: Instant } {
  const { caseId, scope, body } = input;
  const at = caseAtHand(desk, caseId);
  if (scope === 'declaration') {
    if (body.kind !== 'mark') throw new DeskError('inputInvalid');
    // The mark of a new declaration; one that is signed is changed by voiding it, never redrawn.
    if (at.state.status !== 'matched') throw notAllowed();
  } else {
    if (body.kind !== 'answers') throw new DeskError('inputInvalid');
    const isSection = /^[A-J]$/.test(scope);
    assertMay(at, isSection ? 'changeAnswers' : 'recordDocument', input);
    const form = isSection ? desk.reference.rulesOf(at.state).questionnaire : formOf(at, scope);
    assertOnPage(form, isSection ? scope : null, body.patches);
  }
  const saved = written(
    storeDraft(desk.store, { caseId, scope, body, actorId: desk.person.actorId }),
  );
  desk.saved.lastSavedAt = saved.savedAt;
  return saved;
}

function formOf({ assessment }: CaseAtHand, documentKey: string) {
  const document = assessment.documents.find(({ needed }) => needed.documentKey === documentKey);
  if (!document) throw new DeskError('inputInvalid');
  return document.needed.form;
}

/** Turns what the page really changed into one event, and the draft goes; nothing changed, no event. */
export function leavePage(desk: OpenDesk, input: Input<'leavePage'>): Appended {
  const { caseId, section } = input;
  const at = caseAtHand(desk, caseId);
  const patches = draftedAnswers(desk, at.state, section);
  if (patches.length === 0) {
    if (desk.store.writable) written(discardDraft(desk.store, { caseId, scope: section }));
    return { events: [] };
  }
  assertMay(at, 'changeAnswers', input);
  return append(desk, caseId, answersChanged(desk, at.state, section, patches), [section]);
}

export function completeInterview(desk: OpenDesk, { caseId }: { caseId: CaseId }): Appended {
  const at = caseAtHand(desk, caseId);
  assertMay(at, 'completeInterview');
  assertNoOpenPage(desk, at.state);
  return append(desk, caseId, [
    {
      kind: 'interviewCompleted',
      caseId,
      actorId: desk.person.actorId,
      formVersion: null,
      payload: {},
    },
  ]);
}

/**
 * What was typed and not yet left would be lost to a step that takes the case as it is on record.
 * @throws DeskError `actionNotAllowed` with the sections
 */
export function assertNoOpenPage(desk: OpenDesk, state: CaseState): void {
  const open = sectionsInDraft(desk, state);
  if (open.length > 0) throw notAllowed(open.map((section) => ({ code: 'draftOpen', section })));
}
