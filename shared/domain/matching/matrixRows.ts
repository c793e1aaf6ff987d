import { type AnswerSet, EMPTY_ANSWERS } from '../answers/answer.ts';
import type { DocumentKey } from '../case/caseEvent.ts';
import { caseRow, rowsOfRepeat, textOf } from '../documents/caseRow.ts';
import { compileCondition } from '../documents/condition.ts';
import { dayNumberOf } from '../documents/days.ts';
import type { NeededDocument } from '../documents/neededDocuments.ts';
import type { IsoDay } from '../identity.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import { finding } from './comparisons/finding.ts';
import type { MatchingRule, MatchingRules } from './matchingRules.ts';
import type { ComputedVerdict, MatrixRow, ReadDocument } from './matrixRow.ts';
import { memberRow, memberSetRow } from './memberRows.ts';
import type { RowContext, RowFinding } from './rowContext.ts';
import { type FilledForm, fieldsAt, knows } from './rowSide.ts';
import { singleRow, validityRow } from './singleRow.ts';
import { studentRow } from './studentRow.ts';
import { zoneRow } from './zoneRow.ts';

export interface MatrixInput {
  readonly questionnaire: Questionnaire;
  readonly answers: AnswerSet;
  readonly documents: Readonly<Record<DocumentKey, ReadDocument>>;
  readonly needed: readonly NeededDocument[];
  /** The Asia/Riyadh day as of which validity is judged. */
  readonly today: IsoDay;
}

/**
 * The matching matrix of a case (policy P32): every stated value beside what its documents say, in the
 * order of the documents and of the matrix. A row exists only where its question applies to this case
 * and its document is needed and prints the value.
 * @throws ExpressionFault when a rule does not fit this version of the questionnaire
 */
export function matrixRows(rules: MatchingRules, input: MatrixInput): readonly MatrixRow[] {
  const { questionnaire, documents, today } = input;
  const day = dayNumberOf(today);
  const interview: FilledForm = {
    form: questionnaire,
    root: caseRow(questionnaire, input.answers, day),
  };
  return input.needed.flatMap((needed) => {
    const { documentKey, form } = needed;
    const document = Object.hasOwn(documents, documentKey) ? documents[documentKey] : undefined;
    const paper = { form, root: caseRow(form, document?.readings ?? EMPTY_ANSWERS, day) };
    return rules.rules
      .filter((rule) => rule.document === needed.type)
      .flatMap((rule) =>
        subjects(rule, needed, interview).map(
          (row): RowContext => ({
            ...{ rule, needed, interview, row, document, paper, today },
            nationalities: rules.nationalities,
          }),
        ),
      )
      .filter(applies)
      .map((context) => rowOf(rules, context));
  });
}

/** The rows of the interview that a rule is about; one null for the applicant. */
function subjects(
  rule: MatchingRule,
  needed: NeededDocument,
  { form, root }: FilledForm,
): readonly RowContext['row'][] {
  if (rule.perRow === null) return [null];
  const rows = rowsOfRepeat(form, root, rule.perRow);
  return needed.rowId === null ? rows : rows.filter((row) => row.rowId === needed.rowId);
}

function applies({ rule, needed, interview, row }: RowContext): boolean {
  const { form, root } = interview;
  const [reading] = rule.readings;
  if (reading !== undefined && !knows(needed.form, reading)) return false;
  const holds = (condition: string) => compileCondition(form, condition, rule.perRow)(row ?? root);
  if (rule.appliesWhen !== null && !holds(rule.appliesWhen)) return false;
  if (rule.stated.length === 0 || (rule.alsoWhen !== null && holds(rule.alsoWhen))) return true;
  return rule.stated.some((pattern) =>
    fieldsAt(interview, pattern, row).some((field) => field.relevant),
  );
}

function rowOf(rules: MatchingRules, context: RowContext): MatrixRow {
  const { rule, needed, row, document, interview } = context;
  const found = findingOf(context);
  const absent = absentDocument(document);
  const unread = absent !== null || document === undefined;
  const subject = row !== null && needed.rowId === null ? `/${row.rowId}` : '';
  return {
    rowKey: `${rule.row}@${needed.documentKey}${subject}`,
    row: rule.row,
    documentKey: needed.documentKey,
    label: rule.label,
    subject: row === null ? null : textOf(interview.form, row, 'name'),
    ...found,
    ...(unread ? { read: null, readNormalized: null, corrections: [] } : {}),
    computed: unread ? absent : found.computed,
    documentReason: absent === null ? null : (document?.reason ?? null),
    blocksSigning: rule.blocksSigning,
    ruleVersion: rules.version,
  };
}

/** A document that is absent or cannot be read gives its verdict to all its rows. */
function absentDocument(document: ReadDocument | undefined): ComputedVerdict | null {
  switch (document?.presentation) {
    case 'notPresented':
      return finding('notPresented', 'documentNotPresented');
    case 'illegible':
      return finding('illegible', 'documentIllegible');
    default:
      return null;
  }
}

function findingOf(context: RowContext): RowFinding {
  const { comparison } = context.rule;
  switch (comparison.kind) {
    case 'setOfIds':
      return memberSetRow(context, comparison);
    case 'member':
      return memberRow(context, comparison);
    case 'student':
      return studentRow(context, comparison);
    case 'zone':
      return zoneRow(context, comparison);
    case 'validity':
      return validityRow(context);
    default:
      return singleRow(context, comparison);
  }
}
