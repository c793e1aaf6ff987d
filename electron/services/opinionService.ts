import { Encrypter } from 'age-encryption';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { opinionContract } from '#shared/contracts/opinion.ts';
import { actionState } from '#shared/domain/case/availableActions.ts';
import type { SurveyName } from '#shared/domain/case/caseEvent.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import {
  NEED_MET,
  SealedOpinion,
  SURVEY_FORMAT,
  type SurveyAnswers,
  type SurveyLanguage,
  type SurveyQuestion,
} from '#shared/domain/survey/survey.ts';
import { base64UrlOf, utf8Bytes } from '#shared/protocol/bytes.ts';
import { append, assertMay, caseAtHand } from './caseWork.ts';
import type { ContractInput } from './contractInput.ts';
import type { OpenDesk } from './openDesk.ts';

/** Every envelope holds a multiple of so many bytes, whatever was written into it. */
const BLOCK = 2048;

/** Which survey a case wants now: S2 once the service was given or the answer told, S1 before (policy, section 8). */
function surveyOf(desk: OpenDesk, caseId: CaseId): SurveyName {
  const { state, assessment } = caseAtHand(desk, caseId);
  return actionState(state, assessment.facts, 'giveServiceOpinion').allowed ? 'S2' : 'S1';
}

const GIVE = { S1: 'giveOpinion', S2: 'giveServiceOpinion' } as const;
const DECLINE = { S1: 'declineOpinion', S2: 'declineServiceOpinion' } as const;

/**
 * Seals the answers to the key of headquarters' survey and appends the envelope. The answers are in
 * memory only, from the call that brings them to the sealing; nothing at the desk can open the envelope.
 * @throws DeskError `opinionMissing` when nothing was answered, `inputInvalid` for a language that the
 * survey does not have, `actionNotAllowed` when the case was asked already
 */
export async function giveOpinion(
  desk: OpenDesk,
  caseId: CaseId,
  { language, answers }: ContractInput<typeof opinionContract.give>,
): Promise<void> {
  const { surveys, surveyKey } = desk.reference;
  const asked = surveyOf(desk, caseId);
  const survey = surveys[asked];
  if (!Object.hasOwn(survey.languages, language)) throw new DeskError('inputInvalid');
  const { scale, recommend, improve } = answers;
  if (Object.keys(scale).length === 0 && recommend === undefined && improve === '') {
    throw new DeskError('opinionMissing');
  }
  assertMay(caseAtHand(desk, caseId), GIVE[asked]);
  const encrypter = new Encrypter();
  encrypter.addRecipient(surveyKey.recipient);
  const envelope = await encrypter.encrypt(padded(asked, survey.version, language, answers));
  // Sealing takes a turn: another window may have been quicker.
  assertMay(caseAtHand(desk, caseId), GIVE[asked]);
  append(desk, caseId, [
    {
      kind: 'opinionGiven',
      caseId,
      actorId: desk.person.actorId,
      formVersion: null,
      payload: {
        survey: asked,
        key: { id: surveyKey.id, version: surveyKey.version },
        ciphertext: base64UrlOf(envelope),
      },
    },
  ]);
}

/** Declining is neutral: it is asked once and leaves no mark but that it was asked. */
export function declineOpinion(desk: OpenDesk, caseId: CaseId): void {
  const survey = surveyOf(desk, caseId);
  assertMay(caseAtHand(desk, caseId), DECLINE[survey]);
  append(desk, caseId, [
    {
      kind: 'opinionDeclined',
      caseId,
      actorId: desk.person.actorId,
      formVersion: null,
      payload: { survey },
    },
  ]);
}

/** @throws DeskError `actionNotAllowed` when this case cannot be asked now; `inputInvalid` */
export function assertMayAsk(
  desk: OpenDesk,
  caseId: CaseId,
  language: SurveyLanguage,
): { readonly survey: SurveyName; readonly asked: SurveyQuestion[] } {
  const survey = surveyOf(desk, caseId);
  const { languages, asked } = desk.reference.surveys[survey];
  if (!Object.hasOwn(languages, language)) throw new DeskError('inputInvalid');
  const at = caseAtHand(desk, caseId);
  assertMay(at, GIVE[survey]);
  // Whether it met the need is asked of whom something was given.
  const isGiven = at.state.service.deliveries.length > 0;
  return { survey, asked: asked.filter((question) => isGiven || question !== NEED_MET) };
}

function padded(
  survey: SurveyName,
  version: number,
  language: SurveyLanguage,
  answers: SurveyAnswers,
): Uint8Array {
  const content = (padding: string) =>
    utf8Bytes(
      JSON.stringify(
        SealedOpinion.parse({
          format: SURVEY_FORMAT,
          survey,
          version,
          language,
          answers,
          padding,
        }),
      ),
    );
  const { length } = content('');
  return content(' '.repeat((BLOCK - (length % BLOCK)) % BLOCK));
}
