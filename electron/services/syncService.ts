import { countWaitingPages, listPageProblems } from '#db/desk/attachmentQueue.ts';
import { listCasesWaiting, listDrafts } from '#db/desk/caseLists.ts';
import { countCases } from '#db/desk/cases.ts';
import { countParked, lastArrival, readFeedHead } from '#db/desk/feedEvents.ts';
import { findHubLink } from '#db/desk/hubLink.ts';
import { queueState } from '#db/desk/queue.ts';
import { countSubmitted, listContacts, listRefusals } from '#db/desk/syncLog.ts';
import { codeOf } from '#electron/sync/enrolment.ts';
import type { SyncState } from '#electron/sync/syncRunner.ts';
import { type Enrolment, SyncSituation, type SyncStatus } from '#shared/contracts/sync.ts';
import type { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import { positionOf } from '#shared/protocol/sync/feedPage.ts';
import { RefusalCode } from '#shared/protocol/sync/refusal.ts';
import { summaryOf } from './casesService.ts';
import type { OpenDesk } from './openDesk.ts';
import { BEFORE_SUBMISSION } from './todayService.ts';

const MOST_WAITING = 20;
const MOST_REFUSALS = 50;

/** How it stands, from the store as it is and from the run that is under way. */
export function syncStatus(desk: OpenDesk, state: SyncState): SyncStatus {
  const db = desk.store.reader;
  const queue = queueState(db);
  const link = findHubLink(db);
  const counts = countCases(db);
  const countOf = (statuses: readonly CaseStatus[]) =>
    statuses.reduce((sum, status) => sum + (counts.get(status) ?? 0), 0);
  const submitted = countSubmitted(db, [...IN_REGISTRY, ...DECIDED, ...STANDS.returned]);
  const pages = countWaitingPages(db);
  const pageProblems = listPageProblems(db, MOST_REFUSALS);
  const situation =
    state.situation === 'allSent' && pageProblems.length > 0 ? 'pagesStay' : state.situation;
  return {
    enrolment: enrolmentOf(desk),
    situation: link?.state === 'enrolled' ? situation : 'notEnrolled',
    progress: state.progress,
    receiving: state.receiving,
    feed: feedOf(desk),
    nextTryAt: state.nextTryAt === null ? null : new Date(state.nextTryAt).toISOString(),
    clockSkewMs: link?.clockSkewMs ?? null,
    counts: {
      drafts: listDrafts(db, BEFORE_SUBMISSION, { offset: 0, limit: 1 }).total,
      onThisLaptop: submitted.waiting,
      accepted: submitted.accepted,
      inRegistry: countOf(IN_REGISTRY),
      decided: countOf(DECIDED),
      eventsWaiting: queue.unreceiptedEvents,
      pagesWaiting: pages.files,
      pageBytesWaiting: pages.bytes,
    },
    atHeadquarters: IDS.map((id) => ({ id, count: countOf(STANDS[id]) })),
    oldestWaitingAt: queue.oldestAt,
    waiting: listCasesWaiting(db, { offset: 0, limit: MOST_WAITING }).cases.map((stored) =>
      summaryOf(desk, stored),
    ),
    refusals: listRefusals(db, MOST_REFUSALS).map(({ kind: _kind, code, ...rest }) => ({
      ...rest,
      code: RefusalCode.parse(code),
    })),
    pageProblems: [...pageProblems],
    contacts: listContacts(db).map(({ outcome, ...rest }) => ({
      ...rest,
      outcome: SyncSituation.parse(outcome),
    })),
    lastContactAt: link?.lastContactAt ?? null,
  };
}

const STANDS: Readonly<Record<SyncStatus['atHeadquarters'][number]['id'], readonly CaseStatus[]>> =
  {
    imported: ['imported', 'underStudy', 'readyForCommittee'],
    returned: ['returnedToBranch'],
    decided: ['accepted', 'rejected', 'deferred'],
    told: ['notified'],
  };

const IDS = ['imported', 'returned', 'decided', 'told'] as const;

/** Headquarters has them in its registry, and has not decided yet. */
const IN_REGISTRY: readonly CaseStatus[] = [
  ...STANDS.imported,
  'moreInfoRequested',
  'fieldVisitScheduled',
];
/** What was decided, and what follows on it. */
const DECIDED: readonly CaseStatus[] = [
  ...STANDS.decided,
  ...STANDS.told,
  'registered',
  'serviceScheduled',
  'serviceDelivered',
  'closed',
  'appealed',
];

function feedOf({ store }: OpenDesk): SyncStatus['feed'] {
  const { cursor, readAt } = readFeedHead(store.reader);
  return {
    readAt,
    events: lastArrival(store.reader),
    position: positionOf(cursor),
    parked: countParked(store.reader),
  };
}

function enrolmentOf(desk: OpenDesk): Enrolment {
  const link = findHubLink(desk.store.reader);
  if (link === null) return { state: 'none' };
  const { state, url: hubUrl, askedAt, enrolledAt } = link;
  if (state === 'enrolled' && enrolledAt !== null) return { state, hubUrl, enrolledAt };
  if (state === 'enrolled') return { state: 'none' };
  return { state, hubUrl, code: codeOf(desk, link), askedAt };
}
