import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { writeHub } from '#db/hub/connection.ts';
import { projectCases } from '#hq/cases/caseProjector.ts';
import { findHubCase } from '#hq/cases/hubCase.ts';
import type { ImportCase } from '#shared/contracts/hq/imports.ts';
import { ImportState } from '#shared/domain/import/importState.ts';
import { type Clerk, checksMade, createClerk } from './support/clerks.ts';
import { ALL_SUBMITTED, createFilledSender, type FilledSender } from './support/filledSender.ts';
import { appendSameApplicant } from './support/sameApplicant.ts';
import { createTestHub, type TestHub } from './support/testHub.ts';

const SEED = 'imports';
const CASES = 8;

let hub: TestHub;
let mecca: FilledSender;
let taif: FilledSender;
let clerk: Clerk;
let batchIds: readonly string[];
beforeAll(async () => {
  hub = await createTestHub();
  clerk = await createClerk(hub, 'salman');
  const filled = { cases: CASES, seed: SEED, mix: ALL_SUBMITTED };
  mecca = await createFilledSender(hub, { ...filled, branchCode: 'MKH01' });
  taif = await createFilledSender(hub, {
    ...filled,
    cases: 0,
    seed: 'taif',
    branchCode: 'TIF07',
  });
  batchIds = await mecca.sendAll();
  await checksMade(hub);
});
afterAll(async () => {
  mecca.close();
  taif.close();
  await hub.close();
});

const Batches = z.object({ total: z.int(), batches: z.array(z.object({ batchId: z.uuid() })) });
const reason = 'نُظر فيها مع المكتب';

async function caseOf(caseId: string): Promise<ImportCase> {
  const found = (await clerk.cases()).find((each) => each.caseId === caseId);
  if (!found) throw new Error('no such case');
  return found;
}

/** Rows as they stand, and as the journal makes them anew. */
async function rowsTwice() {
  const { db, hubId } = hub.hub.context;
  const read = () =>
    db.query<{ readonly case_id: string; readonly branch_office_id: string }>(
      'SELECT * FROM hub_case ORDER BY case_id',
    );
  const kept = await read();
  await writeHub(db, (writer) =>
    projectCases(writer, hubId, new Map(kept.map((row) => [row.case_id, row.branch_office_id]))),
  );
  return { kept, anew: await read() };
}

