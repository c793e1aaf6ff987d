import { execFileSync, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendEvents } from '#db/desk/appendEvents.ts';
import { readDrafts, saveDraft } from '#db/desk/drafts.ts';
import { journalTail, readCase, readJournal, verifyStoredChain } from '#db/desk/journal.ts';
import type { DeskStore } from '#db/desk/store.ts';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import { hexOf } from '#shared/protocol/bytes.ts';
import {
  ACTOR,
  accepted,
  answersEvent,
  deskFiles,
  dropFolder,
  foundDesk,
  newCaseId,
  newFolder,
  openedEvent,
  reopenDesk,
} from './support/deskFixture.ts';

const key = nodeCrypto.randomBytes(32);
let folder: string;

beforeEach(() => {
  folder = newFolder();
});
afterEach(() => dropFolder(folder));

const CHILD = fileURLToPath(new URL('./support/savingChild.ts', import.meta.url));

/** Runs the saving child and kills it without warning; gives what it said until then. */
function saveUntilKilled(caseId: string, round: number, afterSaves: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, folder, hexOf(key), caseId, String(round)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    let complained = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.split('\n').length > afterSaves) child.kill('SIGKILL');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      complained += chunk.toString();
    });
    child.on('close', (_, signal) => {
      if (signal === 'SIGKILL') resolve(said);
      else reject(new Error(complained));
    });
  });
}

describe('a process killed in the middle of saves', () => {
  it('has lost nothing that it had acknowledged, and nothing half is there', async () => {
    const caseId = newCaseId();
    const founded = foundDesk(deskFiles(folder, key));
    accepted(appendEvents(founded, { events: [openedEvent(caseId, 'R-1')] }));
    founded.close();

    for (const [round, afterSaves] of [1, 14, 41, 90].entries()) {
      const said = await saveUntilKilled(caseId, round, afterSaves);
      const lines = said.split('\n').slice(0, -1);
      const events = lines.filter((line) => line.startsWith('event '));
      expect(lines.length).toBeGreaterThanOrEqual(afterSaves);

      const store = reopenDesk(deskFiles(folder, key));
      const stored = new Set(
        readJournal(store.reader, 0, 100_000).map(
          (row) => `event ${row.position} ${row.headerHash}`,
        ),
      );
      expect(events.filter((line) => !stored.has(line))).toEqual([]);
      expect(await verifyStoredChain(store.reader, nodeCrypto)).toMatchObject({ ok: true });
      expect(readCase(store, caseId)?.eventCount).toBe(stored.size - 2);
      expect(store.reader.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');

      const lastDraft = lines.findLast((line) => line.startsWith('draft '))?.slice(6) ?? '';
      const [kept] = readDrafts(store.reader, caseId);
      const [, next] = lastDraft.split('-').map(Number);
      // The save after the last word may have gone in without being said.
      expect([lastDraft, `${round}-${(next ?? 0) + 1}`]).toContain(kept?.body);
      store.close();
    }
  });
});

/** Appends until refused; gives the refusal and how many went in. */
function fillUp(store: DeskStore, caseId = newCaseId()) {
  accepted(appendEvents(store, { events: [openedEvent(caseId, 'R-full')] }));
  for (let count = 1; count < 2000; count += 1) {
    const noise = hexOf(nodeCrypto.randomBytes(1900));
    const events = [answersEvent(caseId, { [`field${count}`]: { value: noise } })];
    const result = appendEvents(store, { events });
    if (!result.ok) return { caseId, result, eventCount: count };
  }
  throw new Error('never full');
}

function expectAllButTheRefused(store: DeskStore, filled: ReturnType<typeof fillUp>) {
  expect(filled.result).toMatchObject({ ok: false, committed: false, problem: 'diskFull' });
  store.caseStates.clear();
  expect(readCase(store, filled.caseId)?.eventCount).toBe(filled.eventCount);
  expect(journalTail(store.reader)?.position).toBe(filled.eventCount + 2);
}

describe('a full disk', () => {
  it('is said, leaves the store as it was, and goes on when there is room again', async () => {
    const store = foundDesk(deskFiles(folder, key));
    const pages = store.reader.sqlite.pragma('page_count', { simple: true });
    store.reader.sqlite.pragma(`max_page_count=${Number(pages) + 30}`);
    const filled = fillUp(store);
    expectAllButTheRefused(store, filled);
    const draft = { caseId: filled.caseId, scope: 'B', actorId: ACTOR };
    expect(saveDraft(store, { ...draft, body: 'x'.repeat(100_000) })).toEqual({
      ok: false,
      problem: 'diskFull',
    });
    store.reader.sqlite.pragma('max_page_count=1000000');
    const events = [answersEvent(filled.caseId, { city: { value: 'مكة' } })];
    accepted(appendEvents(store, { events }));
    expect(await verifyStoredChain(store.reader, nodeCrypto)).toMatchObject({ ok: true });
    store.close();
  });

  /** A file system of its own, where this user may mount one. */
  function mountSmall(): (() => void) | null {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
    try {
      const options = ['-t', 'tmpfs', '-o', 'size=600k', 'tmpfs', folder];
      execFileSync('mount', options, { stdio: 'ignore' });
      return () => execFileSync('umount', ['-l', folder]);
    } catch {
      return null;
    }
  }

  it('is the same on a real file system without room', async (context) => {
    const unmount = mountSmall();
    if (unmount === null) return context.skip('this user may not mount a small file system');
    try {
      let store = foundDesk(deskFiles(folder, key));
      const filled = fillUp(store);
      expectAllButTheRefused(store, filled);
      store.close();
      store = reopenDesk(deskFiles(folder, key));
      expectAllButTheRefused(store, filled);
      expect(await verifyStoredChain(store.reader, nodeCrypto)).toMatchObject({ ok: true });
      store.close();
      rmSync(join(folder, 'desk.db-journal'), { force: true });
    } finally {
      unmount();
    }
  });
});
