import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { writeHub } from '#db/hub/connection.ts';
import { findKnowledge, insertKnowledge } from '#db/hub/linkedPersons.ts';
import { firstKnowledge } from '#ports/firstKnowledge.ts';
import type { LinkageKnowledge } from '#shared/domain/linkage/knowledge.ts';
import { FIRST_SAME } from '#shared/domain/linkage/relations.ts';
import { widowAnswers } from '#tests/fixtures/widow.ts';
import {
  createTestDesk,
  foundBranch,
  PASSWORD,
  type TestDesk,
} from '../integration/desk/support/testDesk.ts';
import { interview, openCase, welcome } from '../integration/desk/support/widowCase.ts';
import { type CuttingProxy, createCuttingProxy } from './support/cuttingProxy.ts';
import { enrolOver } from './support/enrolledDesk.ts';
import { createTestHub, type TestHub } from './support/testHub.ts';

/** The widow with two digits of her number exchanged. */
const MISTYPED = {
  idNumber: '1012354672',
  fullName: 'نوره بنت عبدالله بن سعد السبيعي',
  birthDate: { calendar: 'hijri', year: 1400, month: 7, day: 1 },
} as const;
const AT = '2026-11-23T09:00:00.000Z';
const PATIENCE = { timeout: 20_000, interval: 100 };
const isWeights = (_method: string, path: string) => path.startsWith('/sync/linkage-weights?');

let hub: TestHub;
let proxy: CuttingProxy;
let desk: TestDesk;
beforeAll(async () => {
  hub = await createTestHub();
  proxy = await createCuttingProxy(hub.origin);
  desk = await createTestDesk();
  await foundBranch(desk);
  const caseId = await openCase(desk.client);
  await welcome(desk.client, caseId);
  await interview(desk.client, caseId, widowAnswers());
  await enrolOver(desk, hub, proxy.origin);
});
afterAll(async () => {
  await desk.close();
  await proxy.close();
  await hub.close();
});

const found = async () => (await desk.client.known.candidates({ said: MISTYPED })).here.length;

/** By which nobody is ever taken for one who is known. */
function unbelieving(): LinkageKnowledge {
  const first = firstKnowledge();
  const tables = first.tables.map((table, relation) =>
    relation < FIRST_SAME ? table : table.map((log) => log - 40),
  );
  return { ...first, tables };
}

async function learnt(knowledge: LinkageKnowledge, persons: number): Promise<number> {
  const { db } = hub.hub.context;
  const version = (await findKnowledge(db)).version + 1;
  await writeHub(db, (writer) => insertKnowledge(writer, { version, knowledge, persons }, AT));
  return version;
}

/** Asks headquarters for everything until it was asked for weights by a desk that has this version. */
async function untilAsked(version: number): Promise<void> {
  await vi.waitFor(async () => {
    await desk.client.sync.sendNow();
    expect(proxy.requests).toContain(`GET /sync/linkage-weights?version=${version}`);
  }, PATIENCE);
}

describe('what headquarters learnt of all persons', () => {
  it('is judged by at the desk from then on, whatever the network does on the way, and after a restart', async () => {
    await learnt(unbelieving(), 0);
    await untilAsked(0);
    // The first weights lie on every laptop: nothing was learnt yet, and nothing came.
    expect(await found()).toBe(1);
    for (const cut of ['portal', 'midResponse'] as const) proxy.cutNext(cut, isWeights);
    const version = await learnt(unbelieving(), 6_000);
    await untilAsked(version);
    expect(proxy.forgetCuts()).toBe(0);
    expect(await found()).toBe(0);
    await desk.restart();
    const door = await desk.client.session.status();
    if (door.phase !== 'locked') throw new Error(door.phase);
    const [person] = door.people;
    if (person === undefined) throw new Error('nobody at the door');
    await desk.client.session.unlock({ actorId: person.actorId, password: PASSWORD });
    expect(await found()).toBe(0);
    const next = await learnt(firstKnowledge(), 12_000);
    await untilAsked(next);
    expect(await found()).toBe(1);
  });
});
