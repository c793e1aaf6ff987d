import { isNonAnswer } from '../answers/answer.ts';
import { answerAt } from '../answers/answerSet.ts';
import type { DocumentValidity } from '../documents/documentValidity.ts';
import type { NeededDocument } from '../documents/neededDocuments.ts';
import type { DocumentKey } from './caseEvent.ts';
import type { CaseState, RecordedDocument } from './caseState.ts';
import { ActingRole } from './signer.ts';

/** Why a deed that lies on the desk gives nobody the right to sign for the applicant today. */
export type AuthorityProblem =
  | 'authorityLapsed'
  | 'authorityRevoked'
  | 'authorityNotCovering'
  | 'authorityUnread';

/** The deed of somebody who acts for the applicant, as it lies recorded. */
export interface Authority {
  readonly role: ActingRole;
  readonly documentKey: DocumentKey;
  /** False until it was laid on the desk; what is missing is told as a missing document. */
  readonly isPresented: boolean;
  readonly number: string | null;
  /** What the deed allows, where its rule asks for it. */
  readonly scope: string | null;
  readonly problem: AuthorityProblem | null;
}

export interface AuthorityDocument {
  readonly needed: NeededDocument;
  readonly recorded: RecordedDocument | null;
  readonly validity: DocumentValidity;
}

/** The answer that says whether somebody acts for the applicant; null for an applicant of their own. */
export function actingRole(state: Pick<CaseState, 'answers'>): ActingRole | null {
  const answer = answerAt(state.answers, 'applicantRole');
  if (answer === undefined || isNonAnswer(answer)) return null;
  const role = ActingRole.safeParse(answer.value);
  return role.success ? role.data : null;
}

/**
 * The deed by which the person on the other side of the desk may sign (policy, lifecycle: "agent with
 * authority deed"). Which document gives which role its right, and what in it must hold, is data of
 * the document rules. Null where the applicant signs, or no rule names a deed for the role.
 */
export function authorityOf(
  role: ActingRole | null,
  documents: readonly AuthorityDocument[],
): Authority | null {
  const deed = documents.find(({ needed }) => needed.authority?.role === role);
  if (role === null || deed === undefined) return null;
  const { needed, recorded } = deed;
  const rule = needed.authority;
  if (rule === null) return null;
  const read = (name: string | undefined) => (name === undefined ? null : textIn(recorded, name));
  const isPresented = recorded?.presentation === 'presented';
  return {
    role,
    documentKey: needed.documentKey,
    isPresented,
    number: read(rule.number),
    scope: read(rule.scope?.reading),
    problem: isPresented ? problemOf(deed, rule, read) : null,
  };
}

function problemOf(
  { validity }: AuthorityDocument,
  { number, scope, standing }: NonNullable<NeededDocument['authority']>,
  read: (name: string | undefined) => string | null,
): AuthorityProblem | null {
  const stands = read(standing?.reading);
  const allows = read(scope?.reading);
  if (standing !== undefined && stands !== null && !standing.inForce.includes(stands)) {
    return 'authorityRevoked';
  }
  if (validity.verdict === 'expired' || validity.verdict === 'tooOld') return 'authorityLapsed';
  if (scope !== undefined && allows !== null && !scope.covering.includes(allows)) {
    return 'authorityNotCovering';
  }
  const isUnread =
    read(number) === null ||
    (standing !== undefined && stands === null) ||
    (scope !== undefined && allows === null) ||
    validity.verdict !== 'valid';
  return isUnread ? 'authorityUnread' : null;
}

function textIn(recorded: RecordedDocument | null, reading: string): string | null {
  const answer = recorded === null ? undefined : answerAt(recorded.readings, reading);
  if (answer === undefined || isNonAnswer(answer)) return null;
  return typeof answer.value === 'string' && answer.value.trim() !== ''
    ? answer.value.trim()
    : null;
}
