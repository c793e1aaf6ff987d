import { assertNever } from '../assertNever.ts';
import type { CaseEvent } from './caseEvent.ts';
import type { CaseState, Mark } from './caseState.ts';
import { STUDY_EVENT_PAYLOADS } from './studyEvents.ts';
import { type AtStudy, awaitingOf, type FieldVisit, type MoreRequest } from './studyState.ts';

export type StudyEvent = Extract<CaseEvent, { kind: keyof typeof STUDY_EVENT_PAYLOADS }>;

export function isStudyEvent(event: CaseEvent): event is StudyEvent {
  return Object.hasOwn(STUDY_EVENT_PAYLOADS, event.kind);
}

/** The case after an event of its study. Pure; what no longer fits changes no stage, and nothing is lost. */
export function reduceStudy(state: CaseState, event: StudyEvent, mark: Mark): CaseState {
  const { study } = state;
  switch (event.kind) {
    case 'studyAssigned':
      return withStudy(state, { officer: { ...mark, ...event.payload }, begun: null });
    case 'studyConflictDeclared': {
      const { officerId } = event.payload;
      const conflicts = [...study.conflicts, { ...mark, ...event.payload }];
      return withStudy(
        state,
        study.officer?.officerId === officerId
          ? { conflicts, officer: null, begun: null }
          : { conflicts },
      );
    }
    case 'studyBegun':
      return study.officer?.officerId === event.payload.officerId
        ? moved(withStudy(state, { begun: mark }), 'imported', 'underStudy')
        : state;
    case 'studyNoteAdded':
      return withStudy(state, { notes: [...study.notes, { ...mark, ...event.payload }] });
    case 'visitScheduled': {
      const { visitId, plan } = event.payload;
      if (study.visits.some((visit) => visit.visitId === visitId)) return state;
      const visit = { visitId, plan, scheduled: mark, records: [], cancelled: null };
      return withStudy(state, { visits: [...study.visits, visit] });
    }
    case 'visitCancelled':
      return changeVisit(state, event.payload.visitId, () => ({
        cancelled: { ...mark, reason: event.payload.reason },
      }));
    case 'visitRecorded': {
      const { visitId, ...record } = event.payload;
      return changeVisit(state, visitId, ({ records }) => ({
        records: [...records, { ...mark, ...record }],
      }));
    }
    case 'moreRequested':
      return withStudy(state, {
        requests: [...study.requests, { ...mark, ...event.payload, answers: {}, withdrawn: null }],
      });
    case 'moreWithdrawn':
      return changeRequest(state, event.payload.requestId, () => ({
        withdrawn: { ...mark, reason: event.payload.reason },
      }));
    case 'moreItemAnswered': {
      const { requestId, itemId, ...answer } = event.payload;
      return changeRequest(state, requestId, ({ items, answers }) =>
        items.some((item) => item.itemId === itemId)
          ? { answers: { ...answers, [itemId]: { ...mark, ...answer } } }
          : {},
      );
    }
    case 'studyReported':
      return moved(
        withStudy(state, { reports: [...study.reports, { ...mark, ...event.payload.report }] }),
        'underStudy',
        'readyForCommittee',
      );
    case 'studyCompleted':
      return moved(state, 'underStudy', 'readyForCommittee');
    case 'studyResumed': {
      const resumed = withStudy(state, {
        resumed: [...study.resumed, { ...mark, ...event.payload }],
      });
      return RESUMED_FROM.has(state.stage) ? { ...resumed, stage: 'underStudy' } : resumed;
    }
    case 'awaitedReminded':
      return withStudy(state, { reminders: [...study.reminders, { ...mark, ...event.payload }] });
    case 'caseLapsed':
      return lapse(state, event.payload, mark);
    case 'caseReopened':
      return reopen(state, event.payload, mark);
    default:
      return assertNever(event);
  }
}

const RESUMED_FROM: ReadonlySet<CaseState['stage']> = new Set([
  'readyForCommittee',
  'deferred',
  'notified',
]);

/** What was awaited may have come while headquarters counted: then nothing lapses. */
function lapse(
  state: CaseState,
  payload: Extract<StudyEvent, { kind: 'caseLapsed' }>['payload'],
  mark: Mark,
): CaseState {
  if (state.stage === 'lapsed' || awaitingOf(state)?.began !== payload.began) return state;
  const { lapses } = state.study;
  return {
    ...withStudy(state, {
      lapses: [...lapses, { ...mark, ...payload, from: state.stage, reopened: null }],
    }),
    stage: 'lapsed',
  };
}

function reopen(
  state: CaseState,
  payload: Extract<StudyEvent, { kind: 'caseReopened' }>['payload'],
  mark: Mark,
): CaseState {
  const last = state.study.lapses.at(-1);
  if (state.stage !== 'lapsed' || last === undefined) return state;
  const reopened = { ...last, reopened: { ...mark, ...payload } };
  return {
    ...withStudy(state, { lapses: [...state.study.lapses.slice(0, -1), reopened] }),
    stage: last.from,
  };
}

function moved(state: CaseState, from: CaseState['stage'], stage: CaseState['stage']): CaseState {
  return state.stage === from ? { ...state, stage } : state;
}

function changeVisit(
  state: CaseState,
  visitId: string,
  change: (visit: FieldVisit) => Partial<FieldVisit>,
): CaseState {
  return withStudy(state, {
    visits: state.study.visits.map((visit) =>
      visit.visitId === visitId ? { ...visit, ...change(visit) } : visit,
    ),
  });
}

function changeRequest(
  state: CaseState,
  requestId: string,
  change: (request: MoreRequest) => Partial<MoreRequest>,
): CaseState {
  return withStudy(state, {
    requests: state.study.requests.map((request) =>
      request.requestId === requestId ? { ...request, ...change(request) } : request,
    ),
  });
}

function withStudy(state: CaseState, part: Partial<AtStudy>): CaseState {
  return { ...state, study: { ...state.study, ...part } };
}
