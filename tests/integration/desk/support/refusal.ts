import { ORPCError } from '@orpc/server';
import { DeskErrorCode, DeskErrorData } from '#shared/contracts/errors.ts';

/** The refusal of a call, as it goes over the boundary; fails when the call was not refused. */
export async function refusalOf(
  attempt: Promise<unknown>,
): Promise<{ readonly code: DeskErrorCode; readonly data: DeskErrorData }> {
  const outcome: unknown = await attempt.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(outcome instanceof ORPCError)) throw new Error('was not refused');
  return {
    code: DeskErrorCode.parse(outcome.code),
    data: DeskErrorData.parse(outcome.data ?? {}),
  };
}
