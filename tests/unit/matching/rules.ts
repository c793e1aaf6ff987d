import documentSource from '#resources/documents/document-rules.v1.json' with { type: 'json' };
import matchingSource from '#resources/matching/matching-rules.v1.json' with { type: 'json' };
import questionnaireSource from '#resources/questionnaires/support-request.v1.json' with {
  type: 'json',
};
import type { Answer, AnswerSet, AnswerValue } from '#shared/domain/answers/answer.ts';
import { parseDocumentRules } from '#shared/domain/documents/documentRules.ts';
import { neededDocuments } from '#shared/domain/documents/neededDocuments.ts';
import { parseMatchingRules } from '#shared/domain/matching/matchingRules.ts';
import type { MatrixRow, ReadDocument } from '#shared/domain/matching/matrixRow.ts';
import { matrixRows } from '#shared/domain/matching/matrixRows.ts';
import { parseQuestionnaire } from '#shared/domain/questionnaire/parseQuestionnaire.ts';

export const QUESTIONNAIRE = parseQuestionnaire(questionnaireSource);
export const DOCUMENT_RULES = parseDocumentRules(documentSource);
export const MATCHING_RULES = parseMatchingRules(matchingSource);

type Documents = Readonly<Record<string, ReadDocument>>;

export function rowsOn(
  today: string,
  answers: AnswerSet,
  documents: Documents,
): readonly MatrixRow[] {
  const needed = neededDocuments(DOCUMENT_RULES, QUESTIONNAIRE, answers, today);
  return matrixRows(MATCHING_RULES, {
    questionnaire: QUESTIONNAIRE,
    ...{ answers, documents, needed, today },
  });
}

/** The same answers with some set anew, or taken away with null. */
export function withAnswers(
  answers: AnswerSet,
  changes: Readonly<Record<string, AnswerValue | Answer | null>>,
): AnswerSet {
  const values = new Map(Object.entries(answers.values));
  for (const [path, change] of Object.entries(changes)) {
    if (change === null) values.delete(path);
    else values.set(path, isAnswer(change) ? change : { value: change });
  }
  return { ...answers, values: Object.fromEntries(values) };
}

function isAnswer(change: AnswerValue | Answer): change is Answer {
  return typeof change === 'object' && ('nonAnswer' in change || 'value' in change);
}

export function withReadings(
  documents: Documents,
  documentKey: string,
  changes: Readonly<Record<string, AnswerValue | Answer | null>>,
): Documents {
  const document = documents[documentKey];
  if (document === undefined) throw new Error(`no document ${documentKey}`);
  const readings = withAnswers(document.readings, changes);
  return { ...documents, [documentKey]: { ...document, readings } };
}

export function rowAt(rows: readonly MatrixRow[], rowKey: string): MatrixRow {
  const row = rows.find((one) => one.rowKey === rowKey);
  if (row === undefined)
    throw new Error(`no row ${rowKey} in ${rows.map((one) => one.rowKey).join(' ')}`);
  return row;
}
