import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendHistories } from '#db/desk/appendHistories.ts';
import { readCase, verifyStoredChain } from '#db/desk/journal.ts';
import { placeCaseEvent } from '#db/desk/newEvent.ts';
import { rebuildProjections } from '#db/desk/rebuildProjections.ts';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import { assess } from '#electron/services/caseWork.ts';
import type { OpenDesk } from '#electron/services/openDesk.ts';
import {
  BUSY_OFFICE,
  createHistoryMaker,
  type HistoryWish,
  MOSTLY_OPENED,
} from '#electron/services/syntheticHistory.ts';
import { TRAINING_STEPS } from '#electron/services/trainingCases.ts';
import {
  actionState,
  CASE_ACTIONS,
  type CaseAction,
} from '#shared/domain/case/availableActions.ts';
import type { CaseEvent } from '#shared/domain/case/caseEvent.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { reduceCase } from '#shared/domain/case/reduceCase.ts';
import { APPLICANT_KINDS } from '#shared/training/syntheticRequest.ts';
import { dropFolder, newFolder } from '../store/support/deskFixture.ts';
import { openFilledDesk, RESOURCES } from './support/filledDesk.ts';

const OPENED_AT = Date.parse('2026-11-23T08:00:00.000Z');

describe('invented histories', () => {
  const folder = newFolder();
  let desk: OpenDesk;
  beforeAll(() => {
    const opened = openFilledDesk({ folder, cases: 0, seed: 'histories' });
    desk = { ...opened, store: { ...opened.store, clock: { now: () => OPENED_AT } } };
  });
  afterAll(() => {
    desk.store.close();
    dropFolder(folder);
  });

  const maker = (seed = 'histories') =>
    createHistoryMaker(desk, { seed, mix: BUSY_OFFICE, resourcesFolder: RESOURCES });

  /** Runs a history as a person would: each event only where the table of actions allows it. */
  function walk(wish: HistoryWish): { state: CaseState; events: readonly CaseEvent[] } {
    const steps = maker().history(wish).events();
    const events: CaseEvent[] = [];
    let state: CaseState | null = null;
    let step = steps.next();
    while (step.done !== true) {
      const at = events.length;
      const place = {
        eventId: `018f0000-0000-7000-8000-${String(at).padStart(12, '0')}`,
        deviceId: desk.device.deviceId,
        epoch: 1,
        seq: at + 1,
        at: new Date(OPENED_AT + at * 1000).toISOString(),
        hlc: `${String(OPENED_AT + at).padStart(15, '0')}-00000`,
      };
      const { kind } = step.value;
      if (state !== null) {
        const allowed = actionState(state, assess(desk, state).facts, actionOf(kind));
        expect(allowed.blockers, `${wish.kind} ${kind}`).toEqual([]);
        expect(allowed.inPlace).toBe(true);
      }
      const event = placeCaseEvent(step.value, place, state?.last.eventId ?? null);
      state = reduceCase(state, event);
      events.push(event);
      step = steps.next(state);
    }
    if (state === null) throw new Error('a history without events');
    return { state, events };
  }

  it.each(APPLICANT_KINDS)(
    'of %s go through every state, each event where it may happen',
    (kind) => {
      for (const [number, upTo] of [...TRAINING_STEPS].reverse().entries()) {
        if (number > 0 && number < 7 && kind !== 'widow') continue;
        const openedAt = OPENED_AT;
        const { state } = walk({ number, openedAt, upTo, kind });
        const stops = kind === 'undocumented' && state.status === 'interviewed';
        if (!stops) expect(state.status, `${kind} ${upTo}`).toBe(STATUS_AFTER[upTo]);
      }
    },
  );

  it('are the same for the same seed', () => {
    const wish = { number: 5, openedAt: OPENED_AT, upTo: 'matched' } as const;
    expect(walk(wish)).toEqual(walk(wish));
    expect(maker('other').history(wish).caseId).not.toBe(maker().history(wish).caseId);
  });
});

const STATUS_AFTER = {
  ...{ opened: 'draft', welcomed: 'draft', interviewing: 'draft', interviewed: 'interviewed' },
  ...{ documents: 'interviewed', matched: 'matched', signed: 'signed', submitted: 'submitted' },
} as const;

function actionOf(kind: string): CaseAction {
  const found = Object.entries(CASE_ACTIONS).find(([, rule]) => rule.event === kind);
  if (!found) throw new Error(`nothing does ${kind}`);
  return found[0] as CaseAction;
}

describe('a desk filled with them', () => {
  it('has a chain that holds, and lists that are what its journal says', async () => {
    const folder = newFolder();
    const { store } = openFilledDesk({ folder, cases: 120, seed: 'fill', mix: BUSY_OFFICE });
    const rows = () =>
      ['case_summary', 'beneficiary'].map((table) =>
        store.reader.sqlite.prepare(`SELECT * FROM ${table} ORDER BY 1`).all(),
      );
    const before = rows();
    expect(before[0]).toHaveLength(120);
    expect((await verifyStoredChain(store.reader, nodeCrypto)).ok).toBe(true);
    expect(rebuildProjections(store).ok).toBe(true);
    expect(rows()).toEqual(before);
    const repeated = before[1]?.length ?? 0;
    expect(repeated).toBeLessThan(120);
    store.close();
    dropFolder(folder);
  });

  it('keeps what was written before a history that cannot be', () => {
    const folder = newFolder();
    const desk = openFilledDesk({ folder, cases: 0, seed: 'fill' });
    const { store } = desk;
    const make = createHistoryMaker(desk, {
      seed: 'fill',
      mix: MOSTLY_OPENED,
      resourcesFolder: RESOURCES,
    });
    const good = make.history({ number: 0, openedAt: OPENED_AT });
    const torn = make.history({ number: 1, openedAt: OPENED_AT });
    const bad = {
      ...torn,
      *events() {
        yield {
          kind: 'interviewCompleted',
          caseId: torn.caseId,
          actorId: desk.person.actorId,
          formVersion: null,
          payload: {},
        } as const;
      },
    };
    const writing = appendHistories(store, [good, bad], 1);
    expect(writing.next().value).toBe(1);
    expect(() => writing.next()).toThrow('does not follow');
    expect(readCase(store, good.caseId)).not.toBeNull();
    expect(readCase(store, bad.caseId)).toBeNull();
    store.close();
    dropFolder(folder);
  });
});
