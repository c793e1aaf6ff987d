import type { RegistryCaseRow, ServiceDueRow } from '#db/hub/registryCases.ts';
import { textAnswer } from '#shared/domain/case/applicantIdentity.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { isAccepted } from '#shared/domain/case/headquartersState.ts';
import { mayRegisterEarly } from '#shared/domain/case/registration.ts';
import { appealsUntil, opinionDue } from '#shared/domain/case/serviceClosing.ts';
import { deliveryConflicts } from '#shared/domain/case/serviceConflicts.ts';
import { type ScheduledItem, scheduledItems } from '#shared/domain/case/serviceSchedule.ts';
import { wasGiven } from '#shared/domain/case/serviceState.ts';

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

function isInService({ stage }: CaseState): boolean {
  return stage === 'registered' || stage === 'serviceScheduled' || stage === 'serviceDelivered';
}

/** What is left of each part: of the first, what was given of it already is taken off. */
function duesOf(
  state: CaseState,
  { service, instalments }: ScheduledItem,
): readonly ServiceDueRow[] {
  const { item, deliveredAmount, deliveredQuantity } = service;
  if (service.isComplete) return [];
  const open = instalments.filter(({ isGiven }) => !isGiven);
  const given = instalments.length - open.length;
  const leftOf = (whole: number | null, delivered: number, isFirst: boolean) =>
    whole === null ? null : isFirst ? Math.max(0, whole * (given + 1) - delivered) : whole;
  return open.map(({ number, dueOn }, index) => ({
    itemId: item.itemId,
    number,
    parts: instalments.length,
    dueOn,
    type: typeOf(state, item.itemId),
    amount: leftOf(item.amount, deliveredAmount, index === 0),
    quantity: leftOf(item.quantity, deliveredQuantity, index === 0),
    funding: item.fundingSource,
  }));
}

function typeOf(state: CaseState, itemId: string): string | null {
  return textAnswer(state, `supportItems/${itemId}/type`);
}
