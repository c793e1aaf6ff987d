import { copyFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendEvents } from '#db/desk/appendEvents.ts';
import { findPeople } from '#db/desk/beneficiaries.ts';
import { connect } from '#db/desk/connection.ts';
import { getDevice } from '#db/desk/device.ts';
import { saveDraft } from '#db/desk/drafts.ts';
import { journalTail, readCase } from '#db/desk/journal.ts';
import { createDeskDatabase, openDeskDatabase } from '#db/desk/openDesk.ts';
import { listDeskPeople } from '#db/desk/people.ts';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import {
  ACTOR,
  accepted,
  answersEvent,
  deskFiles,
  dropFolder,
  foundDesk,
  founding,
  identityAnswers,
  newCaseId,
  newFolder,
  openedEvent,
  reopenDesk,
} from './support/deskFixture.ts';

const PAGE = 4096;
let folder: string;
let key: Uint8Array;
let path: string;
let headPath: string;

beforeEach(() => {
  folder = newFolder();
  key = nodeCrypto.randomBytes(32);
  path = join(folder, 'desk.db');
  headPath = join(folder, 'desk.head');
});
afterEach(() => dropFolder(folder));

const NAMES = ['محمد', 'عبدالله', 'صالح', 'الغامدي'] as const;

/** Founds a desk, saves one case, and closes it. */
function deskWithCase() {
  const store = foundDesk(deskFiles(folder, key));
  const caseId = newCaseId();
  const events = [
    openedEvent(caseId, 'MKH01-B7-2025-000001-X'),
    answersEvent(caseId, identityAnswers(NAMES)),
  ];
  accepted(appendEvents(store, { events }));
  store.close();
  return caseId;
}

function appendOne(): void {
  const store = reopenDesk(deskFiles(folder, key));
  accepted(
    appendEvents(store, { events: [openedEvent(newCaseId(), `R-${statSync(path).mtimeMs}`)] }),
  );
  store.close();
}

function problem() {
  const result = openDeskDatabase(deskFiles(folder, key));
  if (result.kind !== 'failed') {
    result.store.close();
    return result.kind;
  }
  return result.problem;
}

describe('founding', () => {
  it('leaves a desk with its device, its first person and its first events', () => {
    const store = foundDesk(deskFiles(folder, key));
    expect(getDevice(store.reader)).toMatchObject({ epoch: 1, lane: 'B7', branchCode: 'MKH01' });
    expect(listDeskPeople(store.reader).map((person) => person.actorId)).toEqual([ACTOR]);
    expect(journalTail(store.reader)).toMatchObject({ position: 2, epoch: 1, seq: 2 });
    store.close();
  });

  it('sets every pragma of the design', () => {
    const store = foundDesk(deskFiles(folder, key));
    const read = (name: string) => store.reader.sqlite.pragma(name, { simple: true });
    expect({
      cipher: read('cipher'),
      journal: read('journal_mode'),
      synchronous: read('synchronous'),
      foreignKeys: read('foreign_keys'),
      trustedSchema: read('trusted_schema'),
      secureDelete: read('secure_delete'),
      tempStore: read('temp_store'),
      locking: read('locking_mode'),
    }).toEqual({
      cipher: 'sqlcipher',
      journal: 'truncate',
      synchronous: 3,
      foreignKeys: 1,
      trustedSchema: 0,
      secureDelete: 1,
      tempStore: 2,
      locking: 'exclusive',
    });
    store.close();
  });

  it('never replaces what is there, not even the head of a lost database', () => {
    deskWithCase();
    const before = readFileSync(path);
    expect(createDeskDatabase(deskFiles(folder, key), founding())).toEqual({
      kind: 'failed',
      problem: 'exists',
    });
    expect(readFileSync(path).equals(before)).toBe(true);
    rmSync(path);
    expect(createDeskDatabase(deskFiles(folder, key), founding())).toEqual({
      kind: 'failed',
      problem: 'exists',
    });
    expect(problem()).toBe('missing');
    expect(existsSync(path)).toBe(false);
  });

  it('leaves nothing behind when its first events are refused', () => {
    const { device, events } = founding();
    const [first] = events;
    if (!first || first.kind !== 'deskFounded') throw new Error('another founding');
    const broken = { ...first, payload: { ...first.payload, lane: 'too long' } };
    expect(createDeskDatabase(deskFiles(folder, key), { device, events: [broken] })).toEqual({
      kind: 'failed',
      problem: 'invalidEvent',
    });
    expect(existsSync(path) || existsSync(headPath)).toBe(false);
    foundDesk(deskFiles(folder, key)).close();
  });
});

describe('what is on the disk', () => {
  it('holds no plain text of answers, names or ids', () => {
    const caseId = deskWithCase();
    const store = reopenDesk(deskFiles(folder, key));
    saveDraft(store, { caseId, scope: 'B', actorId: ACTOR, body: { note: 'مسودة سرية' } });
    store.close();
    const bytes = readFileSync(path);
    for (const text of [
      'الغامدي',
      '1012345672',
      '501234567',
      'مسودة',
      'answersChanged',
      'SQLite',
    ]) {
      expect(bytes.includes(text), text).toBe(false);
    }
    expect(readFileSync(headPath).includes('الغامدي')).toBe(false);
  });

  it('opens again with everything that was saved', () => {
    const caseId = deskWithCase();
    const store = reopenDesk(deskFiles(folder, key));
    expect(readCase(store, caseId)?.answers.values['nameFirst']).toEqual({ value: 'محمد' });
    expect(findPeople(store.reader, { text: 'غامد' }, 5)).toHaveLength(1);
    store.close();
  });
});

