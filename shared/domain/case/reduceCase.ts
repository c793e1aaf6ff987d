import { EMPTY_ANSWERS } from '../answers/answer.ts';
import type { AnswerPatch } from '../answers/answerPatch.ts';
import { answerAt } from '../answers/answerSet.ts';
import { applyPatches } from '../answers/applyPatches.ts';
import { assertNever } from '../assertNever.ts';
import { FIRST_TERMS } from '../settings/caseTerms.ts';
import { NOTHING_AFTER_DECISION, openAppeal } from './appealState.ts';
import type { CaseEvent, CaseEventPayload } from './caseEvent.ts';
import type { CaseState, FieldConflict, Mark } from './caseState.ts';
import { duplicateOf, NOT_AT_HEADQUARTERS, openReturn } from './headquartersState.ts';
import { isKnownEvent, nobodyKnown, reduceKnown } from './knownState.ts';
import { isPaperScanEvent, reducePaperScans } from './paperScans.ts';
import { isAppealEvent, reduceAppeal } from './reduceAppeal.ts';
import { answersCame, awaitItems, documentCame, itemCame } from './reduceAwaited.ts';
import { takeFromFile } from './reduceFromFile.ts';
import { isHeadquartersEvent, reduceHeadquarters, submittedAnew } from './reduceHeadquarters.ts';
import {
  addQuestion,
  answerReferral,
  isReferralOpen,
  openReferral,
  withdrawReferral,
} from './reduceReferral.ts';
import { isServiceEvent, reduceService, serviceOpinion } from './reduceService.ts';
import { isStudyEvent, reduceStudy } from './reduceStudy.ts';
import { NO_SERVICE } from './serviceState.ts';
import { NO_STUDY, openRequest, openVisit } from './studyState.ts';

/** An event that cannot follow on this state: the journal that holds it is damaged. */
export class CaseReplayError extends Error {
  readonly event: CaseEvent;

  constructor(event: CaseEvent, expected: string) {
    super(`${event.kind} ${event.eventId}: ${expected}`);
    this.name = 'CaseReplayError';
    this.event = event;
  }
}

/**
 * The case after one more event. Pure: no clock, no chance, no input or output.
 * @param state null before the first event, which must be `caseOpened`
 * @throws CaseReplayError when the event belongs to another case or opens it twice
 */
export function reduceCase(state: CaseState | null, event: CaseEvent): CaseState {
  if (state === null) {
    if (event.kind !== 'caseOpened')
      throw new CaseReplayError(event, 'a case begins with caseOpened');
    return openCase(event, event.payload);
  }
  if (event.caseId !== state.caseId)
    throw new CaseReplayError(event, 'the event is of another case');
  if (event.kind === 'caseOpened') throw new CaseReplayError(event, 'the case is open already');
  const mark = markOf(event);
  const after = applyEvent(state, event, mark);
  return { ...after, status: statusOf(after), last: mark, eventCount: state.eventCount + 1 };
}

/**
 * A referral, what is awaited and an appeal are told before the stage; when they end, the stage is there
 * again. Nothing is awaited any more of a case that is over, or that lies aside until it is opened again.
 */
function statusOf(state: CaseState): CaseState['status'] {
  const { stage, referrals, incompleteness, headquarters, study } = state;
  if (duplicateOf(headquarters) !== null) return 'duplicate';
  if (stage === 'lapsed' || stage === 'withdrawn' || stage === 'duplicate') return stage;
  if (stage !== 'closed') {
    if (referrals.some(isReferralOpen)) return 'referred';
    if (incompleteness !== null) return 'incomplete';
    if (openReturn(headquarters) !== null) return 'returnedToBranch';
  }
  if (openAppeal(state) !== null) return 'appealed';
  if (stage !== 'underStudy') return stage;
  if (openRequest(study) !== null) return 'moreInfoRequested';
  return openVisit(study) === null ? stage : 'fieldVisitScheduled';
}

/** Reduces all events of one case, oldest first; throws `CaseReplayError` on an empty list's case. */
export function replayCase(events: readonly CaseEvent[]): CaseState | null {
  let state: CaseState | null = null;
  for (const event of events) state = reduceCase(state, event);
  return state;
}

