import type { HubContext } from '../context.ts';
import { hqImplementer } from '../dispatcher/implementer.ts';
import { OpinionTotals } from './opinionTotals.ts';

/** What people say of the service, in totals. */
export function opinionRoutes(hub: HubContext) {
  const totals = new OpinionTotals(hub);
  const { opinions } = hqImplementer;
  return {
    totals: opinions.totals.handler(() => totals.read()),
    words: opinions.words.handler(() => totals.words()),
  };
}
