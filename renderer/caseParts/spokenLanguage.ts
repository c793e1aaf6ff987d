import type { AnswerSet } from '#shared/domain/answers/answer.ts';
import { answerAt } from '#shared/domain/answers/answerSet.ts';
import { Language, SpokenLanguage } from '#shared/domain/case/vocabulary.ts';

/**
 * In which language the texts are read to this person: the one they prefer, or the one into which the
 * interpreter carries it; what neither names, or is not at hand, is read in the language of the screen.
 */
export function theirLanguage(answers: AnswerSet, screen: Language): SpokenLanguage {
  for (const path of ['preferredLanguage', 'interpreterLanguage']) {
    const answer = answerAt(answers, path);
    const spoken = SpokenLanguage.safeParse(
      answer !== undefined && 'value' in answer ? answer.value : null,
    );
    if (spoken.success) return spoken.data;
  }
  return screen;
}

/** The screen's own words beside what is read out: in the same language, where they have it. */
export function screenBeside(spoken: SpokenLanguage, screen: Language): Language {
  const own = Language.safeParse(spoken);
  return own.success ? own.data : screen;
}
