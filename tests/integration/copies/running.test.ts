import { renameSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyProblemOf } from '#electron/copies/copyProblem.ts';
import { CopyRunner, keepChosenFolder, lastCopy } from '#electron/copies/copyRunner.ts';
import { makeCopy } from '#electron/copies/makeCopy.ts';
import { WorkStopped } from '#electron/copies/pace.ts';
import type { OpenDesk } from '#electron/services/openDesk.ts';
import type { CopyProgress } from '#shared/contracts/copies.ts';
import { fillDesk, openFilledDesk } from '../desk/support/filledDesk.ts';
import { createRecordedLog, type RecordedLog } from '../hosts/recordedLog.ts';
import { dropFolder, newFolder } from '../store/support/deskFixture.ts';
import { filesOf, newStick, placeOn } from './support/copyFolder.ts';

const HOUR = 3_600_000;
const MORNING = Date.UTC(2026, 10, 23, 8);

let profileFolder: string;
let stick: string;
let desk: OpenDesk;
let now: number;
let open: OpenDesk | null;
let log: RecordedLog;
let runner: CopyRunner;
beforeEach(() => {
  profileFolder = newFolder();
  stick = newStick();
  now = MORNING;
  const filled = openFilledDesk({ folder: profileFolder, cases: 30, seed: 'copies' });
  desk = { ...filled, store: { ...filled.store, clock: { now: () => now } } };
  open = desk;
  log = createRecordedLog();
  runner = new CopyRunner({ desk: () => open, profileFolder, readKeys: () => '{}', log });
});
afterEach(async () => {
  await runner.stop();
  desk.store.close();
  dropFolder(profileFolder);
  rmSync(stick, { recursive: true, force: true });
});

async function look(): Promise<void> {
  await runner.look();
  await runner.settled();
}

function copy(onProgress: (progress: CopyProgress) => void, isOpen = () => true) {
  const { store, device } = desk;
  const order = { store, device, profileFolder, folder: stick, keys: '{}', checksAll: true };
  return makeCopy({ ...order, isOpen, onProgress });
}

describe('the copy of the day', () => {
  it('is made by itself, once, when the folder is there and the desk is open', async () => {
    await look();
    expect(lastCopy(desk)).toBeNull();
    keepChosenFolder(desk, stick);
    open = null;
    await look();
    expect(lastCopy(desk)).toBeNull();
    open = desk;
    await look();
    expect(lastCopy(desk)).toMatchObject({ cases: 30, madeAt: new Date(MORNING).toISOString() });
    now += 2 * HOUR;
    await look();
    expect(filesOf(placeOn(stick)).copies).toHaveLength(1);

    now += 24 * HOUR;
    renameSync(stick, `${stick}.out`);
    await look();
    expect(runner.state.problem).toBeNull();
    renameSync(`${stick}.out`, stick);
    await look();
    expect(filesOf(placeOn(stick)).copies).toHaveLength(2);
    expect(log.failures).toEqual([]);
  });
});

describe('a copy that is asked for while another is under way', () => {
  it('follows it, and holds what was saved until it was asked for', async () => {
    keepChosenFolder(desk, stick);
    runner.makeNow(desk);
    now += HOUR;
    fillDesk(desk, { cases: 5, seed: 'asked', from: MORNING });
    runner.makeNow(desk);
    await runner.settled();
    expect(lastCopy(desk)).toMatchObject({ cases: 35 });
  });

  it('is made although the one before, of a desk that was locked, has not ended yet', async () => {
    keepChosenFolder(desk, stick);
    runner.makeNow(desk);
    runner.release();
    runner.makeNow(desk);
    expect(runner.state.progress).not.toBeNull();
    await runner.settled();
    expect(lastCopy(desk)).toMatchObject({ cases: 30 });
    expect(runner.state.progress).toBeNull();
  });
});

describe('a copy that is cut off', () => {
  beforeEach(async () => {
    await copy(() => undefined);
    now += 24 * HOUR;
    fillDesk(desk, { cases: 20, seed: 'more', from: MORNING });
  });

  it.each(['journal', 'checking'] as const)(
    'by a stick that is pulled out at %s says so, and the copy before is whole',
    async (stage) => {
      const before = filesOf(placeOn(stick)).copies;
      keepChosenFolder(desk, stick);
      let isOut = false;
      const cut = copy((progress) => {
        if (isOut || progress.stage !== stage) return;
        isOut = true;
        renameSync(stick, `${stick}.out`);
      });
      expect(copyProblemOf(await cut.catch((error: unknown) => error))).toBe('copyInterrupted');
      renameSync(`${stick}.out`, stick);
      expect(filesOf(placeOn(stick)).copies).toEqual(before);
      await look();
      expect(runner.state.problem).toBeNull();
      expect(lastCopy(desk)).toMatchObject({ cases: 50, kept: 2 });
    },
  );

  it('by the lock ends at its next step, and is no failure', async () => {
    let steps = 0;
    const cut = copy(
      () => undefined,
      () => {
        steps += 1;
        return steps < 6;
      },
    );
    await expect(cut).rejects.toThrow(WorkStopped);
    expect(filesOf(placeOn(stick)).copies).toHaveLength(1);
  });
});