describe('an import', () => {
  it('finds nothing in cases as a desk makes them, and imports them by a clerk’s word', async () => {
    const before = await clerk.overview();
    expect(before).toMatchObject({
      ...{ state: 'idle', automatic: false, ordered: false, toImport: 0 },
    });
    expect(before.counts).toMatchObject({ clean: CASES, held: 0, imported: 0 });
    const [batchId] = batchIds;
    const ofBatch = await clerk.cases({ batchId: batchId ?? '' });
    await clerk.call('POST', '/imports/setting', { automatic: false, stopped: true });
    await clerk.call('POST', '/imports/clean', { batchId });
    // What the order is about is counted, and no more, however far it has come.
    expect(await clerk.overview()).toMatchObject({
      ordered: true,
      toImport: ofBatch.filter(({ state }) => state === 'clean').length,
    });
    await clerk.call('POST', '/imports/setting', { automatic: false, stopped: false });
    await hub.hub.context.importer.settled();
    const after = await clerk.overview();
    expect(after.counts.imported).toBe(ofBatch.filter(({ state }) => state === 'clean').length);
    expect(after.ordered).toBe(false);
    await clerk.call('POST', '/imports/clean', { batchId: null });
    await hub.hub.context.importer.settled();
    expect((await clerk.overview()).counts).toMatchObject({ clean: 0, imported: CASES });
    const files = (await clerk.cases()).map(({ fileNo }) => fileNo);
    expect(new Set(files).size).toBe(new Set(await beneficiaries()).size);
    const [first] = await clerk.cases();
    const held = await findHubCase(hub.hub.context.db, hub.hub.context.hubId, first?.caseId ?? '');
    expect(held?.events.at(-1)).toMatchObject({ kind: 'caseImported', payload: { by: 'clerk' } });
  });

  it('lists the latest batches and how many there are, or an older one by itself', async () => {
    const batches = async (query: string) =>
      Batches.parse((await clerk.call('GET', `/batches?${query}`)).body);
    const all = await batches('');
    expect(all.total).toBe(batchIds.length);
    expect(all.batches).toHaveLength(batchIds.length);
    const one = await batches(`limit=1&batchId=${batchIds[0]}`);
    expect(one).toEqual({ total: batchIds.length, batches: [{ batchId: batchIds[0] }] });
    expect((await batches('limit=1')).batches).toEqual([{ batchId: batchIds.at(-1) }]);
  });

  it('leaves the rows as the journal makes them', async () => {
    const { kept, anew } = await rowsTwice();
    expect(kept).toEqual(anew);
  });

  it('holds a person who is known at another branch, and lets a clerk decide with a reason', async () => {
    const { caseId, reference } = appendSameApplicant(taif, { seed: SEED, number: 0 });
    await taif.sendAll();
    await checksMade(hub);
    const held = await caseOf(caseId);
    const other = (await clerk.cases()).find(({ fileNo, maskedId }) => {
      return fileNo !== null && maskedId === held.maskedId;
    });
    expect(held).toMatchObject({ reference, state: 'duplicate' });
    expect(held.findings).toContainEqual({
      code: 'duplicateInRegistry',
      at: 'idNumber',
      other: other?.reference,
    });
    const without = await clerk.call('POST', `/imports/cases/${caseId}/import`, {
      seen: held.seen,
      reason: null,
    });
    expect(without.body).toMatchObject({ code: 'inputInvalid' });
    // Two clerks at once: one of them imports it, the other is told that it has changed.
    const second = await createClerk(hub, 'huda');
    const answers = await Promise.all(
      [clerk, second].map(({ call }) =>
        call('POST', `/imports/cases/${caseId}/import`, { seen: held.seen, reason }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      200, 409,
    ]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'caseChanged',
    });
    await checksMade(hub);
    expect(await caseOf(caseId)).toMatchObject({ state: 'imported' });
    expect((await rowsTwice()).kept).toEqual((await rowsTwice()).anew);
  });

  it('holds both of one person in what came together, until one of them is set aside', async () => {
    const one = appendSameApplicant(taif, { seed: 'of two branches', number: 20 });
    const two = appendSameApplicant(mecca, { seed: 'of two branches', number: 20 });
    await taif.sendAll();
    await checksMade(hub);
    // The first stands alone until the second has come.
    expect(await caseOf(one.caseId)).toMatchObject({ state: 'clean' });
    await mecca.sendAll();
    await checksMade(hub);
    for (const [own, other] of [
      [one, two],
      [two, one],
    ] as const) {
      const { state, findings } = await caseOf(own.caseId);
      expect(state).toBe('duplicate');
      expect(findings).toContainEqual({
        code: 'duplicateInBatch',
        at: 'idNumber',
        other: other.reference,
      });
    }
    const aside = await clerk.call('POST', '/imports/set-aside', {
      caseIds: [two.caseId],
      reason,
    });
    expect(aside.body).toEqual({ setAside: 1 });
    await checksMade(hub);
    expect(await caseOf(two.caseId)).toMatchObject({ state: 'setAside' });
    expect(await caseOf(one.caseId)).toMatchObject({ state: 'clean' });
    // Taken back, it is as it was.
    await clerk.call('POST', '/imports/readmit', { caseIds: [two.caseId], reason });
    await checksMade(hub);
    expect(await caseOf(one.caseId)).toMatchObject({ state: 'duplicate' });
  });

  it('keeps what a clerk keeps back, and gives back what is wrong with its reason', async () => {
    const [held] = await clerk.cases({ state: 'duplicate' });
    if (!held) throw new Error('nothing held');
    const kept = await clerk.call('POST', `/imports/cases/${held.caseId}/hold`, {
      seen: held.seen,
      reason: 'ننتظر اتصال المكتب',
    });
    expect(kept.body).toMatchObject({ state: 'duplicate' });
    await checksMade(hub);
    const again = await caseOf(held.caseId);
    expect(again.findings[0]).toEqual({
      code: 'heldByClerk',
      at: 'ننتظر اتصال المكتب',
      other: null,
    });
    const returned = await clerk.call('POST', `/imports/cases/${held.caseId}/return`, {
      seen: again.seen,
      reason: 'dataWrong',
      text: 'الاسم الأول يخالف الهوية',
      wants: 'correction',
      about: { documents: [], rows: [], paths: ['nameFirst'] },
    });
    expect(returned.body).toMatchObject({ state: 'returned' });
    const twice = await clerk.call('POST', `/imports/cases/${held.caseId}/return`, {
      seen: (await caseOf(held.caseId)).seen,
      reason: 'dataWrong',
      text: 'مرة أخرى',
      wants: 'answer',
      about: { documents: [], rows: [], paths: [] },
    });
    expect(twice.body).toMatchObject({ code: 'actionNotAllowed' });
  });

  it('acknowledges a batch on a paper whose copies are numbered', async () => {
    const [batchId] = batchIds;
    const print = () =>
      clerk.call('POST', `/batches/${batchId}/acknowledgement`, { language: 'ar' });
    expect([(await print()).body, (await print()).body]).toEqual([{ copy: 1 }, { copy: 2 }]);
    const path = `/batches/018f0000-0000-7000-8000-000000000001/acknowledgement`;
    expect((await clerk.call('POST', path, { language: 'ar' })).status).toBe(404);
  });

  it('sets a whole batch aside, or nothing of it and says on what headquarters has acted', async () => {
    const [batchId] = batchIds;
    const refused = await clerk.call('POST', '/imports/set-aside', { batchId, reason });
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: 'headquartersHasActed' });
    const ofBatch = await clerk.cases({ batchId: batchId ?? '' });
    const imported = ofBatch.filter(({ state }) => state === 'imported');
    expect(refused.body).toMatchObject({
      data: {
        cases: imported
          .toSorted((left, right) => left.caseId.localeCompare(right.caseId))
          .map(({ caseId, reference }) => ({ caseId, reference, status: 'imported' })),
      },
    });
    const fresh = appendSameApplicant(taif, { seed: 'fresh', number: 23 });
    const [newBatch] = await taif.sendAll();
    await checksMade(hub);
    const aside = await clerk.call('POST', '/imports/set-aside', { batchId: newBatch, reason });
    expect(aside.body).toEqual({ setAside: 1 });
    await checksMade(hub);
    expect(await caseOf(fresh.caseId)).toMatchObject({ state: 'setAside' });
  });

  it('stops at a person’s word, outlives a restart, and goes on by rule', async () => {
    await clerk.call('POST', '/imports/setting', { automatic: true, stopped: true });
    const late = appendSameApplicant(mecca, { seed: 'late', number: 25 });
    await mecca.sendAll();
    await checksMade(hub);
    expect(await caseOf(late.caseId)).toMatchObject({ state: 'unchecked' });
    await hub.restart();
    await checksMade(hub);
    expect(await clerk.overview()).toMatchObject({ stopped: true, automatic: true });
    expect(await caseOf(late.caseId)).toMatchObject({ state: 'unchecked' });
    await clerk.call('POST', '/imports/setting', { automatic: true, stopped: false });
    await checksMade(hub);
    expect(await caseOf(late.caseId)).toMatchObject({ state: 'imported' });
    const held = await findHubCase(hub.hub.context.db, hub.hub.context.hubId, late.caseId);
    expect(held?.events.at(-1)).toMatchObject({ kind: 'caseImported', payload: { by: 'rule' } });
  });

  it('counts every case in the state in which it is listed', async () => {
    const { counts } = await clerk.overview();
    for (const state of ImportState.options) {
      expect({ state, count: (await clerk.cases({ state })).length }).toEqual({
        state,
        count: counts[state],
      });
    }
    const forPerson = await clerk.cases({ state: 'person' });
    expect(forPerson.length).toBe(counts.held + counts.duplicate + counts.changed);
  });

  it('gives nothing to who may not, and says so of what is not there', async () => {
    const refused = await hub.api('GET', '/imports/cases');
    expect(refused.body).toMatchObject({ code: 'notPermitted' });
    const strange = hub.hub.context.ids.uuid();
    const file = await clerk.call('GET', `/imports/cases/${strange}`);
    expect(file.body).toMatchObject({ code: 'notFound' });
    const batch = await clerk.call('POST', '/imports/clean', { batchId: strange });
    expect(batch.body).toMatchObject({ code: 'notFound' });
    const [first] = await clerk.cases({ state: 'imported' });
    const whole = await clerk.call('GET', `/imports/cases/${first?.caseId}`);
    expect(whole.body).toMatchObject({ case: { caseId: first?.caseId }, unreadable: 0 });
    expect(Object.values((whole.body as { people: object }).people)).toContain('نورة');
  });
});

async function beneficiaries(): Promise<readonly string[]> {
  const rows = await hub.hub.context.db.query<{ readonly id: string }>(
    'SELECT beneficiary_id AS id FROM hub_case WHERE file_no IS NOT NULL',
  );
  return rows.map(({ id }) => id);
}
