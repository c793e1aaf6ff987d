import type { HubCaseRow } from '#db/hub/cases.ts';
import { deferredItems, openAppeal } from '#shared/domain/case/appealState.ts';
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
      appealOpen: openAppeal(state) !== null,
      ...deferralOf(state),
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

/** Deferred items come back together: once one of them waits for nothing more, or its day has come. */
function deferralOf(state: CaseState): Pick<HubCaseRow, 'deferral' | 'deferredUntil'> {
  const deferred = deferredItems(state);
  if (deferred.length === 0) return { deferral: null, deferredUntil: null };
  const days = deferred.flatMap(({ item }) => (item.until === null ? [] : [item.until])).sort();
  return {
    deferral: deferred.some(({ answer }) => answer !== null) ? 'answered' : 'waiting',
    deferredUntil: days[0] ?? null,
  };
}
