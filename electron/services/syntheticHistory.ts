import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NewCaseEvent } from '#db/desk/newEvent.ts';
import { EMPTY_ANSWERS } from '#shared/domain/answers/answer.ts';
import type { AnswerPatch } from '#shared/domain/answers/answerPatch.ts';
import { withoutRowIds } from '#shared/domain/answers/answerSet.ts';
import { riyadhDayNumber } from '#shared/domain/calendar/dayNumber.ts';
import { realChanges } from '#shared/domain/case/answerChanges.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { BeneficiaryId, CaseId } from '#shared/domain/identity.ts';
import { needsReason } from '#shared/domain/matching/matchingSummary.ts';
import { defaultAnswers } from '#shared/domain/questionnaire/fields.ts';
import { sectionKey } from '#shared/domain/questionnaire/sectionKey.ts';
import { formatReference } from '#shared/domain/reference/reference.ts';
import { versionKey } from '#shared/domain/texts/textLibrary.ts';
import { base64UrlOf, hexOf } from '#shared/protocol/bytes.ts';
import { PeopleData } from '#shared/training/peopleData.ts';
import { type SeededRandom, seededRandom, weighted } from '#shared/training/seededRandom.ts';
import { createPeopleMaker, type PeopleMaker } from '#shared/training/syntheticPerson.ts';
import {
  type ApplicantKind,
  type SyntheticRequest,
  syntheticRequest,
} from '#shared/training/syntheticRequest.ts';
import { assess } from './caseWork.ts';
import { caseSubmitted, promised } from './declarationService.ts';
import { formPlaces } from './formPlaces.ts';
import { systemAnswers } from './openCase.ts';
import type { OpenDesk } from './openDesk.ts';
import { patchesOf, trainingSigning } from './seedTraining.ts';
import { declarationSigned } from './signingService.ts';
import { readTrainingCases, TRAINING_STEPS, type TrainingCase } from './trainingCases.ts';
import { trainingReadings } from './trainingReadings.ts';
import { automaticVerdicts, verdictEvent } from './verdicts.ts';

type Step = TrainingCase['upTo'];

/** How far cases have come, of a thousand. */
export type StepMix = Readonly<Record<Step, number>>;

/** As in an office in the middle of its work. */
export const BUSY_OFFICE: StepMix = {
  ...{ opened: 60, welcomed: 80, interviewing: 160, interviewed: 120 },
  ...{ documents: 80, matched: 60, signed: 60, submitted: 380 },
};

/** For a hundred thousand at once: a whole case is fifty times as much work as an opened one. */
export const MOSTLY_OPENED: StepMix = {
  ...{ opened: 680, welcomed: 130, interviewing: 140, interviewed: 26 },
  ...{ documents: 3, matched: 3, signed: 3, submitted: 15 },
};

export interface HistoryWish {
  readonly number: number;
  /** When the case is opened, in milliseconds; its events follow a second apart. */
  readonly openedAt: number;
  readonly upTo?: Step;
  readonly kind?: ApplicantKind;
}

/**
 * A case from its first event to where it stands: each event is asked for with the state after the one
 * before, so that whoever runs it, a journal or a test, reduces it once.
 */
export interface SyntheticHistory {
  readonly caseId: CaseId;
  readonly upTo: Step;
  readonly kind: ApplicantKind;
  readonly request: SyntheticRequest;
  readonly openedAt: number;
  events(): Generator<NewCaseEvent, void, CaseState>;
}

export interface HistorySource {
  readonly seed: string;
  readonly mix: StepMix;
  /** Absolute: `resources/` as delivered. */
  readonly resourcesFolder: string;
}

export interface HistoryMaker {
  history(wish: HistoryWish): SyntheticHistory;
}

/** @throws when `resources/training` is not whole */
export function readPeople(resourcesFolder: string): PeopleMaker {
  const path = join(resourcesFolder, 'training', 'people.v1.json');
  const source: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return createPeopleMaker(PeopleData.parse(source));
}

const SECRET_LENGTH = 16;
/** So many of a hundred cases are of a person who has been here before. */
const RETURNING = 12;

/**
 * Invented cases by number under a seed, as the desk's own services would record them. The same seed,
 * number, instant and keys give the same events; their places in the journal are the journal's.
 */
