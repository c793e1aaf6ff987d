import type { z } from 'zod';
import { listCasesDue } from '#db/desk/caseDue.ts';
import {
  type CaseStretch,
  countCasesWithDraft,
  listCasesWaiting,
  listDrafts,
} from '#db/desk/caseLists.ts';
import { countContactsWaiting, listFollowUpsDue } from '#db/desk/contacts.ts';
import { lastArrival } from '#db/desk/feedEvents.ts';
import { findHubLink } from '#db/desk/hubLink.ts';
import { queueState } from '#db/desk/queue.ts';
import type { Safety, todayContract } from '#shared/contracts/today.ts';
import type { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import { summaryOf } from './casesService.ts';
import { shownContact } from './contactsService.ts';
import { type OpenDesk, todayOf } from './openDesk.ts';
import { paperNameOf, papersSoon } from './paperReminders.ts';

const MOST_DRAFTS = 50;
const MOST_WAITING = 20;
const MOST_DUE = 50;
const MOST_FOLLOW_UPS = 20;
export const BEFORE_SUBMISSION: readonly CaseStatus[] = [
  'draft',
  'interviewed',
  'matched',
  'signed',
];

const MOST_OF_A_KIND = 20;
const EVER = '0001-01-01';
const NEVER_PASSED = '9999-12-31';

/** In the order in which "today" shows them. */
const KINDS_DUE = [
  'decision',
  'returned',
  'conflict',
  'settle',
  'answered',
  'lapsed',
  'reminder',
  'more',
  'register',
  'delivery',
  'opinion',
  'visit',
  'awaited',
  'signedPaper',
  'referred',
  'paper',
] as const;

/**
 * Papers count while they are still in force, deliveries and opinions from their day on; everything else
 * until it is done.
 */
function spanOf(kind: (typeof KINDS_DUE)[number], desk: OpenDesk) {
  switch (kind) {
    case 'paper':
      return papersSoon(desk);
    case 'delivery':
    case 'opinion':
      return { from: EVER, through: todayOf(desk) };
    default:
      return { from: EVER, through: NEVER_PASSED };
  }
}

type Today = z.output<NonNullable<(typeof todayContract.get)['~orpc']['outputSchema']>>;

export function getToday(desk: OpenDesk): Today {
  const db = desk.store.reader;
  const today = todayOf(desk);
  const drafts = listDrafts(db, BEFORE_SUBMISSION, { offset: 0, limit: MOST_DRAFTS });
  const waiting = listCasesWaiting(db, { offset: 0, limit: MOST_WAITING });
  const replies = listCasesDue(db, 'reply', { from: EVER, through: today }, MOST_DUE);
  const due = KINDS_DUE.map((kind) => listCasesDue(db, kind, spanOf(kind, desk), MOST_OF_A_KIND));
  const shown = ({ cases }: CaseStretch) => cases.map((stored) => summaryOf(desk, stored));
  return {
    drafts: shown(drafts),
    draftTotal: drafts.total,
    waiting: shown(waiting),
    waitingTotal: waiting.total,
    replyDue: replies.cases.map((each) => summaryOf(desk, each.case)),
    due: due.flatMap(({ cases }) =>
      cases.map((each) => ({
        case: summaryOf(desk, each.case),
        due: each.due,
        paperName: each.due.kind === 'paper' ? paperNameOf(desk, each.due.documentKey) : null,
      })),
    ),
    dueHidden: due.reduce((sum, { cases, total }) => sum + Math.max(0, total - cases.length), 0),
    followUps: listFollowUpsDue(db, today, MOST_FOLLOW_UPS).map((contact) =>
      shownContact(desk, contact),
    ),
    contactsWaiting: countContactsWaiting(db),
  };
}

export function getSafety(desk: OpenDesk, sending: boolean): Safety {
  const db = desk.store.reader;
  const queue = queueState(db);
  return {
    casesWaiting: listCasesWaiting(db, { offset: 0, limit: 1 }).total,
    eventsWaiting: queue.unreceiptedEvents,
    oldestWaitingAt: queue.oldestAt,
    drafts: countCasesWithDraft(db),
    lastContactAt: findHubLink(db)?.lastContactAt ?? null,
    sending,
    lastSavedAt: desk.saved.lastSavedAt,
    headNotRecorded: desk.saved.headNotRecorded,
    readOnly: !desk.store.writable,
    arrivals: lastArrival(db),
  };
}
