import { z } from 'zod';
import { Survey, SurveyAnswers, SurveyLanguage } from '#shared/domain/survey/survey.ts';
import { CaseInput, permitted } from './base.ts';
import { DeskStatus } from './session.ts';

/**
 * The beneficiary's own screen. From `begin` until `end` the desk answers to nothing but these and the
 * door: no other window, address or call shows anything else, until the password is given.
 */
export const opinionContract = {
  begin: permitted('opinion.give')
    .input(CaseInput.extend({ language: SurveyLanguage }))
    .output(DeskStatus),
  /** The survey after the interview, and the one after notice or delivery. */
  surveys: permitted('opinion.give').output(z.strictObject({ S1: Survey, S2: Survey })),
  /** Sealed to headquarters' key at once; `opinionMissing` when nothing at all was answered. */
  give: permitted('opinion.give')
    .input(z.strictObject({ language: SurveyLanguage, answers: SurveyAnswers }))
    .output(DeskStatus),
  decline: permitted('opinion.give').output(DeskStatus),
  end: permitted('opinion.give')
    .input(z.strictObject({ password: z.string().max(400) }))
    .output(DeskStatus),
};
