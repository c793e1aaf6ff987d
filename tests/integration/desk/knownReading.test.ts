import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CallsUnderWay } from '#electron/dispatcher/callsUnderWay.ts';
import { KnownPeople } from '#electron/known/knownPeople.ts';
import { KnownRunner } from '#electron/known/knownRunner.ts';
import type { OpenDesk } from '#electron/services/openDesk.ts';
import { firstKnowledge } from '#ports/firstKnowledge.ts';
import { createRecordedLog } from '../hosts/recordedLog.ts';
import { openFilledDesk } from './support/filledDesk.ts';

const CASES = 40;

describe('the reading-in of known people', () => {
  let folder: string;
  let desk: OpenDesk;
  const whole = () => {
    const people = new KnownPeople(desk.store, firstKnowledge());
    people.catchUp(Number.POSITIVE_INFINITY);
    return people.size;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rifada-known-'));
    desk = openFilledDesk({ folder, cases: CASES, seed: 'known-reading' });
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    desk.store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('waits as long as somebody waits for an answer, and a little longer, and then reads all', async () => {
    const calls = new CallsUnderWay();
    const log = createRecordedLog();
    const runner = new KnownRunner({ desk: () => desk, calls, log });
    let answer: () => void = () => undefined;
    const call = calls.during(
      () =>
        new Promise<void>((resolve) => {
          answer = resolve;
        }),
    );
    runner.start();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(desk.known.size).toBe(0);
    answer();
    await call;
    await vi.advanceTimersByTimeAsync(100);
    expect(desk.known.size).toBe(0);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(desk.known.size).toBe(whole());
    runner.stop();
  });

  it('begins by itself where nothing was asked, and not for a desk that is locked', async () => {
    const calls = new CallsUnderWay();
    let isLocked = true;
    const runner = new KnownRunner({
      desk: () => (isLocked ? null : desk),
      calls,
      log: createRecordedLog(),
    });
    runner.start();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(desk.known.size).toBe(0);
    isLocked = false;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(desk.known.size).toBe(whole());
    runner.stop();
  });

  it('counts a call that failed as ended', async () => {
    const calls = new CallsUnderWay();
    expect(calls.quietFor()).toBe(Number.POSITIVE_INFINITY);
    await expect(calls.during(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await vi.advanceTimersByTimeAsync(300);
    expect(calls.quietFor()).toBe(300);
  });
});
