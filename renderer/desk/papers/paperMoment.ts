import type { OpenCase } from '#renderer/access/caseFile.ts';
import { dayOf } from '#renderer/language/days.ts';
import { assessCase, type CaseAssessment } from '#shared/domain/case/assessCase.ts';
import type { CaseState, Mark } from '#shared/domain/case/caseState.ts';
import { replayCase } from '#shared/domain/case/reduceCase.ts';
import { IsoDay } from '#shared/domain/identity.ts';

/** The case as it stood when something was signed or handed in, found with the rules of that day. */
export interface PaperMoment {
  readonly state: CaseState;
  readonly assessment: CaseAssessment;
  /** Riyadh, `YYYY-MM-DD`. */
  readonly day: IsoDay;
}

/**
 * A paper says what was true at its event and never what was changed later: it is made from the events
 * up to and with that one, and ages and validity are counted on its day.
 * @throws RangeError when the event is not one of this case
 */
export function momentOf(
  { events, rules }: Pick<OpenCase, 'events' | 'rules'>,
  mark: Mark,
): PaperMoment {
  const at = events.findIndex(({ eventId }) => eventId === mark.eventId);
  const state = at === -1 ? null : replayCase(events.slice(0, at + 1));
  if (state === null) throw new RangeError('no such event in this case');
  const day = IsoDay.parse(dayOf(mark.at));
  return { state, assessment: assessCase(state, { ...rules, today: day }), day };
}
