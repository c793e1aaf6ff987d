import { type ImplementerInternalWithMiddlewares, implement } from '@orpc/server';
import { hqContract } from '#shared/contracts/hq/hqContract.ts';
import { type HqCallContext, hqGuard } from './guard.ts';

/** The one way to implement a procedure of the hub: whatever is built with it stands behind the guard. */
export const hqImplementer: ImplementerInternalWithMiddlewares<
  typeof hqContract,
  HqCallContext,
  HqCallContext
> = implement(hqContract).$context<HqCallContext>().use(hqGuard);
