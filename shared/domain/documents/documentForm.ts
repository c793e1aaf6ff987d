import type { z } from 'zod';
import type { LocalText, Questionnaire } from '../questionnaire/model.ts';
import { parseQuestionnaire } from '../questionnaire/parseQuestionnaire.ts';
import type { QuestionnaireSource } from '../questionnaire/source.ts';

/** The rows of a document's small form, without the settings and the one section that all have alike. */
export type DocumentFormSource = Pick<z.infer<typeof QuestionnaireSource>, 'survey' | 'choices'>;

/**
 * The form on which a document is read, as a questionnaire of one section, so that the interview's
 * own field components show it and its own engine checks it.
 * @throws QuestionnaireError for a faulty form
 */
export function parseDocumentForm(
  name: string,
  version: number,
  title: LocalText,
  source: DocumentFormSource,
): Questionnaire {
  return parseQuestionnaire({
    settings: {
      form_id: `document-${name}`,
      version: String(version),
      'title::ar': title.ar,
      'title::en': title.en,
    },
    survey: [
      {
        type: 'begin_group',
        name: 'document',
        'label::ar': title.ar,
        'label::en': title.en,
      },
      ...source.survey,
      { type: 'end_group' },
    ],
    choices: source.choices,
  });
}
