import type { AnswerPath, AnswerSet, RowId } from '../answers/answer.ts';
import type { DocumentKey } from '../case/caseEvent.ts';
import type { IsoDay } from '../identity.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import type { Row } from '../questionnaire/rows.ts';
import { caseRow, rowsOfRepeat, textOf } from './caseRow.ts';
import { compileCondition } from './condition.ts';
import { dayNumberOf } from './days.ts';
import type {
  AuthorityRule,
  DocumentFace,
  DocumentRequirement,
  DocumentRule,
  DocumentRules,
  DocumentType,
  ScanPolicy,
} from './documentRules.ts';

/** A document that this case needs, from its own answers. */
export interface NeededDocument extends DocumentFace {
  readonly documentKey: DocumentKey;
  readonly type: DocumentType;
  readonly order: number;
  readonly requirement: DocumentRequirement;
  /** Answers from which the need follows: the screen links to them. */
  readonly because: readonly AnswerPath[];
  /** Shows who the applicant is. */
  readonly identity: boolean;
  readonly scan: ScanPolicy;
  readonly allowsScan: boolean;
  /** Set where this document gives somebody the right to sign for the applicant. */
  readonly authority: AuthorityRule | null;
  /** The row of the family that it belongs to, and the member's name. */
  readonly rowId: RowId | null;
  readonly subject: string | null;
}

/**
 * The documents that a case needs as of a day (ages are counted on it), in the order in which they
 * are asked for (domain, table of documents).
 * @throws ExpressionFault when a rule does not fit this version of the questionnaire
 */
export function neededDocuments(
  rules: DocumentRules,
  questionnaire: Questionnaire,
  answers: AnswerSet,
  today: IsoDay,
): readonly NeededDocument[] {
  const root = caseRow(questionnaire, answers, dayNumberOf(today));
  return rules.rules.flatMap((rule) => {
    const rows = rule.perRow === null ? [root] : rowsOfRepeat(questionnaire, root, rule.perRow);
    return rows
      .filter((row) => compileCondition(questionnaire, rule.neededWhen, rule.perRow)(row))
      .map((row) => needed(rule, questionnaire, row));
  });
}

function needed(rule: DocumentRule, questionnaire: Questionnaire, row: Row): NeededDocument {
  const variant = rule.variants.find((one) =>
    compileCondition(questionnaire, one.when, rule.perRow)(row),
  );
  const { label, icon, validity, officer, form } = variant ?? rule.face;
  const rowId = rule.perRow === null ? null : row.rowId;
  return {
    documentKey: rowId === null ? rule.type : `${rule.type}/${rowId}`,
    type: rule.type,
    order: rule.order,
    variant: variant?.variant ?? null,
    label,
    icon,
    validity,
    officer,
    form,
    identity: rule.identity,
    requirement: rule.requirement,
    because: rule.because.map((name) => row.prefix + name),
    scan: rule.scan,
    allowsScan: rule.scan.policy === 'scanAllowed',
    authority: rule.authority,
    rowId,
    subject: rule.subject === null ? null : textOf(questionnaire, row, rule.subject),
  };
}
