import type { StandardHandlerOptions } from '@orpc/server/standard';
import type { DeskContext } from './context.ts';
import { DeskError } from './deskError.ts';
import { toTypedError } from './guard.ts';

/**
 * Options for oRPC's handlers, the same on every host. What fails before a procedure's guard is
 * reached (no such procedure, a body that cannot be decoded) leaves as a typed error too.
 */
export const deskHandlerOptions: StandardHandlerOptions<DeskContext> = {
  interceptors: [
    async ({ context, next }) => {
      try {
        const result = await next();
        // A window of another version than the desk asks for what is not here any more.
        if (!result.matched) throw new DeskError('inputInvalid');
        return result;
      } catch (error) {
        throw toTypedError(error, 'handler', context.log);
      }
    },
  ],
};
