import { oc } from '@orpc/contract';
import {
  call,
  createRouterClient,
  implement,
  ORPCError,
  traverseContractProcedures,
} from '@orpc/server';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CallsUnderWay } from '#electron/dispatcher/callsUnderWay.ts';
import type { DeskContext } from '#electron/dispatcher/context.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import { assertPermitted, guard } from '#electron/dispatcher/guard.ts';
import type { ContractMeta } from '#shared/contracts/base.ts';
import { deskContract } from '#shared/contracts/deskContract.ts';
import { DESK_ERRORS } from '#shared/contracts/errors.ts';
import { Permission } from '#shared/domain/case/permission.ts';
import { createRecordedLog } from './recordedLog.ts';
import { createStubDesk, REPRESENTATIVE } from './stubDesk.ts';

interface Listed {
  readonly path: string;
  readonly permission: string | undefined;
}

function everyProcedure(): readonly Listed[] {
  const listed: Listed[] = [];
  traverseContractProcedures({ router: deskContract, path: [] }, ({ contract, path }) => {
    const meta = z.object({ permission: z.string().optional() }).parse(contract['~orpc'].meta);
    listed.push({ path: path.join('.'), permission: meta.permission });
  });
  return listed;
}

const PROCEDURES = everyProcedure();

/** The refusal of a call, as it would go over the boundary. */
async function refusalOf(attempt: Promise<unknown>) {
  const refusal: unknown = await attempt.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(refusal instanceof ORPCError)) throw new Error('was not refused by a typed error');
  return refusal;
}

async function callByPath(
  desk: ReturnType<typeof createStubDesk>,
  path: string,
  input?: unknown,
): Promise<unknown> {
  let place: unknown = createRouterClient(desk.router, { context: desk.context });
  for (const segment of path.split('.')) {
    place =
      typeof place === 'function' || typeof place === 'object'
        ? Reflect.get(place ?? {}, segment)
        : null;
  }
  if (typeof place !== 'function') throw new Error(`${path} cannot be called`);
  return Reflect.apply(place, undefined, [input]);
}

describe('every procedure of the desk', () => {
  it('is enumerated', () => {
    expect(PROCEDURES.length).toBeGreaterThan(25);
    expect(PROCEDURES.map(({ path }) => path)).toContain('submission.submit');
  });

  it.each(PROCEDURES)('$path names a permission that exists', ({ permission }) => {
    expect(Permission.options).toContain(permission);
  });

  it.each(PROCEDURES.filter(({ permission }) => permission !== 'open'))(
    '$path is refused while the desk is locked',
    async ({ path }) => {
      const desk = createStubDesk({}, () => null);
      const refusal = await refusalOf(callByPath(desk, path));
      expect(refusal.toJSON()).toMatchObject({ code: 'notUnlocked', defined: true });
      expect(desk.called).toEqual([]);
    },
  );

  it.each(PROCEDURES.filter(({ permission }) => permission === 'open'))(
    '$path may be called while the desk is locked',
    async ({ path }) => {
      const desk = createStubDesk({}, () => null);
      const refusal = await refusalOf(callByPath(desk, path));
      expect(['inputInvalid', 'unexpected']).toContain(refusal.code);
    },
  );

  it('names the ones that are open to everybody', () => {
    const open = PROCEDURES.filter(({ permission }) => permission === 'open');
    expect(open.map(({ path }) => path).sort()).toEqual([
      // Before there is a desk, or when its door does not open: a copy is looked for and restored.
      'copies.browse',
      'restore.begin',
      'restore.look',
      'restore.open',
      'restore.status',
      'session.found',
      'session.lock',
      'session.recover',
      'session.setPreferences',
      'session.status',
      'session.uncover',
      'session.unlock',
    ]);
  });
});

