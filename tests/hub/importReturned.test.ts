import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportCase } from '#shared/contracts/hq/imports.ts';
import { rowsOf } from '#shared/domain/answers/answerSet.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import type { TestDesk } from '../integration/desk/support/testDesk.ts';
import {
  fillPage,
  matchedCase,
  readCase,
  setAnswer,
  sign,
  submit,
} from '../integration/desk/support/widowCase.ts';
import { type Clerk, checksMade, createClerk } from './support/clerks.ts';
import { createEnrolledDesk } from './support/enrolledDesk.ts';
import { synced } from './support/synced.ts';
import { createTestHub, type TestHub } from './support/testHub.ts';

const TODAY = '2026-11-23';
const ABOUT = { documents: [], rows: [], paths: ['supportItems'] };

let hub: TestHub;
let desk: TestDesk;
let clerk: Clerk;
let caseId: CaseId;
beforeAll(async () => {
  hub = await createTestHub();
  desk = await createEnrolledDesk(hub);
  clerk = await createClerk(hub, 'salman');
  caseId = await matchedCase(desk.client, TODAY);
  await sign(desk.client, caseId);
  await submit(desk.client, caseId);
});
afterAll(async () => {
  await desk.close();
  await hub.close();
});

/** The case as headquarters has it once both sides know of each other and the checks are made. */
async function atHeadquarters(): Promise<ImportCase> {
  await synced(hub, desk);
  await checksMade(hub);
  const found = (await clerk.cases()).find((each) => each.caseId === caseId);
  if (!found) throw new Error('not at headquarters');
  return found;
}

function act(what: string, input: object) {
  return clerk.call('POST', `/imports/cases/${caseId}/${what}`, input);
}

describe('a case between its branch and the registry', () => {
  it('comes over the network clean, is returned, corrected, looked at and imported', async () => {
    const { seen, state, findings } = await atHeadquarters();
    expect({ state, findings }).toEqual({ state: 'clean', findings: [] });
    const text = 'يُذكر سبب الحاجة بوضوح';
    await act('return', { seen, reason: 'unclear', text, wants: 'correction', about: ABOUT });
    await synced(hub, desk);
    const { due } = await desk.client.today.get();
    expect(due.map((row) => row.due.kind)).toContain('returned');

    const { state: open } = await readCase(desk.client, caseId);
    const [item = ''] = rowsOf(open.answers, 'supportItems');
    const reason = setAnswer(`supportItems/${item}/reason`, {
      value: 'سقف الغرفة يتسرب منه الماء',
    });
    await fillPage(desk.client, caseId, 'I', [reason], true);
    await desk.client.documents.completeMatching({ caseId });
    await sign(desk.client, caseId);
    await submit(desk.client, caseId);
    const back = await atHeadquarters();
    // Whoever asked for the correction sees whether it has come; the seal is new and holds.
    expect(back.findings).toEqual([{ code: 'changedAfterReturn', at: null, other: null }]);
    const imported = await act('import', { seen: back.seen, reason: 'جاء ما طُلب' });
    expect(imported.body).toMatchObject({ state: 'imported', fileNo: 'FILE-000001' });
    expect(await atHeadquarters()).toMatchObject({ state: 'imported', findings: [] });
    const status = await desk.client.cases.get({ caseId });
    expect(status.events.at(-1)).toMatchObject({
      kind: 'caseImported',
      payload: { fileNo: 'FILE-000001', by: 'clerk', reason: 'جاء ما طُلب' },
    });
  });
});
