import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setKeysAside } from '#electron/services/profileFile.ts';
import { refusalOf } from './support/refusal.ts';
import {
  confirmPrintedCode,
  createTestDesk,
  foundBranch,
  PASSWORD,
  personAtDoor,
  type TestDesk,
} from './support/testDesk.ts';

describe('a founding that is cut off, and what only looks like one', () => {
  let desk: TestDesk;
  beforeEach(async () => {
    desk = await createTestDesk();
  });
  afterEach(() => desk.close());

  it('gives the database free again when its last step fails', async () => {
    // A folder stands where the file would go.
    const obstacle = join(desk.folder, 'preferences.json');
    mkdirSync(obstacle);
    await refusalOf(foundBranch(desk));
    const door = await desk.client.session.status();
    expect(door.phase).toBe('locked');
    rmSync(obstacle, { recursive: true });
    const unlocked = await desk.client.session.unlock({
      actorId: personAtDoor(door),
      password: PASSWORD,
    });
    expect((await confirmPrintedCode(desk.client, unlocked)).phase).toBe('open');
  });

  it('never sets the keys of a desk aside whose database is gone for now', async () => {
    await foundBranch(desk);
    await desk.client.session.lock();
    const keys = readFileSync(join(desk.folder, 'keys.json'), 'utf8');
    const away = mkdtempSync(join(tmpdir(), 'rifada-away-'));
    const taken = ['desk.db', 'desk.head', 'door.json'];
    for (const left of [taken, ['desk.db', 'door.json']]) {
      for (const name of left) renameSync(join(desk.folder, name), join(away, name));
      const door = await desk.client.session.status();
      expect(door).toMatchObject({ phase: 'locked', trouble: 'databaseMissing' });
      expect((await refusalOf(foundBranch(desk))).code).toBe('alreadyFounded');
      expect(readFileSync(join(desk.folder, 'keys.json'), 'utf8')).toBe(keys);
      for (const name of left) renameSync(join(away, name), join(desk.folder, name));
    }
    rmSync(away, { recursive: true });
    const actorId = personAtDoor(await desk.client.session.status());
    expect((await desk.client.session.unlock({ actorId, password: PASSWORD })).phase).toBe('open');
  });

  it('sets keys aside without ever writing over others', () => {
    for (const text of ['first', 'second', 'third']) {
      writeFileSync(join(desk.folder, 'keys.json'), text);
      setKeysAside(desk.folder, 1_700_000_000_000);
    }
    const kept = readdirSync(desk.folder)
      .filter((name) => name.startsWith('keys.unfinished'))
      .map((name) => readFileSync(join(desk.folder, name), 'utf8'));
    expect(kept.toSorted()).toEqual(['first', 'second', 'third']);
  });
});
