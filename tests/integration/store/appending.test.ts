import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendEvents } from '#db/desk/appendEvents.ts';
import { findCase, findCaseByReference, listCases } from '#db/desk/cases.ts';
import { discardDraft, readDrafts, saveDraft } from '#db/desk/drafts.ts';
import {
  journalTail,
  readCase,
  readCaseEvents,
  readJournal,
  verifyStoredChain,
} from '#db/desk/journal.ts';
import { queueState } from '#db/desk/queue.ts';
import { takeReferenceCounter } from '#db/desk/references.ts';
import { readSetting, setSetting } from '#db/desk/settings.ts';
import type { DeskStore } from '#db/desk/store.ts';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import { replayCase } from '#shared/domain/case/reduceCase.ts';
import {
  ACTOR,
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
  reopenDesk,
} from './support/deskFixture.ts';

let folder: string;
const key = nodeCrypto.randomBytes(32);
let store: DeskStore;

beforeEach(() => {
  folder = newFolder();
  store = foundDesk(deskFiles(folder, key));
});
afterEach(() => {
  store.close();
  dropFolder(folder);
});

const NAMES = ['فاطمة', 'أحمد', 'سعيد', 'الزهراني'] as const;

describe('appending', () => {
  it('gives each event its place, and answers with the cases as they now stand', () => {
    const caseId = newCaseId();
    const result = accepted(
      appendEvents(store, {
        events: [openedEvent(caseId, 'R-1'), answersEvent(caseId, identityAnswers(NAMES))],
      }),
    );
    const [opened, answered] = result.events.map((event) => event.header);
    expect([opened?.seq, answered?.seq]).toEqual([3, 4]);
    expect(opened?.base).toBeNull();
    expect(answered?.base).toBe(opened?.eventId);
    expect(answered?.previousHash).toBe(result.events[0]?.headerHash);
    expect(answered && opened && answered.hlc > opened.hlc).toBe(true);
    expect(result.states.get(caseId)?.answers.values['nameFather']).toEqual({ value: 'أحمد' });
    expect(result.states.get(caseId)).toEqual(replayCase(readCaseEvents(store.reader, caseId)));
  });

  it('keeps a chain that holds, over reopening', async () => {
    for (let round = 0; round < 3; round += 1) {
      const caseId = newCaseId();
      for (const event of [
        openedEvent(caseId, `R-${round}`),
        answersEvent(caseId, identityAnswers(NAMES)),
      ]) {
        accepted(appendEvents(store, { events: [event] }));
      }
      store.close();
      store = reopenDesk(deskFiles(folder, key));
    }
    expect(await verifyStoredChain(store.reader, nodeCrypto)).toMatchObject({
      ok: true,
      checked: 8,
    });
    expect(readJournal(store.reader, 5, 2).map((event) => event.position)).toEqual([6, 7]);
  });

  it('shows what was changed behind its back', async () => {
    const caseId = newCaseId();
    accepted(appendEvents(store, { events: [openedEvent(caseId, 'R-1')] }));
    store.reader.sqlite.exec(
      `DROP TRIGGER journal_unchanged; UPDATE journal SET payload = replace(payload, 'R-1', 'R-2') WHERE position = 3`,
    );
    expect(await verifyStoredChain(store.reader, nodeCrypto)).toEqual({
      ok: false,
      fault: 'payloadHashWrong',
      epoch: 1,
      seq: 3,
    });
  });

  it('refuses what schema or case does not allow, and leaves all as it was', () => {
    const caseId = newCaseId();
    accepted(appendEvents(store, { events: [openedEvent(caseId, 'R-1')] }));
    const before = journalTail(store.reader);
    const tooLong = answersEvent(caseId, { nameFirst: { value: 'س'.repeat(5000) } });
    const notOpened = answersEvent(newCaseId(), { nameFirst: { value: 'س' } });
    const twice = openedEvent(caseId, 'R-9');
    for (const event of [tooLong, notOpened, twice]) {
      const good = answersEvent(caseId, { nameFamily: { value: 'حرب' } });
      const result = appendEvents(store, { events: [good, event] });
      expect(result).toMatchObject({ ok: false, committed: false, problem: 'invalidEvent' });
      expect(JSON.stringify(result)).not.toContain('سس');
    }
    expect(journalTail(store.reader)).toEqual(before);
    expect(readCase(store, caseId)?.answers.values).toEqual({});
    expect(findCase(store.reader, caseId)?.applicantName).toBe('');
  });

  it('takes all back when what goes with the events fails', () => {
    const caseId = newCaseId();
    const fail = () => {
      readCase(store, caseId);
      throw new Error('another part failed');
    };
    const request = { events: [openedEvent(caseId, 'R-1')], apply: fail };
    expect(() => appendEvents(store, request)).toThrow('another part failed');
    expect(readCase(store, caseId)).toBeNull();
    expect(listCases(store.reader, {}, { limit: 5 }).cases).toEqual([]);
    accepted(appendEvents(store, { events: [openedEvent(caseId, 'R-1')] }));
  });

  it('says truthfully that the events are in when only the head could not be written', () => {
    const caseId = newCaseId();
    store.head.close();
    const result = appendEvents(store, { events: [openedEvent(caseId, 'R-1')] });
    expect(result).toMatchObject({ ok: false, committed: true, problem: 'headNotWritten' });
    expect(readCase(store, caseId)?.reference).toBe('R-1');
    store.reader.sqlite.close();
    store = reopenDesk(deskFiles(folder, key));
    expect(readCase(store, caseId)?.reference).toBe('R-1');
  });

  it('keeps the base that the writer had seen', () => {
    const caseId = newCaseId();
    const first = accepted(appendEvents(store, { events: [openedEvent(caseId, 'R-1')] }));
    const seen = first.events[0]?.header.eventId ?? null;
    accepted(appendEvents(store, { events: [answersEvent(caseId, { city: { value: 'مكة' } })] }));
    const late = { ...answersEvent(caseId, { city: { value: 'جدة' } }), base: seen };
    const result = accepted(appendEvents(store, { events: [late] }));
    expect(result.events[0]?.header.base).toBe(seen);
  });
});

