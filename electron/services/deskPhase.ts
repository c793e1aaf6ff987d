import type { DeskStatus, Kiosk } from '#shared/contracts/session.ts';
import type { OpenDesk } from './openDesk.ts';
import type { RecoveryPaper } from './recoveryPaper.ts';

/** Where the desk is once somebody is let in. */
type InnerPhase =
  | { readonly kind: 'confirmRecovery'; readonly desk: OpenDesk; readonly paper: RecoveryPaper }
  | { readonly kind: 'open'; readonly desk: OpenDesk };

/** Where the desk is; `door` stands for everything before somebody is let in. */
export type Phase = { readonly kind: 'door' } | InnerPhase;

type InnerStatus = DeskStatus extends infer Status
  ? Status extends { readonly phase: 'open' | 'confirmRecovery' }
    ? Omit<Status, 'today' | 'preferences'>
    : never
  : never;

/** What is said of a desk at which somebody sits. */
export function statusInside(
  phase: InnerPhase,
  screen: { readonly covered: boolean; readonly kiosk: Kiosk | null },
): InnerStatus {
  const { device, person, store } = phase.desk;
  const { branchOfficeId, branchCode: code, branchName: name, lane, training } = device;
  const branch = { branchOfficeId, code, name, lane, training };
  if (phase.kind === 'open') {
    return { phase: 'open', branch, person, readOnly: !store.writable, ...screen };
  }
  const { recoveryCode, askedGroups } = phase.paper;
  return { phase: 'confirmRecovery', branch, person, recoveryCode, askedGroups: [...askedGroups] };
}
