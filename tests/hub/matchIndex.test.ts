import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type ChangedFace, listChangedFaces } from '#db/desk/knownFaces.ts';
import { listMatchChanges, listMatchVersions } from '#db/hub/matchIndex.ts';
import { PrintedDate } from '#shared/domain/answers/answer.ts';
import { KnownSubject } from '#shared/domain/case/knownEvents.ts';
import { matchIndexPath } from '#shared/protocol/sync/matchIndexPage.ts';
import {
  createTestDesk,
  foundBranch,
  PASSWORD,
  type TestDesk,
} from '../integration/desk/support/testDesk.ts';
import { sent } from './support/branchLaptops.ts';
import { checksMade } from './support/clerks.ts';
import { CUTS, type CuttingProxy, createCuttingProxy } from './support/cuttingProxy.ts';
import { createEnrolledDesk, enrolOver } from './support/enrolledDesk.ts';
import { ALL_SUBMITTED, createFilledSender, type FilledSender } from './support/filledSender.ts';
import { appendSameApplicant } from './support/sameApplicant.ts';
import { createTestHub, type TestHub } from './support/testHub.ts';

const CASES = 6;
const PATIENCE = { timeout: 20_000, interval: 100 };

let hub: TestHub;
let taif: FilledSender;
let desk: TestDesk;
beforeAll(async () => {
  hub = await createTestHub();
  taif = await createFilledSender(hub, {
    cases: CASES,
    seed: 'matched',
    mix: ALL_SUBMITTED,
    branchCode: 'TIF07',
  });
  await taif.sendAll();
  await checksMade(hub);
  await hub.hub.context.matchIndex.keep();
  desk = await createEnrolledDesk(hub);
});
afterAll(async () => {
  await desk.close();
  taif.close();
  await hub.close();
});

/** What somebody whom the other branch knows says of themselves here. */
function saidBy({ name, idNumber, birthDate }: ChangedFace) {
  const [calendar, day = ''] = (birthDate ?? '').split(' ');
  const [year, month, dayOfMonth] = day.split('-').map(Number);
  return {
    fullName: name,
    idNumber: idNumber ?? '',
    birthDate: PrintedDate.parse({ calendar, year, month, day: dayOfMonth }),
  };
}

const peopleOfTaif = () => listChangedFaces(taif.desk.store.reader, 0, 100);
const askElsewhere = async (
  said: Parameters<TestDesk['client']['known']['candidates']>[0]['said'],
  at: TestDesk = desk,
) => (await at.client.known.candidates({ said })).elsewhere;

async function lastChange(): Promise<number> {
  const [row] = await hub.hub.context.db.query<{ readonly last: number }>(
    'SELECT last_value AS last FROM match_change',
  );
  return row?.last ?? 0;
}

/** Asks for all that has come, until the desk knows the person or the time is over. */
async function untilKnown(said: Parameters<typeof askElsewhere>[0], at: TestDesk = desk) {
  return vi.waitFor(async () => {
    await at.client.sync.sendNow();
    const found = await askElsewhere(said, at);
    expect(found).not.toEqual([]);
    return found;
  }, PATIENCE);
}

/** A representative is added at the laptop, told to headquarters, and sits down at it. */
async function addRepresentative(): Promise<void> {
  const password = 'كلمة أخرى طويلة 2';
  await desk.client.staff.add({
    displayName: 'سلطان علي الزهراني',
    role: 'representative',
    password,
    ownPassword: PASSWORD,
  });
  await sent(desk);
  const door = await desk.client.session.lock();
  if (door.phase !== 'locked') throw new Error(door.phase);
  const person = door.people.find(({ displayName }) => displayName === 'سلطان علي الزهراني');
  if (person === undefined) throw new Error('nobody at the door');
  await desk.client.session.unlock({ actorId: person.actorId, password });
}

