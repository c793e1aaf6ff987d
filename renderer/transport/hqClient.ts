import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { HqErrorCode, HqErrorData } from '#shared/contracts/hq/errors.ts';
import type { hqContract } from '#shared/contracts/hq/hqContract.ts';

export type HqClient = ContractRouterClient<typeof hqContract>;

/** No answer of headquarters came: the network, or the hub, is away. */
class HubAway extends Error {
  override readonly name = 'HubAway';
}

/** Calls to the hub that served this page; the browser's own session cookie goes with them. */
export function connectHq(): HqClient {
  const link = new RPCLink({
    url: new URL('/rpc', window.location.href).href,
    interceptors: [
      async ({ next, signal }) => {
        try {
          return await next();
        } catch (error) {
          if (error instanceof ORPCError || signal?.aborted === true) throw error;
          // `fetch` says every loss of the network with a TypeError; an answer that is not the hub's
          // (a proxy's page, say) cannot be read and comes here too.
          throw new HubAway('no answer of the hub', { cause: error });
        }
      },
    ],
  });
  return createORPCClient(link);
}

/** Why a call failed, for the screen: each code has its sentence in `locales/*\/hqErrors.json`. */
export type HqFailure =
  | { readonly code: HqErrorCode; readonly data: HqErrorData | undefined }
  | { readonly code: 'hubAway'; readonly data: undefined };

/** A screen comes from the hub too when it is first gone to; each browser says in its own words that none came. */
export function isScreenGone(error: unknown): boolean {
  return (
    error instanceof Error &&
    /dynamically imported module|module script failed|preload CSS/u.test(error.message)
  );
}

/** Whatever a call may have thrown; what is not of the closed list is `unexpected`. */
export function hqErrorOf(error: unknown): HqFailure {
  if (error instanceof HubAway || isScreenGone(error)) return { code: 'hubAway', data: undefined };
  if (error instanceof ORPCError) {
    const code = HqErrorCode.safeParse(error.code);
    const data = HqErrorData.optional().safeParse(error.data);
    if (code.success) return { code: code.data, data: data.success ? data.data : undefined };
    // A proxy between browser and hub answers in its own words while the hub is away.
    if (error.status >= 502 && error.status <= 504) return { code: 'hubAway', data: undefined };
  }
  return { code: 'unexpected', data: undefined };
}
