import { isContractProcedure } from '@orpc/contract';
import { createRouterClient, ORPCError } from '@orpc/server';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { deskContract } from '#shared/contracts/deskContract.ts';
import { BranchRole, Permission, ROLE_PERMISSIONS } from '#shared/domain/case/permission.ts';
import { createStubDesk, procedurePaths, REPRESENTATIVE } from './stubDesk.ts';

/** What each role may do of what stands around the case, said here once more and by hand. */
const AROUND_THE_CASE = {
  'contacts.read': { representative: true, relationsOfficer: true },
  'contacts.write': { representative: true, relationsOfficer: true },
  'complaints.record': { representative: true, relationsOfficer: true },
  'complaints.read': { representative: false, relationsOfficer: true },
  'opinion.give': { representative: true, relationsOfficer: true },
} as const satisfies Partial<Record<Permission, Record<BranchRole, boolean>>>;

const Place = z.custom<object>(
  (value) => (typeof value === 'object' || typeof value === 'function') && value !== null,
);

function inside(place: object, group: string, name: string): unknown {
  const found: unknown = Reflect.get(place, group);
  return Reflect.get(Place.parse(found), name);
}

function permissionOf([feature = '', name = '']: readonly string[]): Permission {
  const contract = inside(deskContract, feature, name);
  if (!isContractProcedure(contract)) throw new Error(`${feature}.${name} is no procedure`);
  return Permission.parse(inside(contract['~orpc'], 'meta', 'permission'));
}

const Call = z.custom<(input: unknown) => Promise<unknown>>((value) => typeof value === 'function');

/** The code with which a call comes back whose input no procedure would take. */
async function codeOf(
  path: readonly string[],
  role: BranchRole,
  isTurned: boolean,
): Promise<string> {
  const desk = createStubDesk(
    {},
    () => ({ ...REPRESENTATIVE, role }),
    () => isTurned,
  );
  const client: object = createRouterClient(desk.router, { context: desk.context });
  const [feature = '', name = ''] = path;
  const call = Call.parse(inside(client, feature, name));
  const outcome: unknown = await call({ no: 'such input' }).catch((error: unknown) => error);
  return outcome instanceof ORPCError ? z.string().parse(outcome.code) : 'answered';
}

const TABLE = procedurePaths().flatMap((path) =>
  BranchRole.options.map((role) => [path.join('.'), role, path] as const),
);

describe('role and procedure', () => {
  it.each(Object.entries(AROUND_THE_CASE))('%s is held as the table says', (permission, held) => {
    for (const role of BranchRole.options) {
      const permissions: readonly string[] = ROLE_PERMISSIONS[role];
      expect(permissions.includes(permission), role).toBe(held[role]);
    }
  });

  it.each(TABLE)('%s for the %s', async (_name, role, path) => {
    const permission = permissionOf(path);
    const permissions: readonly Permission[] = ROLE_PERMISSIONS[role];
    const may = permission === 'open' || permissions.includes(permission);
    const code = await codeOf(path, role, false);
    if (may) expect(code).not.toBe('notPermitted');
    else expect(code).toBe('notPermitted');
  });

  it.each(TABLE)(
    '%s for the %s, with the screen turned to the beneficiary',
    async (_name, role, path) => {
      const answers = ['open', 'opinion.give'].includes(permissionOf(path));
      const code = await codeOf(path, role, true);
      if (answers) expect(code).not.toBe('kioskStands');
      else expect(code).toBe('kioskStands');
    },
  );
});
