import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { writeHub } from '#db/hub/connection.ts';
import {
  hqRegistryContract,
  RegistryFile,
  type RegistryPerson,
} from '#shared/contracts/hq/registry.ts';
import { importWaiting } from './support/acceptedCases.ts';
import { type Clerk, createClerk } from './support/clerks.ts';
import { ALL_SUBMITTED, createFilledSender, type FilledSender } from './support/filledSender.ts';
import { outputOf } from './support/outputOf.ts';
import { appendSameApplicant } from './support/sameApplicant.ts';
import { createTestHub, type TestHub } from './support/testHub.ts';

const List = outputOf(hqRegistryContract.list);

let hub: TestHub;
let first: FilledSender;
let second: FilledSender;
let clerk: Clerk;
beforeAll(async () => {
  hub = await createTestHub();
  const whole = { mix: ALL_SUBMITTED };
  first = await createFilledSender(hub, {
    ...{ cases: 12, seed: 'registry', branchCode: 'MKH01', branchName: 'مكة' },
    ...whole,
  });
  second = await createFilledSender(hub, {
    ...{ cases: 5, seed: 'registry-2', branchCode: 'MED01', branchName: 'المدينة' },
    ...whole,
  });
  await Promise.all([first.sendAll(), second.sendAll()]);
  await importWaiting(hub);
  clerk = await createClerk(hub, 'registry', ['relationsOfficer']);
});
afterAll(async () => {
  first.close();
  second.close();
  await hub.close();
});