describe('references', () => {
  it('counts by year, and takes a number back only with its whole transaction', () => {
    const taken: number[] = [];
    const open = (year: number, fails = false) =>
      appendEvents(store, {
        events: (writer) => {
          const counter = takeReferenceCounter(writer, year);
          taken.push(counter);
          return [
            openedEvent(newCaseId(), `MKH01-B7-${year}-${String(counter).padStart(6, '0')}-7`),
          ];
        },
        apply: () => {
          if (fails) throw new Error('failed');
        },
      });
    accepted(open(2025));
    accepted(open(2025));
    expect(() => open(2025, true)).toThrow();
    accepted(open(2025));
    accepted(open(2026));
    expect(taken).toEqual([1, 2, 3, 3, 1]);
    store.close();
    store = reopenDesk(deskFiles(folder, key));
    accepted(open(2025));
    expect(taken.at(-1)).toBe(4);
    expect(findCaseByReference(store.reader, 'mkh01 b7 ٢٠٢٥ 000002 7')?.reference).toBe(
      'MKH01-B7-2025-000002-7',
    );
    expect(findCaseByReference(store.reader, 'MKH01-B7-2025-000009-7')).toBeNull();
  });
});

describe('drafts', () => {
  it('survive reopening, are replaced by scope, and go with the event that takes their place', () => {
    const caseId = newCaseId();
    const draft = { caseId, scope: 'B', actorId: ACTOR };
    accepted(appendEvents(store, { events: [openedEvent(caseId, 'R-1')] }));
    saveDraft(store, { ...draft, body: { nameFirst: 'س' } });
    saveDraft(store, { ...draft, body: { nameFirst: 'سعاد' } });
    saveDraft(store, { ...draft, scope: 'C', body: [1] });
    store.close();
    store = reopenDesk(deskFiles(folder, key));
    expect(readDrafts(store.reader, caseId).map(({ scope, body }) => [scope, body])).toEqual([
      ['B', { nameFirst: 'سعاد' }],
      ['C', [1]],
    ]);
    const events = [answersEvent(caseId, { nameFirst: { value: 'سعاد' } })];
    accepted(appendEvents(store, { events, discardDrafts: [draft] }));
    expect(readDrafts(store.reader, caseId).map((each) => each.scope)).toEqual(['C']);
    discardDraft(store, { caseId, scope: 'C' });
    expect(readDrafts(store.reader, caseId)).toEqual([]);
  });

  it('stay when their event is refused', () => {
    const caseId = newCaseId();
    saveDraft(store, { caseId, scope: 'B', actorId: ACTOR, body: {} });
    const events = [answersEvent(caseId, { nameFirst: { value: 'سعاد' } })];
    expect(appendEvents(store, { events, discardDrafts: [{ caseId, scope: 'B' }] }).ok).toBe(false);
    expect(readDrafts(store.reader, caseId)).toHaveLength(1);
  });
});

describe('queue and settings', () => {
  it('counts what headquarters has not receipted', () => {
    const [first, second] = [newCaseId(), newCaseId()];
    accepted(appendEvents(store, { events: [openedEvent(first, 'R-1')] }));
    accepted(appendEvents(store, { events: [openedEvent(second, 'R-2')] }));
    const journal = readJournal(store.reader, 0, 10);
    expect(queueState(store.reader)).toEqual({
      unreceiptedEvents: 4,
      unreceiptedCases: 2,
      oldestAt: journal[0]?.header.at,
    });
    store.reader.sqlite
      .prepare(`INSERT INTO receipt_head VALUES (1, 3, ?, '2025-02-24T06:00:00.000Z')`)
      .run(journal[2]?.headerHash);
    expect(queueState(store.reader)).toEqual({
      unreceiptedEvents: 1,
      unreceiptedCases: 1,
      oldestAt: journal[3]?.header.at,
    });
    const receipted = listCases(store.reader, {}, { limit: 5 }).cases.map((each) => each.receipted);
    expect(receipted).toEqual([false, true]);
  });

  it('keeps preferences', () => {
    expect(readSetting(store.reader, 'language')).toBeUndefined();
    setSetting(store, 'language', 'ar');
    setSetting(store, 'language', 'en');
    expect(readSetting(store.reader, 'language')).toBe('en');
  });
});

describe('opening a long case', () => {
  it('reads and reduces all of its 200 events', () => {
    const caseId = newCaseId();
    const beneficiaryId = newBeneficiaryId();
    const events = Array.from({ length: 199 }, (_, index) =>
      answersEvent(
        caseId,
        Object.fromEntries(
          Array.from({ length: 8 }, (__, field) => [
            `field${(index * 8 + field) % 100}`,
            { value: `جواب ${index} ${field}` },
          ]),
        ),
      ),
    );
    accepted(
      appendEvents(store, { events: [openedEvent(caseId, 'R-1', beneficiaryId), ...events] }),
    );
    store.caseStates.clear();
    const file = readCase(store, caseId);
    expect(file?.eventCount).toBe(200);
    // Of each field, what was said of it last.
    expect(file?.answers.values['field0']).toEqual({ value: 'جواب 187 4' });
  });
});
