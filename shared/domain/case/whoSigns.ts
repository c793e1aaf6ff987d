import { type AnswerPath, isNonAnswer } from '../answers/answer.ts';
import { answerAt } from '../answers/answerSet.ts';
import { assertNever } from '../assertNever.ts';
import { type Authority, actingRole } from './authority.ts';
import type { CaseState } from './caseState.ts';
import type { Signer } from './signer.ts';

/** The fields of the questionnaire that say who acts for the applicant (M22). */
export const ACTING_NAME = 'agentName';
export const ACTING_ID = 'agentIdNumber';
export const ACTING_RELATIONSHIP = 'agentRelationship';

export type WhoSigns =
  | { readonly ok: true; readonly signer: Signer }
  /** What must be answered first; empty where the deed is what is missing. */
  | { readonly ok: false; readonly missing: readonly AnswerPath[] };

/**
 * Who signs this case, from its answers and the deed that was read. The deed's own problems are told by
 * `availableActions`.
 */
export function whoSigns(state: Pick<CaseState, 'answers'>, authority: Authority | null): WhoSigns {
  const role = actingRole(state);
  const applicant = applicantName(state);
  if (applicant === null) return { ok: false, missing: ['nameFirst'] };
  if (role === null) return { ok: true, signer: { kind: 'applicant', name: applicant } };
  const name = answeredText(state, ACTING_NAME);
  const idNumber = answeredText(state, ACTING_ID);
  const relationship = role === 'agent' ? '' : answeredText(state, ACTING_RELATIONSHIP);
  if (name === null || idNumber === null || relationship === null) {
    return {
      ok: false,
      missing: [
        ...(name === null ? [ACTING_NAME] : []),
        ...(idNumber === null ? [ACTING_ID] : []),
        ...(relationship === null ? [ACTING_RELATIONSHIP] : []),
      ],
    };
  }
  if (authority === null || authority.number === null || !authority.isPresented) {
    return { ok: false, missing: [] };
  }
  const { documentKey, number, scope } = authority;
  const person = { name, idNumber, onBehalfOf: applicant, deed: { documentKey, number } };
  if (role !== 'agent') return { ok: true, signer: { kind: role, ...person, relationship } };
  if (scope === null) return { ok: false, missing: [] };
  return { ok: true, signer: { kind: 'agent', ...person, scope } };
}

/**
 * Whether a signer is the one whom the case itself names: for the verifier, which has no rules and so
 * asks whether the deed that the statement names was laid on the desk and says what the statement says.
 */
export function signerFits(state: CaseState, signer: Signer): boolean {
  const role = actingRole(state);
  if (signer.kind === 'applicant') {
    return role === null && signer.name === applicantName(state);
  }
  const { documentKey, number } = signer.deed;
  const recorded = state.documents[documentKey];
  const readings = new Set(
    Object.values(recorded?.readings.values ?? {}).flatMap((answer) =>
      !isNonAnswer(answer) && typeof answer.value === 'string' ? [answer.value.trim()] : [],
    ),
  );
  const ownWords = () => {
    switch (signer.kind) {
      case 'guardian':
      case 'heirsRepresentative':
        return signer.relationship === answeredText(state, ACTING_RELATIONSHIP);
      case 'agent':
        return readings.has(signer.scope);
      default:
        return assertNever(signer);
    }
  };
  return (
    role === signer.kind &&
    signer.name === answeredText(state, ACTING_NAME) &&
    signer.idNumber === answeredText(state, ACTING_ID) &&
    signer.onBehalfOf === applicantName(state) &&
    recorded?.presentation === 'presented' &&
    readings.has(number) &&
    ownWords()
  );
}

/** Whether the interview was carried into another language by an interpreter, who then stands for it. */
export function needsInterpreter(state: Pick<CaseState, 'answers'>): boolean {
  const preferred = answeredText(state, 'preferredLanguage');
  return (
    preferred !== null && preferred !== 'ar' && answeredText(state, 'interpreterLanguage') !== null
  );
}

/** The full name as it was stated; in Latin letters where there is no other. */
export function applicantName(state: Pick<CaseState, 'answers'>): string | null {
  const parts = ['nameFirst', 'nameFather', 'nameGrandfather', 'nameFamily'].flatMap(
    (field) => answeredText(state, field) ?? [],
  );
  const name = parts.join(' ') || answeredText(state, 'nameLatin');
  return name === null || name === '' ? null : name.slice(0, 400);
}

/** The text that was answered, without white space around it; null for a coded or missing answer. */
export function answeredText(
  { answers }: Pick<CaseState, 'answers'>,
  path: AnswerPath,
): string | null {
  const answer = answerAt(answers, path);
  if (answer === undefined || isNonAnswer(answer) || typeof answer.value !== 'string') return null;
  return answer.value.trim() || null;
}
