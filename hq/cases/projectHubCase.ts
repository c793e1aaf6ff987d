import type { HubCaseRow } from '#db/hub/cases.ts';
import {
  applicantOf,
  type SearchKey,
  searchKeysOf,
} from '#shared/domain/case/applicantIdentity.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import {
  duplicateOf,
  openReturn,
  standingDecision,
} from '#shared/domain/case/headquartersState.ts';
import { maskIdentifier } from '#shared/domain/identifiers/maskIdentifier.ts';
import { identityKey } from '#shared/domain/search/searchText.ts';
import type { HubCase } from './hubCase.ts';

/** What lists and searches keep of a case at headquarters; null while its opening cannot be read. */
export function projectHubCase(
  { state, unreadable, lastPosition }: HubCase,
  branchOfficeId: string,
): { readonly row: HubCaseRow; readonly keys: readonly HubCaseKey[] } | null {
  if (state === null) return null;
  const { headquarters, submission } = state;
  const applicant = applicantOf(state);
  const decision = standingDecision(headquarters);
  const returned = openReturn(headquarters) !== null;
  return {
    row: {
      caseId: state.caseId,
      branchOfficeId,
      beneficiaryId: state.beneficiaryId,
      reference: state.reference,
      stage: state.stage,
      status: state.status,
      applicantName: applicant.name,
      applicantNameKey: applicant.nameKey,
      idMasked: applicant.idNumber === null ? null : maskIdentifier(applicant.idNumber),
      fileNo: headquarters.fileNo,
      openedAt: state.opened.at,
      updatedAt: state.last.at,
      submittedAt: submission?.at ?? null,
      replyNotBefore: submission?.replyNotBefore ?? null,
      candidate:
        state.stage === 'submitted' &&
        !returned &&
        headquarters.setAside === null &&
        duplicateOf(headquarters) === null,
      held: headquarters.held !== null,
      setAside: headquarters.setAside !== null,
      returnOpen: returned,
      conflicts: Object.keys(state.conflicts).length,
      decisionId: decision?.decisionId ?? null,
      decisionReleased: decision !== null && decision.released !== null,
      decisionTold: decision !== null && decision.told !== null,
      unreadable: unreadable.length,
      lastPosition,
    },
    keys: [...searchKeysOf(state, applicant), ...ibanKeys(state)],
  };
}

export type HubCaseKey = SearchKey | { readonly kind: 'iban'; readonly key: string };

function ibanKeys(state: CaseState): readonly HubCaseKey[] {
  const answer = state.answers.values['iban'];
  const iban = answer && 'value' in answer && typeof answer.value === 'string' ? answer.value : '';
  const key = identityKey(iban);
  return key === '' ? [] : [{ kind: 'iban', key }];
}
