import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { listBeneficiaries } from '#db/desk/beneficiaryLists.ts';
import { listCasesDue } from '#db/desk/caseDue.ts';
import { listCasesByPlace, listDrafts } from '#db/desk/caseLists.ts';
import { listComplaintsOfPerson } from '#db/desk/complaints.ts';
import type { DeskReader } from '#db/desk/connection.ts';
import {
  listContacts,
  listContactsOfNumber,
  listContactsOfPerson,
  listFollowUpsDue,
} from '#db/desk/contacts.ts';
import type { DeskStore } from '#db/desk/store.ts';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import { nameWords } from '#shared/domain/search/searchText.ts';
import {
  ACTOR,
  deskFiles,
  dropFolder,
  foundDesk,
  newBeneficiaryId,
  newFolder,
} from './support/deskFixture.ts';

const Plan = z.array(z.object({ detail: z.string() }));
const PAGE = { offset: 0, limit: 50 };

let folder: string;
let store: DeskStore;
beforeEach(() => {
  folder = newFolder();
  store = foundDesk(deskFiles(folder, nodeCrypto.randomBytes(32)));
});
afterEach(() => {
  store.close();
  dropFolder(folder);
});

/** The steps of every statement that the work makes, as SQLite plans them. */
function plansOf(work: (db: DeskReader) => unknown): readonly string[] {
  const plans: string[] = [];
  const { reader } = store;
  const watched: DeskReader = {
    ...reader,
    statement: (sql: string) => {
      const asked = `EXPLAIN QUERY PLAN ${withoutValues(sql)}`;
      plans.push(...Plan.parse(reader.sqlite.prepare(asked).all()).map(({ detail }) => detail));
      return reader.statement(sql);
    },
  };
  work(watched);
  return plans;
}

/** A plan asks for no values; written as nulls they need no binding. */
function withoutValues(sql: string): string {
  return sql.replaceAll(/\?\d*/g, 'NULL');
}

/** Contacts by the hundred, all of one name, without their events: only how they are found matters. */
function fillContacts(count: number): void {
  store.reader.sqlite
    .prepare(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
       INSERT INTO contact SELECT i, printf('01950000-0000-7000-8000-%012d', i),
         '2025-02-24T06:00:00.000Z', ?, 'phone', 'beneficiary', NULL, NULL, 'هدى', ?, NULL, '',
         'سؤال', '', '', 0, NULL FROM n`,
    )
    .run(count, ACTOR, nameWords('هدى').join(' '));
}

describe('lists of the day and of contacts pass over no whole table', () => {
  it.each<[string, (db: DeskReader) => unknown, RegExp]>([
    [
      'what is due',
      (db) => listCasesDue(db, 'awaited', { from: '2025-01-01', through: '2025-02-01' }, 20),
      /case_due USING PRIMARY KEY \(kind=\? AND day>\? AND day<\?\)/,
    ],
    ['drafts', (db) => listDrafts(db, ['draft'], PAGE), /USING INDEX case_summary_unsubmitted/],
    ['follow-ups', (db) => listFollowUpsDue(db, '2025-02-24', 20), /contact_follow_up_due/],
    ['what waits', (db) => listContacts(db, { view: 'waiting' }, PAGE), /contact_follow_up_due/],
    ['suggestions', (db) => listContacts(db, { view: 'suggestions' }, PAGE), /contact_suggestion/],
    ['outreach', (db) => listContacts(db, { view: 'outreach' }, PAGE), /contact_outreach/],
    [
      'one channel',
      (db) => listContacts(db, { view: 'all', channel: 'letters' }, PAGE),
      /contact_channel/,
    ],
    ['a name', (db) => listContacts(db, { view: 'all', who: 'هدى' }, PAGE), /contact_name/],
    ['a phone', (db) => listContacts(db, { view: 'all', who: '0501' }, PAGE), /contact_phone/],
    [
      'beneficiaries by their latest request',
      (db) => listBeneficiaries(db, {}, 'latest', PAGE),
      /USING (COVERING )?INDEX beneficiary_latest/,
    ],
    [
      'beneficiaries of a category, by name',
      (db) => listBeneficiaries(db, { category: 'widow', hasOpenRequest: true }, 'name', PAGE),
      /USING (COVERING )?INDEX beneficiary_name/,
    ],
    [
      'beneficiaries with a paper that ends soon',
      (db) =>
        listBeneficiaries(
          db,
          { papersEnd: { from: '2025-01-01', through: '2025-02-01' } },
          'latest',
          PAGE,
        ),
      /case_due USING PRIMARY KEY \(kind=\? AND day>\? AND day<\?\)/,
    ],
    [
      'contacts of a person',
      (db) => listContactsOfPerson(db, newBeneficiaryId(), 20),
      /contact_beneficiary/,
    ],
    [
      'contacts over a number that are of nobody known',
      (db) => listContactsOfNumber(db, '0501234567', 5),
      /contact_phone/,
    ],
    [
      'complaints of a person',
      (db) =>
        listComplaintsOfPerson(db, { actorId: ACTOR, keepsRegister: true }, newBeneficiaryId()),
      /complaint_beneficiary/,
    ],
  ])('%s', (_name, work, index) => {
    const plans = plansOf(work);
    expect(
      plans.some((step) => index.test(step)),
      plans.join('\n'),
    ).toBe(true);
    expect(
      plans.filter((step) => /^SCAN (contact|complaint|beneficiary|case_\w+)$/.test(step)),
    ).toEqual([]);
  });

  it.each(['changed', 'openedLast', 'openedFirst', 'name'] as const)(
    'cases that go by %s come from one index in order, whatever narrows them, and nothing is sorted',
    (order) => {
      const filter = {
        statuses: ['draft'],
        category: 'widow',
        support: 'cash',
        opened: { from: 20_000, through: 20_100 },
        attention: { today: '2025-01-01', papersThrough: '2025-02-01' },
      } as const;
      const plans = plansOf((db) => listCasesByPlace(db, filter, order, PAGE));
      expect(plans.filter((step) => /TEMP B-TREE|^SCAN case_summary$/.test(step))).toEqual([]);
      expect(plans.some((step) => /USING COVERING INDEX case_summary_/.test(step))).toBe(true);
    },
  );

  it('beneficiaries come from their index in order, and nothing is sorted', () => {
    for (const sort of ['latest', 'name'] as const) {
      const plans = plansOf((db) => listBeneficiaries(db, { category: 'widow' }, sort, PAGE));
      expect(plans.filter((step) => /TEMP B-TREE/.test(step))).toEqual([]);
    }
  });

  it('all contacts, the latest first, are read along their key and not sorted', () => {
    expect(plansOf((db) => listContacts(db, { view: 'all' }, PAGE))).toEqual([
      'SCAN contact',
      // Whether each was referred, from the index alone.
      'CORRELATED SCALAR SUBQUERY 1',
      'SEARCH contact_referral USING COVERING INDEX contact_referral_contact (contact_id=?)',
    ]);
  });

  it('a name that thousands have is read from the latest and not sorted', () => {
    fillContacts(2500);
    const plans = plansOf((db) => listContacts(db, { view: 'all', who: 'هدى' }, PAGE));
    expect(plans.filter((step) => /TEMP B-TREE/.test(step))).toEqual([]);
    const { contacts } = listContacts(store.reader, { view: 'all', who: 'هدى' }, PAGE);
    expect(contacts.map(({ position }) => position)).toEqual(
      Array.from({ length: 50 }, (_, index) => 2500 - index),
    );
  });
});
