import type { z } from 'zod';
import { listBranches } from '#db/hub/branches.ts';
import { countDeliveries, listDeliveries, listDueMonths } from '#db/hub/deliveryLists.ts';
import { listHqPeople } from '#db/hub/people.ts';
import type { DeliveryRow, hqDeliveryContract } from '#shared/contracts/hq/delivery.ts';
import { closingReason } from '#shared/domain/case/serviceClosing.ts';
import { deliveryFault, registrationFault } from '#shared/domain/case/serviceDelivery.ts';
import { DeliveryId } from '#shared/domain/case/serviceEvents.ts';
import { itemServices } from '#shared/domain/case/serviceState.ts';
import { deliveryOf, registrationOf, settlementOf } from '#shared/domain/case/serviceWork.ts';
import { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import {
  type ActorId,
  BeneficiaryId,
  BranchOfficeId,
  CaseId,
  type IsoDay,
} from '#shared/domain/identity.ts';
import type { HubContext } from '../context.ts';
import { riyadhToday } from '../decisions/releaseDecisions.ts';
import { HqError } from '../dispatcher/hqError.ts';
import { actOnService } from './serviceCase.ts';

type Input<Name extends keyof typeof hqDeliveryContract> = z.output<
  NonNullable<(typeof hqDeliveryContract)[Name]['~orpc']['inputSchema']>
>;

const MOST_MONTHS = 36;
/** Before every day on which anything fell due. */
const ALWAYS = '1900-01-01';

export async function listServiceWork(hub: HubContext, input: Input<'list'>) {
  const today = riyadhToday(hub);
  const branchOfficeId = input.branchOfficeId ?? null;
  const thisMonth = monthOf(today);
  const wish = {
    view: input.view,
    branchOfficeId,
    since: input.month === undefined ? ALWAYS : `${input.month}-01`,
    before: firstDayAfter(input.month ?? thisMonth),
    today,
    after: input.after === undefined ? null : input.after.split(' '),
    limit: input.limit + 1,
  };
  const [found, counted, months, branches] = await Promise.all([
    listDeliveries(hub.db, wish),
    countDeliveries(hub.db, { branchOfficeId, today, before: firstDayAfter(thisMonth) }),
    listDueMonths(hub.db, branchOfficeId, MOST_MONTHS),
    listBranches(hub.db),
  ]);
  const rows = found.slice(0, input.limit);
  const last = rows.at(-1);
  const types = hub.reference
    .rulesOf(hub.reference.inForce)
    .questionnaire.fieldByName.get('supportItems/type')?.choiceList?.byName;
  const { overdue, ...counts } = counted;
  const ofMonth = months.find(({ month }) => month === input.month);
  return {
    rows: rows.map(
      ({ itemId, type, number, parts, dueOn, amount, quantity, ...face }): DeliveryRow => ({
        ...face,
        caseId: CaseId.parse(face.caseId),
        personId: BeneficiaryId.parse(face.personId),
        status: CaseStatus.parse(face.status),
        due:
          itemId === null || number === null || parts === null || dueOn === null
            ? null
            : {
                itemId,
                label: type === null ? null : (types?.get(type)?.label ?? null),
                number,
                parts,
                dueOn,
                isOverdue: dueOn < today,
                amount,
                quantity,
              },
      }),
    ),
    total:
      input.view === 'due' && input.month !== undefined
        ? (ofMonth?.parts ?? 0)
        : counts[input.view],
    next:
      found.length > input.limit && last !== undefined
        ? [last.dueOn, last.caseId, last.itemId, last.number]
            .filter((each) => each !== null)
            .join(' ')
        : null,
    counts,
    overdue,
    months: months.map((each) => ({ ...each })),
    branches: branches.map((branch) => ({
      branchOfficeId: BranchOfficeId.parse(branch.branchOfficeId),
      name: branch.name,
    })),
    today,
  };
}

/** @throws HqError `ibanUnconfirmed`, `ibanInvalid`, `conditionsOpen`, `actionNotAllowed`, `notFound` */
export function register(hub: HubContext, actorId: ActorId, input: Input<'register'>) {
  const { caseId, ...said } = input;
  return actOnService(hub, { actorId, caseId, action: 'completeRegistration' }, (state) => {
    const fault = registrationFault(state, said);
    if (fault !== null) throw new HqError(fault);
    return { kind: 'registrationCompleted', payload: registrationOf(state, said) };
  });
}

/** @throws HqError `inputInvalid` for an item that was not accepted */
export function schedule(hub: HubContext, actorId: ActorId, input: Input<'schedule'>) {
  const { caseId, schedules } = input;
  return actOnService(hub, { actorId, caseId, action: 'scheduleService' }, (state) => {
    const items = itemServices(state.headquarters, state.service);
    const areAccepted = schedules.every(({ itemId }) =>
      items.some(({ item }) => item.itemId === itemId),
    );
    if (!areAccepted) throw new HqError('inputInvalid');
    return { kind: 'serviceScheduled', payload: { schedules } };
  });
}

/** @throws HqError `aboveApproval`, `identityExpired`, `identityDiffers`, `inputInvalid` */
export async function deliver(hub: HubContext, actorId: ActorId, input: Input<'deliver'>) {
  const { caseId, delivery } = input;
  const people = await listHqPeople(hub.db);
  const deliverer = people.find(({ personId }) => personId === actorId)?.displayName;
  if (deliverer === undefined) throw new HqError('notSignedIn');
  return actOnService(hub, { actorId, caseId, action: 'deliverService' }, (state, today) => {
    const fault = deliveryFault(state, delivery, today);
    if (fault !== null) throw new HqError(fault);
    const by = { deliveryId: DeliveryId.parse(hub.ids.uuid()), deliverer };
    return { kind: 'serviceDelivered', payload: deliveryOf(state, delivery, by) };
  });
}

/** @throws HqError `inputInvalid` unless every delivery of one open conflict is judged, and nothing else */
export function settle(hub: HubContext, actorId: ActorId, input: Input<'settle'>) {
  const { caseId, ...said } = input;
  return actOnService(hub, { actorId, caseId, action: 'settleDeliveries' }, (state, today) => {
    const payload = settlementOf(state, said, today);
    if (payload === null) throw new HqError('inputInvalid');
    return { kind: 'deliverySettled', payload };
  });
}

/** @throws HqError `inputInvalid` for a day to come */
export function withdraw(hub: HubContext, actorId: ActorId, input: Input<'withdraw'>) {
  const { caseId, ...said } = input;
  return actOnService(hub, { actorId, caseId, action: 'withdrawRequest' }, (_state, today) => {
    if (said.withdrawnOn > today) throw new HqError('inputInvalid');
    return { kind: 'requestWithdrawn', payload: { ...said, dataTold: true } };
  });
}

/** @throws HqError `inputInvalid` for a day to come */
export function notReached(hub: HubContext, actorId: ActorId, input: Input<'notReached'>) {
  const { caseId, ...said } = input;
  return actOnService(hub, { actorId, caseId, action: 'noteNotReached' }, (_state, today) => {
    if (said.triedOn > today) throw new HqError('inputInvalid');
    return { kind: 'opinionNotReached', payload: said };
  });
}

export function close(hub: HubContext, actorId: ActorId, { caseId }: Input<'close'>) {
  return actOnService(hub, { actorId, caseId, action: 'closeCase' }, (state, closedOn) => {
    const reason = closingReason(state, closedOn);
    if (reason === null) throw new HqError('actionNotAllowed');
    return { kind: 'caseClosed', payload: { reason, closedOn } };
  });
}

/** @throws HqError `notFound` for a paper that the case does not have */
export async function printPaper(hub: HubContext, actorId: ActorId, input: Input<'print'>) {
  const { caseId, paper, language, subject } = input;
  let copy = 0;
  await actOnService(hub, { actorId, caseId, action: null }, ({ service, papers }) => {
    const isThere =
      paper === 'N8'
        ? service.withdrawal !== null
        : service.deliveries.some(({ deliveryId }) => deliveryId === subject);
    if (!isThere) throw new HqError('notFound');
    const of = paper === 'N8' || subject === null ? {} : { subject };
    copy = papers.filter((each) => each.paper === paper && each.subject === of.subject).length + 1;
    return { kind: 'paperPrinted', payload: { paper, language, copy, ...of } };
  });
  return { copy };
}

function monthOf(day: IsoDay): string {
  return day.slice(0, 7);
}

/** The first day of the month after `YYYY-MM`. */
function firstDayAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`;
}
