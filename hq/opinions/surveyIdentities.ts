import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of headquarters' folder: the secret halves of the keys of the survey, as `age-keygen` writes them. */
export const SURVEY_KEY_FILE = 'survey-key.txt';

const IDENTITY = /^AGE-SECRET-KEY-1[0-9A-Z]{58}$/gmu;

/** Those that lie in the folder now; none where the association keeps them elsewhere. */
export function surveyIdentities(folder: string): readonly string[] {
  try {
    const text = readFileSync(join(folder, SURVEY_KEY_FILE), 'utf8');
    return [...text.matchAll(IDENTITY)].map(([identity]) => identity);
  } catch {
    return [];
  }
}
