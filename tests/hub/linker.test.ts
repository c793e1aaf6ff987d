import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { writeHub } from '#db/hub/connection.ts';
import { putLinkedPersons } from '#db/hub/linkedPersons.ts';
import { createLinker, type Linker } from '#hq/linkage/linker.ts';
import { type PersonText, personValues } from '#shared/domain/linkage/personValues.ts';
import { arabicRegister, USUAL_PLAN } from '#tests/bench/matching/arabicRegister.ts';
import { createTestHub, type TestHub } from './support/testHub.ts';

/** From so many on their own data say more than the first weights. */
const PERSONS = 5_000;

const register = arabicRegister({ ...USUAL_PLAN, size: PERSONS + 500, seed: 5 });
const valuesOf = (cells: readonly string[]) =>
  personValues(
    Object.fromEntries(
      register.headings.slice(1).map((heading, at) => [heading, cells[at + 1]]),
    ) as PersonText,
  );

let hub: TestHub;
let linker: Linker;
beforeAll(async () => {
  hub = await createTestHub();
  const { context } = hub.hub;
  const saidAt = new Date(context.clock.now()).toISOString();
  await writeHub(context.db, (writer) =>
    putLinkedPersons(
      writer,
      register.left.slice(0, PERSONS).map(({ cells }) => ({
        id: context.ids.uuid(),
        values: valuesOf(cells),
        caseId: context.ids.uuid(),
        saidAt,
      })),
    ),
  );
  linker = createLinker(context);
});
afterAll(async () => {
  await linker.close();
  await hub.close();
});

it('five thousand persons teach their own weights, and nobody waits for it', async () => {
  const { context } = hub.hub;
  const { cells = [] } = register.left[0] ?? {};
  const sameAgain = () =>
    linker.link([{ id: context.ids.uuid(), values: valuesOf(cells), except: [] }]);
  const first = await sameAgain();
  expect(first.knowledge).toBe(1);
  expect(first.applicants[0]?.candidates.length).toBeGreaterThan(0);
  await vi.waitFor(async () => expect((await sameAgain()).knowledge).toBe(2), {
    timeout: 25_000,
    interval: 100,
  });
  const [learnt] = await context.db.query<{ readonly version: number; readonly persons: number }>(
    'SELECT version, persons FROM linkage_knowledge ORDER BY version DESC LIMIT 1',
  );
  expect(learnt?.version).toBe(2);
  expect(learnt?.persons).toBeGreaterThanOrEqual(PERSONS);
  expect((await sameAgain()).applicants[0]?.candidates.length).toBeGreaterThan(0);
});
