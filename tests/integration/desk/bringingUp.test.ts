import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setSetting } from '#db/desk/settings.ts';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import { unlockWithPassword } from '#electron/keys/keys.ts';
import { granted } from '#electron/services/keyRefusal.ts';
import type { OpeningProgress } from '#shared/contracts/session.ts';
import type { ActorId } from '#shared/domain/identity.ts';
import { deskFiles, reopenDesk } from '../store/support/deskFixture.ts';
import { refusalOf } from './support/refusal.ts';
import {
  createTestDesk,
  foundBranch,
  openStatus,
  PASSWORD,
  personAtDoor,
  type TestDesk,
} from './support/testDesk.ts';
import { openCase } from './support/widowCase.ts';

const CASES = 20;
const NOW = '2026-11-23T08:00:00.000Z';

describe('a desk that a new version of the program brings up to date', () => {
  let desk: TestDesk;
  let actorId: ActorId;

  beforeEach(async () => {
    desk = await createTestDesk(NOW);
    await foundBranch(desk);
    for (let count = 0; count < CASES; count += 1) await openCase(desk.client);
    actorId = personAtDoor(await desk.client.session.lock());
    await wantRebuilding();
  });
  afterEach(() => desk.close());

  /** As a migration leaves it that gives the lists something new. */
  async function wantRebuilding(): Promise<void> {
    const { folder, pepper } = desk;
    const clock = { now: () => Date.parse(NOW) };
    const context = { folder, pepper, crypto: nodeCrypto, clock };
    const { databaseKey } = granted(await unlockWithPassword(context, actorId, PASSWORD));
    const store = reopenDesk(deskFiles(folder, databaseKey, clock));
    store.reader.sqlite.exec(`UPDATE case_summary SET reference = 'x' || opened_position`);
    expect(setSetting(store, 'projections.rebuild', true).ok).toBe(true);
    store.close();
  }

  /** What the door says, turn by turn, until `isOver`. */
  async function watchDoor(isOver: () => boolean): Promise<readonly OpeningProgress[]> {
    const told: OpeningProgress[] = [];
    while (!isOver()) {
      const status = await desk.client.session.status();
      if (status.phase === 'locked' && status.opening !== null) told.push(status.opening);
      await nextTurn();
    }
    return told;
  }

  it('says at the door how far it is, answers meanwhile, and is open only then', async () => {
    let isOver = false;
    const unlocking = desk.client.session.unlock({ actorId, password: PASSWORD }).finally(() => {
      isOver = true;
    });
    const told = await watchDoor(() => isOver);
    expect(told.length).toBeGreaterThan(1);
    expect(told.every(({ done, total }) => done <= total)).toBe(true);
    expect(told.some(({ stage, total }) => stage === 'cases' && total === CASES)).toBe(true);
    openStatus(await unlocking);
    const { cases } = await desk.client.cases.list({ limit: 50 });
    expect(cases).toHaveLength(CASES);
    expect(cases.every(({ reference }) => /^MKH01-/.test(reference))).toBe(true);
  });

  it('that is closed meanwhile loses nothing and begins anew at the next opening', async () => {
    const refused = refusalOf(desk.client.session.unlock({ actorId, password: PASSWORD }));
    let told: readonly OpeningProgress[] = [];
    while (told.length === 0) {
      const status = await desk.client.session.status();
      if (status.phase === 'locked' && status.opening !== null) told = [status.opening];
      await nextTurn();
    }
    await desk.restart();
    expect((await refused).code).toBe('notUnlocked');
    openStatus(await desk.client.session.unlock({ actorId, password: PASSWORD }));
    const { cases } = await desk.client.cases.list({ limit: 50 });
    expect(cases).toHaveLength(CASES);
    expect(cases.every(({ reference }) => /^MKH01-/.test(reference))).toBe(true);
  });
});
