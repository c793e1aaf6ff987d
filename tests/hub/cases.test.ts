import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendEvents } from '#db/desk/appendEvents.ts';
import { readCase } from '#db/desk/journal.ts';
import { nextNumbers, projectedPosition } from '#db/hub/cases.ts';
import { type HubDatabase, type HubWriter, writeHub } from '#db/hub/connection.ts';
import type { NewHubCaseEvent } from '#db/hub/hubEvents.ts';
import { findHubCase, readCasesOfHub } from '#hq/cases/hubCase.ts';
import { lockAndReadCases, writeCaseEvents } from '#hq/cases/writeCaseEvents.ts';
import { DecisionContent } from '#shared/domain/case/decision.ts';
import { CaseId } from '#shared/domain/identity.ts';
import { accepted } from '../integration/store/support/deskFixture.ts';
import { ALL_SUBMITTED, createFilledSender, type FilledSender } from './support/filledSender.ts';
import { createTestHub, type TestHub } from './support/testHub.ts';

const CASES = 6;

interface Row {
  readonly caseId: string;
  readonly stage: string;
  readonly candidate: boolean;
  readonly name: string;
  readonly file: string | null;
  readonly last: number;
  readonly unreadable: number;
}

let hub: TestHub;
let db: HubDatabase;
let sender: FilledSender;
beforeAll(async () => {
  hub = await createTestHub();
  ({ db } = hub.hub.context);
  sender = await createFilledSender(hub, {
    cases: CASES,
    seed: 'hub cases',
    branchCode: 'MKH01',
    mix: ALL_SUBMITTED,
  });
});
afterAll(async () => {
  sender.close();
  await hub.close();
});

const rows = () =>
  db.query<Row>(
    `SELECT case_id AS "caseId", stage, candidate, applicant_name AS name, file_no AS file,
       last_position AS last, unreadable FROM hub_case ORDER BY reference`,
  );
const actorId = () => hub.hub.context.hubId;

function act(
  caseId: string,
  events: readonly Omit<NewHubCaseEvent, 'caseId' | 'actorId'>[],
  before: (writer: HubWriter) => Promise<void> = async () => undefined,
): Promise<void> {
  return writeHub(db, async (writer) => {
    const cases = await lockAndReadCases(writer, hub.hub.context, [caseId]);
    await before(writer);
    const placed = events.map((event) => ({ ...event, caseId, actorId: actorId() }));
    await writeCaseEvents(writer, hub.hub.context, cases, placed as readonly NewHubCaseEvent[]);
  });
}

const imported = { kind: 'caseImported', payload: { fileNo: 'F-1', by: 'clerk' } } as const;

async function firstCase(): Promise<string> {
  const [first] = await rows();
  if (!first) throw new Error('no case');
  return first.caseId;
}

