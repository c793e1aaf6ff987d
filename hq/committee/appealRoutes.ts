import type { HubContext } from '../context.ts';
import { answerDeferral, fileAppeal } from '../decisions/appealService.ts';
import { actorOf } from '../dispatcher/actorOf.ts';
import { hqImplementer } from '../dispatcher/implementer.ts';

/** What people say after a decision to headquarters itself. */
export function appealRoutes(hub: HubContext) {
  const { appeals } = hqImplementer;
  return {
    file: appeals.file.handler(({ context, input }) => fileAppeal(hub, actorOf(context), input)),
    answerDeferral: appeals.answerDeferral.handler(({ context, input }) =>
      answerDeferral(hub, actorOf(context), input),
    ),
  };
}
