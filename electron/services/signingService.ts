import type { NewCaseEvent } from '#db/desk/newEvent.ts';
import { listDeskPeople } from '#db/desk/people.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { Appended } from '#shared/contracts/base.ts';
import type { Colleague, declarationContract } from '#shared/contracts/declaration.ts';
import {
  type DayNumber,
  fromDayNumber,
  isoDate,
  riyadhDayNumber,
} from '#shared/domain/calendar/dayNumber.ts';
import type { Authority } from '#shared/domain/case/authority.ts';
import type { Blocker } from '#shared/domain/case/availableActions.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import type { DrawnMark } from '#shared/domain/case/drawnMark.ts';
import type { SealMarks } from '#shared/domain/case/seal.ts';
import { contentHashOf, makeSeal, markHashOf, needsWitness } from '#shared/domain/case/sealing.ts';
import type { Signer } from '#shared/domain/case/signer.ts';
import type { Interpreter, Signing, Witness } from '#shared/domain/case/signing.ts';
import type { Language, SpokenLanguage } from '#shared/domain/case/vocabulary.ts';
import { answeredText, needsInterpreter, whoSigns } from '#shared/domain/case/whoSigns.ts';
import { isPossibleWitnessId, witnessId } from '#shared/domain/identifiers/witnessId.ts';
import type { Sha256Hex } from '#shared/domain/identity.ts';
import type { Questionnaire } from '#shared/domain/questionnaire/model.ts';
import {
  declarationIn,
  interpreterStatement,
  sameVersion,
} from '#shared/domain/texts/textLibrary.ts';
import { append, assertMay, caseAtHand, notAllowed } from './caseWork.ts';
import type { ContractInput } from './contractInput.ts';
import { formPlaces } from './formPlaces.ts';
import { leaveOpenPages } from './interviewService.ts';
import type { OpenDesk } from './openDesk.ts';

type Given = ContractInput<typeof declarationContract.sign>;
type Signed = Pick<
  Given,
  'language' | 'consentToVerify' | 'screenLanguage' | 'signing' | 'witness' | 'interpreter'
>;

/** In heights of the pad: less ink than this is a slip of the pen, not a mark. */
const LEAST_INK = 0.15;
/** A thumb is pressed, not drawn: a touch is enough. */
const LEAST_TOUCH = 0;

/**
 * Seals the declaration over the data as they stand (P34): who signs is read from answers and deed.
 * @throws DeskError `signatureBlank`, `witnessRequired`, `witnessUnfit`, `interpreterRequired`,
 * `shelfRequired`, `paperOutdated`; `inputInvalid` when the text read out is not the one in force
 */
export function signDeclaration(desk: OpenDesk, input: Given): Appended {
  const { caseId } = input;
  leaveOpenPages(desk, caseId);
  const at = caseAtHand(desk, caseId);
  const { state } = at;
  assertMay(at, 'signDeclaration');
  const { texts } = desk.reference;
  if (!sameVersion(input.declaration, texts.declaration)) throw new DeskError('inputInvalid');
  return append(
    desk,
    caseId,
    [declarationSigned(desk, { state, authority: at.assessment.authority }, input)],
    ['declaration'],
  );
}

