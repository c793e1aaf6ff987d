import { spokenDay } from '#renderer/language/days.ts';
import { directionOf } from '#renderer/language/i18n.ts';
import type { Language } from '#shared/domain/case/vocabulary.ts';
import {
  contactFromRuns,
  type SpokenRun,
  statementRuns,
  type TextLibrary,
} from '#shared/domain/texts/textLibrary.ts';

export interface PromiseSentenceProps {
  readonly statement: TextLibrary['statement'];
  readonly language: Language;
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
  const { statement, language, replyNotBefore, contactFrom } = props;
  const day = spokenDay(replyNotBefore, language);
  const contact = spokenDay(contactFrom, language);
  return (
    <div lang={language} dir={directionOf(language)} className={props.className} data-promise>
      <Runs runs={statementRuns(statement, language, day)} />
      {contactFrom !== replyNotBefore && (
        <Runs runs={contactFromRuns(statement, language, contact)} />
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
