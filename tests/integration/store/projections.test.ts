import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendEvents } from '#db/desk/appendEvents.ts';
import { findPeople } from '#db/desk/beneficiaries.ts';
import { type CaseHit, SEARCH_CASES, searchCases, textConditions } from '#db/desk/caseSearch.ts';
import { countCases, findCase, findCaseByReference, listCases } from '#db/desk/cases.ts';
import { inTransaction } from '#db/desk/connection.ts';
import { rebuildProjections } from '#db/desk/rebuildProjections.ts';
import { indexRecentKeys } from '#db/desk/searchKeys.ts';
import type { DeskStore } from '#db/desk/store.ts';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import type { PrintedDate } from '#shared/domain/answers/answer.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { contactEvents } from './support/contactEvents.ts';
import {
  accepted,
  answersEvent,
  deskFiles,
  dropFolder,
  foundDesk,
  identityAnswers,
  newBeneficiaryId,
  newCaseId,
  newFolder,
  openedEvent,
  paperEvent,
} from './support/deskFixture.ts';
import { projectionRows } from './support/projectionRows.ts';

let folder: string;
let store: DeskStore;
let references = 0;

beforeEach(() => {
  folder = newFolder();
  store = foundDesk(deskFiles(folder, nodeCrypto.randomBytes(32)));
});
afterEach(() => {
  store.close();
  dropFolder(folder);
});

type Names = Parameters<typeof identityAnswers>[0];

function openCase(beneficiaryId = newBeneficiaryId()): CaseId {
  const caseId = newCaseId();
  references += 1;
  const reference = `MKH01-B7-2025-${String(references).padStart(6, '0')}-7`;
  accepted(appendEvents(store, { events: [openedEvent(caseId, reference, beneficiaryId)] }));
  return caseId;
}

function answer(caseId: CaseId, answers: Parameters<typeof answersEvent>[1]): void {
  accepted(appendEvents(store, { events: [answersEvent(caseId, answers)] }));
}

function caseOf(names: Names, idNumber?: string, mobile?: string): CaseId {
  const caseId = openCase();
  answer(caseId, identityAnswers(names, idNumber, mobile));
  return caseId;
}

const allRows = () => projectionRows(store);

describe('rebuilding', () => {
  it('gives the very rows that were kept up event by event', () => {
    const person = newBeneficiaryId();
    const first = openCase(person);
    const other = caseOf(['محمد', 'علي', 'حسن', 'الحربي'], '1123456780');
    const second = openCase(person);
    answer(first, identityAnswers(['سارة', 'خالد', 'فهد', 'العتيبي']));
    answer(other, { mobile: null, nameGrandfather: { nonAnswer: 'unknown', reason: 'لا يعرف' } });
    answer(second, identityAnswers(['سارة', 'خالد', 'فهد', 'القحطاني'], '1000000008'));
    answer(first, { nameFamily: { value: 'العتيبية' }, passportNo: { value: 'A123456' } });
    openCase();
    accepted(appendEvents(store, { events: [paperEvent(first), ...contactEvents()] }));
    // The paper that ends, and of two cases what the fixture gave twice without knowing of the first.
    expect(allRows()['case_due']).toHaveLength(3);

    const kept = allRows();
    expect(kept['case_summary']).toHaveLength(4);
    expect(kept['contact']?.length).toBe(1);
    expect(kept['search_words']?.length).toBeGreaterThan(20);
    expect(rebuildProjections(store)).toEqual({ ok: true, value: undefined });
    expect(allRows()).toEqual(kept);
    expect(store.reader.sqlite.pragma('foreign_key_check')).toEqual([]);
  });

  it('mends projections that were lost', () => {
    const caseId = caseOf(['محمد', 'علي', 'حسن', 'الحربي']);
    const kept = allRows();
    store.reader.sqlite.exec(`DELETE FROM case_search; UPDATE case_summary SET status = 'closed'`);
    expect(findPeople(store.reader, { text: 'محمد' }, 5)).toEqual([]);
    rebuildProjections(store);
    expect(allRows()).toEqual(kept);
    expect(findCase(store.reader, caseId)?.status).toBe('draft');
  });
});