/** The event of a declaration that is signed now over this state, with its seal. @throws as `signDeclaration` */
export function declarationSigned(
  desk: OpenDesk,
  { state, authority }: { readonly state: CaseState; readonly authority: Authority | null },
  input: Signed,
): Extract<NewCaseEvent, { kind: 'declarationSigned' }> {
  const { store, device, person, reference } = desk;
  const now = store.clock.now();
  const contentHash = contentHashOf(store.crypto, state);
  const signer = signerOf(desk, state, authority);
  const witness = needsWitness(input.signing) ? input.witness : null;
  const interpreter = needsInterpreter(state) ? input.interpreter : null;
  const marks: SealMarks = {
    signer: input.signing.level === 'handwrittenOnScreen' ? input.signing.mark : null,
    witness: witness?.mark ?? null,
    interpreter: interpreter?.mark ?? null,
  };
  const given = { ...input, witness, interpreter };
  const hashOf = (mark: DrawnMark) => markHashOf(store.crypto, mark);
  const seal = makeSeal(
    store.crypto,
    {
      format: 'rifada.seal.1',
      contentHash,
      declaration: declarationIn(reference.texts, input.language),
      consentToVerify: input.consentToVerify,
      signer,
      signing: signingOf(state, given, contentHash, hashOf),
      witness: witnessOf(desk, state, signer, given, hashOf),
      interpreter: interpreterOf(desk, state, given, hashOf),
      identityCheckedBy: person.actorId,
      readBy: person.actorId,
      place: placeOf(desk, state, input.language).slice(0, 200),
      deviceId: device.deviceId,
      actorId: person.actorId,
      signedAt: new Date(now).toISOString(),
      ...signedOn(riyadhDayNumber(now)),
    },
    marks,
    { device: device.privateKey, actor: desk.actorKey },
  );
  return {
    kind: 'declarationSigned',
    caseId: state.caseId,
    actorId: person.actorId,
    formVersion: null,
    payload: { seal },
  };
}

/** Who else works at this desk, and so may witness what its reader does not witness alone. */
export function colleaguesOf(desk: OpenDesk): { colleagues: Colleague[] } {
  const colleagues = listDeskPeople(desk.store.reader)
    .filter(({ actorId }) => actorId !== desk.person.actorId)
    .map(({ actorId, displayName }) => ({ actorId, displayName }));
  return { colleagues };
}

/** @throws DeskError `actionNotAllowed` with the answers or the deed without which nobody is named */
function signerOf(desk: OpenDesk, state: CaseState, authority: Authority | null): Signer {
  const found = whoSigns(state, authority);
  if (found.ok) return found.signer;
  const { fields } = formPlaces(desk.reference.rulesOf(state).questionnaire);
  const missing = found.missing.map(
    (path): Blocker => ({ code: 'answerMissing', section: fields.get(path) ?? '', path }),
  );
  const deed: readonly Blocker[] =
    authority === null ? [] : [{ code: 'authorityUnread', documentKey: authority.documentKey }];
  throw notAllowed(missing.length > 0 ? missing : deed);
}

function signingOf(
  state: CaseState,
  { signing }: Signed,
  contentHash: Sha256Hex,
  hashOf: (mark: DrawnMark) => Sha256Hex,
): Signing {
  if (signing.level === 'paperOriginal') {
    const shelf = signing.shelf.trim();
    if (shelf === '') throw new DeskError('shelfRequired');
    // What was signed on paper must show the very data that the seal binds.
    const printed = state.papers.findLast(
      (paper) => paper.paper === 'N3' && paper.contentHash === contentHash,
    );
    if (printed === undefined) throw new DeskError('paperOutdated');
    return { level: 'paperOriginal', by: signing.by, shelf, copy: printed.copy };
  }
  const { by, mark } = signing;
  const least = by === 'thumb' ? LEAST_TOUCH : LEAST_INK;
  if (mark === null || inkOf(mark) < least) throw new DeskError('signatureBlank');
  return { level: 'handwrittenOnScreen', by, markHash: hashOf(mark) };
}