describe('cases at headquarters', () => {
  it('have a row each, behind the batches that brought them', async () => {
    await sender.sendAll();
    await hub.hub.context.caseProjector.settled();
    const held = await rows();
    expect(held.length).toBe(CASES);
    for (const { candidate, name, stage, unreadable } of held.filter(
      (row) => row.stage === 'submitted',
    )) {
      expect({ candidate, stage, unreadable }).toEqual({
        candidate: true,
        stage: 'submitted',
        unreadable: 0,
      });
      expect(name).not.toBe('');
    }
    const [head] = await db.query<{ position: number }>('SELECT position FROM journal_head');
    expect(await projectedPosition(db)).toBe(head?.position);
  });

  it('reduce at headquarters to what they are at the desk', async () => {
    const cases = await readCasesOfHub(
      db,
      actorId(),
      (await rows()).map(({ caseId }) => caseId),
    );
    for (const { state, caseId, unreadable } of cases.values()) {
      expect(unreadable).toEqual([]);
      expect(state).toEqual(readCase(sender.desk.store, CaseId.parse(caseId)));
    }
  });

  it('take events of headquarters, after all that they hold and for the feed of their branch', async () => {
    const caseId = await firstCase();
    // Headquarters' clock is behind the laptop's: the case is imported after it was submitted all the same.
    hub.setNow('2020-01-01T00:00:00.000Z');
    await act(caseId, [imported]);
    hub.setNow('2026-11-23T08:00:00.000Z');
    const found = await findHubCase(db, actorId(), caseId);
    expect(found?.events.at(-1)?.kind).toBe('caseImported');
    expect(found?.state?.stage).toBe('imported');
    const row = (await rows()).find((each) => each.caseId === caseId);
    expect(row).toMatchObject({ stage: 'imported', candidate: false, file: 'F-1' });
    const [entry] = await db.query<{ branch: string }>(
      `SELECT s.branch_office_id AS branch FROM stretch s JOIN journal j
       ON j.position BETWEEN s.first_position AND s.last_position
       WHERE j.case_id = $1 AND j.kind = 'caseImported'`,
      [caseId],
    );
    expect(entry?.branch).toBe(sender.branchOfficeId);
  });

  it('keep what was decided at headquarters until it is released', async () => {
    const caseId = await firstCase();
    const decision = DecisionContent.parse({
      decisionId: hub.hub.context.ids.uuid(),
      number: 'D-2026-000001',
      decidedOn: '2026-11-23',
      items: [{ itemId: 'r1', outcome: 'rejected', code: 'outOfArea', reason: 'خارج النطاق' }],
      appealDays: 30,
      reviewOf: null,
    });
    await act(caseId, [
      { kind: 'decisionMade', payload: { decision } },
      { kind: 'decisionReached', payload: { decisionId: decision.decisionId } },
    ]);
    const entries = await db.query<{ kind: string; branch: string | null }>(
      `SELECT j.kind, s.branch_office_id AS branch FROM stretch s JOIN journal j
       ON j.position BETWEEN s.first_position AND s.last_position
       WHERE j.case_id = $1 AND j.kind LIKE 'decision%' ORDER BY j.position`,
      [caseId],
    );
    expect(entries).toEqual([
      { kind: 'decisionMade', branch: null },
      { kind: 'decisionReached', branch: sender.branchOfficeId },
    ]);
    expect((await findHubCase(db, actorId(), caseId))?.state?.stage).toBe('rejected');
  });

  it('believe no laptop that says what headquarters alone may say', async () => {
    const caseId = (await rows()).at(-1)?.caseId ?? '';
    accepted(
      appendEvents(sender.desk.store, {
        events: [
          {
            kind: 'caseImported',
            caseId: CaseId.parse(caseId),
            actorId: sender.desk.person.actorId,
            formVersion: null,
            payload: { fileNo: 'F-666', by: 'rule' },
          },
        ],
      } as never),
    );
    await sender.sendAll();
    await hub.hub.context.caseProjector.settled();
    const found = await findHubCase(db, actorId(), caseId);
    expect(found?.state?.headquarters.imported).toBeNull();
    expect(found?.unreadable).toMatchObject([{ kind: 'caseImported', why: 'notOfALaptop' }]);
    expect((await rows()).at(-1)).toMatchObject({ unreadable: 1, file: null });
  });

  it('write nothing when the transaction fails', async () => {
    const caseId = (await rows()).at(1)?.caseId ?? '';
    const before = await rows();
    const failing = act(caseId, [imported], async (writer) => {
      await writer.query('SELECT 1 / 0');
    });
    await expect(failing).rejects.toThrow();
    expect(await rows()).toEqual(before);
  });

  it('can be made anew from the journal alone', async () => {
    const before = await rows();
    await db.query('DELETE FROM case_key');
    await db.query('DELETE FROM hub_case');
    await db.query('UPDATE case_projection SET position = 0');
    await hub.hub.context.caseProjector.settled();
    expect(await rows()).toEqual(before);
  });

  it('have numbers that are given once, also by two at the same time', async () => {
    const runs = await Promise.all(
      [3, 2, 4].map((count) => writeHub(db, (writer) => nextNumbers(writer, 'file', count))),
    );
    expect(runs.flat().sort((left, right) => left - right)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
