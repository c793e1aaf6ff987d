import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalOf } from './support/refusal.ts';
import { createTestDesk, foundBranch, type TestDesk } from './support/testDesk.ts';
import { matchedCase, readCase, setAnswer, sign, submit } from './support/widowCase.ts';

const TODAY = '2026-11-23';

describe('readings that were typed and not recorded', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await createTestDesk(`${TODAY}T08:00:00.000Z`);
    await foundBranch(desk);
  });
  afterAll(() => desk.close());

  it('keep the request from being handed in rather than be lost', async () => {
    const { client } = desk;
    const caseId = await matchedCase(client, TODAY);
    await sign(client, caseId);
    await client.interview.saveDraft({
      caseId,
      scope: 'D8',
      body: { kind: 'answers', patches: [setAnswer('leaseNo', { value: '10599999999' })] },
      voidSignature: true,
    });
    const refusal = await refusalOf(submit(client, caseId));
    expect(refusal.code).toBe('actionNotAllowed');
    expect(refusal.data?.blockers).toEqual([{ code: 'documentUnrecorded', documentKey: 'D8' }]);
    const { state } = await readCase(client, caseId);
    expect(state.submission).toBeNull();
    const { drafts } = await client.cases.get({ caseId });
    expect(drafts.map(({ scope }) => scope)).toEqual(['D8']);
  });
});
