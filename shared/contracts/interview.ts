import { z } from 'zod';
import { Instant } from '#shared/domain/identity.ts';
import { Appended, CaseInput, ChangeInput, permitted } from './base.ts';
import { DraftBody, DraftScope } from './cases.ts';

export const interviewContract = {
  /**
   * Keeps an open page at a pause. Answers only after the commit: `savedAt` may be shown as saved.
   * Of answers, the changes since the page's last save are sent, and added to what is kept of the page:
   * two windows on one page then keep what each of them was told is saved. A mark is sent whole.
   */
  saveDraft: permitted('case.write')
    .input(ChangeInput.extend({ scope: DraftScope, body: DraftBody }))
    .output(z.strictObject({ savedAt: Instant })),
  /** Turns the section's draft into one `answersChanged` event and drops the draft. */
  leavePage: permitted('case.write')
    .input(ChangeInput.extend({ section: DraftScope }))
    .output(Appended),
  complete: permitted('case.write').input(CaseInput).output(Appended),
};
