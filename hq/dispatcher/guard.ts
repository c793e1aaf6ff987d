import { type Middleware, ORPCError, ValidationError } from '@orpc/server';
import { isDatabaseAway } from '#db/hub/connection.ts';
import type { HqContractMeta } from '#shared/contracts/hq/base.ts';
import { HQ_ERROR_STATUS, HqErrorCode, HqErrorData } from '#shared/contracts/hq/errors.ts';
import type { HqPerson } from '#shared/contracts/hq/session.ts';
import { HqPermission, rolesMay } from '#shared/domain/hub/hqPermission.ts';
import type { HubLog } from '../host/log.ts';
import { HqError } from './hqError.ts';

/** Who asks, as one request of HTTP knows it. */
export interface Visit {
  /** Null when nobody is signed in. */
  readonly person: HqPerson | null;
  /** The session's token as the browser sent it. */
  readonly token: string | null;
  /** Gives the browser a session, or takes it away. */
  setToken(token: string | null): void;
}

export interface HqCallContext {
  readonly visit: Visit;
  readonly log: HubLog;
}

type NothingAdded = Record<never, never>;

/**
 * Stands before every procedure, input not yet parsed: asks for the permission that the contract
 * names, then calls, then sees to it that nothing but typed errors of the closed list gets out.
 */
export const hqGuard: Middleware<
  HqCallContext,
  NothingAdded,
  unknown,
  unknown,
  NothingAdded,
  HqContractMeta
> = async ({ context, path, procedure, next }) => {
  try {
    assertHqPermitted(procedure['~orpc'].meta, context.visit);
    return await next();
  } catch (error) {
    throw toHqTypedError(error, path.join('.'), context.log);
  }
};

/** @throws HqError `notPermitted` or `notSignedIn` */
export function assertHqPermitted(meta: HqContractMeta, { person }: Pick<Visit, 'person'>): void {
  const permission = HqPermission.safeParse(meta.permission);
  if (!permission.success) throw new HqError('notPermitted');
  if (permission.data === 'open') return;
  if (person === null) throw new HqError('notSignedIn');
  if (!rolesMay(person.roles, permission.data)) throw new HqError('notPermitted');
}

/** The error that crosses the boundary; what was sent in is never part of it. */
export function toHqTypedError(
  error: unknown,
  place: string,
  log: HubLog,
): ORPCError<string, unknown> {
  if (error instanceof HqError) return typedError(error.code, error.data);
  if (error instanceof ORPCError) {
    const code = HqErrorCode.safeParse(error.code);
    const data = HqErrorData.optional().safeParse(error.data);
    if (code.success && data.success) return typedError(code.data, data.data);
    if (error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError) {
      return typedError('inputInvalid');
    }
  }
  if (isDatabaseAway(error)) return typedError('databaseAway');
  return typedError('unexpected', { logId: log.failure(place, error) });
}

function typedError(code: HqErrorCode, data?: HqErrorData): ORPCError<string, unknown> {
  return new ORPCError(code, {
    defined: true,
    status: HQ_ERROR_STATUS[code],
    message: code,
    data,
  });
}
