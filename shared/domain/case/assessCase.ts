import { parseIsoDate } from '../calendar/dayNumber.ts';
import type { DocumentRules } from '../documents/documentRules.ts';
import { type DocumentValidity, documentValidity } from '../documents/documentValidity.ts';
import { type NeededDocument, neededDocuments } from '../documents/neededDocuments.ts';
import type { IsoDay } from '../identity.ts';
import type { MatchingRules } from '../matching/matchingRules.ts';
import { matchingSummary, verdictStands } from '../matching/matchingSummary.ts';
import type { MatrixRow } from '../matching/matrixRow.ts';
import { matrixRows } from '../matching/matrixRows.ts';
import { evaluate } from '../questionnaire/evaluate.ts';
import type { Evaluation } from '../questionnaire/evaluation.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import { sectionKey } from '../questionnaire/sectionKey.ts';
import { type Authority, actingRole, authorityOf } from './authority.ts';
import type { CaseFacts } from './caseFacts.ts';
import type { MatrixRowKey } from './caseKeys.ts';
import type { CaseState, RecordedDocument, RecordedVerdict } from './caseState.ts';
import { outstandingItems } from './outstandingItems.ts';
import { graceFor, identityAccepted, isRowHeard, type OfficersWord } from './reduceReferral.ts';

/** The forms and rules of the versions that the case began with, and the Asia/Riyadh civil day. */
export interface AssessmentContext {
  readonly questionnaire: Questionnaire;
  readonly documentRules: DocumentRules;
  readonly matchingRules: MatchingRules;
  readonly today: IsoDay;
}

/** A document that the case needs, as it lies recorded, and whether it is in force today. */
export interface AssessedDocument {
  readonly needed: NeededDocument;
  /** Null until it was laid on the desk or said to be absent. */
  readonly recorded: RecordedDocument | null;
  readonly validity: DocumentValidity;
  /** By which it is taken today although it is not in force; null where nobody said so. */
  readonly byOfficer: OfficersWord | null;
}

/** A row of the matrix with the verdict on record, which stands only while nothing under it changed. */
export interface AssessedRow {
  readonly row: MatrixRow;
  readonly standing: RecordedVerdict | null;
  /** On record, and no longer true of what is stated, read or asked by the rule. */
  readonly stale: RecordedVerdict | null;
}

/** What the rules in force find in a case on one day. */
export interface CaseAssessment {
  /** What `availableActions` asks. */
  readonly facts: CaseFacts;
  readonly evaluation: Evaluation;
  /** In the order in which they are asked for. */
  readonly documents: readonly AssessedDocument[];
  readonly matrix: readonly AssessedRow[];
  /** The deed of somebody who acts for the applicant; null where the applicant signs. */
  readonly authority: Authority | null;
}

/**
 * Looks at a case through its questionnaire, its document rules and its matching rules. Pure: desk,
 * screens and hub find the same on the same day.
 * @throws ExpressionFault when rules do not fit the questionnaire, RangeError for a day that is none
 */
export function assessCase(state: CaseState, context: AssessmentContext): CaseAssessment {
  const { questionnaire, documentRules, matchingRules, today } = context;
  const dayNumber = parseIsoDate(today);
  if (dayNumber === null) throw new RangeError('no such day');
  const evaluation = evaluate(questionnaire, state.answers, { today: dayNumber });
  const needed = neededDocuments(documentRules, questionnaire, state.answers, today);
  const documents = needed.map((each) => assessDocument(state, each, today));
  const rows = matrixRows(matchingRules, {
    questionnaire,
    answers: state.answers,
    documents: state.documents,
    needed: documents.filter((each) => isMatched(each, documents)).map((each) => each.needed),
    today,
  });
  const matrix = rows.map((row) => assessRow(state, row));
  const authority = authorityOf(actingRole(state), documents);
  const facts = factsOf(state, evaluation, { documents, rows, authority });
  return { facts, evaluation, documents, matrix, authority };
}

function assessDocument(state: CaseState, needed: NeededDocument, today: IsoDay): AssessedDocument {
  const recorded = state.documents[needed.documentKey] ?? null;
  const validity = documentValidity(needed.validity, recorded ?? undefined, today);
  return {
    needed,
    recorded,
    validity,
    byOfficer: officersWord(state, { needed, recorded, validity }, today),
  };
}

/**
 * What the officer said of a document that would not do by itself: grace for one that is no longer in
 * force, while it runs; and whom the officer knows needs no identity document at all.
 */
