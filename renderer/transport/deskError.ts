import { ORPCError } from '@orpc/client';
import { DeskErrorCode, DeskErrorData } from '#shared/contracts/errors.ts';
import { ConnectionLost } from './channel.ts';

/** Why a call failed, for the screen: each code has its sentence in `locales/*\/errors.json`. */
export type DeskFailure =
  | { readonly code: DeskErrorCode; readonly data: DeskErrorData | undefined }
  | { readonly code: 'connectionLost'; readonly data: undefined };

/** Whatever a call may have thrown; what is not of the closed list is `unexpected`. */
export function deskErrorOf(error: unknown): DeskFailure {
  if (error instanceof ConnectionLost) return { code: 'connectionLost', data: undefined };
  if (error instanceof ORPCError) {
    const code = DeskErrorCode.safeParse(error.code);
    const data = DeskErrorData.optional().safeParse(error.data);
    if (code.success) return { code: code.data, data: data.success ? data.data : undefined };
  }
  return { code: 'unexpected', data: undefined };
}