describe('the match index of all branches', () => {
  it('warns another branch of a person, with how likely and no data', async () => {
    const [face] = peopleOfTaif();
    if (face === undefined) throw new Error('nobody');
    const said = saidBy(face);
    const [hit, ...others] = await untilKnown(said);
    expect(others).toEqual([]);
    expect(hit).toMatchObject({ strength: 'sure', sameIdentifier: true });
    expect(Object.keys(hit ?? {}).toSorted()).toEqual(['sameIdentifier', 'strength', 'subject']);
    // Without the number, too, and with a slip in the name; somebody else is not known.
    const { idNumber: _number, ...named } = said;
    expect(await askElsewhere(named)).toMatchObject([
      { subject: hit?.subject, strength: 'sure', sameIdentifier: false },
    ]);
    const stranger = {
      fullName: 'ضرغام بن غضنفر بن هزبر الليثي',
      birthDate: { calendar: 'gregorian', year: 1931, month: 2, day: 3 },
    } as const;
    expect(await askElsewhere(stranger)).toEqual([]);
    expect((await desk.client.known.candidates({ said })).here).toEqual([]);
  });

  it('says online which branch to call, and an officer hears the file; each asking is kept', async () => {
    const [face] = peopleOfTaif();
    if (face === undefined) throw new Error('nobody');
    const [hit] = await untilKnown(saidBy(face));
    if (hit === undefined) throw new Error('no hit');
    const asked = { subject: hit.subject, caseId: null };
    const answer = await desk.client.known.askHeadquarters(asked);
    expect(answer.branches).toEqual(['فرع']);
    expect(answer.details?.lastRequestOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    // The founder is an officer; a representative hears the branch alone.
    await addRepresentative();
    const told = await desk.client.known.askHeadquarters(asked);
    expect(told).toEqual({ branches: ['فرع'], details: null });
    const kept = await hub.hub.context.db.query(
      'SELECT actor_id, beneficiary_id FROM match_lookup ORDER BY lookup_id',
    );
    expect(kept).toMatchObject([
      { beneficiary_id: face.beneficiaryId },
      { beneficiary_id: face.beneficiaryId },
    ]);
    const nobody = KnownSubject.parse('elsewhere/0123456789abcdef');
    expect(await desk.client.known.askHeadquarters({ subject: nobody, caseId: null })).toEqual({
      branches: [],
      details: null,
    });
  });

  it('comes in increments: only what changed, of the same version', async () => {
    const { db } = hub.hub.context;
    const [before] = await listMatchVersions(db);
    const through = await lastChange();
    const added = appendSameApplicant(taif, { seed: 'newcomer', number: 3 });
    await taif.sendAll();
    await checksMade(hub);
    await hub.hub.context.matchIndex.keep();
    const [after] = await listMatchVersions(db);
    if (before === undefined || after === undefined) throw new Error('no index');
    expect(after.version).toBe(before.version);
    // One part and at most a block a number of the newcomer.
    const sent = await listMatchChanges(db, after.version, through, 100);
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.length).toBeLessThanOrEqual(3);
    const face = peopleOfTaif().find(({ beneficiaryId }) => beneficiaryId === added.beneficiaryId);
    if (face === undefined) throw new Error('nobody new');
    await untilKnown(saidBy(face));
  });

  it('is made anew where persons are encoded in another way, and the old one holds until then', async () => {
    const { db, matchIndex } = hub.hub.context;
    const before = (await listMatchVersions(db)).at(-1);
    await db.query(
      readFileSync(
        new URL('../../db/hub/migrations/0025_index_of_sounds.sql', import.meta.url),
        'utf8',
      ),
    );
    const begun = await listMatchVersions(db);
    expect(begun.map(({ version, whole }) => [version, whole])).toEqual([
      [before?.version, true],
      [(before?.version ?? 0) + 1, false],
    ]);
    await matchIndex.keep();
    const made = await listMatchVersions(db);
    expect(made).toMatchObject([{ version: (before?.version ?? 0) + 1, whole: true }]);
    expect(made[0]?.keyEpoch).toBe(before?.keyEpoch);
    const [face] = peopleOfTaif();
    if (face === undefined) throw new Error('nobody');
    expect(await untilKnown(saidBy(face))).toMatchObject([{ strength: 'sure' }]);
  });

  it('is made anew with another key when a laptop is revoked, and the old one holds until then', async () => {
    const { matchIndex, db } = hub.hub.context;
    const [before] = await listMatchVersions(db);
    const [face] = peopleOfTaif();
    if (before === undefined || face === undefined) throw new Error('no index');
    await matchIndex.rotate();
    const versions = await listMatchVersions(db);
    expect(versions).toMatchObject([
      { version: before.version + 1, keyEpoch: before.keyEpoch + 1, whole: true },
    ]);
    const said = saidBy(face);
    const [old] = await askElsewhere(said);
    const [renewed] = await untilKnown(said);
    // Headquarters knows the entry by the same mark, whatever the version.
    expect(renewed?.subject).toBe(old?.subject);
    // Whoever comes now is found, which only the new version tells.
    const added = appendSameApplicant(taif, { seed: 'later', number: 2 });
    await taif.sendAll();
    await checksMade(hub);
    await matchIndex.keep();
    const later = peopleOfTaif().find(({ beneficiaryId }) => beneficiaryId === added.beneficiaryId);
    if (later === undefined) throw new Error('nobody later');
    await untilKnown(saidBy(later));
  });
});

