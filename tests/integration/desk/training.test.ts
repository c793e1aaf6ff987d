import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import { TRAINING_PASSWORD } from '#shared/domain/training.ts';
import { verifyExport } from '#shared/protocol/verifyExport.ts';
import { createTestDesk, openStatus, personAtDoor, type TestDesk } from './support/testDesk.ts';
import { readCase } from './support/widowCase.ts';

describe('the training office', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await createTestDesk('2026-11-23T08:00:00.000Z');
  });
  afterAll(() => desk.close());

  it('is open at once, with invented cases at every step', async () => {
    const status = openStatus(
      await desk.client.session.found({ kind: 'training', language: 'ar' }),
    );
    expect(status.branch).toMatchObject({ code: 'TRN01', training: true });
    const { cases, total } = await desk.client.cases.list({ limit: 200 });
    expect(total).toBe(10);
    const counts = Object.groupBy(cases, ({ status: each }) => each);
    expect(counts.submitted).toHaveLength(2);
    expect(counts.signed).toHaveLength(1);
    expect(counts.matched).toHaveLength(1);
    expect(counts.interviewed).toHaveLength(2);
    expect(counts.draft).toHaveLength(4);
    expect((await desk.client.today.get()).replyDue).toHaveLength(1);
    expect(desk.log.failures).toEqual([]);
  });

  it('has one case whose card differs, to practise on', async () => {
    const { cases } = await desk.client.cases.list({ status: ['interviewed'] });
    const blocking = [];
    for (const { caseId } of cases) {
      blocking.push(...(await readCase(desk.client, caseId)).assessment.facts.matching.blocking);
    }
    expect(blocking).toContain('M1@D2');
  });

  it('exports submitted cases that verify', async () => {
    const { cases } = await desk.client.cases.list({ status: ['submitted'] });
    for (const { caseId } of cases) {
      const exported = await desk.client.cases.export({ caseId });
      expect(verifyExport(nodeCrypto, exported).findings).toEqual([]);
    }
  });

  it('opens again with the password that it tells', async () => {
    const locked = await desk.client.session.lock();
    expect(locked).toMatchObject({ phase: 'locked', training: true });
    const actorId = personAtDoor(locked);
    openStatus(await desk.client.session.unlock({ actorId, password: TRAINING_PASSWORD }));
  });
});
