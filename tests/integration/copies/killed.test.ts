import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendEvents } from '#db/desk/appendEvents.ts';
import { readDrafts } from '#db/desk/drafts.ts';
import { readCase, readJournal, verifyStoredChain } from '#db/desk/journal.ts';
import { listCopyNames, readCopyFile } from '#electron/copies/copyFile.ts';
import { listPlaces } from '#electron/copies/copyFolder.ts';
import { restoreCopy } from '#electron/copies/restoreCopy.ts';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import { hexOf } from '#shared/protocol/bytes.ts';
import {
  ACTOR,
  accepted,
  deskFiles,
  dropFolder,
  foundDesk,
  newCaseId,
  newFolder,
  openedEvent,
} from '../store/support/deskFixture.ts';
import { newStick } from './support/copyFolder.ts';

const CHILD = fileURLToPath(new URL('./support/copyingChild.ts', import.meta.url));
/** Each round goes on where the last one was killed. */
const ROUNDS = 5;

let profile: string;
let stick: string;
const key = nodeCrypto.randomBytes(32);
const caseId = newCaseId();
beforeEach(() => {
  profile = newFolder();
  stick = newStick();
  const store = foundDesk(deskFiles(profile, key));
  accepted(appendEvents(store, { events: [openedEvent(caseId, 'R-1')] }));
  store.close();
});
afterEach(() => {
  dropFolder(profile);
  rmSync(stick, { recursive: true, force: true });
});

interface Said {
  /** Header hashes of acknowledged events, by position. */
  readonly events: Map<number, string>;
  /** How many events the last copy holds that was said to be made. */
  copied: number;
}

/**
 * Lets the child work for so long after the first that it said, in the last round after its first copy,
 * and kills it.
 */
function workUntilKilled(round: number, delayMs: number, said: Said): Promise<void> {
  const child = spawn(process.execPath, [CHILD, profile, stick, hexOf(key), caseId, String(round)]);
  let text = '';
  let failure = '';
  let timer: NodeJS.Timeout | null = null;
  child.stderr.on('data', (chunk: Buffer) => {
    failure += chunk.toString();
  });
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    const lines = text.split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) {
      const [kind, first = '', hash = ''] = line.split(' ');
      if (kind === 'copy') said.copied = Number(first);
      else said.events.set(Number(first), hash);
      if (round < ROUNDS || kind === 'copy') {
        timer ??= setTimeout(() => child.kill('SIGKILL'), delayMs);
      }
    }
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (_, signal) => {
      if (signal === 'SIGKILL') resolve();
      else reject(new Error(`the child ended by itself: ${failure}`));
    });
  });
}

/** Restores the latest copy as after the loss of the profile, and looks at what came back. */
async function assertRestored(said: Said): Promise<void> {
  const [place] = await listPlaces(stick);
  const [name] = place ? await listCopyNames(place) : [];
  if (!place || name === undefined) {
    expect(said.copied).toBe(0);
    return;
  }
  const file = await readCopyFile(place, name);
  const folder = newFolder();
  const stage = deskFiles(folder, key);
  const { store } = await restoreCopy({
    place,
    file,
    stage,
    actorId: ACTOR,
    onProgress: () => undefined,
  });
  try {
    const rows = readJournal(store.reader, 0, 100_000);
    const own = rows.filter(({ header }) => header.epoch === 1);
    // Whatever a copy was said to hold is there, event by event, with its draft.
    expect(own.length).toBeGreaterThanOrEqual(said.copied);
    for (const { position, headerHash } of own) {
      const hash = said.events.get(position);
      if (hash !== undefined) expect(headerHash).toBe(hash);
    }
    expect(rows.at(-1)?.header.kind).toBe('deskRestored');
    expect(await verifyStoredChain(store.reader, nodeCrypto)).toMatchObject({ ok: true });
    expect(readCase(store, caseId)?.reference).toBe('R-1');
    if (own.length > 3) expect(readDrafts(store.reader, caseId)).toHaveLength(1);
  } finally {
    store.close();
    dropFolder(folder);
  }
}

describe('copies of a desk that is killed at any moment', () => {
  it('are whole, and bring back every save that they were said to hold', async () => {
    let round = 0;
    const said: Said = { events: new Map(), copied: 0 };
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 400 }), async (delayMs) => {
        round += 1;
        await workUntilKilled(round, delayMs, said);
        await assertRestored(said);
      }),
      { numRuns: ROUNDS, endOnFailure: true },
    );
    expect(said.copied).toBeGreaterThan(0);
  });
});