describe('a network that fails while the match index comes', () => {
  const isIndex = (method: string, path: string) =>
    method === 'GET' && path.startsWith('/sync/match-index?');
  let proxy: CuttingProxy;
  let hears: TestDesk;
  let newcomers = 50;
  beforeAll(async () => {
    proxy = await createCuttingProxy(hub.origin);
    hears = await createTestDesk();
    await foundBranch(hears);
    await enrolOver(hears, hub, proxy.origin);
  });
  afterAll(async () => {
    await hears.close();
    await proxy.close();
  });

  /** Somebody comes to the other branch, and stands in the index of headquarters. */
  async function newcomer() {
    newcomers += 1;
    const added = appendSameApplicant(taif, { seed: 'cut', number: newcomers });
    await taif.sendAll();
    await checksMade(hub);
    await hub.hub.context.matchIndex.keep();
    const face = peopleOfTaif().find(({ beneficiaryId }) => beneficiaryId === added.beneficiaryId);
    if (face === undefined) throw new Error('nobody new');
    return saidBy(face);
  }

  /** Asks until the desk's question says that it has all there is. */
  async function untilThere(before: () => Promise<void> = async () => undefined): Promise<void> {
    const { db } = hub.hub.context;
    const version = (await listMatchVersions(db)).at(-1)?.version ?? 0;
    const after = (await listMatchChanges(db, version, 0, 100)).at(-1)?.change ?? 0;
    const question = `GET ${matchIndexPath({ version, after })}`;
    await vi.waitFor(async () => {
      await before();
      await hears.client.sync.sendNow();
      expect(proxy.requests).toContain(question);
    }, PATIENCE);
    expect(proxy.forgetCuts()).toBe(0);
  }

  /** As by a desk whose network never failed. */
  async function expectKnown(said: ReturnType<typeof saidBy>): Promise<void> {
    const [hit, ...others] = await untilKnown(said);
    expect(hit).toMatchObject({ strength: 'sure', sameIdentifier: true });
    expect(await untilKnown(said, hears)).toEqual([hit, ...others]);
  }

  it.each(CUTS)('%s leaves one effect', async (cut) => {
    const said = await newcomer();
    proxy.cutNext(cut, isIndex);
    await untilThere();
    await expectKnown(said);
  });

  it('again and again, in every way, goes on from what is there', async () => {
    const said = await newcomer();
    for (const cut of CUTS) proxy.cutNext(cut, isIndex);
    await untilThere();
    await expectKnown(said);
  });

  it('while a version comes anew, the one before it answers', async () => {
    const said = await newcomer();
    await untilThere();
    await expectKnown(said);
    await hub.hub.context.matchIndex.rotate();
    for (const cut of CUTS) proxy.cutNext(cut, isIndex);
    const answers: number[] = [];
    await untilThere(async () => {
      answers.push((await askElsewhere(said, hears)).length);
    });
    expect(answers.length).toBeGreaterThan(1);
    expect(new Set(answers)).toEqual(new Set([1]));
    await expectKnown(said);
  });
});
