import type { HqPermission } from '../hub/hqPermission.ts';
import type { CaseState } from './caseState.ts';
import { isAccepted } from './headquartersState.ts';
import { BEFORE_NOTICE, type RegistrationBlocker, registrationBlockers } from './registration.ts';
import { closingReason } from './serviceClosing.ts';
import { deliveryConflicts } from './serviceConflicts.ts';
import type { SERVICE_EVENT_PAYLOADS } from './serviceEvents.ts';
import { itemServices, wasGiven } from './serviceState.ts';
import type { CaseStatus } from './vocabulary.ts';

/** What stands in the way of registration, delivery, withdrawal and closing; at the desk the same words. */
export type ServiceBlocker =
  | RegistrationBlocker
  | 'nothingLeftToDeliver'
  | 'alreadyDelivered'
  | 'notInConflict'
  | 'opinionOwed';

type Guard = (state: CaseState, today: string) => readonly ServiceBlocker[];

/** Whether anything of the decision in force was accepted. */
export const accepted: Guard = ({ headquarters }) =>
  isAccepted(headquarters) ? [] : ['notAccepted'];

/** Part deliveries never go above the approval (P37). */
export const somethingLeft: Guard = ({ headquarters, service }) =>
  itemServices(headquarters, service).some(({ isComplete }) => !isComplete)
    ? []
    : ['nothingLeftToDeliver'];

export const nothingDelivered: Guard = ({ service }) =>
  service.deliveries.some(wasGiven) ? ['alreadyDelivered'] : [];

export const inConflict: Guard = ({ headquarters, service }) =>
  deliveryConflicts(headquarters, service).length > 0 ? [] : ['notInConflict'];

/** The opinion after the service is in or was declined, or the days of an appeal are over. */
export const mayClose: Guard = (state, today) =>
  closingReason(state, today) === null ? ['opinionOwed'] : [];

/** Where a delivery may turn out to have been given twice, or in spite of a withdrawal. */
export const DELIVERED_STAGES = [
  'serviceScheduled',
  'serviceDelivered',
  'closed',
  'withdrawn',
] as const satisfies readonly CaseStatus[];

/** What was deferred may be accepted when all else was delivered. */
export const IN_SERVICE = [
  'registered',
  'serviceScheduled',
  'serviceDelivered',
] as const satisfies readonly CaseStatus[];

interface ServiceRule {
  readonly from: readonly CaseStatus[];
  readonly permission: HqPermission;
  readonly event: keyof typeof SERVICE_EVENT_PAYLOADS;
  readonly guards: readonly Guard[];
}

/** What headquarters may do after the decision: its part of the table of actions. */
export const SERVICE_ACTIONS = {
  completeRegistration: {
    event: 'registrationCompleted',
    from: [...BEFORE_NOTICE, 'notified'],
    permission: 'service.register',
    guards: [registrationBlockers],
  },
  scheduleService: {
    event: 'serviceScheduled',
    from: IN_SERVICE,
    permission: 'service.deliver',
    guards: [accepted, somethingLeft],
  },
  deliverService: {
    event: 'serviceDelivered',
    from: IN_SERVICE,
    permission: 'service.deliver',
    guards: [accepted, somethingLeft],
  },
  settleDeliveries: {
    event: 'deliverySettled',
    from: DELIVERED_STAGES,
    permission: 'service.deliver',
    guards: [inConflict],
  },
  withdrawRequest: {
    event: 'requestWithdrawn',
    from: [
      'submitted',
      'imported',
      'underStudy',
      'readyForCommittee',
      'accepted',
      'rejected',
      'deferred',
      'notified',
      'registered',
      'serviceScheduled',
    ],
    permission: 'service.register',
    guards: [nothingDelivered],
  },
  noteNotReached: {
    event: 'opinionNotReached',
    from: ['notified', 'serviceDelivered'],
    permission: 'service.register',
    guards: [],
  },
  closeCase: {
    event: 'caseClosed',
    from: ['serviceDelivered', 'notified'],
    permission: 'cases.close',
    guards: [mayClose],
  },
} as const satisfies Record<string, ServiceRule>;
