import type { ActorId } from '#shared/domain/identity.ts';
import type { HubContext } from '../context.ts';
import type { HqCallContext } from '../dispatcher/guard.ts';
import { hqImplementer } from '../dispatcher/implementer.ts';
import * as service from './deliveryService.ts';
import { openServiceCase } from './serviceCase.ts';

/** Registration, delivery, withdrawal and closing at headquarters. */
export function deliveryRoutes(hub: HubContext, actorOf: (context: HqCallContext) => ActorId) {
  const { delivery } = hqImplementer;
  return {
    list: delivery.list.handler(({ input }) => service.listServiceWork(hub, input)),
    open: delivery.open.handler(({ input }) => openServiceCase(hub, input.caseId)),
    register: delivery.register.handler(({ context, input }) =>
      service.register(hub, actorOf(context), input),
    ),
    schedule: delivery.schedule.handler(({ context, input }) =>
      service.schedule(hub, actorOf(context), input),
    ),
    deliver: delivery.deliver.handler(({ context, input }) =>
      service.deliver(hub, actorOf(context), input),
    ),
    settle: delivery.settle.handler(({ context, input }) =>
      service.settle(hub, actorOf(context), input),
    ),
    withdraw: delivery.withdraw.handler(({ context, input }) =>
      service.withdraw(hub, actorOf(context), input),
    ),
    notReached: delivery.notReached.handler(({ context, input }) =>
      service.notReached(hub, actorOf(context), input),
    ),
    close: delivery.close.handler(({ context, input }) =>
      service.close(hub, actorOf(context), input),
    ),
    print: delivery.print.handler(({ context, input }) =>
      service.printPaper(hub, actorOf(context), input),
    ),
  };
}
