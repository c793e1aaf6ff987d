import type { z } from 'zod';
import {
  type CaseStretch,
  countCasesWithDraft,
  findReceiptHead,
  listCasesByPlace,
  listCasesWaiting,
  listRepliesDue,
} from '#db/desk/caseLists.ts';
import { countContactsWaiting, listFollowUpsDue } from '#db/desk/contacts.ts';
import { queueState } from '#db/desk/queue.ts';
import type { Safety, todayContract } from '#shared/contracts/today.ts';
import type { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import { summaryOf } from './casesService.ts';
import { shownContact } from './contactsService.ts';
import { type OpenDesk, todayOf } from './openDesk.ts';

const MOST_DRAFTS = 50;
const MOST_WAITING = 20;
const MOST_DUE = 50;
const MOST_FOLLOW_UPS = 20;
const BEFORE_SUBMISSION: readonly CaseStatus[] = ['draft', 'interviewed', 'matched', 'signed'];

type Today = z.output<NonNullable<(typeof todayContract.get)['~orpc']['outputSchema']>>;

export function getToday(desk: OpenDesk): Today {
  const db = desk.store.reader;
  const drafts = listCasesByPlace(db, BEFORE_SUBMISSION, { offset: 0, limit: MOST_DRAFTS });
  const waiting = listCasesWaiting(db, { offset: 0, limit: MOST_WAITING });
  const due = listRepliesDue(db, todayOf(desk), { offset: 0, limit: MOST_DUE });
  const shown = ({ cases }: CaseStretch) => cases.map((stored) => summaryOf(desk, stored));
  return {
    drafts: shown(drafts),
    draftTotal: drafts.total,
    waiting: shown(waiting),
    waitingTotal: waiting.total,
    replyDue: shown(due),
    followUps: listFollowUpsDue(db, todayOf(desk), MOST_FOLLOW_UPS).map((contact) =>
      shownContact(desk, contact),
    ),
    contactsWaiting: countContactsWaiting(db),
  };
}

export function getSafety(desk: OpenDesk): Safety {
  const db = desk.store.reader;
  const queue = queueState(db);
  return {
    casesWaiting: listCasesWaiting(db, { offset: 0, limit: 1 }).total,
    eventsWaiting: queue.unreceiptedEvents,
    oldestWaitingAt: queue.oldestAt,
    drafts: countCasesWithDraft(db),
    lastContactAt: findReceiptHead(db)?.receiptedAt ?? null,
    lastSavedAt: desk.saved.lastSavedAt,
    headNotRecorded: desk.saved.headNotRecorded,
    readOnly: !desk.store.writable,
  };
}
