import { afterAll, beforeAll, expect, it } from 'vitest';
import { MergeId } from '#shared/domain/case/mergeEvents.ts';
import { CaseId } from '#shared/domain/identity.ts';
import type { TestDesk } from '../integration/desk/support/testDesk.ts';
import { matchedCase, readCase, sign, submit } from '../integration/desk/support/widowCase.ts';
import { actAtHeadquarters, pulled, sent } from './support/branchLaptops.ts';
import { createEnrolledDesk } from './support/enrolledDesk.ts';
import { createTestHub, type TestHub } from './support/testHub.ts';

const TODAY = '2026-11-23';
const MERGE = MergeId.parse('018f0000-0000-7000-8000-0000000000aa');
const OTHER = CaseId.parse('018f0000-0000-7000-8000-0000000000cb');

let hub: TestHub;
let desk: TestDesk;
beforeAll(async () => {
  hub = await createTestHub();
  desk = await createEnrolledDesk(hub);
});
afterAll(async () => {
  await desk.close();
  await hub.close();
});

it('a branch hears that its person was joined with another, sees it on file and lists, and hears of the undoing', async () => {
  const caseId = await matchedCase(desk.client, TODAY);
  await sign(desk.client, caseId);
  await submit(desk.client, caseId);
  await sent(desk);
  await actAtHeadquarters(hub, caseId, [
    { kind: 'caseImported', payload: { fileNo: 'FILE-000007', by: 'rule' } },
    {
      kind: 'personMerged',
      payload: {
        mergeId: MERGE,
        fileNo: 'FILE-000003',
        otherFileNo: 'FILE-000003',
        kept: false,
        duplicateOf: { caseId: OTHER, reference: null },
      },
    },
  ]);
  await pulled(hub, desk);
  const { state } = await readCase(desk.client, caseId);
  expect(state).toMatchObject({ status: 'duplicate', headquarters: { fileNo: 'FILE-000003' } });
  const { beneficiaryId } = state;
  const file = await desk.client.beneficiaries.get({ beneficiaryId });
  expect(file.atHeadquarters).toEqual({
    fileNo: 'FILE-000003',
    joinedWith: [],
    isJoined: true,
  });
  expect(file.requests).toMatchObject([{ caseId, status: 'duplicate' }]);
  const { people } = await desk.client.beneficiaries.list({});
  expect(people.find((each) => each.beneficiaryId === beneficiaryId)).toMatchObject({
    latestCase: { status: 'duplicate' },
    openCount: 0,
  });

  await actAtHeadquarters(hub, caseId, [
    { kind: 'personSeparated', payload: { mergeId: MERGE, fileNo: 'FILE-000007' } },
  ]);
  await pulled(hub, desk);
  expect((await readCase(desk.client, caseId)).state).toMatchObject({
    status: 'imported',
    headquarters: { fileNo: 'FILE-000007', merges: [] },
  });
  expect((await desk.client.beneficiaries.get({ beneficiaryId })).atHeadquarters).toEqual({
    fileNo: 'FILE-000007',
    joinedWith: [],
    isJoined: false,
  });
});
