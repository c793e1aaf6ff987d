import type { HubContext } from '../context.ts';
import { answerDeferral, fileAppeal } from '../decisions/appealService.ts';
import { decisionAsMayHear } from '../decisions/decisionConfidence.ts';
import { actorOf } from '../dispatcher/actorOf.ts';
import { hqImplementer } from '../dispatcher/implementer.ts';
import { printCasePaper } from '../papers/printCasePaper.ts';
import { decideAppeal } from './decideAppeal.ts';

/** What people say after a decision to headquarters itself. */
export function appealRoutes(hub: HubContext) {
  const { appeals } = hqImplementer;
  return {
    file: appeals.file.handler(async ({ context, input }) =>
      decisionAsMayHear(context, await fileAppeal(hub, actorOf(context), input)),
    ),
    print: appeals.print.handler(({ context, input: { appealId, ...input } }) =>
      printCasePaper(hub, actorOf(context), {
        ...input,
        paper: 'N9',
        subjectOf: ({ afterDecision }) =>
          afterDecision.appeals.find((each) => each.appealId === appealId)?.appealId ?? null,
      }),
    ),
    decide: appeals.decide.handler(({ context, input }) =>
      decideAppeal(hub, actorOf(context), input),
    ),
    answerDeferral: appeals.answerDeferral.handler(async ({ context, input }) =>
      decisionAsMayHear(context, await answerDeferral(hub, actorOf(context), input)),
    ),
  };
}
