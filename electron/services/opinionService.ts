import { Encrypter } from 'age-encryption';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { opinionContract } from '#shared/contracts/opinion.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import {
  SealedOpinion,
  SURVEY_FORMAT,
  type SurveyAnswers,
  type SurveyLanguage,
} from '#shared/domain/survey/survey.ts';
import { base64UrlOf, utf8Bytes } from '#shared/protocol/bytes.ts';
import { append, assertMay, caseAtHand } from './caseWork.ts';
import type { ContractInput } from './contractInput.ts';
import type { OpenDesk } from './openDesk.ts';

/** Every envelope holds a multiple of so many bytes, whatever was written into it. */
const BLOCK = 2048;

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
  const { survey, surveyKey } = desk.reference;
  if (!Object.hasOwn(survey.languages, language)) throw new DeskError('inputInvalid');
  if (Object.keys(answers.scale).length === 0 && answers.improve === '') {
    throw new DeskError('opinionMissing');
  }
  assertMay(caseAtHand(desk, caseId), 'giveOpinion');
  const encrypter = new Encrypter();
  encrypter.addRecipient(surveyKey.recipient);
  const envelope = await encrypter.encrypt(padded(survey.version, language, answers));
  // Sealing takes a turn: another window may have been quicker.
  assertMay(caseAtHand(desk, caseId), 'giveOpinion');
  append(desk, caseId, [
    {
      kind: 'opinionGiven',
      caseId,
      actorId: desk.person.actorId,
      formVersion: null,
      payload: {
        survey: 'S1',
        key: { id: surveyKey.id, version: surveyKey.version },
        ciphertext: base64UrlOf(envelope),
      },
    },
  ]);
}

/** Declining is neutral: it is asked once and leaves no mark but that it was asked. */
export function declineOpinion(desk: OpenDesk, caseId: CaseId): void {
  assertMay(caseAtHand(desk, caseId), 'declineOpinion');
  append(desk, caseId, [
    {
      kind: 'opinionDeclined',
      caseId,
      actorId: desk.person.actorId,
      formVersion: null,
      payload: { survey: 'S1' },
    },
  ]);
}

/** @throws DeskError `actionNotAllowed` when this case cannot be asked now; `inputInvalid` */
export function assertMayAsk(desk: OpenDesk, caseId: CaseId, language: SurveyLanguage): void {
  if (!Object.hasOwn(desk.reference.survey.languages, language))
    throw new DeskError('inputInvalid');
  assertMay(caseAtHand(desk, caseId), 'giveOpinion');
}

function padded(version: number, language: SurveyLanguage, answers: SurveyAnswers): Uint8Array {
  const content = (padding: string) =>
    utf8Bytes(
      JSON.stringify(
        SealedOpinion.parse({
          format: SURVEY_FORMAT,
          survey: 'S1',
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