describe('permissions', () => {
  const context: DeskContext = {
    session: { currentPerson: () => REPRESENTATIVE, isTurned: () => false },
    log: createRecordedLog(),
    calls: new CallsUnderWay(),
  };

  it('refuses a contract without a permission, even for an unlocked desk', () => {
    expect(() => assertPermitted({}, context)).toThrow(new DeskError('notPermitted'));
  });

  it('refuses a permission that does not exist', () => {
    const meta: object = { permission: 'case.destroy' };
    expect(() => assertPermitted(meta, context)).toThrow(new DeskError('notPermitted'));
  });

  it('refuses before the input is parsed', async () => {
    let parsed = false;
    const input = z.unknown().transform(() => {
      parsed = true;
      return null;
    });
    const contract = { only: oc.$meta<ContractMeta>({}).errors(DESK_ERRORS).input(input) };
    const implementer = implement(contract).$context<DeskContext>().use(guard);
    const procedure = implementer.only.handler(() => 'done');
    const refusal = await refusalOf(call(procedure, 'anything', { context }));
    expect(refusal.code).toBe('notPermitted');
    expect(parsed).toBe(false);
  });

  it('asks who is there at every call', async () => {
    let locked = false;
    const desk = createStubDesk({ 'session.cover': () => null }, () =>
      locked ? null : REPRESENTATIVE,
    );
    await refusalOf(callByPath(desk, 'session.cover'));
    expect(desk.called).toEqual(['session.cover']);
    locked = true;
    expect((await refusalOf(callByPath(desk, 'session.cover'))).code).toBe('notUnlocked');
    expect(desk.called).toEqual(['session.cover']);
  });
});

describe('errors', () => {
  const SECRET = 'هيا القحطاني 1010101010';
  const input = { caseId: '01998d2e-7a00-7000-8000-000000000002' };

  it('hands over a refusal with its code and data', async () => {
    const desk = createStubDesk({
      'cases.get': () => {
        throw new DeskError('actionNotAllowed', { blockers: [{ part: 'D3' }] });
      },
    });
    const refusal = await refusalOf(callByPath(desk, 'cases.get', input));
    expect(refusal.toJSON()).toMatchObject({
      defined: true,
      code: 'actionNotAllowed',
      data: { blockers: [{ part: 'D3' }] },
    });
    expect(desk.log.failures).toEqual([]);
  });

  it('turns anything else into "unexpected" and logs its kind and stack without any message', async () => {
    const desk = createStubDesk({
      'cases.get': () => {
        const cause = Object.assign(new RangeError(`${SECRET}\n    at ${SECRET} (x.ts:1:1)`), {
          code: 'SQLITE_FULL',
        });
        throw new TypeError(`cannot read ${SECRET}\n    at ${SECRET} (x.ts:1:1)`, { cause });
      },
    });
    const refusal = await refusalOf(callByPath(desk, 'cases.get', input));
    expect(refusal.toJSON()).toMatchObject({
      defined: true,
      code: 'unexpected',
      data: { logId: 'log-1' },
    });
    expect(JSON.stringify(refusal)).not.toContain(SECRET);
    const [failure] = desk.log.failures;
    expect(failure).toMatchObject({
      place: 'cases.get',
      kinds: ['TypeError', 'RangeError SQLITE_FULL'],
    });
    expect(failure?.frames[0]).toContain('dispatcher.test.ts');
    expect(JSON.stringify(failure)).not.toContain(SECRET);
  });

  it('logs the type alone of what was thrown and is no error', async () => {
    const desk = createStubDesk({ 'cases.get': () => Promise.reject(Object(SECRET)) });
    expect((await refusalOf(callByPath(desk, 'cases.get', input))).code).toBe('unexpected');
    expect(desk.log.failures).toEqual([
      { place: 'cases.get', kinds: ['thrown object'], frames: [] },
    ]);
  });

  it('refuses malformed input without repeating it', async () => {
    const desk = createStubDesk({ 'cases.get': () => null });
    const refusal = await refusalOf(callByPath(desk, 'cases.get', { caseId: SECRET, [SECRET]: 1 }));
    expect(refusal.toJSON()).toMatchObject({ defined: true, code: 'inputInvalid' });
    expect(JSON.stringify(refusal)).not.toContain(SECRET);
    expect(desk.called).toEqual([]);
    expect(desk.log.failures).toEqual([]);
  });

  it('does not let out an answer that breaks its contract', async () => {
    const desk = createStubDesk({ 'cases.get': () => ({ caseFile: SECRET }) });
    const refusal = await refusalOf(callByPath(desk, 'cases.get', input));
    expect(refusal.code).toBe('unexpected');
    expect(JSON.stringify([refusal, desk.log.failures])).not.toContain(SECRET);
  });
});
