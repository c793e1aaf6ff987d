import { directionOf } from '#renderer/language/i18n.ts';
import { parseIsoDate } from '#shared/domain/calendar/dayNumber.ts';
import type { SpokenLanguage } from '#shared/domain/case/vocabulary.ts';
import { spokenDayIn } from '#shared/domain/texts/spokenDay.ts';
import {
  contactFromRuns,
  type SpokenDay,
  type SpokenRun,
  statementRuns,
  type TextLibrary,
} from '#shared/domain/texts/textLibrary.ts';

export interface PromiseSentenceProps {
  readonly texts: TextLibrary;
  readonly language: SpokenLanguage;
  /** `YYYY-MM-DD`, Riyadh. */
  readonly replyNotBefore: string;
  readonly contactFrom: string;
  readonly className?: string | undefined;
}

/**
 * The two-week sentence (P35) with its day in both calendars, and from when there is somebody to ask
 * where that day is a day off. Said on the screen and printed on N1 by this one piece.
 */
export function PromiseSentence(props: PromiseSentenceProps) {
  const { texts, language, replyNotBefore, contactFrom } = props;
  const { statement } = texts;
  const dayOf = (iso: string): SpokenDay => {
    const day = parseIsoDate(iso);
    return day === null
      ? { weekday: '', hijri: '', gregorian: iso }
      : spokenDayIn(texts, language, day);
  };
  return (
    <div lang={language} dir={directionOf(language)} className={props.className} data-promise>
      <Runs runs={statementRuns(statement, language, dayOf(replyNotBefore))} />
      {contactFrom !== replyNotBefore && (
        <Runs runs={contactFromRuns(statement, language, dayOf(contactFrom))} />
      )}
    </div>
  );
}

function Runs({ runs }: { readonly runs: readonly SpokenRun[] }) {
  return (
    <p>
      {runs.map(({ words, isStrong }) =>
        isStrong ? <strong key={words}>{words}</strong> : <span key={words}>{words}</span>,
      )}
    </p>
  );
}