export function createHistoryMaker(
  desk: OpenDesk,
  { seed, mix, resourcesFolder }: HistorySource,
): HistoryMaker {
  const people = readPeople(resourcesFolder);
  const training = readTrainingCases(resourcesFolder);
  const stepOf = weighted(TRAINING_STEPS, (step) => mix[step]);
  return {
    history: ({ number, openedAt, ...wish }) => {
      const random = seededRandom(seed, `history ${number}`);
      const personNumber =
        wish.kind === undefined && number > 0 && random.percent(RETURNING)
          ? random.below(number)
          : number;
      const request = syntheticRequest(people, {
        seed,
        number: personNumber,
        today: riyadhDayNumber(openedAt),
        ...(wish.kind === undefined ? {} : { wished: wish.kind }),
      });
      const upTo = furthest(request.kind, wish.upTo ?? stepOf(random));
      const caseId = CaseId.parse(seededUuid(random, openedAt));
      const context = {
        desk: at(desk, openedAt),
        common: training.common,
        reason: training.reason,
        inquiry: random.percent(15) ? random.pick(people.said.inquiries) : null,
        caseId,
        number,
        beneficiaryId: BeneficiaryId.parse(
          seededUuid(seededRandom(seed, `person ${personNumber}`), 0),
        ),
        request,
        upTo,
        random,
      };
      return {
        caseId,
        upTo,
        kind: request.kind,
        request,
        openedAt,
        events: () => eventsOf(context),
      };
    },
  };
}

/** Who has no papers goes on only by the officer's answer, which no desk invents. */
function furthest(kind: ApplicantKind, step: Step): Step {
  const most = TRAINING_STEPS.indexOf('documents');
  return kind === 'undocumented' && TRAINING_STEPS.indexOf(step) > most ? 'documents' : step;
}

interface Context {
  readonly desk: OpenDesk;
  readonly common: TrainingCase['answers'];
  readonly reason: string;
  readonly inquiry: PeopleMaker['said']['inquiries'][number] | null;
  readonly caseId: CaseId;
  readonly number: number;
  readonly beneficiaryId: BeneficiaryId;
  readonly request: SyntheticRequest;
  readonly upTo: Step;
  readonly random: SeededRandom;
}

/** The desk as its clock stood then. */
function at(desk: OpenDesk, openedAt: number): OpenDesk {
  return { ...desk, store: { ...desk.store, clock: { now: () => openedAt } } };
}

function* eventsOf(context: Context): Generator<NewCaseEvent, void, CaseState> {
  const reached = (step: Step) =>
    TRAINING_STEPS.indexOf(step) <= TRAINING_STEPS.indexOf(context.upTo);
  let state = yield* opening(context);
  if (!reached('welcomed')) return;
  state = yield* welcome(context, state);
  if (!reached('interviewing')) return;
  state = yield* interview(context, state);
  if (!reached('interviewed')) return;
  const { desk, caseId } = context;
  const base = { caseId, actorId: desk.person.actorId, formVersion: null } as const;
  state = yield { ...base, kind: 'interviewCompleted', payload: {} };
  if (!reached('documents')) return;
  state = yield* layDocuments(context, state);
  if (!reached('matched')) return;
  state = yield { ...base, kind: 'matchingCompleted', payload: {} };
  if (!reached('signed')) return;
  state = yield declarationSigned(
    behind(context, state),
    { state, authority: assess(behind(context, state), state).authority },
    { language: 'ar', consentToVerify: true, ...trainingSigning(desk.person.displayName) },
  );
  if (!reached('submitted')) return;
  const { id, version } = desk.reference.texts.statement;
  const submitting = behind(context, state);
  yield caseSubmitted(
    submitting,
    { state, assessment: assess(submitting, state) },
    { promise: promised(submitting, state), statement: { id, version }, language: 'ar' },
  );
}

const SECOND = 1000;

/** The desk as its clock will stand at the next event: a second after the one before. */
function behind({ desk }: Context, { eventCount }: CaseState): OpenDesk {
  return at(desk, desk.store.clock.now() + eventCount * SECOND);
}

function* opening(context: Context): Generator<NewCaseEvent, CaseState, CaseState> {
  const { desk, caseId, request, random } = context;
  const { device, person, reference } = desk;
  const { inForce } = reference;
  const { questionnaire } = reference.rulesOf(inForce);
  const formVersion = versionKey(inForce.questionnaire);
  const { actorId } = person;
  const openedBy = { channel: 'interview', initiatedBy: 'beneficiary' } as const;
  const year = new Date(desk.store.clock.now()).getUTCFullYear();
  yield {
    kind: 'caseOpened',
    caseId,
    actorId,
    formVersion,
    payload: {
      beneficiaryId: context.beneficiaryId,
      branchOfficeId: device.branchOfficeId,
      reference: formatReference({
        branch: device.branchCode,
        lane: device.lane,
        year,
        counter: context.number + 1,
      }),
      secret: base64UrlOf(seededBytes(random, SECRET_LENGTH)),
      ...openedBy,
      ...inForce,
    },
  };
  const stated = ['nameFirst', 'nameFather', 'nameGrandfather', 'nameFamily', 'idNumber', 'mobile'];
  const said = Object.entries(request.answers).filter(
    ([path]) => stated.includes(path) || path === 'birthDate' || path === 'residencyType',
  );
  const patches = realChanges(
    EMPTY_ANSWERS,
    [
      ...Object.entries(defaultAnswers(questionnaire)).map(
        ([path, answer]): AnswerPatch => ({ op: 'set', path, answer, base: null }),
      ),
      ...patchesOf(desk, Object.fromEntries(said), {}),
      ...systemAnswers(desk, questionnaire, openedBy),
    ],
    {},
  );
  return yield {
    kind: 'answersChanged',
    caseId,
    actorId,
    formVersion,
    payload: { section: 'A', patches: [...patches] },
  };
}

