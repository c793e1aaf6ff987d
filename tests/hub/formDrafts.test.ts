import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { HqFormDraft } from '#shared/contracts/hq/formDrafts.ts';
import { type Clerk, createClerk } from './support/clerks.ts';
import { createTestHub, type TestHub } from './support/testHub.ts';

let hub: TestHub;
let writer: Clerk;
let other: Clerk;
beforeAll(async () => {
  hub = await createTestHub();
  writer = await createClerk(hub, 'layan', ['researchOfficer']);
  other = await createClerk(hub, 'nouf');
});
afterAll(() => hub.close());

const REPORT = 'studyReport.0195368a-b1b0-72d5-811c-527a42338d9b';
const save = (clerk: Clerk, scope: string, fields: unknown) =>
  clerk.call('POST', '/form-drafts', { scope, fields });

async function formsOf(clerk: Clerk): Promise<Readonly<Record<string, HqFormDraft['fields']>>> {
  const { body } = await clerk.call('GET', '/form-drafts');
  const { drafts } = z.object({ drafts: z.array(HqFormDraft) }).parse(body);
  return Object.fromEntries(drafts.map(({ scope, fields }) => [scope, fields]));
}

describe('what is written in a form at headquarters', () => {
  it('is kept as it was last, for its writer alone, until it is dropped', async () => {
    await save(writer, REPORT, { findings: 'أسرة' });
    const { status } = await save(writer, REPORT, { findings: 'أسرة تعولها أرملة', reason: '' });
    expect(status).toBe(200);
    await save(writer, 'lead', { name: 'مريم' });
    expect(await formsOf(writer)).toEqual({
      [REPORT]: { findings: 'أسرة تعولها أرملة', reason: '' },
      lead: { name: 'مريم' },
    });
    expect(await formsOf(other)).toEqual({});

    await other.call('POST', '/form-drafts/drop', { scope: REPORT });
    await writer.call('POST', '/form-drafts/drop', { scope: 'lead' });
    expect(Object.keys(await formsOf(writer))).toEqual([REPORT]);
  });

  it.each([
    ['a name of no form', 'الاسم', { text: '' }],
    ['a name with more about it than a form has', 'lead.1.2.3', { text: '' }],
    ['a field that is no text', 'lead', { text: 7 }],
    ['a text of any length', 'lead', { text: 'ا'.repeat(20_001) }],
  ])('is refused with %s', async (_what, scope, fields) => {
    expect(await save(writer, scope, fields)).toMatchObject({
      status: 400,
      body: { code: 'inputInvalid' },
    });
  });

  it('is given up by its age where somebody begins hundreds', async () => {
    const begin = (number: number) =>
      save(other, `lead.${number.toString(16)}`, { name: `${number}` });
    await Promise.all(Array.from({ length: 200 }, (_, number) => begin(number)));
    await begin(200);
    const kept = await formsOf(other);
    expect(Object.keys(kept)).toHaveLength(200);
    expect(kept['lead.c8']).toEqual({ name: '200' });
  });
});