describe('finding people', () => {
  const day: PrintedDate = { calendar: 'hijri', year: 1410, month: 8, day: 28 };

  beforeEach(() => {
    caseOf(['عبدالرحمن', 'أحمد', 'صالح', 'الغامدي'], '1012345672', '+966501234567');
    caseOf(['عبد الرحمن', 'إبراهيم', 'سعد', 'آل سعود'], '1123456780', '+966559876543');
    caseOf(['هدى', 'أحمد', 'يحيى', 'الزهراني'], '1000000008', '+966531112223');
  });

  it.each<[string, Parameters<typeof findPeople>[1], number]>([
    ['the beginning of a word', { text: 'زهر' }, 1],
    ['with and without the article', { text: 'الغامد' }, 1],
    ['several words in any order', { text: 'غامدي احمد' }, 1],
    ['another spelling of hamza', { text: 'احمد' }, 2],
    ['one name written apart and together', { text: 'عبدالرحمن' }, 2],
    ['one name typed apart', { text: 'عبد الرحمن ابراهيم' }, 1],
    ['marks over letters', { text: 'هُدى' }, 1],
    ['a name that nobody has', { text: 'زيد' }, 0],
    ['words of two people', { text: 'هدى صالح' }, 0],
    ['the beginning of an id', { text: '10123' }, 1],
    ['an id in Arabic digits', { id: '١٠٠٠٠٠٠٠٠٨' }, 1],
    ['a mobile with its zero', { text: '0501234567' }, 1],
    ['a mobile with the country code', { mobile: '00966 55 987 6543' }, 1],
    ['the beginning of a mobile', { mobile: '053' }, 1],
    ['a birth date as it was printed', { birth: day }, 3],
    [
      'the same day in the other calendar',
      { birth: { calendar: 'gregorian', year: 1990, month: 3, day: 25 } },
      3,
    ],
    ['another birth date', { birth: { ...day, day: 27 } }, 0],
    ['two together', { text: 'احمد', mobile: '0531112223' }, 1],
    ['nothing', { text: '  ' }, 0],
    ['signs of a query language', { text: `%_*"'; DROP` }, 0],
  ])('by %s', (_, query, count) => {
    expect(findPeople(store.reader, query, 10)).toHaveLength(count);
  });

  it('says who they are and what their latest case is', () => {
    const [found] = findPeople(store.reader, { id: '1012345672' }, 5);
    expect(found).toMatchObject({
      name: 'عبدالرحمن أحمد صالح الغامدي',
      idMasked: '******5672',
      birthDate: day,
      caseCount: 1,
    });
    const beneficiaryId = found?.beneficiaryId;
    const later = openCase(beneficiaryId);
    const [again] = findPeople(store.reader, { id: '1012345672' }, 5);
    expect(again).toMatchObject({ name: found?.name, caseCount: 2, latestCase: { caseId: later } });
  });

  it('follows a correction, and forgets what was wrong', () => {
    const caseId = caseOf(['نايف', 'فهد', 'سالم', 'المطيري'], '2000000006');
    answer(caseId, { nameFirst: { value: 'نواف' }, idNumber: null });
    expect(findPeople(store.reader, { text: 'نايف' }, 5)).toEqual([]);
    expect(findPeople(store.reader, { text: '2000000006' }, 5)).toEqual([]);
    expect(findPeople(store.reader, { text: 'نواف' }, 5)).toHaveLength(1);
  });

  it('finds the same whether a case waits beside the index or stands in it', () => {
    const first = caseOf(['نايف', 'فهد', 'سالم', 'المطيري'], '2000000006');
    const crowd = Array.from({ length: 60 }, () => caseOf(['بدر', 'فهد', 'سالم', 'الدوسري']));
    const found = (text: string) =>
      searchCases(store.reader, textConditions(text), { limit: 100 }).map((hit) => hit.caseId);
    expect(found('نايف')).toEqual([first]);
    expect(found('بدر')).toEqual(crowd.toReversed());
    // In the index by now, and corrected: what stands there of the old name counts no more.
    answer(first, { nameFirst: { value: 'بدر' } });
    expect(found('نايف')).toEqual([]);
    expect(found('بدر')).toEqual([...crowd.toReversed(), first]);
    const [page, all] = [3, 100].map((limit) =>
      searchCases(store.reader, textConditions('بدر'), { limit }),
    );
    const next = { limit: 100, before: page?.at(-1)?.openedPosition ?? null };
    expect(searchCases(store.reader, textConditions('بدر'), next)).toEqual(all?.slice(3));
    inTransaction(store.reader, indexRecentKeys);
    expect(found('نايف')).toEqual([]);
    expect(found('بدر')).toEqual([...crowd.toReversed(), first]);
  });

  it('reads the index newest first: no table is walked through, nothing is sorted', () => {
    const plan = store.reader.sqlite.prepare(`EXPLAIN QUERY PLAN ${SEARCH_CASES}`).all('م', 9, 9);
    const steps = JSON.stringify(plan);
    expect(steps).toMatch(/SCAN s VIRTUAL TABLE INDEX \d+:[^"]*M/);
    expect(steps).toMatch(/SEARCH c USING INTEGER PRIMARY KEY/);
    expect(steps).not.toMatch(/SCAN c|TEMP B-TREE/);
  });

  it('finds a case by the end of its reference, and by its number alone only one', () => {
    const caseId = openCase();
    const reference = `${String(references).padStart(6, '0')}7`;
    for (const tail of [reference, `2025${reference}`, `${references}7`, `2025-${reference}`]) {
      expect(
        searchCases(store.reader, textConditions(tail), { limit: 50 }).map((hit) => hit.caseId),
        tail,
      ).toContain(caseId);
    }
    expect(findCaseByReference(store.reader, String(references))?.caseId).toBe(caseId);
  });

  it('is paged without gap or repetition', () => {
    const cases = Array.from({ length: 7 }, () => caseOf(['وضاح', 'علي', 'حسن', 'الحربي']));
    const seen: CaseId[] = [];
    let before: number | null = null;
    do {
      const hits: readonly CaseHit[] = searchCases(store.reader, textConditions('و'), {
        limit: 3,
        before,
      });
      seen.push(...hits.map((hit) => hit.caseId));
      before = hits.length < 3 ? null : (hits.at(-1)?.openedPosition ?? null);
    } while (before !== null);
    expect(seen).toEqual(cases.reverse());
  });
});

describe('lists', () => {
  it('go by the last change, in pages without gap or repetition', () => {
    const cases = Array.from({ length: 7 }, () => openCase());
    const [oldest = newCaseId()] = cases;
    answer(oldest, { city: { value: 'مكة' } });
    const seen: CaseId[] = [];
    let cursor: number | null = null;
    do {
      const page = listCases(store.reader, {}, { limit: 3, cursor });
      seen.push(...page.cases.map((each) => each.caseId));
      cursor = page.next;
    } while (cursor !== null);
    expect(seen).toEqual([oldest, ...cases.slice(1).reverse()]);
    expect(listCases(store.reader, { statuses: ['submitted'] }, { limit: 3 }).cases).toEqual([]);
    expect(countCases(store.reader).get('draft')).toBe(7);
  });
});