function* welcome(
  { desk, caseId, inquiry, random }: Context,
  before: CaseState,
): Generator<NewCaseEvent, CaseState, CaseState> {
  const { privacyNotice, servicesExplained } = desk.reference.texts;
  const base = { caseId, actorId: desk.person.actorId, formVersion: null } as const;
  const shown = ({ id, version }: { id: string; version: number }) => ({
    text: { id, version },
    language: 'ar' as const,
  });
  let state = before;
  state = yield { ...base, kind: 'privacyNoticeShown', payload: shown(privacyNotice) };
  state = yield { ...base, kind: 'servicesExplained', payload: shown(servicesExplained) };
  if (inquiry !== null) {
    const inquiryId = seededUuid(random, desk.store.clock.now());
    state = yield {
      ...base,
      kind: 'inquiryRecorded',
      payload: { inquiryId, channel: 'interview', ...inquiry },
    };
  }
  state = yield { ...base, kind: 'inquiriesConfirmed', payload: {} };
  return state;
}

/** A page an event; an interview that is under way stops behind one of the first pages. */
function* interview(
  context: Context,
  before: CaseState,
): Generator<NewCaseEvent, CaseState, CaseState> {
  const { desk, caseId, common, request, upTo, random } = context;
  const { questionnaire } = desk.reference.rulesOf(before);
  const { fields, repeats } = formPlaces(questionnaire);
  const patches = patchesOf(desk, { ...common, ...request.answers }, request.rows);
  const sections = questionnaire.sections.map(sectionKey);
  const last = upTo === 'interviewing' ? random.between(1, 4) : sections.length;
  let state = before;
  for (const section of sections.slice(0, last)) {
    const onPage = patches.filter((patch) =>
      patch.op === 'set'
        ? fields.get(withoutRowIds(patch.path)) === section
        : repeats.get(patch.repeat) === section,
    );
    const changes = realChanges(state.answers, onPage, state.answerSources);
    if (changes.length === 0) continue;
    state = yield {
      kind: 'answersChanged',
      caseId,
      actorId: desk.person.actorId,
      formVersion: versionKey(state.questionnaire),
      payload: { section, patches: [...changes] },
    };
  }
  return state;
}

function* layDocuments(
  { desk, caseId, reason }: Context,
  before: CaseState,
): Generator<NewCaseEvent, CaseState, CaseState> {
  const { actorId } = desk.person;
  const today = riyadhDayNumber(desk.store.clock.now());
  const { documents, matrix } = assess(desk, before);
  let state = before;
  for (const { needed } of documents) {
    state = yield {
      kind: 'documentRecorded',
      caseId,
      actorId,
      formVersion: versionKey(state.documentRules),
      payload: {
        documentKey: needed.documentKey,
        presentation: 'presented',
        originalSighted: true,
        reason: null,
        patches: [...trainingReadings(needed, matrix, before, today)],
      },
    };
  }
  const read = assess(desk, state);
  const automatic = automaticVerdicts(state, read, actorId);
  const given = new Set(automatic.map(({ payload }) => payload.rowKey));
  for (const verdict of automatic) state = yield verdict;
  for (const { row } of read.matrix) {
    if (given.has(row.rowKey) || row.computed === null || row.blocksSigning) continue;
    const { verdict } = row.computed;
    const text = needsReason(verdict, row.computed) ? reason : null;
    state = yield verdictEvent(state, row, { verdict, text }, actorId);
  }
  return state;
}

function seededBytes(random: SeededRandom, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => random.below(256));
}

/** In the form of version 7: the instant first, so that keys made later stand later. */
function seededUuid(random: SeededRandom, instant: number): string {
  const bytes = seededBytes(random, 16);
  for (let at = 0; at < 6; at += 1) bytes[at] = Math.floor(instant / 256 ** (5 - at)) % 256;
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = hexOf(bytes);
  return [8, 12, 16, 20, 32]
    .map((end, index, ends) => hex.slice(ends[index - 1] ?? 0, end))
    .join('-');
}
