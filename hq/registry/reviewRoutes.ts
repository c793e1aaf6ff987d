import type { HubContext } from '../context.ts';
import { actorOf } from '../dispatcher/actorOf.ts';
import { hqImplementer as hq } from '../dispatcher/implementer.ts';
import { collisionsOf, dismiss } from './collisionService.ts';
import {
  askBranch,
  merge,
  mergesOf,
  pairOf,
  pairsOf,
  reviewOfCase,
  tellApart,
  undo,
} from './reviewService.ts';

/** Who is who, as a person at headquarters says it. */
export function reviewRoutes(hub: HubContext) {
  return {
    list: hq.review.list.handler(({ input }) => pairsOf(hub, input)),
    pair: hq.review.pair.handler(({ input }) => pairOf(hub, input)),
    merge: hq.review.merge.handler(({ context, input }) => merge(hub, actorOf(context), input)),
    tellApart: hq.review.tellApart.handler(({ context, input }) =>
      tellApart(hub, actorOf(context), input),
    ),
    askBranch: hq.review.askBranch.handler(({ context, input }) =>
      askBranch(hub, actorOf(context), input),
    ),
    merges: hq.review.merges.handler(({ input }) => mergesOf(hub, input)),
    undo: hq.review.undo.handler(({ context, input }) => undo(hub, actorOf(context), input)),
    collisions: hq.review.collisions.handler(({ input }) => collisionsOf(hub, input)),
    dismiss: hq.review.dismiss.handler(({ context, input }) =>
      dismiss(hub, actorOf(context), input),
    ),
    ofCase: hq.review.ofCase.handler(({ input }) => reviewOfCase(hub, input)),
  };
}