const list = async (query: Readonly<Record<string, string>>) => {
  const answer = await clerk.call('GET', `/registry?${new URLSearchParams(query)}`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return List.parse(answer.body);
};
const open = async (personId: string) => clerk.call('GET', `/registry/${personId}`);

/** The whole list, stretch by stretch. */
async function walk(query: Readonly<Record<string, string>>): Promise<readonly RegistryPerson[]> {
  const people: RegistryPerson[] = [];
  let after: string | null = null;
  do {
    const page: z.output<typeof List> = await list({
      ...query,
      limit: '4',
      ...(after === null ? {} : { after }),
    });
    people.push(...page.people);
    after = page.next;
  } while (after !== null);
  return people;
}

describe('the registry', () => {
  it('holds everybody who was imported, once, in every order and however it is walked', async () => {
    const [counted] = await hub.hub.context.db.query<{ readonly people: number }>(
      'SELECT count(DISTINCT beneficiary_id)::int AS people FROM hub_case WHERE file_no IS NOT NULL',
    );
    for (const order of ['latest', 'name', 'file'] as const) {
      const walked = await walk({ order });
      const ids = walked.map(({ personId }) => personId);
      expect(new Set(ids).size).toBe(counted?.people);
      expect(ids).toHaveLength(counted?.people ?? 0);
      const jumped = await list({ order, offset: '5', limit: '3' });
      expect(jumped.people.map(({ personId }) => personId)).toEqual(ids.slice(5, 8));
      expect(jumped.total).toBe(counted?.people);
    }
    const latest = (await walk({})).map(({ latestAt }) => latestAt);
    expect(latest).toEqual(latest.toSorted().toReversed());
  });

  it('is narrowed by branch, status, category, need and day, and counts what fits', async () => {
    const everybody = await walk({});
    const [one] = everybody;
    if (one === undefined) throw new Error('nobody');
    const [need = ''] = one.needs;
    const fits = async (
      query: Readonly<Record<string, string>>,
      holds: (row: RegistryPerson) => boolean,
    ) => {
      const page = await list({ ...query, limit: '100' });
      expect(page.people.map(({ personId }) => personId)).toEqual(
        everybody.filter(holds).map(({ personId }) => personId),
      );
      expect(page.total).toBe(page.people.length);
      return page.total;
    };
    expect(
      await fits(
        { branchOfficeId: second.branchOfficeId },
        ({ branchName }) => branchName === 'المدينة',
      ),
    ).toBeGreaterThan(0);
    expect(
      await fits({ status: 'imported' }, ({ latestStatus }) => latestStatus === 'imported'),
    ).toBeGreaterThan(0);
    expect(
      await fits({ category: one.category }, ({ category }) => category === one.category),
    ).toBeGreaterThan(0);
    expect(await fits({ need }, ({ needs }) => needs.includes(need))).toBeGreaterThan(0);
    expect(
      await fits({ since: '2026-11-23' }, ({ latestAt }) => latestAt >= '2026-11-22T21:00'),
    ).toBeGreaterThanOrEqual(0);
    expect((await list({ until: '2000-01-01' })).total).toBe(0);
    expect((await clerk.call('GET', '/registry?after=nonsense')).status).toBe(400);
  });

  it('finds somebody by name in another spelling, by id, phone, reference and file number', async () => {
    const [somebody] = await walk({ order: 'file' });
    if (somebody === undefined) throw new Error('nobody');
    const file = RegistryFile.parse((await open(somebody.personId)).body);
    const finds = async (text: string) => {
      const page = await list({ text });
      expect(
        page.people.map(({ personId }) => personId),
        text,
      ).toContain(somebody.personId);
      return page;
    };
    const words = somebody.name.split(' ');
    await finds(words.join('  '));
    await finds(`${words[0] ?? ''} ${(words.at(-1) ?? '').slice(0, 2)}`);
    await finds(somebody.latestReference.toLowerCase());
    if (file.mobile !== null) await finds(file.mobile.replace('+966', '0'));
    expect((await finds(somebody.fileNo)).total).toBe(1);
    expect((await list({ text: 'لا أحد بهذا الاسم' })).total).toBe(0);
  });

  it('shows a person with requests, household, documents and what was asked', async () => {
    const [somebody] = await walk({});
    const answer = await open(somebody?.personId ?? '');
    const file = RegistryFile.parse(answer.body);
    expect(file.fileNo).toBe(somebody?.fileNo);
    expect(file.requests.map(({ reference }) => reference)).toContain(somebody?.latestReference);
    expect(file.requests[0]?.items.length).toBeGreaterThan(0);
    expect(file.documents.length).toBeGreaterThan(0);
    // No number of identity leaves unmasked.
    expect(JSON.stringify(answer.body)).not.toMatch(/"(1|2)\d{9}"/u);
    expect((await open(hub.hub.context.ids.uuid())).status).toBe(404);
  });

  it('follows two who turn out to be one, and parts them again', async () => {
    const { context } = hub.hub;
    appendSameApplicant(second, { seed: 'registry', number: 3 });
    await second.sendAll();
    await importWaiting(hub);
    const [kept, merged] = await walk({ order: 'file' });
    if (kept === undefined || merged === undefined) throw new Error('nobody');
    const before = (await list({})).total;
    await writeHub(context.db, (writer) =>
      writer.query('INSERT INTO merged_person (beneficiary_id, person_id) VALUES ($1, $2)', [
        merged.personId,
        kept.personId,
      ]),
    );
    expect((await list({})).total).toBe(before - 1);
    const both = RegistryFile.parse((await open(merged.personId)).body);
    expect(both.personId).toBe(kept.personId);
    expect(both.requests).toHaveLength(kept.cases + merged.cases);
    expect(both.otherFileNos).toEqual([merged.fileNo]);
    expect((await list({ text: merged.fileNo })).people[0]?.personId).toBe(kept.personId);
    await writeHub(context.db, (writer) =>
      writer.query('DELETE FROM merged_person WHERE beneficiary_id = $1', [merged.personId]),
    );
    expect((await list({})).total).toBe(before);
  });

  it('is the same when it is made anew from the journal', async () => {
    const rows = () => hub.hub.context.db.query('SELECT * FROM registry_person ORDER BY person_id');
    const before = await rows();
    await hub.hub.context.db.query('UPDATE case_projection SET position = 0');
    await hub.hub.context.caseProjector.settled();
    expect(await rows()).toEqual(before);
  });

  it('is not shown to whoever has no right to it', async () => {
    const member = await createClerk(hub, 'member', ['committeeMember']);
    expect((await member.call('GET', '/registry')).body).toMatchObject({ code: 'notPermitted' });
  });
});