describe('a database that does not open', () => {
  it('is missing', () => expect(problem()).toBe('missing'));

  it('has another key, also when its head file is gone', () => {
    deskWithCase();
    const other = deskFiles(folder, nodeCrypto.randomBytes(32));
    expect(openDeskDatabase(other)).toEqual({ kind: 'failed', problem: 'wrongKey' });
    rmSync(headPath);
    expect(openDeskDatabase(other)).toEqual({ kind: 'failed', problem: 'wrongKey' });
    expect(problem()).toBe('open');
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['empty', () => Buffer.alloc(0)],
    ['cut inside a page', (bytes) => bytes.subarray(0, PAGE * 5 + 77)],
    ['cut between pages', (bytes) => bytes.subarray(0, PAGE * 5)],
    ['without its first page', (bytes) => Buffer.from(bytes).fill(7, 0, PAGE)],
    ['without its salt', (bytes) => Buffer.from(bytes).fill(7, 0, 16)],
    ['overwritten in one byte of its first page', (bytes) => flipped(bytes, 200)],
    ['overwritten in one byte of its last page', (bytes) => flipped(bytes, bytes.length - 2000)],
  ])('is damaged: %s', (_, damage) => {
    deskWithCase();
    writeFileSync(path, damage(readFileSync(path)));
    const bytes = readFileSync(path);
    expect(problem()).toBe('damaged');
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('comes from a newer version, and is not touched', () => {
    deskWithCase();
    const reader = connect(path, key, 'write');
    reader.sqlite.pragma('user_version=99');
    reader.sqlite.close();
    const bytes = readFileSync(path);
    expect(problem()).toBe('newerVersion');
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('is held by another opener, and is free again when that closes', () => {
    deskWithCase();
    const first = reopenDesk(deskFiles(folder, key));
    expect(problem()).toBe('locked');
    accepted(appendEvents(first, { events: [openedEvent(newCaseId(), 'R-1')] }));
    first.close();
    expect(problem()).toBe('open');
  });
});

describe('the head file', () => {
  function keepCopy(): () => void {
    copyFileSync(path, `${path}.kept`);
    return () => copyFileSync(`${path}.kept`, path);
  }

  it('shows an older copy, which opens for reading only', () => {
    const caseId = deskWithCase();
    const restore = keepCopy();
    appendOne();
    restore();
    const bytes = readFileSync(path);
    const result = openDeskDatabase(deskFiles(folder, key));
    if (result.kind !== 'recovery') throw new Error('opened as if nothing had happened');
    expect(result.problem).toBe('behindSideFile');
    expect(result.expected.position).toBe(5);
    expect(readCase(result.store, caseId)?.reference).toBe('MKH01-B7-2025-000001-X');
    const event = openedEvent(newCaseId(), 'R-2');
    expect(appendEvents(result.store, { events: [event] })).toMatchObject({
      committed: false,
      problem: 'readOnly',
    });
    expect(saveDraft(result.store, { caseId, scope: 'B', actorId: ACTOR, body: {} })).toEqual({
      ok: false,
      problem: 'readOnly',
    });
    expect(() => result.store.reader.sqlite.exec('DELETE FROM draft')).toThrow(/readonly/);
    result.store.close();
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(problem()).toBe('recovery');
  });

  it('shows another history of the same length', () => {
    deskWithCase();
    const restore = keepCopy();
    appendOne();
    const head = readFileSync(headPath);
    restore();
    rmSync(headPath);
    appendOne();
    writeFileSync(headPath, head);
    expect(problem()).toBe('recovery');
  });

  it.each([0, 1])('serves with slot %i harmed, and still shows an older copy', (slot) => {
    deskWithCase();
    const restore = keepCopy();
    appendOne();
    appendOne();
    const head = readFileSync(headPath);
    head.fill(0xff, slot * PAGE, slot * PAGE + 40);
    writeFileSync(headPath, head);
    expect(problem()).toBe('open');
    head.fill(0xff, slot * PAGE, slot * PAGE + 40);
    writeFileSync(headPath, head);
    restore();
    expect(problem()).toBe('recovery');
  });

  it('begins anew when it is missing or unreadable, and says so', () => {
    deskWithCase();
    const state = () => {
      const result = openDeskDatabase(deskFiles(folder, key));
      if (result.kind !== 'open') throw new Error(result.problem);
      result.store.close();
      return result.headFile;
    };
    rmSync(headPath);
    expect(state()).toBe('missing');
    expect(state()).toBe('read');
    writeFileSync(headPath, Buffer.alloc(10));
    expect(state()).toBe('damaged');
    expect(state()).toBe('read');
  });

  it('may be behind: a power cut between commit and head is no recovery', () => {
    deskWithCase();
    const head = readFileSync(headPath);
    appendOne();
    writeFileSync(headPath, head);
    expect(problem()).toBe('open');
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}
