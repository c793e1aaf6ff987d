import { type Middleware, ORPCError, ValidationError } from '@orpc/server';
import type { ContractMeta } from '#shared/contracts/base.ts';
import { DeskErrorCode, DeskErrorData } from '#shared/contracts/errors.ts';
import { Permission, roleMay } from '#shared/domain/case/permission.ts';
import type { DeskContext } from './context.ts';
import { describeFailure } from './describeFailure.ts';
import { DeskError } from './deskError.ts';
import type { Log } from './log.ts';

type NothingAdded = Record<never, never>;

/**
 * Stands before every procedure, input not yet parsed: asks for the permission that the contract
 * names, then calls, then sees to it that nothing but typed errors of the closed list gets out.
 */
export const guard: Middleware<
  DeskContext,
  NothingAdded,
  unknown,
  unknown,
  NothingAdded,
  ContractMeta
> = async ({ context, path, procedure, next }) => {
  try {
    assertPermitted(procedure['~orpc'].meta, context);
    return await context.calls.during(async () => next());
  } catch (error) {
    throw toTypedError(error, path.join('.'), context.log);
  }
};

/**
 * Throws `notPermitted` when the contract names no permission, or one that does not exist, or one
 * that the person's role does not hold; `notUnlocked` when nobody is there; `kioskStands` while the screen is the beneficiary's.
 */
export function assertPermitted(meta: ContractMeta, context: DeskContext): void {
  const permission = Permission.safeParse(meta.permission);
  if (!permission.success) throw new DeskError('notPermitted');
  if (permission.data === 'open') return;
  const person = context.session.currentPerson();
  if (person === null) throw new DeskError('notUnlocked');
  if (context.session.isTurned() && permission.data !== 'opinion.give') {
    throw new DeskError('kioskStands');
  }
  if (!roleMay(person.role, permission.data)) throw new DeskError('notPermitted');
}

/**
 * The error that crosses the boundary. What was sent in is never part of it: parsers' messages
 * quote their input.
 */
export function toTypedError(error: unknown, place: string, log: Log): ORPCError<string, unknown> {
  if (error instanceof DeskError) return typedError(error.code, error.data);
  if (error instanceof ORPCError) {
    const code = DeskErrorCode.safeParse(error.code);
    const data = DeskErrorData.optional().safeParse(error.data);
    if (code.success && data.success) return typedError(code.data, data.data);
    if (error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError) {
      return typedError('inputInvalid');
    }
  }
  return typedError('unexpected', { logId: log.failure(describeFailure(place, error)) });
}

function typedError(code: DeskErrorCode, data?: DeskErrorData): ORPCError<string, unknown> {
  return new ORPCError(code, { defined: true, message: code, data });
}
