import { type ImplementerInternalWithMiddlewares, implement } from '@orpc/server';
import { type DeskContract, deskContract } from '#shared/contracts/deskContract.ts';
import type { DeskContext } from './context.ts';
import { guard } from './guard.ts';

/**
 * The one way to implement a procedure of the desk: whatever is built with it stands behind the
 * guard, which asks for permission before the input is even parsed and lets only typed errors out.
 *
 *     deskImplementer.cases.get.handler(({ input }) => …)
 */
export const deskImplementer: DeskImplementer = implement(deskContract)
  .$context<DeskContext>()
  .use(guard);

/** By its name, since the whole of it is longer than the compiler writes out. */
type DeskImplementer = ImplementerInternalWithMiddlewares<DeskContract, DeskContext, DeskContext>;
