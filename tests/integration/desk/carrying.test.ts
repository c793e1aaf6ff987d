import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BeneficiaryId } from '#shared/domain/identity.ts';
import { widowAnswers } from '#tests/fixtures/widow.ts';
import { refusalOf } from './support/refusal.ts';
import { createTestDesk, foundBranch, type TestDesk } from './support/testDesk.ts';
import { interview, openCase, readCase, setAnswer, welcome } from './support/widowCase.ts';

const FIRST_DAY = '2026-11-23T08:00:00.000Z';

describe('a new request of a known person', () => {
  let desk: TestDesk;
  let first: Awaited<ReturnType<typeof readCase>>['state'];
  beforeEach(async () => {
    desk = await createTestDesk(FIRST_DAY);
    await foundBranch(desk);
    const caseId = await openCase(desk.client);
    await welcome(desk.client, caseId);
    await interview(desk.client, caseId, widowAnswers());
    first = (await readCase(desk.client, caseId)).state;
  });
  afterEach(() => desk.close());

  const again = async (stated: ReturnType<typeof setAnswer>[] = []) => {
    const { caseId } = await desk.client.cases.open({
      channel: 'phone',
      initiatedBy: 'association',
      beneficiaryId: first.beneficiaryId,
      stated,
    });
    return (await readCase(desk.client, caseId)).state;
  };

  it('has what is fresh, each with its day, and nothing that belongs to one request', async () => {
    desk.setNow('2026-12-10T08:00:00.000Z');
    const state = await again([setAnswer('mobile', { value: '+966501111111' })]);
    expect(state.beneficiaryId).toBe(first.beneficiaryId);
    expect(state.reference).not.toBe(first.reference);
    expect(state.answers.values).toMatchObject({
      channel: { value: 'phone' },
      idNumber: { value: '1012345672' },
      mobile: { value: '+966501111111' },
      'family/r2/idNumber': { value: '1987654322' },
    });
    expect(state.answers.rows['family']).toEqual(['r1', 'r2', 'r3']);
    expect(state.taken['idNumber']).toEqual({ saidOn: '2026-11-23', caseId: first.caseId });
    // What was stated at the desk just now is not the file's.
    expect(state.taken['mobile']).toBeUndefined();
    expect(state.toConfirm).toEqual({});
    // Her lease has ended since: its day is asked anew, not confirmed.
    expect(state.answers.values['leaseEnd']).toBeUndefined();
    for (const path of Object.keys(state.answers.values)) {
      expect(path).not.toMatch(/^(supportItems|privacyNotice|verifyWithThirdParties|photo)/);
    }
  });

  it('waits for a word on what is some time old, which counts as missing until then', async () => {
    desk.setNow('2027-04-01T08:00:00.000Z');
    const state = await again();
    const { caseId } = state;
    // Income of four months ago is asked again; the name is not.
    expect(state.answers.values['salary']).toBeUndefined();
    expect(state.toConfirm['salary']).toEqual({
      saidOn: '2026-11-23',
      caseId: first.caseId,
      answer: first.answers.values['salary'],
    });
    expect(state.answers.values['nameFirst']).toEqual(first.answers.values['nameFirst']);
    await welcome(desk.client, caseId);
    const refusal = await refusalOf(desk.client.interview.complete({ caseId }));
    expect(refusal.code).toBe('actionNotAllowed');
    expect(JSON.stringify(refusal.data)).toContain('salary');
    // Confirmed, it is an answer of this day.
    await desk.client.interview.saveDraft({
      caseId,
      scope: 'F',
      body: {
        kind: 'answers',
        patches: [setAnswer('salary', state.toConfirm['salary']?.answer ?? null)],
      },
    });
    await desk.client.interview.leavePage({ caseId, section: 'F' });
    const after = (await readCase(desk.client, caseId)).state;
    expect(after.toConfirm['salary']).toBeUndefined();
    expect(after.answers.values['salary']).toEqual(first.answers.values['salary']);
    const file = await desk.client.beneficiaries.get({ beneficiaryId: first.beneficiaryId });
    const known = new Map(file.known.answers.map((each) => [each.path, each]));
    expect(known.get('salary')).toMatchObject({ saidOn: '2027-04-01', caseId, isFresh: true });
    expect(known.get('pension')).toMatchObject({ saidOn: '2026-11-23', isFresh: false });
    expect(file.requests).toHaveLength(2);
  });

  it('is not opened for somebody who is not here', async () => {
    const refusal = await refusalOf(
      desk.client.cases.open({
        channel: 'phone',
        initiatedBy: 'beneficiary',
        beneficiaryId: BeneficiaryId.parse('01950000-0000-7000-8000-00000000ffff'),
        stated: [],
      }),
    );
    expect(refusal.code).toBe('caseNotFound');
  });
});