function markOf(event: CaseEvent): Mark {
  return { eventId: event.eventId, at: event.at, actorId: event.actorId };
}

function openCase(event: CaseEvent, opened: CaseEventPayload<'caseOpened'>): CaseState {
  const mark = markOf(event);
  return {
    caseId: event.caseId,
    beneficiaryId: opened.beneficiaryId,
    branchOfficeId: opened.branchOfficeId,
    reference: opened.reference,
    secret: opened.secret,
    status: 'draft',
    stage: 'draft',
    channel: opened.channel,
    initiatedBy: opened.initiatedBy,
    questionnaire: opened.questionnaire,
    documentRules: opened.documentRules,
    matchingRules: opened.matchingRules,
    terms: opened.terms ?? FIRST_TERMS,
    opened: mark,
    privacyNotice: null,
    servicesExplained: null,
    inquiries: [],
    inquiriesConfirmed: null,
    answers: EMPTY_ANSWERS,
    answerSources: {},
    conflicts: {},
    taken: {},
    toConfirm: {},
    known: nobodyKnown(opened.beneficiaryId),
    interviewCompleted: null,
    documents: {},
    verdicts: {},
    scans: [],
    matchingCompleted: null,
    declarations: [],
    paperScans: [],
    submission: null,
    incompleteness: null,
    referrals: [],
    papers: [],
    opinion: null,
    headquarters: NOT_AT_HEADQUARTERS,
    study: NO_STUDY,
    service: NO_SERVICE,
    afterDecision: NOTHING_AFTER_DECISION,
    last: mark,
    eventCount: 1,
  };
}

function applyEvent(
  state: CaseState,
  event: Exclude<CaseEvent, { kind: 'caseOpened' }>,
  mark: Mark,
): CaseState {
  if (isHeadquartersEvent(event)) return reduceHeadquarters(state, event, mark);
  if (isKnownEvent(event)) return reduceKnown(state, event, mark);
  if (isStudyEvent(event)) return reduceStudy(state, event, mark);
  if (isServiceEvent(event)) return reduceService(state, event, mark);
  if (isAppealEvent(event)) return reduceAppeal(state, event, mark);
  if (isPaperScanEvent(event)) return reducePaperScans(state, event, mark);
  switch (event.kind) {
    case 'privacyNoticeShown':
      return { ...state, privacyNotice: { ...mark, ...event.payload } };
    case 'servicesExplained':
      return { ...state, servicesExplained: { ...mark, ...event.payload } };
    case 'inquiryRecorded':
      // A new question reopens "all questions answered" (P30).
      return {
        ...state,
        inquiries: [...state.inquiries, { ...mark, ...event.payload }],
        inquiriesConfirmed: null,
      };
    case 'inquiriesConfirmed':
      return { ...state, inquiriesConfirmed: mark };
    case 'answersChanged':
      return answersCame(
        takeFromFile(
          changeAnswers(contentChanged(state, mark), event.payload.patches, mark),
          event.payload,
        ),
        event.payload.patches,
        mark,
      );
    case 'interviewCompleted':
      return { ...state, stage: 'interviewed', interviewCompleted: mark };
    case 'documentRecorded':
      return documentCame(
        recordDocument(contentChanged(state, mark), event.payload, mark),
        event.payload,
        mark,
      );
    case 'verdictRecorded':
      return {
        ...contentChanged(state, mark),
        verdicts: { ...state.verdicts, [event.payload.rowKey]: { ...mark, ...event.payload } },
      };
    case 'scanAttached':
      return {
        ...contentChanged(state, mark),
        scans: [...state.scans, { ...mark, ...event.payload, removed: null }],
      };
    case 'scanRemoved':
      return removeScan(contentChanged(state, mark), event.payload, mark);
    case 'matchingCompleted':
      // Nothing is outstanding any more: the table lets it happen only then.
      return { ...state, stage: 'matched', matchingCompleted: mark, incompleteness: null };
    case 'declarationSigned':
      return {
        ...state,
        stage: 'signed',
        declarations: [
          ...state.declarations,
          { ...mark, seal: event.payload.seal, deviceId: event.deviceId, voidedBy: null },
        ],
      };
    case 'caseSubmitted':
      return {
        ...submittedAnew(state, mark),
        stage: 'submitted',
        submission: { ...mark, ...event.payload },
        incompleteness: null,
      };
    case 'leftIncomplete':
      return awaitItems(contentChanged(state, mark), event.payload, mark);
    case 'awaitedItemReceived':
      return itemCame(state, event.payload.itemId, mark);
    case 'caseReferred':
      return openReferral(state, event.payload, mark);
    case 'referralQuestionAdded':
      return addQuestion(state, event.payload, mark);
    case 'referralAnswered': {
      const answered = answerReferral(state, event.payload, mark);
      const { outcome } = event.payload;
      return outcome.kind === 'bring' && answered !== state
        ? awaitItems(contentChanged(answered, mark), outcome, mark)
        : answered;
    }
    case 'referralWithdrawn':
      return withdrawReferral(state, event.payload, mark);
    case 'paperPrinted':
      return { ...state, papers: [...state.papers, { ...mark, ...event.payload }] };
    case 'opinionGiven':
      return event.payload.survey === 'S2'
        ? serviceOpinion(state, mark, 'given')
        : { ...state, opinion: { ...mark, outcome: 'given' } };
    case 'opinionDeclined':
      return event.payload.survey === 'S2'
        ? serviceOpinion(state, mark, 'declined')
        : { ...state, opinion: { ...mark, outcome: 'declined' } };
    default:
      return assertNever(event);
  }
}

