import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { writeHub } from '#db/hub/connection.ts';
import { appendHubEvents } from '#db/hub/hubEvents.ts';
import { feedPageText } from '#hq/feed/feedPage.ts';
import { nodeCrypto } from '#ports/nodeCrypto.ts';
import { answerAt } from '#shared/domain/answers/answerSet.ts';
import { DecisionId } from '#shared/domain/case/decision.ts';
import { BranchOfficeId, type CaseId } from '#shared/domain/identity.ts';
import { readFeedEntry } from '#shared/protocol/sync/feedEntry.ts';
import { FEED_START, feedCursor } from '#shared/protocol/sync/feedPage.ts';
import { readStatement } from '#shared/protocol/sync/hubStatement.ts';
import type { TestDesk } from '../integration/desk/support/testDesk.ts';
import { openCase, readCase, welcome } from '../integration/desk/support/widowCase.ts';
import { actAtHeadquarters, pulled, sent } from './support/branchLaptops.ts';
import { createEnrolledDesk } from './support/enrolledDesk.ts';
import { createTestHub, type TestHub } from './support/testHub.ts';

let hub: TestHub;
const desks: TestDesk[] = [];
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});

async function newDesk(): Promise<TestDesk> {
  const desk = await createEnrolledDesk(hub);
  desks.push(desk);
  return desk;
}

async function namesIn(desk: TestDesk, caseId: CaseId) {
  const { state } = await readCase(desk.client, caseId);
  return answerAt(state.answers, 'nameFirst');
}

describe('what a laptop hears from headquarters', () => {
  it('its branch’s other laptop works on the case it opened, and neither has to reload', async () => {
    const one = await newDesk();
    const other = await newDesk();
    const caseId = await openCase(one.client, [
      { op: 'set', path: 'nameFirst', answer: { value: 'ريم' }, base: null },
    ]);
    await welcome(one.client, caseId);
    await sent(one);
    await pulled(hub, other);

    const file = await other.client.cases.get({ caseId });
    expect(file.events.map(({ kind }) => kind)).toEqual(
      (await one.client.cases.get({ caseId })).events.map(({ kind }) => kind),
    );
    const { cases } = await other.client.cases.list({ offset: 0, limit: 10 });
    expect(cases.map((each) => each.caseId)).toContain(caseId);

    await other.client.cases.recordInquiry({
      caseId,
      channel: 'phone',
      topic: 'السلة',
      question: 'متى؟',
      answer: 'بعد الرد',
    });
    await sent(other);
    await pulled(hub, one);
    const { state } = await readCase(one.client, caseId);
    expect(state.inquiries).toHaveLength(1);
    expect(state).toEqual((await readCase(other.client, caseId)).state);
    expect(await namesIn(one, caseId)).toEqual({ value: 'ريم' });
  });

  it('a decision comes without what it says, until its day', async () => {
    const desk = await newDesk();
    const caseId = await openCase(desk.client);
    await sent(desk);
    const { context } = hub.hub;
    const decisionId = DecisionId.parse(context.ids.uuid());
    const decision = {
      decisionId,
      number: 'D-2026-000001',
      decidedOn: '2026-11-23',
      items: [
        {
          itemId: 'r1',
          outcome: 'rejected' as const,
          code: 'outOfScope' as const,
          reason: 'سبب يقال للمستفيد وحده في يومه',
        },
      ],
      appealDays: 30,
      reviewOf: null,
    };
    await actAtHeadquarters(hub, caseId, [
      { kind: 'decisionMade', payload: { decision } },
      { kind: 'decisionReached', payload: { decisionId } },
    ]);
    await pulled(hub, desk);
    const { events } = await desk.client.cases.get({ caseId });
    expect(events.map(({ kind }) => kind)).toContain('decisionReached');
    expect(events.map(({ kind }) => kind)).not.toContain('decisionMade');
    const reader = { branchOfficeId: '', deviceId: '', epoch: 1 };
    const devices = await context.db.query<{ branch: string; device: string }>(
      'SELECT branch_office_id AS branch, device_id AS device FROM device',
    );
    for (const { branch, device } of devices) {
      const { text } = await feedPageText(
        context,
        { ...reader, branchOfficeId: branch, deviceId: device },
        FEED_START,
      );
      expect(text).not.toContain('سبب يقال');
      expect(text).not.toContain('decisionMade');
    }
  });
});

describe('pages of the feed', () => {
  const positionsIn = (page: string) =>
    page
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => readFeedEntry(nodeCrypto, line)?.position ?? 0);

  it('leave nothing out, whatever commits when, and whatever is undone', async () => {
    const { context } = hub.hub;
    const branchOfficeId = context.ids.uuid();
    const reader = { branchOfficeId, deviceId: context.ids.uuid(), epoch: 1 };
    let writing = true;
    let cursor = FEED_START;
    const seen: number[] = [];
    const readOn = async () => {
      const { text: page } = await feedPageText(context, reader, cursor);
      seen.push(...positionsIn(page));
      const head = readStatement(nodeCrypto, context.publicKey, page.slice(0, page.indexOf('\n')));
      if (head.kind !== 'ours' || head.statement.format !== 'rifada.feedPage')
        throw new Error('no page');
      cursor = head.statement.through;
    };
    const reading = (async () => {
      while (writing) await readOn();
    })();
    await Promise.all(
      Array.from({ length: 24 }, (_, index) =>
        writeHub(context.db, async (writer) => {
          const payload = {
            branchOfficeId: BranchOfficeId.parse(branchOfficeId),
            branchCode: `B${index}`,
            branchName: 'فرع',
          };
          const actorId = context.hubId;
          // Every third is of another branch, every fourth is undone after it took its position.
          const branch = index % 3 === 0 ? context.ids.uuid() : branchOfficeId;
          await appendHubEvents(
            writer,
            context,
            [{ kind: 'branchAdded', actorId, payload }],
            branch,
          );
          for (let held = 0; held < index % 5; held += 1) await writer.query('SELECT 1');
          if (index % 4 === 0) throw new Error('undone');
        }).catch(() => undefined),
      ),
    );
    writing = false;
    await reading;
    await readOn();
    const own = await context.db.query<{ readonly position: number }>(
      `SELECT first_position AS position FROM stretch WHERE branch_office_id = $1 ORDER BY 1`,
      [branchOfficeId],
    );
    expect(own).toHaveLength(12);
    expect(seen).toEqual(own.map(({ position }) => position));
  });

  it('are not given to a cursor of another journal', async () => {
    const { context } = hub.hub;
    const reader = { branchOfficeId: context.ids.uuid(), deviceId: context.ids.uuid(), epoch: 1 };
    await expect(
      feedPageText(context, reader, feedCursor(1, 'f'.repeat(64))),
    ).rejects.toMatchObject({ code: 'cursorUnknown' });
  });
});
