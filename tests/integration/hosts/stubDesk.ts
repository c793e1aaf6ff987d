import { type AnyProcedure, isProcedure, traverseContractProcedures } from '@orpc/server';
import { CallsUnderWay } from '#electron/dispatcher/callsUnderWay.ts';
import type { Desk, DeskRouter } from '#electron/dispatcher/desk.ts';
import { deskImplementer } from '#electron/dispatcher/implementer.ts';
import { deskContract } from '#shared/contracts/deskContract.ts';
import type { Person } from '#shared/contracts/session.ts';
import { Person as PersonSchema } from '#shared/contracts/session.ts';
import { createRecordedLog, type RecordedLog } from './recordedLog.ts';

export const REPRESENTATIVE: Person = PersonSchema.parse({
  actorId: '01998d2e-7a00-7000-8000-000000000001',
  displayName: 'نورة العتيبي',
  role: 'representative',
});

export type StubHandlers = Readonly<Record<string, (input: unknown) => unknown>>;

export interface StubDesk extends Desk {
  readonly log: RecordedLog;
  /** Paths of the procedures whose handler was reached. */
  readonly called: readonly string[];
}

/** Paths of every procedure of the desk: `cases.get`. */
export function procedurePaths(): readonly (readonly string[])[] {
  const paths: (readonly string[])[] = [];
  traverseContractProcedures({ router: deskContract, path: [] }, ({ path }) => paths.push(path));
  return paths;
}

/**
 * A desk of the real contract and the real dispatcher with handlers of the test's own; procedures
 * without one fail.
 */
export function createStubDesk(
  handlers: StubHandlers,
  currentPerson: () => Person | null = () => REPRESENTATIVE,
  isTurned: () => boolean = () => false,
): StubDesk {
  const log = createRecordedLog();
  const called: string[] = [];
  const router: Record<string, Record<string, AnyProcedure>> = {};
  for (const [feature = '', name = ''] of procedurePaths()) {
    const path = `${feature}.${name}`;
    const group = (router[feature] ??= {});
    group[name] = implemented([feature, name], (input) => {
      called.push(path);
      const handler = handlers[path];
      if (handler === undefined) throw new Error(`no handler for ${path} in this test`);
      return handler(input);
    });
  }
  assertWholeRouter(router);
  return {
    log,
    called,
    router,
    context: { session: { currentPerson, isTurned }, log, calls: new CallsUnderWay() },
    close: () => Promise.resolve(),
  };
}

function implemented(path: readonly string[], handle: (input: unknown) => unknown): AnyProcedure {
  let implementer: unknown = deskImplementer;
  for (const segment of path) implementer = stepInto(implementer, segment);
  if (!hasHandler(implementer)) throw new Error(`${path.join('.')} cannot be implemented`);
  const procedure = implementer.handler(({ input }) => handle(input));
  if (!isProcedure(procedure)) throw new Error(`${path.join('.')} is no procedure`);
  return procedure;
}

function stepInto(place: unknown, segment: string): unknown {
  if ((typeof place !== 'object' && typeof place !== 'function') || place === null) return null;
  return Reflect.get(place, segment);
}

interface WithHandler {
  handler(handle: (call: { readonly input: unknown }) => unknown): unknown;
}

function hasHandler(place: unknown): place is WithHandler {
  return typeof stepInto(place, 'handler') === 'function';
}

/** The loop above follows the contract, so what it built has the contract's shape; looked at again here. */
function assertWholeRouter(router: object): asserts router is DeskRouter {
  for (const path of procedurePaths()) {
    let place: unknown = router;
    for (const segment of path) place = stepInto(place, segment);
    if (!isProcedure(place)) throw new Error(`${path.join('.')} is missing`);
  }
}
