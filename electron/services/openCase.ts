import type { StoredContact } from '#db/desk/contacts.ts';
import type { NewEvent } from '#db/desk/newEvent.ts';
import { takeReferenceCounter } from '#db/desk/references.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { casesContract } from '#shared/contracts/cases.ts';
import { type Answer, EMPTY_ANSWERS } from '#shared/domain/answers/answer.ts';
import type { AnswerPatch } from '#shared/domain/answers/answerPatch.ts';
import { fromDayNumber, riyadhDayNumber } from '#shared/domain/calendar/dayNumber.ts';
import { realChanges } from '#shared/domain/case/answerChanges.ts';
import type { FromFile } from '#shared/domain/case/caseEvent.ts';
import { BeneficiaryId, CaseId } from '#shared/domain/identity.ts';
import type { KnownFile } from '#shared/domain/known/knownAnswers.ts';
import { defaultAnswers } from '#shared/domain/questionnaire/fields.ts';
import type { Questionnaire } from '#shared/domain/questionnaire/model.ts';
import { formatReference } from '#shared/domain/reference/reference.ts';
import { termsOf } from '#shared/domain/settings/caseTerms.ts';
import { versionKey } from '#shared/domain/texts/textLibrary.ts';
import { base64UrlOf } from '#shared/protocol/bytes.ts';
import { knownOf, latestRequests } from './beneficiariesService.ts';
import { append } from './caseWork.ts';
import { contactAtHand } from './contactsService.ts';
import type { ContractInput } from './contractInput.ts';
import { assertOnPage } from './formPlaces.ts';
import type { OpenDesk } from './openDesk.ts';

type OpenInput = ContractInput<typeof casesContract.open>;

const SECRET_LENGTH = 16;
/** A question of a case is shorter than what may be written of a contact, which keeps all of it. */
const MOST_OF_A_QUESTION = 2000;

/**
 * Opens a case with its reference, made here and never given twice, and one event with what is known
 * already: what the desk fills in, what an earlier case of this person says, and what was stated.
 * @throws DeskError `caseNotFound` for a beneficiary who has no case here; `contactNotFound`;
 * `answerRefused`
 */
export function openCase(desk: OpenDesk, input: OpenInput): { caseId: CaseId } {
  const { store, device, person, reference } = desk;
  const { inForce } = reference;
  const { questionnaire } = reference.rulesOf(inForce);
  assertOnPage(questionnaire, null, input.stated);
  const known = input.beneficiaryId === null ? null : fileOf(desk, input.beneficiaryId);
  const stated = [...input.stated, ...systemAnswers(desk, questionnaire, input)];
  const caseId = CaseId.parse(store.ids.uuid());
  const beneficiaryId = input.beneficiaryId ?? BeneficiaryId.parse(store.ids.uuid());
  const contact = input.contactId ? contactAtHand(desk, input.contactId) : null;
  const patches = realChanges(
    EMPTY_ANSWERS,
    [
      ...Object.entries(defaultAnswers(questionnaire)).map(([path, answer]) => set(path, answer)),
      ...(known === null ? [] : takenOver(known)),
      ...stated,
    ],
    {},
  );
  const { actorId } = person;
  append(desk, caseId, (writer) => {
    const today = fromDayNumber(riyadhDayNumber(store.clock.now()), 'gregorian');
    return [
      {
        kind: 'caseOpened',
        caseId,
        actorId,
        formVersion: versionKey(inForce.questionnaire),
        payload: {
          beneficiaryId,
          branchOfficeId: device.branchOfficeId,
          reference: formatReference({
            branch: device.branchCode,
            lane: device.lane,
            year: today.year,
            counter: takeReferenceCounter(writer, today.year),
          }),
          secret: base64UrlOf(store.crypto.randomBytes(SECRET_LENGTH)),
          channel: input.channel,
          initiatedBy: input.initiatedBy,
          ...inForce,
          terms: termsOf(reference.settings),
        },
      },
      {
        kind: 'answersChanged',
        caseId,
        actorId,
        formVersion: versionKey(inForce.questionnaire),
        payload: {
          section: 'A',
          patches: [...patches],
          ...(known === null ? {} : { fromFile: fromFile(known, stated) }),
        },
      },
      ...(input.known ?? []).map((answer) => ({
        kind: 'knownPersonAnswered' as const,
        caseId,
        actorId,
        formVersion: null,
        payload: answer,
      })),
      ...(contact === null ? [] : continued(desk, contact, { caseId, beneficiaryId })),
    ];
  });
  return { caseId };
}

/** An inquiry that becomes a case: what was asked stands in it, and the contact points to it. */
function continued(
  { store, person }: OpenDesk,
  { contactId, channel, topic, said, answer }: StoredContact,
  { caseId, beneficiaryId }: { readonly caseId: CaseId; readonly beneficiaryId: BeneficiaryId },
): readonly NewEvent[] {
  const { actorId } = person;
  const inquiryId = store.ids.uuid();
  const question = (said === '' ? topic : said).slice(0, MOST_OF_A_QUESTION);
  return [
    {
      kind: 'inquiryRecorded',
      caseId,
      actorId,
      formVersion: null,
      payload: { inquiryId, channel, topic, question, answer },
    },
    {
      kind: 'contactLinked',
      caseId: null,
      actorId,
      payload: { contactId, caseId, beneficiaryId },
    },
  ];
}

/** Fields of section A that the desk knows by itself; a form without one of them is not filled there. */
export function systemAnswers(
  { store, device, person }: OpenDesk,
  { fieldByName }: Questionnaire,
  { channel, initiatedBy }: Pick<OpenInput, 'channel' | 'initiatedBy'>,
): readonly AnswerPatch[] {
  const values = {
    channel,
    requestDate: fromDayNumber(riyadhDayNumber(store.clock.now()), 'gregorian'),
    branchOfficeId: device.branchOfficeId,
    representativeId: person.actorId,
    initiatedBy,
  };
  return Object.entries(values)
    .filter(([path]) => fieldByName.has(path))
    .map(([path, value]) => set(path, { value }));
}

function set(path: string, answer: Answer): AnswerPatch {
  return { op: 'set', path, answer, base: null };
}

/** @throws DeskError `caseNotFound` for a beneficiary who has no case here */
function fileOf(desk: OpenDesk, beneficiaryId: BeneficiaryId): KnownFile {
  const requests = latestRequests(desk, beneficiaryId);
  if (requests.length === 0) throw new DeskError('caseNotFound');
  return knownOf(desk, requests);
}

/** What may stand without being asked again: known once, never asked twice (P6). */
function takenOver({ rows, answers }: KnownFile): readonly AnswerPatch[] {
  return [
    ...rows.map(({ repeat, rowId }) => ({ op: 'addRow' as const, repeat, rowId })),
    ...answers.filter(({ isFresh }) => isFresh).map(({ path, answer }) => set(path, answer)),
  ];
}

/** Where the new request has it from; what was stated just now is not the file's. */
function fromFile({ answers }: KnownFile, stated: readonly AnswerPatch[]): FromFile {
  const now = new Set(stated.flatMap((patch) => (patch.op === 'set' ? [patch.path] : [])));
  const before = answers.filter(({ path }) => !now.has(path));
  return {
    taken: before
      .filter(({ isFresh }) => isFresh)
      .map(({ path, saidOn, caseId }) => ({ path, saidOn, caseId })),
    toConfirm: before
      .filter(({ isFresh }) => !isFresh)
      .map(({ path, saidOn, caseId, answer }) => ({ path, saidOn, caseId, answer })),
  };
}
