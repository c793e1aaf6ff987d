import type { RegistryCaseRow, ServiceDueRow } from '#db/hub/registryCases.ts';
import { textAnswer } from '#shared/domain/case/applicantIdentity.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { isAccepted } from '#shared/domain/case/headquartersState.ts';
import { mayRegisterEarly } from '#shared/domain/case/registration.ts';
import { appealsUntil, opinionDue } from '#shared/domain/case/serviceClosing.ts';
import { deliveryConflicts } from '#shared/domain/case/serviceConflicts.ts';
import {
  partsLeft,
  type ScheduledItem,
  scheduledItems,
} from '#shared/domain/case/serviceSchedule.ts';
import { isInService, wasGiven } from '#shared/domain/case/serviceState.ts';

/** What lists of the registry and of deliveries keep of a case. */
export function projectRegistryCase(state: CaseState): {
  readonly row: RegistryCaseRow;
  readonly dues: readonly ServiceDueRow[];
} {
  const { headquarters, service } = state;
  const needs = (state.answers.rows['supportItems'] ?? []).flatMap(
    (itemId) => typeOf(state, itemId) ?? [],
  );
  return {
    row: {
      caseId: state.caseId,
      needs: [...new Set(needs)].toSorted(),
      category: textAnswer(state, 'familyCategory') ?? '',
      deliveredAmount: service.deliveries
        .filter(wasGiven)
        .reduce((sum, { amount }) => sum + (amount ?? 0), 0),
      conflicts: deliveryConflicts(headquarters, service).length,
      service: standOf(state),
      opinionFrom: opinionDue(state)?.from ?? null,
      closesAfter: appealsUntil(state),
    },
    dues: isInService(state) ? scheduledItems(state).flatMap((item) => duesOf(state, item)) : [],
  };
}

function standOf(state: CaseState): RegistryCaseRow['service'] {
  switch (state.stage) {
    case 'notified':
      return isAccepted(state.headquarters) ? 'toRegister' : null;
    case 'registered':
    case 'serviceScheduled':
      return 'inService';
    case 'serviceDelivered':
      return 'served';
    case 'closed':
      return state.service.registration === null ? null : 'closed';
    case 'withdrawn':
      return 'withdrawn';
    default:
      return mayRegisterEarly(state) ? 'toRegister' : null;
  }
}

function duesOf(state: CaseState, item: ScheduledItem): readonly ServiceDueRow[] {
  const { itemId, fundingSource } = item.service.item;
  return partsLeft(item).map((part) => ({
    itemId,
    ...part,
    type: typeOf(state, itemId),
    funding: fundingSource,
  }));
}

function typeOf(state: CaseState, itemId: string): string | null {
  return textAnswer(state, `supportItems/${itemId}/type`);
}
