import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CaseId } from '#shared/domain/identity.ts';
import { widowAnswersOn } from '#tests/fixtures/widowDocuments.ts';
import { refusalOf } from './support/refusal.ts';
import { createTestDesk, foundBranch, type TestDesk } from './support/testDesk.ts';
import { interview, openCase, readCase, setAnswer } from './support/widowCase.ts';

const TODAY = '2026-11-23';

describe('finding people and cases', () => {
  let desk: TestDesk;
  let caseId: CaseId;
  beforeAll(async () => {
    desk = await createTestDesk(`${TODAY}T08:00:00.000Z`);
    await foundBranch(desk);
    caseId = await openCase(desk.client);
    await interview(desk.client, caseId, widowAnswersOn(TODAY));
    await openCase(desk.client, [
      setAnswer('idNumber', { value: '2123456788' }),
      setAnswer('nameFirst', { value: 'نورة' }),
      setAnswer('nameFamily', { value: 'الحربي' }),
      setAnswer('mobile', { value: '+966509999999' }),
    ]);
  });
  afterAll(() => desk.close());

  it.each([
    ['id', { idNumber: '1012345672' }],
    ['the beginning of an id', { idNumber: '10123' }],
    ['id in Arabic digits', { idNumber: '١٠١٢٣٤٥٦٧٢' }],
    ['name', { name: 'نورة عبد الله السبيعي' }],
    ['name with other spellings', { name: 'نوره السبيعى' }],
    ['mobile', { mobile: '0501234567' }],
    ['mobile in international form', { mobile: '+966 50 123 4567' }],
    ['mobile in Arabic digits', { mobile: '٠٥٠ ١٢٣ ٤٥٦٧' }],
    ['birth date as printed', { birthDate: { calendar: 'hijri', year: 1400, month: 7, day: 1 } }],
    [
      'birth date in the other calendar',
      { birthDate: { calendar: 'gregorian', year: 1980, month: 5, day: 15 } },
    ],
    ['name and mobile together', { name: 'السبيعي', mobile: '0501234567' }],
  ] as const)('finds the widow by %s', async (_key, query) => {
    const { people } = await desk.client.people.search(query);
    expect(people).toHaveLength(1);
    expect(people[0]).toMatchObject({
      name: 'نورة عبد الله سعد السبيعي',
      maskedId: '******5672',
      cases: [{ caseId }],
    });
    expect(people[0]?.maskedMobile).not.toContain('0123');
  });

  it.each([
    ['nobody', {}],
    ['an id that is not here', { idNumber: '1987654322' }],
    ['a name and the mobile of another', { name: 'السبيعي', mobile: '0509999999' }],
  ] as const)('finds nobody for %s', async (_key, query) => {
    expect((await desk.client.people.search(query)).people).toEqual([]);
  });

  describe('by a paper', () => {
    it('takes the reference as people type it, and the QR with its secret', async () => {
      const { state } = await readCase(desk.client, caseId);
      const { reference, secret } = state;
      const find = (text: string) => desk.client.cases.findByPaper({ text });
      for (const text of [
        reference,
        reference.toLowerCase(),
        ` ${reference.replaceAll('-', '')} `,
        reference.replaceAll('-', ' '),
        reference.replace('2026', '٢٠٢٦'),
        '1',
        `rifada:1:${reference}:${secret}`,
      ]) {
        expect(await find(text), text).toEqual({ caseId });
      }
    });

    it('refuses a wrong secret, a mistyped reference and anything else', async () => {
      const { reference } = (await readCase(desk.client, caseId)).state;
      const mistyped = reference.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
      for (const text of [
        mistyped,
        `rifada:1:${reference}:${'A'.repeat(22)}`,
        `rifada:1:${reference}:`,
        '999',
        '',
        'نورة',
      ]) {
        const refusal = await refusalOf(desk.client.cases.findByPaper({ text }));
        expect(refusal.code, text).toBe('paperNotFound');
      }
    });
  });

  it('refuses an answer that the page has no field for', async () => {
    const save = (scope: string, path: string) =>
      desk.client.interview.saveDraft({
        caseId,
        scope,
        body: { kind: 'answers', patches: [setAnswer(path, { value: 'x' })] },
      });
    expect(await refusalOf(save('B', 'noSuchField'))).toEqual({
      code: 'answerRefused',
      data: { path: 'noSuchField' },
    });
    // Of another page; filled by the desk; calculated.
    for (const path of ['street', 'representativeId', 'householdSize']) {
      expect((await refusalOf(save('B', path))).code).toBe('answerRefused');
    }
    expect((await refusalOf(desk.client.cases.get({ caseId: noCase }))).code).toBe('caseNotFound');
  });

  it('gives each case of a year the next number, and begins anew in a new Riyadh year', async () => {
    desk.setNow('2026-12-31T20:59:59.000Z');
    const last = (await readCase(desk.client, await openCase(desk.client))).state.reference;
    desk.setNow('2026-12-31T21:00:00.000Z');
    const first = (await readCase(desk.client, await openCase(desk.client))).state.reference;
    expect(last).toMatch(/-2026-000003-/);
    expect(first).toMatch(/-2027-000001-/);
  });
});

const noCase = CaseId.parse('018f0000-0000-7000-8000-000000000000');