function officersWord(
  state: CaseState,
  { needed, recorded, validity }: Pick<AssessedDocument, 'needed' | 'recorded' | 'validity'>,
  today: IsoDay,
): OfficersWord | null {
  if (recorded === null) return null;
  if (needed.identity && (needed.officer || validity.verdict !== 'valid')) {
    const accepted = identityAccepted(state);
    if (accepted !== null) return accepted;
  }
  const hasRunOut = validity.verdict === 'expired' || validity.verdict === 'tooOld';
  const grace = hasRunOut ? graceFor(state, needed.documentKey) : null;
  return grace?.until != null && grace.until >= today ? grace : null;
}

function assessRow(state: CaseState, row: MatrixRow): AssessedRow {
  const recorded = state.verdicts[row.rowKey] ?? null;
  const stands = recorded !== null && verdictStands(row, recorded);
  return { row, standing: stands ? recorded : null, stale: stands ? null : recorded };
}

function factsOf(
  state: CaseState,
  evaluation: Evaluation,
  found: {
    readonly documents: readonly AssessedDocument[];
    readonly rows: readonly MatrixRow[];
    readonly authority: Authority | null;
  },
): CaseFacts {
  const { documents, rows, authority } = found;
  const { total, decided, undecided, needReason, blocking, raised } = matchingSummary(
    rows,
    state.verdicts,
  );
  const unheard = (rowKey: MatrixRowKey) => !isRowHeard(state, rowKey);
  return {
    interview: interviewFacts(evaluation),
    documents: documentFacts(documents),
    authority:
      authority === null || authority.problem === null
        ? []
        : [{ code: authority.problem, documentKey: authority.documentKey }],
    matching: {
      total,
      decided,
      undecided,
      needReason,
      blocking: blocking.filter(unheard),
      raised: raised.filter(unheard),
    },
    awaited: outstandingItems(state.incompleteness, documents).map(({ itemId }) => itemId),
  };
}

function interviewFacts({ sections }: Evaluation): CaseFacts['interview'] {
  const places = sections.map(({ section, missing, problems }) => ({
    section: sectionKey(section),
    missing,
    problems: new Set(problems.filter(({ blocking }) => blocking).map(({ path }) => path)),
  }));
  return {
    missing: places.flatMap(({ section, missing }) => missing.map((path) => ({ section, path }))),
    problems: places.flatMap(({ section, problems }) =>
      [...problems].map((path) => ({ section, path })),
    ),
  };
}

function documentFacts(documents: readonly AssessedDocument[]): CaseFacts['documents'] {
  const asked = documents.filter(({ needed }) => needed.requirement.kind !== 'optional');
  const uncovered = asked.filter((document) => !isCovered(document, asked));
  const wanting = uncovered.filter(({ needed, recorded }) => !needed.officer || recorded === null);
  return {
    unrecorded: keysOf(wanting.filter(({ recorded }) => recorded === null)),
    missing: keysOf(
      wanting.filter(({ recorded }) => recorded !== null && recorded.presentation !== 'presented'),
    ),
    originalNotSighted: keysOf(
      documents.filter(
        ({ recorded }) => recorded?.presentation === 'presented' && !recorded.originalSighted,
      ),
    ),
    invalid: keysOf(
      wanting.filter(
        ({ recorded, validity }) =>
          recorded?.presentation === 'presented' && validity.verdict !== 'valid',
      ),
    ),
    forOfficer: keysOf(
      uncovered.filter(({ needed, recorded }) => needed.officer && recorded !== null),
    ),
  };
}

/**
 * Nothing more is wanted of this document: it is in force or taken by the officer's word, or it is one of several of which another
 * is. Until one is, all of the group are wanted, so that the person may choose which to bring.
 */
function isCovered(document: AssessedDocument, asked: readonly AssessedDocument[]): boolean {
  const { requirement } = document.needed;
  if (suffices(document)) return true;
  if (requirement.kind !== 'oneOf') return false;
  return asked.some(
    (other) =>
      other.needed.requirement.kind === 'oneOf' &&
      other.needed.requirement.group === requirement.group &&
      other.needed.rowId === document.needed.rowId &&
      suffices(other),
  );
}

function suffices({ needed, recorded, validity, byOfficer }: AssessedDocument): boolean {
  if (byOfficer !== null) return true;
  if (needed.officer) return false;
  return recorded?.presentation === 'presented' && validity.verdict === 'valid';
}

/** Rows are read on what lies on the desk or must lie there; a paper nobody has to bring leaves no gap. */
function isMatched(document: AssessedDocument, all: readonly AssessedDocument[]): boolean {
  if (document.recorded !== null || document.needed.requirement.kind === 'required') return true;
  return document.needed.requirement.kind === 'oneOf' && !isCovered(document, all);
}

function keysOf(documents: readonly AssessedDocument[]): readonly string[] {
  return documents.map(({ needed }) => needed.documentKey);
}