function witnessOf(
  desk: OpenDesk,
  state: CaseState,
  signer: Signer,
  { signing, witness }: Signed,
  hashOf: (mark: DrawnMark) => Sha256Hex,
): Witness | null {
  if (witness === null) {
    if (needsWitness(signing)) throw new DeskError('witnessRequired');
    return null;
  }
  const markHash = ownMark(signing.level, witness.mark, hashOf);
  const { identity } = witness;
  if (identity.kind === 'employee') {
    const employee = listDeskPeople(desk.store.reader).find(
      ({ actorId }) => actorId === identity.actorId,
    );
    // Who reads out and checks the identity cannot witness their own work.
    if (employee === undefined || employee.actorId === desk.person.actorId) {
      throw new DeskError('witnessUnfit');
    }
    return { name: employee.displayName, identity, markHash };
  }
  const name = witness.name.trim();
  const idNumber = witnessId(identity.idNumber);
  if (name.length < 2 || !isPossibleWitnessId(idNumber)) throw new DeskError('witnessRequired');
  const own = ['idNumber', 'gccIdNumber', 'passportNo'].map((path) => answeredText(state, path));
  if (own.includes(idNumber) || (signer.kind !== 'applicant' && signer.idNumber === idNumber)) {
    throw new DeskError('witnessUnfit');
  }
  return { name, identity: { kind: 'idNumber', idNumber }, markHash };
}

function interpreterOf(
  desk: OpenDesk,
  state: CaseState,
  { signing, interpreter, screenLanguage }: Signed,
  hashOf: (mark: DrawnMark) => Sha256Hex,
): Interpreter | null {
  const language = answeredText(state, 'interpreterLanguage');
  if (language === null || !needsInterpreter(state)) return null;
  const name = interpreter?.name.trim() ?? '';
  if (interpreter === null || name.length < 2) throw new DeskError('interpreterRequired');
  const { mark, affirmed } = interpreter;
  if (!affirmed && mark === null && signing.level === 'handwrittenOnScreen') {
    throw new DeskError('interpreterRequired');
  }
  const { questionnaire } = desk.reference.rulesOf(state);
  const label = choiceLabel(questionnaire, 'interpreterLanguage', language);
  return {
    name,
    language,
    statement: interpreterStatement(
      desk.reference.texts,
      screenLanguage,
      label?.[screenLanguage] ?? language,
    ),
    markHash: mark === null ? null : ownMark('handwrittenOnScreen', mark, hashOf),
  };
}

/** The mark of somebody beside the signer; on a paper original it stands on the paper. */
function ownMark(
  level: Given['signing']['level'],
  mark: DrawnMark | null,
  hashOf: (mark: DrawnMark) => Sha256Hex,
): Sha256Hex | null {
  if (mark === null && level === 'paperOriginal') return null;
  if (mark === null || inkOf(mark) < LEAST_INK) throw new DeskError('signatureBlank');
  return hashOf(mark);
}

/** The length of all strokes, in heights of the pad. */
export function inkOf({ strokes, aspect }: DrawnMark): number {
  let length = 0;
  for (const stroke of strokes) {
    for (const [index, [x, y]] of stroke.entries()) {
      const before = stroke[index - 1];
      if (before) length += Math.hypot((x - before[0]) * aspect, y - before[1]);
    }
  }
  return length;
}

/** Both calendars as `YYYY-MM-DD`; Hijri is empty outside its table. */
function signedOn(day: DayNumber): { signedOnHijri: string; signedOnGregorian: string } {
  const { year, month, day: dayOfMonth } = fromDayNumber(day, 'hijri');
  const two = (part: number) => String(part).padStart(2, '0');
  return {
    signedOnHijri: `${year}-${two(month)}-${two(dayOfMonth)}`,
    signedOnGregorian: isoDate(day),
  };
}

/** Where it was signed, in the words of the form, and which office it was. */
function placeOf(
  { reference, device }: OpenDesk,
  state: CaseState,
  spoken: SpokenLanguage,
): string {
  const language: Language = spoken === 'en' ? 'en' : 'ar';
  const { questionnaire } = reference.rulesOf(state);
  const label = choiceLabel(questionnaire, 'interviewPlace', answeredText(state, 'interviewPlace'));
  return [label?.[language], device.branchName].filter(Boolean).join(' · ');
}

function choiceLabel({ fieldByName }: Questionnaire, path: string, name: string | null) {
  return name === null
    ? null
    : (fieldByName.get(path)?.choiceList?.byName.get(name)?.label ?? null);
}
