import type { z } from 'zod';
import { listCasesDue } from '#db/desk/caseDue.ts';
import {
  type CaseStretch,
  countCasesWithDraft,
  listCasesWaiting,
  listDrafts,
} from '#db/desk/caseLists.ts';
import { countContactsWaiting, listFollowUpsDue } from '#db/desk/contacts.ts';
import { findHubLink } from '#db/desk/hubLink.ts';
import { queueState } from '#db/desk/queue.ts';
import type { Safety, todayContract } from '#shared/contracts/today.ts';
import { addDays } from '#shared/domain/calendar/dateArithmetic.ts';
import { isoDate } from '#shared/domain/calendar/dayNumber.ts';
import type { CaseDue } from '#shared/domain/case/caseDue.ts';
import type { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import { dayNumberOf } from '#shared/domain/documents/days.ts';
import { DocumentType } from '#shared/domain/documents/documentRules.ts';
import type { IsoDay } from '#shared/domain/identity.ts';
import { summaryOf } from './casesService.ts';
import { shownContact } from './contactsService.ts';
import { type OpenDesk, todayOf } from './openDesk.ts';

const MOST_DRAFTS = 50;
const MOST_WAITING = 20;
const MOST_DUE = 50;
const MOST_FOLLOW_UPS = 20;
const BEFORE_SUBMISSION: readonly CaseStatus[] = ['draft', 'interviewed', 'matched', 'signed'];

const MOST_OF_A_KIND = 20;
/** Papers that end within so many days are told of in time. */
const PAPER_DAYS = 30;
const EVER = '0001-01-01';
const NEVER_PASSED = '9999-12-31';

/** In the order in which "today" shows them. */
const KINDS_DUE = ['returned', 'answered', 'awaited', 'referred', 'paper'] as const;

/** Papers count while they are still in force; everything else until it is done. */
function spanOf(kind: (typeof KINDS_DUE)[number], today: IsoDay) {
  return kind === 'paper'
    ? { from: today, through: isoDate(addDays(dayNumberOf(today), PAPER_DAYS)) }
    : { from: EVER, through: NEVER_PASSED };
}

type Today = z.output<NonNullable<(typeof todayContract.get)['~orpc']['outputSchema']>>;

export function getToday(desk: OpenDesk): Today {
  const db = desk.store.reader;
  const today = todayOf(desk);
  const drafts = listDrafts(db, BEFORE_SUBMISSION, { offset: 0, limit: MOST_DRAFTS });
  const waiting = listCasesWaiting(db, { offset: 0, limit: MOST_WAITING });
  const replies = listCasesDue(db, 'reply', { from: EVER, through: today }, MOST_DUE);
  const due = KINDS_DUE.map((kind) => listCasesDue(db, kind, spanOf(kind, today), MOST_OF_A_KIND));
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
        paperName: paperNameOf(desk, each.due),
      })),
    ),
    dueHidden: due.reduce((sum, { cases, total }) => sum + Math.max(0, total - cases.length), 0),
    followUps: listFollowUpsDue(db, today, MOST_FOLLOW_UPS).map((contact) =>
      shownContact(desk, contact),
    ),
    contactsWaiting: countContactsWaiting(db),
  };
}

/** By the rules in force: a type of document keeps its name from version to version. */
function paperNameOf({ reference }: OpenDesk, due: CaseDue) {
  if (due.kind !== 'paper') return null;
  const { documentRules } = reference.rulesOf(reference.inForce);
  const type = DocumentType.safeParse(due.documentKey.split('/')[0]);
  const rule = type.success ? documentRules.byType.get(type.data) : undefined;
  if (rule === undefined) return null;
  const { ar, en } = rule.face.label;
  return { ar, en };
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
  };
}
