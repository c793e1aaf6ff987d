import type { Answer, PrintedDate } from '../answers/answer.ts';
import { parseIsoDate } from '../calendar/dayNumber.ts';
import type { ValidityRule } from '../documents/documentRules.ts';
import { decidingReading, EXPIRY_DATE, ISSUE_DATE } from '../documents/documentValidity.ts';
import { withIncomeDays } from '../documents/incomeStatements.ts';
import type { IsoDay } from '../identity.ts';
import { type AssessedDocument, type AssessmentContext, assessCase } from './assessCase.ts';
import type { DocumentKey } from './caseKeys.ts';
import type { CaseState, Mark, RecordedDocument } from './caseState.ts';
import type { SeenPaper } from './studyEvents.ts';

/** Newer papers that were seen for the study, the last of each document. */
export function seenPapers({
  study,
}: CaseState): ReadonlyMap<DocumentKey, { readonly paper: SeenPaper; readonly mark: Mark }> {
  const seen = new Map<DocumentKey, { readonly paper: SeenPaper; readonly mark: Mark }>();
  for (const { items, answers } of study.requests) {
    for (const { itemId, subject } of items) {
      const answer = Object.hasOwn(answers, itemId) ? answers[itemId] : undefined;
      if (answer === undefined || subject.kind !== 'document' || answer.paper === null) continue;
      if (answer.outcome === 'came') {
        const { eventId, at, actorId, paper } = answer;
        seen.set(subject.documentKey, { paper, mark: { eventId, at, actorId } });
      }
    }
  }
  return seen;
}

/**
 * The documents of a case as they stand on a day, with the newer papers that the study has seen. What
 * was submitted and sealed stays as it is: this is the second look that the committee is given (P32).
 * @throws as `assessCase`
 */
export function documentsAtStudy(
  state: CaseState,
  given: AssessmentContext,
): readonly AssessedDocument[] {
  const documentRules = withIncomeDays(given.documentRules, state.terms.incomeStatementDays);
  const context = { ...given, documentRules };
  const seen = seenPapers(state);
  const first = assessCase(state, context).documents;
  if (seen.size === 0) return first;
  const rules = new Map(first.map(({ needed }) => [needed.documentKey, needed.validity]));
  const documents = { ...state.documents };
  for (const [documentKey, { paper, mark }] of seen) {
    const before = Object.hasOwn(documents, documentKey) ? documents[documentKey] : undefined;
    documents[documentKey] = renewed(
      documentKey,
      before,
      paper,
      mark,
      rules.get(documentKey) ?? null,
    );
  }
  return assessCase({ ...state, documents }, context).documents;
}

function renewed(
  documentKey: DocumentKey,
  before: RecordedDocument | undefined,
  { originalSighted, issuedOn, expiresOn }: SeenPaper,
  mark: Mark,
  rule: ValidityRule | null,
): RecordedDocument {
  const values: Record<string, Answer> = { ...before?.readings.values };
  const put = (reading: string, day: IsoDay | null) => {
    const printed = day === null ? null : printedDay(day);
    if (printed === null) delete values[reading];
    else values[reading] = { value: printed };
  };
  put(ISSUE_DATE, issuedOn);
  put(EXPIRY_DATE, expiresOn);
  // A document whose own rule looks at another date, such as the last day of a registration.
  const reading = rule === null ? null : decidingReading(rule);
  if (reading !== null && reading !== ISSUE_DATE) put(reading, expiresOn);
  return {
    ...mark,
    documentKey,
    presentation: 'presented',
    originalSighted,
    reason: null,
    readings: { rows: before?.readings.rows ?? {}, values },
  };
}

function printedDay(day: IsoDay): PrintedDate | null {
  if (parseIsoDate(day) === null) return null;
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
  return { calendar: 'gregorian', year, month, day: dayOfMonth };
}
