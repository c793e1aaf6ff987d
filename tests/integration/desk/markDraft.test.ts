import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDesk, foundBranch, type TestDesk } from './support/testDesk.ts';
import { decideTheRest, fillPage, MARK, matchedCase, setAnswer } from './support/widowCase.ts';

const TODAY = '2026-11-23';

describe('a mark that is drawn and not sealed yet', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await createTestDesk(`${TODAY}T08:00:00.000Z`);
    await foundBranch(desk);
  });
  afterAll(() => desk.close());

  it('survives until it is sealed, and never a change of what it was drawn under', async () => {
    const { client } = desk;
    const caseId = await matchedCase(client, TODAY);
    const scopes = async () =>
      (await client.cases.get({ caseId })).drafts.map((each) => each.scope);
    await client.interview.saveDraft({
      caseId,
      scope: 'declaration',
      body: {
        kind: 'signing',
        signing: {
          level: 'handwrittenOnScreen',
          by: 'thumb',
          shelf: '',
          marks: { signer: MARK.strokes, witness: [], interpreter: [] },
          aspect: MARK.aspect,
          witness: { by: 'idNumber', name: 'صالح', idNumber: '', employee: '' },
          interpreter: { name: '', affirmed: false },
        },
      },
    });
    await client.papers.print({ caseId, paper: 'N0', language: 'ar' });
    expect(await scopes()).toEqual(['declaration']);

    await fillPage(client, caseId, 'C', [setAnswer('unitNo', { value: '9' })]);
    expect(await scopes()).toEqual([]);
    await decideTheRest(client, caseId);
    await client.documents.completeMatching({ caseId });
    expect(await scopes()).toEqual([]);
  });
});
