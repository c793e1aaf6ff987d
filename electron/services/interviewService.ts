import { discardDraft, saveDraft as storeDraft } from '#db/desk/drafts.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { Appended } from '#shared/contracts/base.ts';
import { formActionOf } from '#shared/contracts/caseForms.ts';
import { DraftBody } from '#shared/contracts/cases.ts';
import type { interviewContract } from '#shared/contracts/interview.ts';
import { mergePatches } from '#shared/domain/answers/mergePatches.ts';
import type { CaseEvent } from '#shared/domain/case/caseEvent.ts';
import type { CaseId, Instant } from '#shared/domain/identity.ts';
import {
  append,
  assertMay,
  type CaseAtHand,
  caseAtHand,
  caseState,
  notAllowed,
} from './caseWork.ts';
import { answersChanged } from './changeAnswers.ts';
import type { ContractInput } from './contractInput.ts';
import { draftedAnswers, draftsOf, isUnreadableDraft, sectionsInDraft } from './drafts.ts';
import { assertOnPage, formPlaces } from './formPlaces.ts';
import { checkKnown } from './knownService.ts';
import type { OpenDesk } from './openDesk.ts';
import { written } from './storeRefusal.ts';

type Input<Name extends keyof typeof interviewContract> = ContractInput<
  (typeof interviewContract)[Name]
>;

/**
 * Keeps what is new on an open page, beside what this window or another has kept of it before; on the
 * disk when it returns. A signing replaces the one before it.
 * @throws DeskError `answerRefused` for a path that this page does not have, `inputInvalid` for more
 * changes than one page can hold
 */
export function saveDraft(desk: OpenDesk, input: Input<'saveDraft'>): { savedAt: Instant } {
  const { caseId, scope, body } = input;
  const at = caseAtHand(desk, caseId);
  const formAction = formActionOf(scope);
  if (body.kind === 'form' || formAction !== null) {
    if (body.kind !== 'form' || formAction === null) throw new DeskError('inputInvalid');
    assertMay(at, formAction, { voidSignature: true });
  } else if (scope === 'declaration') {
    if (body.kind !== 'signing') throw new DeskError('inputInvalid');
    // The mark of a new declaration; one that is signed is changed by voiding it, never redrawn.
    if (at.state.stage !== 'matched') throw notAllowed();
  } else {
    if (body.kind !== 'answers') throw new DeskError('inputInvalid');
    const { questionnaire } = desk.reference.rulesOf(at.state);
    const isSection = formPlaces(questionnaire).sections.has(scope);
    assertMay(at, isSection ? 'changeAnswers' : 'recordDocument', input);
    const form = isSection ? questionnaire : formOf(at, scope);
    assertOnPage(form, isSection ? scope : null, body.patches);
  }
  const saved = kept(desk, input);
  desk.saved.lastSavedAt = saved.savedAt;
  return saved;
}

/** A form out of which everything was taken again leaves nothing behind. */
function kept(desk: OpenDesk, input: Input<'saveDraft'>): { savedAt: Instant } {
  const { caseId, scope, body } = input;
  if (body.kind === 'form' && Object.values(body.values).every((text) => text.trim() === '')) {
    written(discardDraft(desk.store, { caseId, scope }));
    return { savedAt: new Date(desk.store.clock.now()).toISOString() };
  }
  const { actorId } = desk.person;
  const whole = keptWith(desk, input);
  return written(storeDraft(desk.store, { caseId, scope, body: whole, actorId }));
}

/** The whole draft of the page. @throws DeskError `inputInvalid` when it could not be read again */
function keptWith(desk: OpenDesk, { caseId, scope, body }: Input<'saveDraft'>): DraftBody {
  if (body.kind !== 'answers') return body;
  const before = draftsOf(desk, { caseId }).find((draft) => draft.scope === scope)?.body;
  if (before?.kind !== 'answers') return body;
  const whole = DraftBody.safeParse({
    kind: 'answers',
    patches: mergePatches(before.patches, body.patches),
  });
  if (!whole.success) throw new DeskError('inputInvalid');
  return whole.data;
}

function formOf({ assessment }: CaseAtHand, documentKey: string) {
  const document = assessment.documents.find(({ needed }) => needed.documentKey === documentKey);
  if (!document) throw new DeskError('inputInvalid');
  return document.needed.form;
}

/**
 * Turns what the page really changed into one event, and the draft goes; nothing changed, no event.
 * @throws DeskError `inputInvalid` for what is no page of the questionnaire
 */
export function leavePage(desk: OpenDesk, input: Input<'leavePage'>): Appended {
  const { caseId, section } = input;
  const at = caseAtHand(desk, caseId);
  const { questionnaire } = desk.reference.rulesOf(at.state);
  if (!formPlaces(questionnaire).sections.has(section)) throw new DeskError('inputInvalid');
  const patches = draftedAnswers(desk, at.state, section);
  if (patches.length === 0) {
    // A draft that this program cannot read is kept for the one that can.
    if (desk.store.writable && !isUnreadableDraft(desk, caseId, section)) {
      written(discardDraft(desk.store, { caseId, scope: section }));
    }
    return { events: [] };
  }
  assertMay(at, 'changeAnswers', input);
  return append(desk, caseId, answersChanged(desk, at.state, section, patches), [section]);
}

export function completeInterview(desk: OpenDesk, { caseId }: { caseId: CaseId }): Appended {
  const left = leaveOpenPages(desk, caseId);
  assertMay(caseAtHand(desk, caseId), 'completeInterview');
  const completed = append(desk, caseId, [
    {
      kind: 'interviewCompleted',
      caseId,
      actorId: desk.person.actorId,
      formVersion: null,
      payload: {},
    },
  ]);
  const found = checkKnown(desk, { caseId });
  return { events: [...left, ...completed.events, ...found.events] };
}

/**
 * Leaves every page that still holds changes, such as one that a crash left open: a step that takes
 * the case as it is on record must not pass over what was typed.
 * @throws DeskError `signatureWouldBeVoided` when such a change would void a standing declaration
 */
export function leaveOpenPages(desk: OpenDesk, caseId: CaseId): readonly CaseEvent[] {
  return sectionsInDraft(desk, caseState(desk, caseId)).flatMap(
    (section) => leavePage(desk, { caseId, section, voidSignature: false }).events,
  );
}
