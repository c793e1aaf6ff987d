import { readFileSync } from 'node:fs';
import { parseBringList } from '#shared/domain/documents/bringListQuestions.ts';
import { parseDocumentRules } from '#shared/domain/documents/documentRules.ts';
import { parseQuestionnaire } from '#shared/domain/questionnaire/parseQuestionnaire.ts';
import { parseTextLibrary } from '#shared/domain/texts/textLibrary.ts';

/** What the desk delivers with itself: the tests read labels and texts where the screens read them. */
export const SUPPORT_REQUEST = parseQuestionnaire(read('questionnaires/support-request.v1.json'));
export const DOCUMENT_RULES = parseDocumentRules(read('documents/document-rules.v1.json'));
export const BRING_LIST = parseBringList(read('documents/bring-list.v1.json'), SUPPORT_REQUEST);
export const TEXTS = parseTextLibrary(read('texts/texts.v1.json'));

function read(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../resources/${path}`, import.meta.url), 'utf8'));
}