/**
 * The data under the matching and the declaration changed, or something they need turned out to be
 * missing: the matching is open again, and a declaration that stood is void (P34). A case that left the branch keeps its status.
 */
function contentChanged(state: CaseState, mark: Mark): CaseState {
  const falls = state.stage === 'matched' || state.stage === 'signed';
  const last = state.declarations.at(-1);
  const voided = last !== undefined && last.voidedBy === null && state.submission === null;
  return {
    ...state,
    stage: falls ? 'interviewed' : state.stage,
    matchingCompleted: falls ? null : state.matchingCompleted,
    declarations: voided
      ? [...state.declarations.slice(0, -1), { ...last, voidedBy: mark }]
      : state.declarations,
  };
}

function changeAnswers(state: CaseState, patches: readonly AnswerPatch[], mark: Mark): CaseState {
  const sources = { ...state.answerSources };
  const conflicts: Record<string, FieldConflict> = { ...state.conflicts };
  for (const patch of patches) {
    if (patch.op !== 'set') continue;
    // Paths come from data: `constructor` is an ordinary name, and nothing of it is inherited.
    const before = Object.hasOwn(sources, patch.path) ? sources[patch.path] : undefined;
    if ((before?.eventId ?? null) === patch.base) {
      delete conflicts[patch.path];
    } else if (before !== undefined) {
      const known = Object.hasOwn(conflicts, patch.path) ? conflicts[patch.path] : undefined;
      const earlier = known?.candidates ?? [
        { mark: before, answer: answerAt(state.answers, patch.path) ?? null },
      ];
      conflicts[patch.path] = {
        path: patch.path,
        candidates: [...earlier, { mark, answer: patch.answer }],
      };
    }
    sources[patch.path] = mark;
  }
  return {
    ...state,
    answers: applyPatches(state.answers, patches),
    answerSources: sources,
    conflicts,
  };
}

function recordDocument(
  state: CaseState,
  payload: CaseEventPayload<'documentRecorded'>,
  mark: Mark,
): CaseState {
  const before = state.documents[payload.documentKey];
  return {
    ...state,
    documents: {
      ...state.documents,
      [payload.documentKey]: {
        ...mark,
        documentKey: payload.documentKey,
        presentation: payload.presentation,
        originalSighted: payload.originalSighted,
        reason: payload.reason,
        readings: applyPatches(before?.readings ?? EMPTY_ANSWERS, payload.patches),
      },
    },
  };
}

function removeScan(
  state: CaseState,
  { scanId, reason }: CaseEventPayload<'scanRemoved'>,
  mark: Mark,
): CaseState {
  return {
    ...state,
    scans: state.scans.map((scan) =>
      scan.scanId === scanId && scan.removed === null
        ? { ...scan, removed: { ...mark, reason } }
        : scan,
    ),
  };
}
