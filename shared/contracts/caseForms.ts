import type { CaseAction } from '#shared/domain/case/availableActions.ts';

/** The forms of a case that are kept while they are written, and the action that each of them becomes. */
const FORM_ACTIONS = {
  inquiry: 'recordInquiry',
  absent: 'recordDocument',
  row: 'recordVerdict',
  tell: 'tellDecision',
  appeal: 'fileAppeal',
  deferral: 'answerDeferral',
  reopen: 'reopenCase',
  registration: 'completeRegistration',
  delivery: 'deliverService',
  settle: 'settleDeliveries',
  withdrawal: 'withdrawRequest',
} as const satisfies Record<string, CaseAction>;
export type CaseFormName = keyof typeof FORM_ACTIONS;

/** What a case waits for, the questions to the officer, and the answers to headquarters, by an id. */
const WAITING_FORM = /^(refer|(question|answer)\/[A-Za-z0-9-]+)$/;
const NAMED_FORM = /^form\/([a-z]+)(-[A-Za-z0-9-]+)?$/;

/** The scope in which a form is kept: `form/inquiry`, `form/row-M9-D5-r1`. */
export function formScope(name: CaseFormName, subject?: string): string {
  const about = subject === undefined ? '' : `-${subject.replaceAll(/[^A-Za-z0-9]+/g, '-')}`;
  return `form/${name}${about}`;
}

/** Who may do this may keep the form; null for a scope that is none of a form. */
export function formActionOf(scope: string): CaseAction | null {
  if (scope === 'incomplete') return 'leaveIncomplete';
  if (WAITING_FORM.test(scope)) return 'refer';
  const name = NAMED_FORM.exec(scope)?.[1] ?? '';
  return isFormName(name) ? FORM_ACTIONS[name] : null;
}

function isFormName(name: string): name is CaseFormName {
  return Object.hasOwn(FORM_ACTIONS, name);
}
